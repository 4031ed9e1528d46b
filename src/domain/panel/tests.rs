#![allow(clippy::unwrap_used)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn fact(panel: Panel, parts: Value) -> Option<&'static str> {
    let nothing = panel.nothing(&mock::bare("running", parts));
    nothing.map(|nothing| nothing.fact)
}

#[test]
fn every_section_is_known_by_its_own_word() {
    for panel in Panel::ALL {
        assert_eq!(Panel::from_word(panel.word()), Some(panel));
        assert!(!panel.heading().is_empty() && !panel.subject().is_empty());
    }
    for word in ["", "KPI", "kpis", "campaign"] {
        assert_eq!(Panel::from_word(word), None, "{word}");
    }
}

#[test]
fn every_section_of_the_running_example_draws_something() {
    let running = mock::running();
    for panel in Panel::ALL {
        assert_eq!(panel.nothing(&running), None, "{panel:?}");
    }
}

#[test]
fn what_is_not_reported_is_never_told_as_empty() {
    for panel in [
        Panel::Dispatch,
        Panel::Tasks,
        Panel::Numbers,
        Panel::Timeline,
    ] {
        assert_eq!(fact(panel, json!({})), Some("Not reported."), "{panel:?}");
    }
    assert_eq!(fact(Panel::Verdict, json!({})), None);
    assert_eq!(fact(Panel::Kpi, json!({})), None);
    let draft = mock::bare("draft", json!({}));
    assert_eq!(Panel::Kpi.nothing(&draft).unwrap().fact, "No figures yet.");
}

#[test]
fn what_is_there_and_empty_says_so() {
    let empty = json!({ "dispatch": null, "tasks": null, "numbers": null, "timeline": null });
    assert_eq!(
        fact(Panel::Dispatch, empty.clone()),
        Some("No dispatch health.")
    );
    assert_eq!(fact(Panel::Tasks, empty.clone()), Some("No tasks."));
    assert_eq!(
        fact(Panel::Numbers, empty.clone()),
        Some("No number in the pool.")
    );
    assert_eq!(
        fact(Panel::Timeline, empty),
        Some("Too early for a timeline.")
    );
    let one = json!({ "timeline": {
        "bucket_seconds": 900,
        "buckets": [{ "from": "2026-11-12T15:00:00Z", "answered": 3 }],
    } });
    assert_eq!(
        fact(Panel::Timeline, one),
        Some("Too early for a timeline.")
    );
}

#[test]
fn what_cannot_be_read_is_told_once() {
    let odd = json!({ "dispatch": 7, "tasks": 7, "numbers": 7, "timeline": 7 });
    // These say so in their own cards.
    for panel in [Panel::Dispatch, Panel::Tasks, Panel::Numbers] {
        assert_eq!(fact(panel, odd.clone()), None, "{panel:?}");
    }
    let told = Panel::Timeline
        .nothing(&mock::bare("running", odd))
        .unwrap();
    assert_eq!(
        (told.tone, &*told.more),
        (Tone::Warn, "expected an object.")
    );
}
