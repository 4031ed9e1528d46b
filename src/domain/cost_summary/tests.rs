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

fn spent(cost: Value, statuses: Value) -> CostSummary {
    let snapshot = mock::running_with(|json| {
        json["cost"] = cost;
        json["counts"] = json!({"total": 4812, "by_status": statuses});
    });
    of(&snapshot).unwrap()
}

#[test]
fn parts_are_drawn_only_of_a_whole_in_the_same_currency() {
    let usd = |amount: f64| json!({"amount": amount, "currency": "USD"});
    let euros = json!({"amount": 2, "currency": "EUR"});
    for (total, part, fraction) in [
        (usd(8.0), usd(2.0), 0.25),
        (usd(8.0), euros, 0.0),
        (usd(0.0), usd(0.0), 0.0),
        (usd(8.0), usd(9.0), 1.0),
    ] {
        let summary = spent(
            json!({"total": total, "ai": part}),
            json!({"pending": 4812}),
        );
        assert_eq!(summary.parts[0].fraction, fraction, "{total} {part}");
    }
}

#[test]
fn what_is_over_costs_no_more_and_a_budget_may_be_used_up() {
    let usd = |amount: f64| json!({"amount": amount, "currency": "USD"});
    let over = json!({"completed": 4812});
    let used_up = spent(json!({"total": usd(750.0), "budget": usd(750.0)}), over);
    assert_eq!(used_up.warning, None);
    assert!(
        used_up
            .rows
            .iter()
            .all(|row| row.label != "Projected final")
    );
    let free = json!({"total": usd(0.0), "budget": usd(750.0)});
    let free = spent(free, json!({"completed": 2400, "pending": 2412}));
    assert!(free.rows.iter().all(|row| row.label != "Projected final"));
    let projected = of(&mock::running()).unwrap().rows.pop().unwrap();
    assert_eq!(
        (&*projected.label, projected.strong),
        ("Projected final", true)
    );
}
