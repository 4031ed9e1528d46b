#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::json::decode;
use crate::domain::mock;
use serde_json::{Value, json};

mod properties;
mod shut;

/// A retry whose sample of so many has passed with so many errors.
fn passed_json(size: i64, errors: i64, rest: i64) -> Value {
    let dispatch = |position: i64| {
        json!({
            "position": position,
            "task_id": format!("t{position}"),
            "dispatched_at": "2026-11-12T14:40:00-06:00",
            "ended_at": "2026-11-12T14:41:00-06:00",
            "result": if position <= errors { "carrier_error" } else { "no_answer" },
            "sip_status": if position <= errors { 503 } else { 480 },
        })
    };
    json!({
        "id": "rty_1",
        "state": "sample_passed",
        "counts": {
            "selected": size + rest + 89, "eligible": size + rest, "sample": size, "rest": rest,
            "dispatched": size, "in_flight": 0, "finished": size, "reached": 0,
            "errors": errors, "skipped": 0,
        },
        "sample": {
            "size": size, "needed": needed_of(size), "dispatched": size, "finished": size,
            "errors": errors, "allowed_errors": size / 10, "decided_at": "2026-11-12T14:42:00-06:00",
        },
        "dispatches": (1..=size).map(dispatch).collect::<Vec<_>>(),
        "actions": [{"name": "release", "available": true}, {"name": "stop", "available": true}],
    })
}

fn judged(json: &Value) -> Verdict {
    let retry: Retry = decode(&json.to_string()).unwrap();
    mock::at(mock::cards::NOW, |formats| verdict(&retry, formats))
}

fn changed(change: impl FnOnce(&mut Value)) -> Verdict {
    let mut json = passed_json(20, 2, 209);
    change(&mut json);
    judged(&json)
}

fn why(verdict: Verdict) -> String {
    mock::at(mock::cards::NOW, |formats| verdict.why_shut(formats)).unwrap_or_default()
}

#[test]
fn a_retry_moves_until_it_waits_or_ends() {
    for (state, finished, moving) in [
        ("sampling", false, true),
        ("sample_passed", false, false),
        ("releasing", false, true),
        ("sample_failed", true, false),
        ("stopped", true, false),
        ("completed", true, false),
    ] {
        let mut json = passed_json(20, 2, 209);
        json["state"] = json!(state);
        let retry: Retry = decode(&json.to_string()).unwrap();
        assert_eq!(
            (is_finished(&retry), is_moving(&retry)),
            (finished, moving),
            "{state}"
        );
    }
}

#[test]
fn a_sample_within_its_errors_opens_the_rest() {
    assert_eq!(
        judged(&passed_json(20, 2, 209)),
        Verdict::Passed { rest: 209 }
    );
    assert_eq!(judged(&passed_json(10, 1, 1)), Verdict::Passed { rest: 1 });
    assert!(why(judged(&passed_json(20, 2, 0))).contains("Nothing is left"));
    let skipped = changed(|json| json["counts"]["skipped"] = json!(9));
    assert_eq!(skipped, Verdict::Passed { rest: 200 });
    let all = changed(|json| json["counts"]["skipped"] = json!(209));
    assert!(why(all).contains("Nothing is left"));
    assert_eq!(rule(20), "18 of 20 must dispatch without a carrier error.");
}

#[test]
fn a_sample_below_the_smallest_leaves_no_rest_to_open() {
    for size in 1..SMALLEST_SAMPLE {
        let verdict = judged(&passed_json(size, 0, 3));
        assert!(matches!(verdict, Verdict::Shut { .. }), "{verdict:?}");
        let told = format!("the sample has only {size}, but 3 are in the rest.");
        assert!(why(verdict).ends_with(&told));
        let alone = why(judged(&passed_json(size, 0, 0)));
        assert!(alone.contains("Nothing is left"), "{alone}");
    }
}

#[test]
fn a_sample_that_runs_says_how_far_it_is() {
    let mut json = passed_json(20, 1, 209);
    json["state"] = json!("sampling");
    json["sample"]["finished"] = json!(12);
    json["sample"]["dispatched"] = json!(15);
    let verdict = judged(&json);
    let expected = Verdict::Sampling {
        finished: 12,
        of: 20,
        errors: 1,
        allowed: 2,
    };
    assert_eq!(verdict, expected);
    assert_eq!(
        why(verdict),
        "The sample is not over: 12 of 20 dispatches have ended."
    );
    json["sample"]["errors"] = json!(3);
    assert!(why(judged(&json)).contains("3 errors of at most 2"));
}

#[test]
fn a_failed_sample_says_why() {
    let mut json = passed_json(20, 3, 209);
    json["state"] = json!("sample_failed");
    json["sample"]["finished"] = json!(12);
    json["message"] = json!("the carrier still answers 503");
    assert_eq!(
        judged(&json),
        Verdict::Failed {
            why: "3 of 12 dispatches failed; at most 2 of 20 may.".to_owned()
        }
    );
    let mut late = passed_json(20, 0, 209);
    late["state"] = json!("sample_failed");
    late["sample"]["finished"] = json!(19);
    late["dispatches"][4]["result"] = json!("in_flight");
    assert_eq!(why(judged(&late)), "1 of the sample did not end in time.");
    late["message"] = json!("one dispatch took too long");
    assert_eq!(why(judged(&late)), "One dispatch took too long.");
    let bare = judged(&json!({"id": "rty_1", "state": "sample_failed"}));
    assert_eq!(why(bare), "The sample failed.");
}

#[test]
fn skipped_places_prove_nothing() {
    let skip = |many: i64| {
        changed(move |json| {
            for at in 0..many {
                let row = &mut json["dispatches"][usize::try_from(19 - at).unwrap()];
                row["result"] = json!("skipped");
                row["ended_at"] = json!(null);
            }
            for part in ["sample", "counts"] {
                json[part]["finished"] = json!(20 - many);
                json[part]["dispatched"] = json!(20 - many);
            }
        })
    };
    let told = why(skip(1));
    assert_eq!(told, "Only 17 of the 18 that must come through did.");
    assert!(why(skip(18)).contains("Only 0 of the 18"));
}

#[test]
fn the_board_has_a_cell_for_each_place() {
    let mut json = passed_json(20, 2, 209);
    json["dispatches"][5] = json!({"position": 6, "result": "waiting"});
    json["dispatches"][6] =
        json!({"position": 7, "result": "in_flight", "contact": {"name": "Maya"}});
    json["dispatches"][7] = json!({"position": 8, "result": "Zapped"});
    json["dispatches"][8] = json!({"position": 99, "result": "answered"});
    let retry: Retry = decode(&json.to_string()).unwrap();
    mock::at(mock::cards::NOW, |formats| {
        let board = board::cells(Some(&retry), 12, formats);
        assert_eq!(board.len(), 20);
        let words: Vec<&str> = board[4..10].iter().map(|cell| &*cell.word).collect();
        assert_eq!(
            words,
            [
                "No answer",
                "Waiting",
                "In flight",
                "Zapped",
                "Empty",
                "No answer"
            ]
        );
        assert_eq!((&*board[0].answer, &*board[6].contact), ("SIP 503", "Maya"));
        assert_eq!(board::cells(None, 12, formats).len(), 12);
        let tally = board::tally(&board);
        let sum: i64 = tally.iter().map(|(_, count)| count).sum();
        assert_eq!(sum, 19, "an empty place is nothing");
    });
}
