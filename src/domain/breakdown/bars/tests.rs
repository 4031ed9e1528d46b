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

#[test]
fn without_a_whole_the_parts_are_told_of_their_sum() {
    let items = json!([{"label": "Sale", "count": 6}, {"label": "No sale", "count": 2}]);
    let found = with(json!({"dispositions": {"items": items}}), dispositions).unwrap();
    let bars: Vec<(&str, &str, f64)> = found
        .bars
        .iter()
        .map(|bar| (&*bar.label, &*bar.percent, bar.fraction))
        .collect();
    assert_eq!(
        bars,
        [("Sale", "75.0%", 1.0), ("No sale", "25.0%", 2.0 / 6.0)]
    );
    assert_eq!(found.summary, "Most frequent: Sale, 6 of 8 calls (75.0%).");
    assert_eq!(found.head, ["Label", "Count", "Share"]);
    let all_but_one = json!({"of": 9, "items": items});
    let found = with(json!({"dispositions": all_but_one}), dispositions).unwrap();
    assert_eq!(found.note, "1 completed call has no disposition.");
}

#[test]
fn where_every_call_was_scored_none_was_too_short() {
    let scored = |of: i64| {
        let items = json!([{"label": "positive", "count": 6}, {"label": "negative", "count": 2}]);
        let parts = json!({"sentiment": {"of": of, "scored": 8, "items": items}});
        with(parts, sentiment).unwrap().note
    };
    let caution = "A pointer to investigate, not a verdict. Read the calls before acting on it.";
    assert_eq!(scored(8), caution);
    assert_eq!(
        scored(9),
        [caution, " 1 call was too short to score."].concat()
    );
}

#[test]
fn a_bad_finding_is_drawn_as_bad_and_no_other() {
    let items = json!([{"label": "Rude", "count": 3, "tone": "bad"},
        {"label": "Kind", "count": 2, "tone": "good"}, {"label": "Long", "count": 1}]);
    let groups = json!({"analyzed": 500, "groups": [{"title": "Tone", "items": items}]});
    let found = with(json!({"intelligence": groups}), intelligence);
    let series: Vec<&str> = found[0].bars.iter().map(|bar| bar.series).collect();
    assert_eq!(series, ["bad", "answered", "answered"]);
    assert_eq!(found[0].heading, "500 analyzed calls");
}
