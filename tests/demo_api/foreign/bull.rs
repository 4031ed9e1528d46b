//! Bull Board as recorded: one queue with its counts and the jobs of a status,
//! page by page. Nobody signs in. The one failed job is the recorded one; the
//! others are made up in its shape.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::recorded::{body, set};

/// Completed jobs of the queue, as the recording counts them.
const COMPLETED: u64 = 34;
/// Jobs that wait for a set time.
const DELAYED: u64 = 5;
/// Jobs of a page when nothing is asked.
const USUAL_SIZE: usize = 10;

/// The routes below `/api`.
pub fn router() -> Router {
    Router::new()
        .route("/queues", get(queues))
        .route("/queues/{queue}/{job}", get(one))
}

fn recorded_queue() -> Value {
    let recorded = body(include_str!("../../recorded/bullboard_failed.json"));
    recorded.pointer("/queues/0").cloned().unwrap_or_default()
}

fn recorded_job() -> Value {
    recorded_queue()
        .pointer("/jobs/0")
        .cloned()
        .unwrap_or_default()
}

async fn queues(headers: HeaderMap, Query(asked): Query<Vec<(String, String)>>) -> Response {
    let value = |name: &str| {
        let pair = asked.iter().find(|(key, _)| key == name);
        pair.map(|(_, value)| value.as_str())
    };
    let page = value("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(1_usize)
        .max(1);
    let size = value("jobsPerPage").and_then(|size| size.parse().ok());
    let size = size.unwrap_or(USUAL_SIZE).max(1);
    let mut queue = recorded_queue();
    let is_active = value("activeQueue").is_none_or(|name| queue.get("name") == Some(&json!(name)));
    let status = value("status").unwrap_or("latest");
    let jobs = if is_active { jobs(status) } else { Vec::new() };
    let pages = jobs.len().div_ceil(size);
    let start = (page - 1).saturating_mul(size);
    let shown: Vec<Value> = jobs
        .into_iter()
        .map(|(job, _)| job)
        .skip(start)
        .take(size)
        .collect();
    set(&mut queue, "jobs", shown);
    let range = json!({"start": start, "end": start.saturating_add(size) - 1});
    set(
        &mut queue,
        "pagination",
        json!({"pageCount": pages.max(1), "range": range}),
    );
    tagged(&headers, &json!({"queues": [queue]}))
}

async fn one(headers: HeaderMap, Path((queue, id)): Path<(String, String)>) -> Response {
    let refused =
        |key: &str| (StatusCode::NOT_FOUND, Json(json!({"error": {"key": key}}))).into_response();
    if recorded_queue().get("name") != Some(&json!(queue)) {
        return refused("ERRORS.QUEUE_NOT_FOUND");
    }
    let found = jobs("latest")
        .into_iter()
        .find(|(job, _)| job.get("id") == Some(&json!(id)));
    match found {
        Some((job, status)) => tagged(&headers, &json!({"job": job, "status": status})),
        None => refused("ERRORS.JOB_NOT_FOUND"),
    }
}

/// Answers under a weak tag, or says that nothing has changed since.
fn tagged(headers: &HeaderMap, answer: &Value) -> Response {
    let mut hash = DefaultHasher::new();
    answer.to_string().hash(&mut hash);
    let tag = format!("W/\"{:x}\"", hash.finish());
    let known = headers.get(header::IF_NONE_MATCH);
    if known.is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    ([(header::ETAG, tag)], Json(answer.clone())).into_response()
}

/// The jobs of a status, newest first, each with the status it is in.
fn jobs(status: &str) -> Vec<(Value, &'static str)> {
    let all = (1..=COMPLETED + DELAYED + 1).rev().map(job);
    all.filter(|(_, is)| status == "latest" || status == *is)
        .collect()
}

fn job(id: u64) -> (Value, &'static str) {
    let mut job = recorded_job();
    if job.get("id") == Some(&json!(id.to_string())) {
        return (job, "failed");
    }
    let added = job
        .get("timestamp")
        .and_then(Value::as_u64)
        .unwrap_or_default();
    let added = added.saturating_sub(23_000).saturating_add(id * 1_000);
    let contact = id - 1;
    let is_delayed = id > COMPLETED + 1;
    let of_contact =
        json!({"contact_id": format!("c{contact:02}"), "phone": format!("+1415555{contact:04}")});
    for (name, value) in [
        ("id", json!(id.to_string())),
        ("timestamp", json!(added)),
        ("attempts", json!(u64::from(!is_delayed))),
        ("delay", json!(if is_delayed { 3_600_000 } else { 0 })),
        ("data", of_contact),
        ("stacktrace", json!([])),
        ("isFailed", json!(false)),
    ] {
        set(&mut job, name, value);
    }
    if let Some(members) = job.as_object_mut() {
        members.remove("failedReason");
        if is_delayed {
            members.remove("processedOn");
            members.remove("finishedOn");
        }
    }
    if !is_delayed {
        set(&mut job, "processedOn", added + 700);
        set(&mut job, "finishedOn", added + 900);
        set(&mut job, "returnValue", json!({"disposition": "answered"}));
    }
    (job, if is_delayed { "delayed" } else { "completed" })
}
