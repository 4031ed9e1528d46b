#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::format::{PlainLocale, Zone};
use crate::domain::json::decode;

fn with<R>(json: &str, f: impl Fn(&Snapshot, &Formats<'_>) -> R) -> R {
    let snapshot: Snapshot = decode(json).unwrap();
    let zone = Zone::Iana("America/Chicago".into());
    let now = snapshot.captured_at.ms.unwrap();
    f(
        &snapshot,
        &Formats {
            locale: &PlainLocale,
            zone: &zone,
            now,
        },
    )
}

fn pairs(rows: &[Definition]) -> Vec<(&str, &str)> {
    rows.iter()
        .map(|row| (row.label.as_str(), row.value.as_str()))
        .collect()
}

const BARE: &str = r#"{"captured_at":"2026-11-12T14:32:08-06:00","campaign":{"id":"c","name":"C","status":"running"}"#;

#[test]
fn what_the_set_up_lacks_is_said_once() {
    let rows = with(&format!("{BARE}}}"), setup);
    let rows = pairs(&rows);
    assert_eq!(rows.len(), 1);
    assert!(
        rows.iter()
            .all(|(label, value)| *label == "Not reported" && value.contains("concurrency"))
    );
}

#[test]
fn the_next_change_of_the_window_is_told() {
    for (window, rows) in [
        (
            r#"{"open":true,"closes_at":"2026-11-12T18:00:00-06:00","days":[{"day":"mon","opens":"09:00","closes":"18:00"}]}"#,
            vec![("Closes", "12 Nov, 18:00 CST, in 3 h 28 m")],
        ),
        (
            r#"{"open":false,"closes_at":"2026-11-13T18:00:00-06:00","opens_at":"2026-11-13T09:00:00-06:00"}"#,
            vec![("Opens", "13 Nov, 09:00 CST, in 18 h 28 m")],
        ),
        (r#"{"open":false,"opens_at":null}"#, vec![]),
        ("null", vec![]),
    ] {
        let json = format!(r#"{BARE},"call_window":{window}}}"#);
        assert_eq!(pairs(&with(&json, call_window)), rows, "{window}");
    }
}

#[test]
fn a_start_is_told_as_planned_until_it_has_happened() {
    let starts = r#""starts_at":"2026-11-12T15:00:00-06:00""#;
    let started = r#""started_at":"2026-11-12T13:00:00-06:00""#;
    for (times, told) in [
        (starts.to_owned(), vec!["Starts"]),
        (started.to_owned(), vec!["Started"]),
        ([starts, ",", started].concat(), vec!["Started"]),
    ] {
        let json = format!(
            r#"{{"captured_at":"2026-11-12T14:32:08-06:00","campaign":{{"id":"c","name":"C","status":"running",{times}}}}}"#
        );
        let rows = with(&json, setup);
        let labels = pairs(&rows).into_iter().map(|(label, _)| label);
        let of_start: Vec<&str> = labels.filter(|label| label.starts_with("Start")).collect();
        assert_eq!(of_start, told, "{times}");
        let missing = pairs(&rows)
            .into_iter()
            .find(|(label, _)| *label == "Not reported");
        assert!(
            missing.is_some_and(|(_, names)| !names.contains("start") && !names.contains("ended"))
        );
    }
}
