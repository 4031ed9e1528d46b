#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn cells(snapshot: &Snapshot) -> Vec<String> {
    let forecast = mock::at_capture(snapshot, |formats| forecast(snapshot, formats)).unwrap();
    forecast
        .cells
        .iter()
        .map(|cell| format!("{} {}", cell.value_text, cell.label))
        .collect()
}

fn with(buckets: Value) -> Snapshot {
    mock::bare("running", json!({"dispatch": {"forecast": buckets}}))
}

#[test]
fn the_running_example_reads_as_designed() {
    let running = mock::running();
    assert_eq!(
        cells(&running),
        [
            "1,102 Ready now",
            "+21 in 5 min",
            "+43 5 to 15 min",
            "+212 15 to 60 min",
            "+313 after 1 h",
            "22 Needs a fix",
        ]
    );
    let forecast = mock::at_capture(&running, |formats| forecast(&running, formats)).unwrap();
    assert_eq!(forecast.total_text, "1,713 pending");
    assert_eq!(forecast.cells[0].fraction, 1.0);
    assert_eq!(forecast.cells[3].fraction, 212.0 / 1102.0);
    assert!(forecast.cells[5].needs_fix);
}

#[test]
fn what_could_go_now_is_named_after_what_keeps_the_campaign() {
    assert_eq!(cells(&mock::paused())[0], "1,072 On resume");
    let closed = mock::running_with(|json| json["call_window"] = json!({"open": false}));
    assert_eq!(cells(&closed)[0], "1,102 When the window opens");
    let early = mock::running_with(|json| json["campaign"]["status"] = json!("scheduled"));
    assert_eq!(cells(&early)[0], "1,102 At the start");
}

#[test]
fn without_a_forecast_there_is_no_block() {
    let bare = mock::bare("running", json!({"dispatch": {}}));
    assert_eq!(
        mock::at_capture(&bare, |formats| forecast(&bare, formats)),
        None
    );
}

#[test]
fn odd_spans_still_read() {
    let odd = with(json!([
        {"count": 1, "from_seconds": 3600, "to_seconds": 14400},
        {"count": 2, "from_seconds": 90, "to_seconds": 125},
        {"count": 3},
        {"count": 0, "from_seconds": 60, "to_seconds": 120},
        {"count": -4, "from_seconds": -9, "to_seconds": -9},
        {"count": 5, "from_seconds": 0, "to_seconds": i64::MAX},
    ]));
    let cells = cells(&odd);
    assert_eq!(
        cells[..5],
        [
            "+1 1 to 4 h",
            "+2 1 m 30 s to 2 m 5 s",
            "+3 Time not reported",
            "0 1 to 2 min",
            "−4 Ready now",
        ]
    );
    assert!(cells[5].starts_with("+5 in "), "{}", cells[5]);
}

#[test]
fn an_empty_forecast_divides_by_nothing() {
    let none = with(json!([{"count": 0, "to_seconds": 0}]));
    let forecast = mock::at_capture(&none, |formats| forecast(&none, formats)).unwrap();
    assert_eq!(forecast.cells[0].fraction, 0.0);
    assert_eq!(forecast.total_text, "0 pending");
}

#[test]
fn the_next_contacts_are_the_earliest_that_waiting_brings() {
    let next = |buckets: Value| {
        let snapshot = with(buckets);
        mock::at_capture(&snapshot, |formats| next(&snapshot, formats))
    };
    let later = json!({"count": 7, "from_seconds": 900, "to_seconds": 3600});
    let soon = json!({"count": 1, "from_seconds": 0, "to_seconds": 300});
    let open = json!({"count": 7, "from_seconds": 3600, "to_seconds": null});
    assert_eq!(next(json!([later, soon])).unwrap(), "within 5 min");
    assert_eq!(next(json!([later, open])).unwrap(), "in 15 to 60 min");
    assert_eq!(next(json!([open])).unwrap(), "after 1 h");
    assert_eq!(
        next(json!([{"count": 9, "needs_fix": true}, {"count": 4}])),
        None
    );
    assert_eq!(
        next(json!([{"count": 0, "from_seconds": 0, "to_seconds": 300}])),
        None
    );
}
