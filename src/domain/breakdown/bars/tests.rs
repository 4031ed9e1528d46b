#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::json;

use super::*;
use crate::domain::mock;

fn with<T>(parts: serde_json::Value, of: fn(&Snapshot, &Formats<'_>) -> T) -> T {
    let snapshot = mock::bare("running", parts);
    mock::at_capture(&snapshot, |formats| of(&snapshot, formats))
}

fn example<T>(of: fn(&Snapshot, &Formats<'_>) -> T) -> T {
    let snapshot = mock::running();
    mock::at_capture(&snapshot, |formats| of(&snapshot, formats))
}

#[test]
fn dispositions_read_as_designed() {
    let found = example(dispositions).unwrap();
    assert_eq!(found.heading, "2,318 completed");
    let first = &found.bars[0];
    assert_eq!(
        (
            &*first.label,
            &*first.count,
            &*first.percent,
            first.fraction
        ),
        ("Renewal confirmed", "640", "27.6%", 1.0)
    );
    assert_eq!(
        found.summary,
        "Most frequent: Renewal confirmed, 640 of 2,318 calls (27.6%)."
    );
    assert_eq!(found.note, "", "every call has one");
    let partial = json!({"of": 10, "items": [{"label": "Sale", "count": 3}]});
    let partial = with(json!({"dispositions": partial}), dispositions).unwrap();
    assert_eq!(partial.note, "7 completed calls have no disposition.");
}

#[test]
fn sentiment_is_a_pointer_and_no_verdict() {
    let found = example(sentiment).unwrap();
    assert_eq!(found.heading, "2,204 scored");
    assert_eq!(
        found.note,
        "A pointer to investigate, not a verdict. Read the calls before acting on it. \
         114 calls were too short to score."
    );
    let series: Vec<(&str, &str)> = found
        .bars
        .iter()
        .map(|bar| (bar.label.as_str(), bar.series))
        .collect();
    assert_eq!(
        series,
        [
            ("Positive", "positive"),
            ("Neutral", "neutral"),
            ("Negative", "bad")
        ]
    );
}

#[test]
fn findings_are_shares_of_the_analyzed_calls() {
    let groups = example(intelligence);
    assert_eq!(groups.len(), 3);
    assert_eq!(groups[0].title, "Objections");
    assert_eq!(groups[0].bars[0].percent, "8.5%");
    assert_eq!(groups[2].bars[2].series, "bad");
    assert!(groups[0].url.as_deref().unwrap().starts_with("https://"));
}

#[test]
fn without_a_count_there_is_no_block() {
    for empty in [
        json!(null),
        json!({"items": []}),
        json!({"of": 0, "items": [{"label": "Sale", "count": 0}]}),
        json!({"items": "many"}),
    ] {
        let parts = json!({"dispositions": empty, "sentiment": empty,
            "intelligence": {"groups": [{"title": "Objections", "items": []}]}});
        assert_eq!(with(parts.clone(), dispositions), None);
        assert_eq!(with(parts.clone(), sentiment), None);
        assert!(with(parts, intelligence).is_empty());
    }
}

#[test]
fn hostile_counts_draw_within_the_bar() {
    let items = json!([
        {"label": "", "count": i64::MAX}, {"label": "b", "count": i64::MAX}, {"label": "c", "count": -3},
    ]);
    for of in [json!(null), json!(0), json!(-1), json!(5)] {
        let parts = json!({"sentiment": {"scored": of, "of": of, "items": items}});
        let found = with(parts, sentiment).unwrap();
        for bar in &found.bars {
            assert!((0.0..=1.0).contains(&bar.fraction));
            assert!(!bar.percent.contains("NaN"));
        }
    }
    let parts = json!({"dispositions": {"of": 5, "items": [items[0], items[1]]}});
    let found = with(parts, dispositions).unwrap();
    assert_eq!(
        found.note, "",
        "more dispositions than calls: none is without one"
    );
}
