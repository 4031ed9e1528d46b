#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn of(days: Value) -> Option<CallHours> {
    let snapshot = mock::bare(
        "running",
        json!({"call_window": {"open": true, "days": days, "time_zone": "America/Chicago"}}),
    );
    mock::at_capture(&snapshot, |formats| call_hours(&snapshot, formats))
}

#[test]
fn the_running_example_reads_as_designed() {
    let snapshot = mock::running();
    let hours = mock::at_capture(&snapshot, |formats| call_hours(&snapshot, formats)).unwrap();
    let rows: Vec<(&str, &str, bool)> = hours
        .rows
        .iter()
        .map(|row| (row.days.as_str(), row.hours.as_str(), row.today))
        .collect();
    assert_eq!(
        rows,
        [
            ("Mon to Fri", "09:00 to 18:00", true),
            ("Sat", "10:00 to 14:00", false),
            ("Sun", "closed", false)
        ]
    );
    assert_eq!(hours.rows[0].spans, [(0.375, 0.75)]);
    assert!(hours.rows[2].spans.is_empty());
    assert!((hours.now - 872.0 / 1440.0).abs() < 1e-9, "14:32");
    assert_eq!(hours.zone, "CST");
}

#[test]
fn hours_past_midnight_are_two_spans_of_a_day() {
    let day = |opens: &str, closes: &str| json!([{"day": "MON", "opens": opens, "closes": closes}]);
    for (opens, closes, spans) in [
        ("22:00", "06:00", vec![(22.0 / 24.0, 1.0), (0.0, 0.25)]),
        ("00:00", "24:00", vec![(0.0, 1.0)]),
        ("18:00", "00:00", vec![(0.75, 1.0)]),
        ("9", "18:00", vec![]),
        ("09:00", "18:60", vec![]),
        ("25:00", "26:00", vec![]),
    ] {
        assert_eq!(
            of(day(opens, closes)).unwrap().rows[0].spans,
            spans,
            "{opens}"
        );
    }
}

#[test]
fn without_days_there_are_no_hours() {
    for days in [json!([]), json!(null)] {
        assert_eq!(of(days), None);
    }
    let closed = of(json!([{"day": "mon", "opens": null, "closes": null}])).unwrap();
    assert_eq!(closed.rows[0].days, "Every day");
    assert_eq!(closed.rows[0].hours, "closed");
}
