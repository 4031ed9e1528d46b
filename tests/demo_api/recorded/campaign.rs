//! The recorded campaign in the contract's words.

use super::source::{Recording, Reported};
use super::{numbers, runs};
use serde_json::{Value, json};

/// Why no action is available.
pub const NO_ACTIONS: &str =
    "This campaign is a recording of another system. It cannot be acted on.";

/// The actions that the recorded system knows.
const ACTIONS: [&str; 3] = ["start", "pause", "resume"];

/// The row of the list of campaigns.
pub fn summary(recording: &Recording) -> Value {
    let campaign = &recording.campaign;
    Reported::default()
        .with("id", Some(json!(recording.id)))
        .copied("name", campaign, "/name")
        .with("status", status(campaign))
        .with("counts", counts(recording))
        .with("attempts", attempts(recording))
        .with("call_window", call_window(campaign))
        .copied("created_at", campaign, "/created_at")
        .copied("ended_at", campaign, "/completed_at")
        .with("actions", Some(actions()))
        .into_value()
}

/// Everything that was recorded of the campaign. The blocks that the recorded
/// system has no word for (dispatch, cost, goal, callbacks) are not there.
pub fn snapshot(recording: &Recording) -> Value {
    Reported::default()
        .with(
            "captured_at",
            recording.captured_at.clone().map(Value::from),
        )
        .with("campaign", Some(campaign(recording)))
        .with("actions", Some(actions()))
        .with("counts", counts(recording))
        .with("attempts", attempts(recording))
        .with("call_window", call_window(&recording.campaign))
        .with("tasks", Some(runs::page(recording)))
        .with("numbers", Some(numbers::page(recording)))
        .with("activity", activity(&recording.campaign))
        .into_value()
}

/// The pause block stays absent even when paused: a person paused it, and the
/// newest log entry is an old one of the circuit breaker, not the reason.
fn campaign(recording: &Recording) -> Value {
    let campaign = &recording.campaign;
    Reported::default()
        .with("id", Some(json!(recording.id)))
        .copied("name", campaign, "/name")
        .with("status", status(campaign))
        .copied("agent", campaign, "/workflow_name")
        .copied("number_pool", campaign, "/telephony_configuration_name")
        .copied("concurrency", campaign, "/max_concurrency")
        .with("max_attempts", max_attempts(recording))
        .copied(
            "retry_delay_seconds",
            campaign,
            "/retry_config/retry_delay_seconds",
        )
        .copied("created_at", campaign, "/created_at")
        .copied("started_at", campaign, "/started_at")
        .copied("ended_at", campaign, "/completed_at")
        .into_value()
}

/// States have the contract's names but for the first.
fn status(campaign: &Value) -> Option<Value> {
    let state = campaign.get("state")?.as_str()?;
    Some(json!(if state == "created" { "draft" } else { state }))
}

/// The system counts retries, the contract attempts: one more.
pub fn max_attempts(recording: &Recording) -> Option<Value> {
    let retries = recording.campaign.get("retry_config")?;
    match retries.get("enabled")?.as_bool()? {
        true => Some(json!(retries.get("max_retries")?.as_u64()? + 1)),
        false => Some(json!(1)),
    }
}

/// Queued and executed calls, and the system's own progress beside them. Its
/// `processed_rows` counts lines of the audience file, which is another thing.
fn counts(recording: &Recording) -> Option<Value> {
    let campaign = &recording.campaign;
    campaign.get("total_queued_count")?.as_u64()?;
    Reported::default()
        .copied("total", campaign, "/total_queued_count")
        .copied("processed", campaign, "/executed_count")
        .with("progress", progress(&recording.progress))
        .unless_empty()
}

/// From percent to a fraction.
fn progress(progress: &Value) -> Option<Value> {
    match progress.get("progress_percentage")? {
        Value::Null => Some(Value::Null),
        percent => Some(json!(percent.as_f64()? / 100.0)),
    }
}

fn attempts(recording: &Recording) -> Option<Value> {
    Reported::default()
        .copied("failed", &recording.progress, "/failed_calls")
        .unless_empty()
}

/// No schedule is sent as null: known to be none.
fn call_window(campaign: &Value) -> Option<Value> {
    campaign
        .get("schedule_config")
        .filter(|schedule| schedule.is_null())
        .cloned()
}

fn actions() -> Value {
    ACTIONS
        .iter()
        .map(|name| json!({ "name": name, "available": false, "reason": NO_ACTIONS }))
        .collect()
}

/// The system's log, newest first.
fn activity(campaign: &Value) -> Option<Value> {
    let logs = campaign.get("logs")?.as_array()?;
    let mut entries: Vec<Value> = logs.iter().filter_map(log_entry).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.get("at").map(Value::to_string)));
    Some(Value::Array(entries))
}

fn log_entry(log: &Value) -> Option<Value> {
    log.get("ts")?.as_str()?;
    log.get("message")?.as_str()?;
    let entry = Reported::default()
        .copied("at", log, "/ts")
        .copied("severity", log, "/level")
        .copied("text", log, "/message");
    Some(entry.into_value())
}
