#![allow(clippy::unwrap_used, clippy::panic)]

use serde_json::{Value, json};

use super::*;
use crate::domain::json::decode;
use crate::domain::mock;

mod words;

const NOW: &str = "2026-11-12T14:32:08-06:00";

fn now() -> i64 {
    Timestamp::from_text(NOW).ms.unwrap()
}

/// The moment so many seconds ago.
fn ago(seconds: i64) -> Value {
    json!(Timestamp::from_ms(now() - seconds * 1000).text)
}

fn job(parts: Value) -> Job {
    let mut json = json!({
        "id": "job_1", "status": "running", "started_at": ago(1_000), "eligible": 228,
        "progressed_at": ago(4), "counts": {"total": 640, "completed": 408, "failed": 4},
    });
    json.as_object_mut()
        .unwrap()
        .extend(parts.as_object().unwrap().clone());
    decode(&json.to_string()).unwrap()
}

fn runtime(status: &str) -> Runtime {
    decode(&json!({"status": status, "since": ago(1_440)}).to_string()).unwrap()
}

fn found(parts: Value) -> Verdict {
    verdict(&job(parts), None, now())
}

fn stalled(seconds: f64) -> Verdict {
    Verdict::Stalled {
        seconds,
        eligible: 228,
        runtime_down: false,
    }
}

#[test]
fn every_scenario_has_its_verdict() {
    let ai = |since: i64| json!({"name": "ai_agent", "kind": "ai_agent", "since": ago(since)});
    let usual = |high: i64| json!({"low_seconds": 60, "high_seconds": high});
    for (what, parts, expected) in [
        ("counters moved 4 s ago", json!({}), Verdict::Moving),
        (
            "an AI step of 110 s is normal",
            json!({"progressed_at": ago(110), "step": ai(110)}),
            Verdict::Moving,
        ),
        (
            "an AI step of 120 s still is",
            json!({"progressed_at": ago(120), "step": ai(120)}),
            Verdict::Moving,
        ),
        (
            "one of 150 s is slow, not stalled",
            json!({"progressed_at": ago(150), "step": ai(150)}),
            Verdict::Slow(Slowness::InAiStep(150.0)),
        ),
        (
            "a run that is in its AI step for an hour, while records pass through",
            json!({"progressed_at": ago(3), "step": ai(3_600)}),
            Verdict::Moving,
        ),
        (
            "no counter for 150 s in a step that is no AI step",
            json!({"progressed_at": ago(150), "step": {"name": "call", "kind": "call", "since": ago(150)}}),
            Verdict::Moving,
        ),
        (
            "5 min to the second",
            json!({"progressed_at": ago(300)}),
            Verdict::Moving,
        ),
        (
            "a second more",
            json!({"progressed_at": ago(301)}),
            stalled(301.0),
        ),
        (
            "an AI step does not excuse more than the allowance",
            json!({"progressed_at": ago(301), "step": ai(301)}),
            stalled(301.0),
        ),
        (
            "a large table that still moves slowly",
            json!({"counts": {"total": 500_000, "completed": 41_000}, "started_at": ago(36_000),
                "progressed_at": ago(70), "usual": usual(21_600)}),
            Verdict::Slow(Slowness::PastUsual(36_000.0 / 21_600.0)),
        ),
        (
            "past the usual, but by less than a quarter",
            json!({"usual": usual(801)}),
            Verdict::Moving,
        ),
        (
            "past the usual and stalled is stalled",
            json!({"usual": usual(60), "progressed_at": ago(900)}),
            stalled(900.0),
        ),
        (
            "nothing could go",
            json!({"eligible": 0, "progressed_at": ago(9_000)}),
            Verdict::Waiting(None),
        ),
        (
            "none has moved since the start",
            json!({"progressed_at": null}),
            stalled(1_000.0),
        ),
        (
            "none has moved yet, and it has only begun",
            json!({"progressed_at": null, "started_at": ago(20)}),
            Verdict::Moving,
        ),
        (
            "the server's clock was set back",
            json!({"progressed_at": ago(-600)}),
            Verdict::Moving,
        ),
        (
            "a moment that cannot be read",
            json!({"progressed_at": "lately"}),
            Verdict::Unknown(Missing::Progress),
        ),
        (
            "eligible not known",
            json!({"eligible": null, "progressed_at": ago(9_000)}),
            Verdict::Unknown(Missing::Eligible),
        ),
        (
            "eligible below nothing",
            json!({"eligible": -3, "progressed_at": ago(9_000)}),
            Verdict::Unknown(Missing::Eligible),
        ),
        (
            "queued, 2 ahead",
            json!({"status": "queued", "queue_position": 2}),
            Verdict::Queued { ahead: Some(2) },
        ),
        (
            "over",
            json!({"status": "partial", "progressed_at": ago(9_000)}),
            Verdict::Ended,
        ),
        (
            "a status of a later version",
            json!({"status": "hibernating"}),
            Verdict::Unknown(Missing::Status),
        ),
    ] {
        assert_eq!(found(parts), expected, "{what}");
    }
}

#[test]
fn what_is_not_reported_is_not_guessed() {
    let bare: Job = decode(r#"{"id":"j","status":"running"}"#).unwrap();
    assert_eq!(
        verdict(&bare, None, now()),
        Verdict::Unknown(Missing::Eligible)
    );
    let eligible: Job = decode(r#"{"id":"j","status":"running","eligible":7}"#).unwrap();
    assert_eq!(
        verdict(&eligible, None, now()),
        Verdict::Unknown(Missing::Progress)
    );
}

#[test]
fn waiting_outside_is_never_stalled() {
    let on = json!({"kind": "human", "text": "Claims desk approves", "since": ago(2_040)});
    for parts in [
        json!({"waiting_on": on, "progressed_at": ago(9_000)}),
        json!({"status": "waiting", "waiting_on": on, "progressed_at": ago(9_000), "eligible": 4}),
    ] {
        let verdict = found(parts);
        assert!(matches!(verdict, Verdict::Waiting(Some(_))), "{verdict:?}");
        mock::at(now(), |formats| {
            assert_eq!(
                sentence(&verdict, formats).plain(),
                "Waiting: Claims desk approves, since 13:58 CST (34 min)."
            );
            assert_eq!(short(&verdict, formats).unwrap(), "human step, 34 min");
        });
    }
}

#[test]
fn a_queued_run_under_a_runtime_that_is_down_says_so() {
    let queued = job(json!({"status": "queued"}));
    let found = verdict(&queued, Some(&runtime("down")), now());
    mock::at(now(), |formats| {
        assert_eq!(
            sentence(&found, formats).plain(),
            "The runtime is down since 14:08 CST."
        );
    });
    assert!(advice(&found).unwrap().starts_with("Start the runtime"));
    for status in ["running", "unknown", "odd"] {
        let found = verdict(&queued, Some(&runtime(status)), now());
        assert_eq!(found, Verdict::Queued { ahead: None }, "{status}");
    }
    let still = job(json!({"progressed_at": ago(720)}));
    let found = verdict(&still, Some(&runtime("down")), now());
    assert!(found.is_stalled());
    assert!(advice(&found).unwrap().starts_with("Start the runtime"));
}

#[test]
fn the_rule_and_its_figures_are_told() {
    mock::at(now(), |formats| {
        assert_eq!(
            sentence(&stalled(724.0), formats).plain(),
            "Stalled: no counter has moved for 12 m 4 s while 228 records could go. \
             More than 5 min of that is called stalled."
        );
        let slow = Verdict::Slow(Slowness::PastUsual(1.667));
        assert_eq!(
            sentence(&slow, formats).plain(),
            "Slow, but moving: it takes 1.7× the usual longest time."
        );
        assert!(sentence(&Verdict::Ended, formats).plain().is_empty());
    });
}
