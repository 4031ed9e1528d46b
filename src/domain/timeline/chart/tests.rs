#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::json;

use super::*;
use crate::domain::mock;

fn drawn(snapshot: &Snapshot) -> Option<TimelineChart> {
    mock::at_capture(snapshot, |formats| chart(snapshot, formats))
}

#[test]
fn the_running_example_reads_as_designed() {
    let chart = drawn(&mock::running()).unwrap();
    assert_eq!(chart.heading, "attempts per 15 min, CST");
    let legend: Vec<(&str, &str)> = chart
        .series
        .iter()
        .map(|series| (series.label, series.total.as_str()))
        .collect();
    assert_eq!(
        legend,
        [
            ("Answered", "2,583"),
            ("No answer or busy", "3,487"),
            ("Carrier error", "212")
        ]
    );
    assert_eq!(chart.labels[0], "09:00");
    assert_eq!(chart.filling, Some(22));
    assert_eq!(
        chart.filling_note.as_deref(),
        Some("14:30 bucket is still filling")
    );
    assert_eq!(
        chart.summary,
        "2,583 of 6,282 attempts were answered, 41.1%. 212 ended in carrier errors. \
         The busiest bucket, from 11:30 CST, has 328."
    );
    let pin = &chart.pins[0];
    assert_eq!(
        (pin.number, &*pin.time, &*pin.text, pin.who.as_deref()),
        (1, "10:45", "Concurrency 40 → 60", Some("A. Ruiz"))
    );
    assert!((pin.position - 7.022).abs() < 0.001, "{}", pin.position);
}

#[test]
fn the_table_says_what_the_chart_draws() {
    let chart = drawn(&mock::running()).unwrap();
    assert_eq!(chart.rows.len(), chart.labels.len());
    for series in &chart.series {
        assert_eq!(series.values.len(), chart.labels.len());
    }
    for (at, row) in chart.rows.iter().enumerate() {
        for (series, text) in chart.series.iter().zip(&row[1..4]) {
            assert_eq!(&series.values[at].unwrap().to_string(), text);
        }
    }
    assert_eq!(
        chart.rows[22],
        ["14:30, still filling", "16", "19", "1", "36"]
    );
}

#[test]
fn no_chart_is_drawn_of_less_than_two_buckets() {
    let one = json!({"bucket_seconds": 900, "buckets": [{"from": "2026-11-12T14:30:00Z"}]});
    let none = json!({"bucket_seconds": 900, "buckets": []});
    for timeline in [one, none, json!(null), json!(7), json!({"buckets": []})] {
        let snapshot = mock::bare("running", json!({"timeline": timeline}));
        assert_eq!(drawn(&snapshot), None);
    }
    assert_eq!(drawn(&mock::bare("running", json!({}))), None);
}

#[test]
fn odd_buckets_are_drawn_without_inventing_figures() {
    let snapshot = mock::bare(
        "running",
        json!({"timeline": {"bucket_seconds": 0, "buckets": [
            {"from": "soon", "answered": -4},
            {"from": "2026-11-11T14:30:00Z", "answered": i64::MAX, "unanswered": i64::MAX},
        ], "annotations": [
            {"at": "later", "text": "x"},
            {"at": "1970-01-01T00:00:00Z", "text": "y", "kind": "new"},
        ]}}),
    );
    let chart = drawn(&snapshot).unwrap();
    assert_eq!(chart.labels, ["soon", "11 Nov 08:30"]);
    assert_eq!(
        chart.series[0].values[0],
        Some(0.0),
        "no bar below the axis"
    );
    assert_eq!(chart.series[2].total, "Not reported");
    assert_eq!(chart.rows[0][1], "−4");
    assert_eq!(chart.rows[0][2], "Not reported");
    for pin in &chart.pins {
        assert!((0.0..=2.0).contains(&pin.position));
    }
}
