#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::json::decode;
use crate::domain::mock;
use crate::domain::timestamp::Timestamp;
use serde_json::{Value, json};

fn told_of(json: Value) -> Told {
    let journey: Journey = decode(&json.to_string()).unwrap();
    let now = Timestamp::from_text("2026-11-12T14:32:08-06:00")
        .ms
        .unwrap();
    mock::at(now, |formats| told(&journey, formats))
}

fn at(time: &str) -> Value {
    json!(format!("2026-11-12T{time}-06:00"))
}

/// The journey of the design.
fn drawn() -> Value {
    json!({
        "record": {"id": "rec_51c9", "status": "failed", "outcome": "ai_timeout", "failed_step": "ai_agent",
            "started_at": at("13:22:03"), "ended_at": at("13:24:19"), "duration_seconds": 135.7,
            "job": {"id": "job_77ae0", "spinner": "Payment reminder", "version": 7}},
        "steps": [
            {"name": "load_contact", "kind": "load", "status": "ok", "duration_seconds": 0.2,
                "started_at": at("13:22:03.0"), "message": "Contact and metadata read"},
            {"name": "enrich", "kind": "enrich", "status": "ok", "duration_seconds": 0.9, "started_at": at("13:22:03.2")},
            {"name": "place_call", "kind": "call", "status": "ok", "outcome": "answered", "duration_seconds": 14.6,
                "started_at": at("13:22:04.1")},
            {"name": "ai_agent", "kind": "ai_agent", "status": "failed", "outcome": "ai_timeout",
                "duration_seconds": 120.0, "started_at": at("13:22:18.7"), "limit_seconds": 120,
                "message": "no model reply within its 120 s limit"},
            {"name": "write_outcome", "kind": "write_outcome", "status": "skipped", "duration_seconds": null},
        ],
        "similar": {"count": 28, "text": "failed the same way, all after 13:18 CST"},
    })
}

#[test]
fn the_journey_of_the_design_reads_as_drawn() {
    let told = told_of(drawn());
    assert_eq!(
        told.verdict.plain(),
        "Failed at step 4 of 5. ai_agent: No model reply within its 120 s limit."
    );
    let (count, more) = told.similar.unwrap();
    assert_eq!(
        [count, more].concat(),
        "28 other records failed the same way, all after 13:18 CST."
    );
    assert_eq!(told.scale, "0 s to 136 s");
    let facts: Vec<&str> = told.facts.iter().map(|(_, cell)| &*cell.text).collect();
    assert_eq!(
        facts,
        [
            "13:22:03 CST",
            "13:24:19 CST",
            "2m 15.7s",
            "Payment reminder v7"
        ]
    );
    let durations: Vec<&str> = told.steps.iter().map(|step| &*step.duration.text).collect();
    assert_eq!(durations, ["0.2 s", "0.9 s", "14.6 s", "120.0 s", "—"]);
    let outcomes: Vec<&str> = told.steps.iter().map(|step| &*step.outcome).collect();
    assert_eq!(outcomes, ["ok", "ok", "answered", "ai_timeout", "skipped"]);
    assert!(
        told.steps.iter().all(|step| !step.slow),
        "120 s is the limit, not past it"
    );
    let ai = &told.steps[3];
    assert!((ai.from + ai.length - 1.0).abs() < 1e-9 && (ai.from - 15.7 / 135.7).abs() < 1e-9);
}

#[test]
fn a_step_that_is_being_done_counts_until_now() {
    for (since, slow, tone) in [
        ("14:30:18", false, Tone::Live),
        ("14:29:58", true, Tone::Warn),
    ] {
        let told = told_of(json!({
            "record": {"id": "r", "status": "running", "started_at": at(since)},
            "steps": [{"name": "ai_agent", "kind": "ai_agent", "status": "running", "started_at": at(since)},
                {"name": "write_outcome", "status": "pending"}],
        }));
        assert_eq!((told.steps[0].slow, told.tone), (slow, tone), "{since}");
        assert!(
            told.verdict
                .plain()
                .starts_with("Running in step 1 of 2. Ai_agent.")
        );
        assert_eq!(told.facts[1].1.text, "in progress");
    }
}

#[test]
fn odd_steps_break_nothing() {
    let told = told_of(json!({
        "record": {"id": "r", "status": "failed"},
        "steps": [7, {"name": "a", "status": "odd", "duration_seconds": -4},
            {"name": "b", "status": "ok", "started_at": "noon", "duration_seconds": 1e300},
            {"name": "c", "status": "ok", "started_at": at("14:00:00"), "ended_at": at("13:00:00")}],
        "similar": {"count": -2},
    }));
    assert_eq!((told.unreadable, told.similar), (1, None));
    assert_eq!(told.verdict.plain(), "Failed. Why is not reported.");
    for step in &told.steps {
        assert!(
            (0.0..=1.0).contains(&step.from) && (0.0..=1.0).contains(&(step.from + step.length))
        );
    }
    let empty = told_of(json!({"record": {"id": "r", "status": "queued"}, "steps": []}));
    assert_eq!((&*empty.scale, empty.steps.len()), ("", 0));
    assert_eq!(empty.verdict.plain(), "The run has not come to it yet.");
}

#[test]
fn a_step_that_tells_no_begin_follows_the_one_before() {
    let told = told_of(
        json!({"record": {"id": "rec_1", "status": "running"}, "steps": [
            {"name": "load", "status": "ok", "started_at": at("14:31:58"), "ended_at": at("14:32:00")},
            {"name": "enrich", "status": "ok", "duration_seconds": 3},
            {"name": "call", "status": "running", "started_at": at("14:32:03")},
        ]}),
    );
    let bars: Vec<(f64, f64, &str)> = told
        .steps
        .iter()
        .map(|step| (step.from, step.length, &*step.duration.text))
        .collect();
    assert_eq!(told.scale, "0 s to 10 s");
    assert_eq!(
        bars,
        [
            (0.0, 0.2, "Not reported"),
            (0.2, 0.3, "3.0 s"),
            (0.5, 0.5, "5.0 s")
        ]
    );
}

#[test]
fn a_completed_record_went_through_one_step_or_several() {
    let steps = |count: usize| {
        let step = json!({"name": "load", "status": "ok"});
        let record = json!({"id": "rec_1", "status": "completed"});
        told_of(json!({"record": record, "steps": vec![step; count]}))
            .verdict
            .plain()
    };
    assert_eq!(steps(1), "Completed. It went through 1 step.");
    assert_eq!(steps(2), "Completed. It went through 2 steps.");
}
