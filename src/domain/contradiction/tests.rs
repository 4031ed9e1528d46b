#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn found(status: &str, parts: Value) -> Vec<String> {
    let snapshot = mock::bare(status, parts);
    let found = mock::at_capture(&snapshot, |formats| find(&snapshot, formats));
    found
        .into_iter()
        .map(|one| [one.about, ": ", &one.text].concat())
        .collect()
}

#[test]
fn the_designs_figures_do_not_contradict_themselves() {
    for snapshot in [mock::running(), mock::paused()] {
        assert_eq!(
            mock::at_capture(&snapshot, |formats| find(&snapshot, formats)),
            []
        );
    }
}

#[test]
fn each_contradiction_tells_both_figures() {
    for (parts, expected) in [
        (
            json!({"counts": {"total": 11, "by_status": {"pending": 20, "completed": 6}}}),
            "progress: Tasks by status add up to 26, the total says 11.",
        ),
        (
            json!({"counts": {"total": 156, "processed": 146, "progress": 0.1333}}),
            "progress: Reported as 13.3%, but 146 of 156 is 93.6%.",
        ),
        (
            json!({"counts": {"total": 10, "processed": 12}}),
            "progress: 12 contacts are processed, of 10 in all.",
        ),
        (
            json!({"counts": {"total": 9, "processed": 5, "by_status": {"completed": 4, "pending": 5}}}),
            "progress: The dialer counts 5 processed, its statuses 4 final.",
        ),
        (
            json!({"attempts": {"answered": 9, "finished": 8}}),
            "answer_rate: 9 attempts are answered, but only 8 finished.",
        ),
        (
            json!({"attempts": {"finished": 9, "dialed": 8}}),
            "answer_rate: 9 attempts are finished, but only 8 dialed.",
        ),
        (
            json!({"attempts": {"answered": 9, "dialed": 8}}),
            "answer_rate: 9 attempts are answered, but only 8 dialed.",
        ),
        (
            json!({"attempts": {"abandoned": 4, "answered_live": 3}}),
            "abandon_rate: 4 attempts are abandoned, but only 3 answered by a person.",
        ),
        (
            json!({"attempts": {"failed": 70, "finished": 16}}),
            "failed: 70 attempts are failed, but only 16 finished.",
        ),
        (
            json!({"attempts": {"finished": 200, "answered": 80, "answer_rate": 0.52}}),
            "answer_rate: Reported as 52.0%, but 80 of 200 is 40.0%.",
        ),
        (
            json!({"attempts": {"talk_seconds": 1000, "completed": 10, "average_seconds": 130}}),
            "average: Reported as 2m 10s, but the counts give 1m 40s.",
        ),
        (
            json!({"counts": {"total": 10, "by_status": {"completed": 5, "pending": 5}},
                "attempts": {"completion_rate": 0.9}}),
            "completed: Reported as 90.0%, but 5 of 10 is 50.0%.",
        ),
        (
            json!({"counts": {"total": 6, "by_status": {"pending": 6}, "ready": 9}}),
            "pending: 9 contacts are ready, but only 6 are pending.",
        ),
        (
            json!({"counts": {"total": 6, "by_status": {"pending": 6}},
                "dispatch": {"forecast": [{"count": 4}, {"count": 3, "needs_fix": true}]}}),
            "pending: The forecast holds 7 contacts, but 6 are pending.",
        ),
        (
            json!({"goal": {"target": 10, "reached": -2}}),
            "goal: The goal is reported as −2.",
        ),
        (
            json!({"counts": {"total": 3, "by_status": {"pending": -1, "completed": 4}}}),
            "progress: Pending is reported as −1.",
        ),
        (
            json!({"dispatch": {"capacity": {"lines_in_use": 40, "concurrency": {"limit": 36}}}}),
            "dispatch: 40 lines are in use, the concurrency allows 36.",
        ),
    ] {
        let found = found("running", parts.clone());
        assert_eq!(found, [expected], "{parts}");
    }
}

#[test]
fn running_with_nothing_left_to_do_contradicts_the_status() {
    let by_counter = json!({"counts": {"total": 156, "processed": 156}});
    let by_status = json!({"counts": {"total": 2, "by_status": {"completed": 1, "exhausted": 1}}});
    for parts in [&by_counter, &by_status] {
        let found = found("running", parts.clone());
        assert!(
            found[0].starts_with("status: The campaign is running, but all "),
            "{found:?}"
        );
    }
    assert_eq!(found("completed", by_status), Vec::<String>::new());
    assert_eq!(
        found("running", json!({"counts": {"total": 0}})),
        Vec::<String>::new()
    );
}

#[test]
fn rounding_is_no_contradiction() {
    for own in [0.4049, 0.4, 0.395_1] {
        let parts = json!({"attempts": {"finished": 200, "answered": 80, "answer_rate": own}});
        assert_eq!(found("running", parts), Vec::<String>::new(), "{own}");
    }
    let average =
        json!({"attempts": {"talk_seconds": 1000, "completed": 9, "average_seconds": 111}});
    assert_eq!(found("running", average), Vec::<String>::new());
}

#[test]
fn more_than_half_a_point_is_one() {
    for own in [0.4051, 0.3949] {
        let parts = json!({"attempts": {"finished": 200, "answered": 80, "answer_rate": own}});
        assert_eq!(found("running", parts).len(), 1, "{own}");
    }
}

#[test]
fn a_rate_of_nothing_is_compared_with_nothing() {
    let parts = json!({"attempts": {"finished": 0, "answered": 0, "answer_rate": 0.4}});
    assert_eq!(found("running", parts), Vec::<String>::new());
}

#[test]
fn the_extremes_do_not_overflow() {
    let parts = json!({
        "counts": {"total": i64::MIN, "processed": i64::MAX,
            "by_status": {"completed": i64::MAX, "exhausted": i64::MAX, "pending": i64::MIN}},
        "attempts": {"finished": i64::MIN, "answered": i64::MAX, "answer_rate": 1e300},
    });
    assert!(found("running", parts).len() > 3);
}

#[test]
fn lines_before_the_start_contradict_the_status() {
    let told = |status: &str, lines: i64| {
        found(
            status,
            json!({"dispatch": {"capacity": {"lines_in_use": lines}}}),
        )
    };
    let one = ["active: Lines in use: 3, but the campaign is said to be scheduled."];
    assert_eq!(told("scheduled", 3), one);
    assert!(told("scheduled", 0).is_empty() && told("running", 3).is_empty());
}
