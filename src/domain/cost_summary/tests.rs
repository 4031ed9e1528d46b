#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn of(snapshot: &Snapshot) -> Option<CostSummary> {
    mock::at_capture(snapshot, |formats| summary(snapshot, formats))
}

fn pairs(rows: &[Definition]) -> Vec<(&str, &str)> {
    rows.iter()
        .map(|row| (row.label.as_str(), row.value.as_str()))
        .collect()
}

#[test]
fn the_running_example_reads_as_designed() {
    let summary = of(&mock::running()).unwrap();
    assert_eq!(summary.total, "$480.77");
    assert_eq!(
        pairs(&summary.rows),
        [
            ("Budget left", "$269.23 of $750.00"),
            ("Per answered call", "$0.19"),
            ("Per completed call", "$0.21"),
            ("Per goal reached", "$0.75"),
            ("Projected final", "$757.27"),
        ]
    );
    let (text, tone) = summary.warning.unwrap();
    assert_eq!(
        (&*text.plain(), tone),
        ("On course to pass the budget by $7.27.", Tone::Warn)
    );
    assert_eq!(summary.reminder, REMINDER);
    let share: f64 = summary.parts.iter().map(|part| part.fraction).sum();
    assert!((share - 1.0).abs() < 0.001);
}

#[test]
fn the_budget_is_judged_only_when_it_can_be() {
    let usd = |amount: f64| json!({"amount": amount, "currency": "USD"});
    let cases: [(&str, Value, Option<&str>); 6] = [
        ("/cost/budget", usd(757.28), None),
        (
            "/cost/budget",
            usd(480.76),
            Some("The budget is passed by $0.01."),
        ),
        (
            "/cost/budget",
            json!({"amount": 1, "currency": "EUR"}),
            None,
        ),
        ("/cost/budget", json!(null), None),
        ("/campaign/status", json!("completed"), None),
        (
            "/counts/by_status",
            json!({"completed": 29, "pending": 4783}),
            None,
        ),
    ];
    for (pointer, value, expected) in cases {
        let snapshot = mock::running_with(|json| *json.pointer_mut(pointer).unwrap() = value);
        let warning = of(&snapshot).unwrap().warning;
        let told = warning.map(|(text, _)| text.plain());
        assert_eq!(told.as_deref(), expected, "{pointer}");
    }
}

#[test]
fn nothing_is_divided_by_zero_or_invented() {
    assert_eq!(of(&mock::bare("running", json!({}))), None);
    let bare = mock::bare(
        "running",
        json!({"attempts": {"completed": 0, "answered": 0},
            "cost": {"total": {"amount": 0, "currency": "USD"}, "ai": {"amount": 1, "currency": "EUR"},
                "billing_note": "  Ask finance first. "}}),
    );
    let summary = of(&bare).unwrap();
    assert!(summary.rows.is_empty());
    assert_eq!(summary.parts[0].fraction, 0.0);
    assert_eq!(summary.reminder, "Ask finance first.");
    assert_eq!(summary.parts[0].value, "€1.00");
}
