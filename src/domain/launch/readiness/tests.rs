#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn of(launch: Value) -> Option<Readiness> {
    let snapshot = mock::bare("draft", json!({"launch": launch}));
    mock::at_capture(&snapshot, |formats| readiness(&snapshot, formats))
}

fn badge_of(states: &[&str]) -> (String, Tone) {
    let checks: Vec<Value> = states
        .iter()
        .map(|state| json!({"key": state, "label": "Agent", "state": state}))
        .collect();
    let (text, tone, _) = of(json!({"checks": checks})).unwrap().badge;
    (text, tone)
}

#[test]
fn the_worst_finding_is_on_the_badge() {
    for (states, text, tone) in [
        (&["pass", "pass"][..], "Ready to start", Tone::Ok),
        (&["pass", "fail", "warn"], "1 thing is missing", Tone::Bad),
        (&["fail", "fail"], "2 things are missing", Tone::Bad),
        (&["pass", "warn"], "1 thing to look at", Tone::Warn),
        (&["pass", "unknown"], "1 check is not known", Tone::Mute),
        (&["pass", "brand new"], "1 check is not known", Tone::Mute),
        (&[], "No checks reported", Tone::Mute),
    ] {
        assert_eq!(badge_of(states), (text.to_owned(), tone), "{states:?}");
    }
}

#[test]
fn a_check_says_what_was_found() {
    let found = of(json!({"checks": [
        {"key": "agent", "label": "Agent", "state": "pass", "text": "Maya v15 is published."},
        {"key": "number", "label": "Number pool", "state": "fail"},
    ]}))
    .unwrap();
    assert_eq!(found.checks[0].text, "Maya v15 is published.");
    assert_eq!(
        found.checks[1].text,
        "The campaign cannot start without this."
    );
    assert!(found.estimate.is_empty() && found.basis.is_empty());
}

#[test]
fn the_estimate_is_the_dialers_else_computed() {
    let money = |amount: f64| json!({"amount": amount, "currency": "USD"});
    let own = of(
        json!({"checks": [], "estimate": {"contacts": 1840, "max_attempts": 4,
        "low": money(147.2), "high": money(588.8), "per_attempt": money(0.08)}}),
    )
    .unwrap();
    let values: Vec<&str> = own.estimate.iter().map(|row| row.value.as_str()).collect();
    assert_eq!(values, ["$147.20", "$588.80", "$0.08"]);
    assert_eq!(
        own.basis,
        "1,840 contacts × up to 4 attempts = at most 7,360 dials."
    );
    let counted = of(
        json!({"checks": [], "estimate": {"contacts": 1840, "max_attempts": 4,
        "low": null, "high": null, "per_attempt": money(0.08)}}),
    )
    .unwrap();
    assert_eq!(
        counted.estimate, own.estimate,
        "contacts × attempts × price"
    );
    let nothing = of(json!({"checks": [], "estimate": {"contacts": 5}})).unwrap();
    assert!(nothing.estimate.is_empty());
    assert_eq!(of(json!(null)), None);
}
