//! The traps of the recording, each kept from being smoothed over.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::source::{self, Recording};
use super::{campaign, numbers, runs, summaries};
use serde_json::{Value, json};

fn recorded(id: &str) -> &'static Recording {
    source::all()
        .iter()
        .find(|recording| recording.id == id)
        .unwrap()
}

fn snapshot(id: &str) -> Value {
    campaign::snapshot(recorded(id))
}

fn names(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn contradicting_counters_are_sent_as_they_are_and_nothing_is_derived() {
    let snapshot = snapshot("cmp_recorded");
    assert_eq!(snapshot["campaign"]["status"], "running");
    assert_eq!(
        snapshot["counts"],
        json!({
        "total": 156, "processed": 146, "progress": 13.333_333_333_333_334 / 100.0 })
    );
    assert_eq!(snapshot["attempts"], json!({ "failed": 70 }));
    assert_eq!(snapshot["campaign"]["concurrency"], 4);
    assert_eq!(
        snapshot["campaign"]["max_attempts"], 2,
        "one retry is two attempts"
    );
}

#[test]
fn blocks_that_the_system_has_no_word_for_are_not_there() {
    let snapshot = snapshot("cmp_recorded");
    assert_eq!(
        names(&snapshot),
        [
            "actions",
            "activity",
            "attempts",
            "call_window",
            "campaign",
            "captured_at",
            "counts",
            "numbers",
            "tasks"
        ]
    );
    assert_eq!(
        names(&snapshot["campaign"]),
        [
            "agent",
            "concurrency",
            "created_at",
            "ended_at",
            "id",
            "max_attempts",
            "name",
            "number_pool",
            "retry_delay_seconds",
            "started_at",
            "status"
        ]
    );
    assert!(snapshot["campaign"]["ended_at"].is_null(), "sent as null");
}

#[test]
fn a_pause_by_hand_is_not_given_the_old_reason_of_the_breaker() {
    let snapshot = snapshot("cmp_recorded_paused");
    assert_eq!(snapshot["campaign"]["status"], "paused");
    assert_eq!(snapshot["campaign"].get("pause"), None);
    assert_eq!(
        snapshot.get("attempts"),
        None,
        "progress was not recorded while paused"
    );
    assert_eq!(
        snapshot["activity"][0]["at"],
        "2026-11-20T08:32:33.055296+00:00"
    );
    assert_eq!(snapshot["activity"][0]["severity"], "warning");
    assert!(
        snapshot["activity"][0]["text"]
            .as_str()
            .unwrap()
            .starts_with("Paused: failure rate")
    );
}

#[test]
fn an_unanswered_call_is_finished_and_not_completed() {
    let page = runs::page(recorded("cmp_recorded"));
    assert_eq!(
        page["page"],
        json!({ "size": 5, "number": 1, "total": 156, "total_is": "exact" })
    );
    assert_eq!(
        page["items"][0],
        json!({
        "id": "156", "contact": { "name": "Customer 58" }, "phone": "+14155550058", "from": "1003",
        "status": "finished", "disposition": "no-answer", "attempts": 2, "max_attempts": 2,
        "talk_seconds": 0, "last_attempted_at": "2026-11-20T08:49:29.512564Z" })
    );
    assert_eq!(page["items"][1]["disposition"], "DNC");
    assert_eq!(page["items"][1]["talk_seconds"], 40);
    let states: Vec<_> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| &task["status"])
        .collect();
    assert!(!states.contains(&&json!("completed")));
}

#[test]
fn numbers_are_extensions_without_figures() {
    let page = numbers::page(recorded("cmp_recorded"));
    assert_eq!(page["items"].as_array().unwrap().len(), 4);
    assert_eq!(
        page["items"][0],
        json!({ "id": "1", "number": "1000", "label": "ext 1000", "status": "active" })
    );
    assert_eq!(
        numbers::page_past_the_end(recorded("cmp_recorded"), 2)["items"],
        json!([])
    );
}

/// Every text and figure of the snapshot stands in the recording, but for the
/// console's own words and the three figures computed from recorded ones.
#[test]
fn nothing_is_invented() {
    for recording in source::all() {
        let sources = json!([
            recording.campaign,
            recording.progress,
            recording.runs,
            recording.numbers
        ]);
        let mut recorded = Vec::new();
        leaves(&sources, &mut recorded);
        let mut sent = Vec::new();
        leaves(&campaign::snapshot(recording), &mut sent);
        let own = [
            json!(recording.id),
            json!(recording.captured_at),
            json!("exact"),
            json!("finished"),
            json!("active"),
            json!("pause"),
            json!("resume"),
            json!("start"),
            json!(false),
            json!(campaign::NO_ACTIONS),
            json!(2),
            json!(13.333_333_333_333_334 / 100.0),
        ];
        let as_text = |value: &Value| Value::String(value.to_string());
        sent.retain(|leaf| !own.contains(leaf) && !recorded.contains(leaf));
        sent.retain(|leaf| !recorded.iter().any(|value| &as_text(value) == leaf));
        assert_eq!(sent, Vec::<Value>::new());
    }
}

fn leaves(value: &Value, into: &mut Vec<Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| leaves(item, into)),
        Value::Object(fields) => fields.values().for_each(|field| leaves(field, into)),
        leaf => into.push(leaf.clone()),
    }
}

#[test]
fn both_recordings_are_rows_of_the_list() {
    let rows = summaries();
    let ids: Vec<_> = rows
        .iter()
        .map(|row| (&row["id"], &row["status"]))
        .collect();
    assert_eq!(
        ids,
        [
            (&json!("cmp_recorded"), &json!("running")),
            (&json!("cmp_recorded_paused"), &json!("paused"))
        ]
    );
    assert_eq!(rows[0]["counts"]["processed"], 146);
    assert!(
        rows.iter()
            .all(|row| row.get("priority").is_none() && row.get("spend").is_none())
    );
}
