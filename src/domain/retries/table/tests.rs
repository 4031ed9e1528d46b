#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn of(steps: Value) -> Option<RetryTable> {
    let snapshot = mock::bare("running", json!({"retries": steps}));
    mock::at_capture(&snapshot, |formats| table(&snapshot, formats))
}

#[test]
fn the_running_example_reads_as_designed() {
    let snapshot = mock::running();
    let table = mock::at_capture(&snapshot, |formats| table(&snapshot, formats)).unwrap();
    assert_eq!(table.heading, "up to 4 attempts");
    let third = &table.rows[2];
    assert_eq!(
        [
            &third.label,
            &third.dialed,
            &third.answered,
            &third.rate,
            &third.reached,
            &third.cost_per_answer
        ],
        ["Third", "742", "199", "26.8%", "2,512 (69.9%)", "$0.21"]
    );
    assert_eq!(
        table.verdict,
        "The fourth attempt adds 71 answers at 21.0%; the first had 47.4%. Retries still help."
    );
}

#[test]
fn whether_another_attempt_helps_is_judged_by_rate_and_cost() {
    let step = |attempt, dialed, answered, cost: f64| {
        json!({"attempt": attempt, "dialed": dialed, "answered": answered,
            "cost_per_answer": {"amount": cost, "currency": "USD"}})
    };
    for (steps, end) in [
        (
            json!([step(1, 100, 40, 0.1), step(2, 100, 11, 0.1)]),
            "Retries still help.",
        ),
        (
            json!([step(1, 100, 40, 0.1), step(2, 100, 9, 0.1)]),
            "Another attempt hardly helps.",
        ),
        (
            json!([step(1, 100, 40, 0.1), step(2, 100, 11, 0.31)]),
            "Retries still reach people, at more than 3 times the cost.",
        ),
        (
            json!([
                step(1, 100, 40, 0.1),
                step(2, 100, 39, 0.1),
                step(3, 19, 0, 0.1)
            ]),
            "Retries still help.",
        ),
        (
            json!([step(1, 100, 40, 0.1), step(2, 19, 0, 0.1)]),
            "Too few second attempts to judge by: 20 are needed.",
        ),
        (
            json!([step(1, 100, 40, 0.1)]),
            "Too few second attempts to judge by: 20 are needed.",
        ),
        (
            json!([step(1, 100, 0, 0.1), step(2, 100, 0, 0.1)]),
            "Retries still help.",
        ),
    ] {
        let verdict = of(steps.clone()).unwrap().verdict;
        assert!(verdict.ends_with(end), "{steps}: {verdict}");
    }
}

#[test]
fn no_dial_no_table() {
    for steps in [
        json!(null),
        json!([]),
        json!([{"attempt": 1, "dialed": 0, "answered": 0}]),
        json!("many"),
    ] {
        assert_eq!(of(steps), None);
    }
}

#[test]
fn odd_steps_invent_no_rate() {
    let table = of(json!([
        {"attempt": 9, "dialed": 4, "answered": 7, "cost_per_answer": null},
        {"attempt": -3, "dialed": 0, "answered": i64::MAX},
    ]))
    .unwrap();
    assert_eq!(table.rows[0].label, "No. 9");
    assert_eq!(
        table.rows[0].reached, "7",
        "no share without a first attempt"
    );
    assert_eq!((&*table.rows[1].rate, table.rows[1].fraction), ("—", None));
    assert_eq!(table.rows[0].cost_per_answer, "—");
    assert_eq!(table.heading, "");
}
