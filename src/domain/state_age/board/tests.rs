#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn of(states: Value) -> Option<AgeBoard> {
    let snapshot = mock::bare("running", json!({"states": states}));
    mock::at_capture(&snapshot, |formats| board(&snapshot, formats))
}

#[test]
fn the_running_example_reads_as_designed() {
    let snapshot = mock::running();
    let board = mock::at_capture(&snapshot, |formats| board(&snapshot, formats)).unwrap();
    assert_eq!(
        board.summary,
        "2 tasks are past the 2 min limit in Processing, oldest 9 m 40 s. Escalate to engineering."
    );
    assert_eq!(board.tone, Tone::Bad);
    assert_eq!(board.rows.len(), 7);
    let processing = &board.rows[6];
    assert_eq!(
        processing.verdict,
        "2 past the limit. Escalate to engineering."
    );
    assert_eq!(processing.split, Some([0.5, 0.0, 0.5]));
    assert_eq!(
        processing.split_text,
        "2 under half, 0 over half, 2 over the limit"
    );
    let exempt: Vec<&AttemptState> = board.exempt.iter().map(|row| &row.state).collect();
    assert_eq!(
        exempt,
        [
            &AttemptState::Pending,
            &AttemptState::RetryScheduled,
            &AttemptState::CallbackScheduled
        ]
    );
    assert!(
        board
            .exempt
            .iter()
            .all(|row| row.verdict == "Normal waiting")
    );
}

#[test]
fn only_what_is_past_its_limit_is_escalated() {
    for (state, verdict, tone) in [
        (
            json!({"state": "ringing", "count": 4, "over_half": 0, "over_limit": 0, "oldest_seconds": 9, "limit_seconds": 45}),
            "Within the limit",
            Tone::Ok,
        ),
        (
            json!({"state": "ringing", "count": 4, "over_half": 3, "over_limit": 0, "oldest_seconds": 31, "limit_seconds": 45}),
            "3 past half of the limit",
            Tone::Warn,
        ),
        (
            json!({"state": "ringing", "count": 4, "oldest_seconds": 46, "limit_seconds": 45}),
            "1 past the limit. Escalate to engineering.",
            Tone::Bad,
        ),
        (
            json!({"state": "ringing", "count": 4, "oldest_seconds": 46}),
            "1 past the limit. Escalate to engineering.",
            Tone::Bad,
        ),
        (
            json!({"state": "ringing", "count": 4, "oldest_seconds": 44}),
            "Within the limit",
            Tone::Ok,
        ),
        (
            json!({"state": "ringing", "count": 4, "limit_seconds": 45}),
            "Cannot tell",
            Tone::Mute,
        ),
        (
            json!({"state": "ringing", "count": 0, "oldest_seconds": 99, "limit_seconds": 45}),
            "Within the limit",
            Tone::Ok,
        ),
        (
            json!({"state": "callback_scheduled", "count": 4, "over_limit": 1, "limit_seconds": null}),
            "1 past due. Escalate to engineering.",
            Tone::Bad,
        ),
    ] {
        let board = of(json!([state])).unwrap();
        assert_eq!(
            (&*board.rows[0].verdict, board.rows[0].tone),
            (verdict, tone),
            "{state}"
        );
        assert_eq!(board.tone == Tone::Bad, tone == Tone::Bad, "{state}");
    }
}

#[test]
fn waiting_is_never_stuck_however_old() {
    let board = of(json!([
        {"state": "pending", "count": 9, "oldest_seconds": 9e9, "limit_seconds": null},
        {"state": "scheduled", "count": 9, "oldest_seconds": 9e9},
        {"state": "callback_scheduled", "count": 9, "over_limit": 0, "oldest_seconds": 9e9, "limit_seconds": null},
        {"state": "warming_up", "count": 1, "limit_seconds": null},
    ]))
    .unwrap();
    assert!(board.rows.is_empty(), "{:?}", board.rows);
    assert_eq!(board.exempt.len(), 4);
    assert_eq!(board.exempt[3].verdict, "No limit is set");
    assert_eq!(board.summary, "No task is past its limit.");
}

#[test]
fn hostile_counts_stay_within_the_bar() {
    let board = of(json!([
        {"state": "ringing", "count": -1, "over_half": i64::MAX, "over_limit": i64::MAX,
            "oldest_seconds": -1e300, "limit_seconds": 0},
    ]))
    .unwrap();
    let parts = board.rows[0].split.unwrap();
    assert!(parts.iter().sum::<f64>() <= 1.0 + 1e-9, "{parts:?}");
    assert_eq!(of(json!([])), None);
    assert_eq!(of(json!(null)), None);
    assert_eq!(of(json!({"a": 1})), None);
}
