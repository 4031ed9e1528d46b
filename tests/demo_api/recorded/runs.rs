//! Recorded runs (one call each) as tasks.

use super::asked::Wanted;
use super::campaign::max_attempts;
use super::source::{Recording, Reported, id_text};
use serde_json::{Value, json};

/// The recorded page as it was sent, with the size it was asked for then.
pub fn page(recording: &Recording) -> Value {
    let recorded = &recording.runs;
    let info = Reported::default()
        .copied("size", recorded, "/limit")
        .copied("number", recorded, "/page")
        .copied("total", recorded, "/total_count")
        .with(
            "total_is",
            recorded.get("total_count").map(|_| json!("exact")),
        )
        .into_value();
    page_of(recording, tasks(recording), info)
}

/// Those of the recorded rows that are wanted: at least so many there are.
pub fn page_wanted(recording: &Recording, wanted: &Wanted) -> Value {
    if wanted.is_everything() {
        return page(recording);
    }
    let mut found = tasks(recording);
    found.retain(|task| wanted.holds(task));
    let info = Reported::default()
        .copied("size", &recording.runs, "/limit")
        .copied("number", &recording.runs, "/page")
        .with("total", Some(json!(found.len())))
        .with("total_is", Some(json!("at_least")))
        .into_value();
    page_of(recording, found, info)
}

fn page_of(recording: &Recording, tasks: Vec<Value>, info: Value) -> Value {
    Reported::default()
        .with("items", Some(Value::Array(tasks)))
        .with("page", Some(info))
        .with(
            "captured_at",
            recording.captured_at.clone().map(Value::from),
        )
        .into_value()
}

fn tasks(recording: &Recording) -> Vec<Value> {
    let of = |run| task(run, recording);
    raw(recording).iter().filter_map(of).collect()
}

fn raw(recording: &Recording) -> &[Value] {
    let runs = recording.runs.get("runs").and_then(Value::as_array);
    runs.map_or(&[], Vec::as_slice)
}

/// One run with what was recorded of it, raw.
pub fn debug(recording: &Recording, id: &str) -> Option<Value> {
    let run = raw(recording)
        .iter()
        .find(|run| id_text(run).is_some_and(|of_run| of_run == id))?;
    let as_recorded = Reported::default()
        .copied("at", run, "/created_at")
        .with("data", Some(run.clone()))
        .into_value();
    let debug = Reported::default()
        .with(
            "captured_at",
            recording.captured_at.clone().map(Value::from),
        )
        .with("task", task(run, recording))
        .with("snapshots", Some(json!([as_recorded])));
    Some(debug.into_value())
}

fn task(run: &Value, recording: &Recording) -> Option<Value> {
    let contact = Reported::default().copied("name", run, "/initial_context/customer_name");
    let task = Reported::default()
        .with("id", Some(id_text(run)?))
        .with("contact", contact.unless_empty())
        .copied("phone", run, "/initial_context/phone_number")
        .copied("from", run, "/initial_context/caller_number")
        .with("status", Some(state(run)))
        .copied(
            "disposition",
            run,
            "/gathered_context/mapped_call_disposition",
        )
        .with("attempts", attempt_number(run))
        .with("max_attempts", max_attempts(recording))
        .copied("talk_seconds", run, "/cost_info/call_duration_seconds")
        .copied("last_attempted_at", run, "/created_at");
    Some(task.into_value())
}

/// `is_completed` is true for unanswered calls too, so it is not the state
/// "completed" of the contract: the call is over, whatever came of it.
fn state(run: &Value) -> Value {
    match run.get("is_completed").and_then(Value::as_bool) {
        Some(true) => json!("finished"),
        Some(false) => json!("not_finished"),
        None => json!("not_reported"),
    }
}

/// A first call has no retry number; the first retry is the second attempt.
fn attempt_number(run: &Value) -> Option<Value> {
    let context = run.get("initial_context")?;
    match context.get("is_retry")?.as_bool()? {
        true => Some(json!(context.get("retry_attempt")?.as_u64()? + 1)),
        false => Some(json!(1)),
    }
}
