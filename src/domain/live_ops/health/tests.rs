#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::mock::cards as mock;
use serde_json::{Value, json};

fn told(cards: &Value) -> Vec<String> {
    let cards = mock::cards(cards);
    let tell = |row: HealthRow| {
        let name = [
            row.name,
            row.code
                .map_or_else(String::new, |code| [" ", &*code].concat()),
        ];
        [&*name.concat(), row.tone.name(), &row.word, &row.detail].join(" | ")
    };
    mock::written(|formats| health(&cards, formats).into_iter().map(tell).collect())
}

#[test]
fn the_card_reads_as_designed() {
    let rows = told(&json!({
        "runtime": {
            "queue": {"name": "bulk_calls", "depth": 118, "oldest_seconds": 41, "moving": true},
            "runtime": {"status": "running", "heartbeat_at": "2026-11-12T14:32:05-06:00"},
            "carriers": [
                {"name": "Twilio", "breaker": "closed", "recent_attempts": 412, "recent_failures": 2},
                {"name": "Telnyx", "breaker": "half_open", "recent_attempts": 5,
                    "recent_failures": 2, "note": "3 of 5 probes pass"},
                {"name": "Third", "breaker": "open", "retries_at": "2026-11-12T14:40:00-06:00"},
                {"name": "Plain"}, {"broken": 1}],
            "workers": {"up": 11, "total": 12,
                "silent": [{"name": "bc-03", "since": "2026-11-12T14:22:00-06:00"}]},
            "windows": {"open": 3, "total": 4, "next_change_at": "2026-11-12T18:00:00-06:00"},
        },
    }));
    assert_eq!(
        rows,
        [
            "Queue bulk_calls | ok | Moving | 118, oldest 41 s",
            "Runtime | ok | Running | heartbeat 3 s ago",
            "Twilio | ok | Healthy | 0.5% of 412 failed",
            "Telnyx | warn | Recovering | 3 of 5 probes pass",
            "Third | bad | Stopped | next call 14:40 CST",
            "Plain | mute | Not reported | ",
            "Workers | warn | 11 of 12 | bc-03 silent",
            "Call windows | ok | 3 of 4 open | next change 18:00 CST",
        ]
    );
}

#[test]
fn what_stands_still_is_told_and_what_is_not_reported_has_no_row() {
    assert!(told(&json!({"runtime": {}})).is_empty());
    let rows = told(&json!({"runtime": {
        "queue": {"depth": 9, "moving": false}, "runtime": {"status": "down"},
        "workers": {"up": 0, "total": 2}, "windows": {"open": 0, "total": 4}}}));
    assert_eq!(
        rows,
        [
            "Queue | bad | Not moving | 9",
            "Runtime | bad | Down | ",
            "Workers | bad | 0 of 2 | ",
            "Call windows | mute | 0 of 4 open | ",
        ]
    );
    let late = told(
        &json!({"callbacks": {"pending": 23, "due": 5, "past_due": 3,
        "oldest_past_due_at": "2026-11-12T14:02:00-06:00"}}),
    );
    assert_eq!(
        late,
        ["Callbacks | warn | 3 past due | 23 to come, oldest 14:02 CST"]
    );
    let kept = told(&json!({"callbacks": {"due": 0, "next_due_at": "2026-11-12T15:00:00-06:00"}}));
    assert_eq!(kept, ["Callbacks | ok | 0 due | next 15:00 CST"]);
    let idle = told(&json!({"runtime": {"queue": {"depth": 0, "moving": false}}}));
    assert_eq!(idle, ["Queue | ok | Empty | 0"]);
}
