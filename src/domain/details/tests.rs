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
fn equal_days_are_joined() {
    let day = |d: &str, hours: &str| format!(r#"{{"day":"{d}"{hours}}}"#);
    let week = r#","opens":"09:00","closes":"18:00""#;
    let days: Vec<String> = ["mon", "tue", "wed", "thu", "fri"]
        .iter()
        .map(|d| day(d, week))
        .collect();
    let json = format!(
        r#"{BARE},"call_window":{{"open":true,"closes_at":"2026-11-12T18:00:00-06:00","days":[{},{}]}}}}"#,
        days.join(","),
        day("sat", r#","opens":"10:00","closes":"14:00""#)
    );
    let rows = with(&json, call_window);
    let rows = pairs(&rows);
    assert_eq!(rows.first(), Some(&("Mon to Fri", "09:00 to 18:00")));
    assert_eq!(rows.get(1), Some(&("Sat", "10:00 to 14:00")));
    assert_eq!(rows.get(2), Some(&("Sun", "closed")));
    assert!(
        rows.get(3)
            .is_some_and(|(label, value)| *label == "Closes" && value.contains("18:00"))
    );
}
