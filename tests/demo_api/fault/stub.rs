//! A small API for the tests: one campaign, and pages of one row.

#![allow(clippy::unwrap_used)]

use super::{Outages, around};
use axum::body::to_bytes;
use axum::extract::Path;
use axum::http::{Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use tower::ServiceExt;

/// When the snapshot was read.
pub const CAPTURED: &str = "2026-11-12T14:32:08-06:00";

/// A campaign with a part of every shape.
pub fn snapshot(id: &str) -> Value {
    json!({
        "captured_at": CAPTURED,
        "campaign": { "id": id, "name": "Q4 policy renewals", "status": "running", "concurrency": 60,
            "created_at": CAPTURED, "pause": { "reason": "Lunch" } },
        "actions": [{ "name": "pause", "available": true }, { "name": "resume", "available": false }],
        "counts": { "total": 26, "by_status": { "completed": 20, "pending": 6 } },
        "cost": { "total": { "amount": 480.77, "currency": "USD" } },
        "dispatch": { "calling_now": 36, "hints": ["Wait."], "blockers": [
            { "code": "waiting_for_line", "count": 4 }, { "code": "retry_cool_off", "count": 2 }] },
        "tasks": { "page": { "size": 50, "number": 1 }, "items": [
            { "id": "t_1", "status": "pending", "attempts": 0, "contact": { "name": "Zoë", "url": "https://c.example/1" } },
            { "id": "t_2", "status": "completed", "attempts": 2, "talk_seconds": 61.5 }] },
        "numbers": { "page": { "size": 50 }, "items": [{ "number": "+13125550100" }, { "number": "+13125550101" }] },
        "activity": [{ "at": CAPTURED, "text": "Started" }],
        "timeline": { "bucket_seconds": 900, "buckets": [
            { "from": CAPTURED, "answered": 3, "filling": false }, { "from": CAPTURED, "answered": 1, "filling": true }] },
        "dispositions": { "of": 20, "items": [{ "label": "Sale", "count": 9 }, { "label": "Callback", "count": 4 }] },
        "retries": [{ "attempt": 1, "dialed": 20, "answered": 9, "cost_per_answer": null }, { "attempt": 2, "dialed": 4, "answered": 1 }],
        "states": [{ "state": "pending", "count": 6, "limit_seconds": null }, { "state": "ringing", "count": 0 }],
        "upload": { "name": "contacts.csv", "rows": 30, "skipped_url": "/skipped.csv" },
    })
}

fn page() -> Value {
    json!({ "page": { "size": 50 }, "items": [{ "id": "x", "name": "One", "status": "running" }] })
}

/// The sentinels in front of routes that know the stand-in alone.
pub fn sentinels() -> Router {
    around(routes(), Outages::default())
}

/// Routes that know the stand-in alone.
pub fn routes() -> Router {
    let stand_in = |id: String| {
        if id == "cmp_8f3k2q" {
            ([(header::ETAG, "\"v7\"")], Json(snapshot(&id))).into_response()
        } else {
            StatusCode::NOT_FOUND.into_response()
        }
    };
    Router::new()
        .route("/campaigns", get(|| async { Json(page()) }))
        .route(
            "/campaigns/{id}/snapshot",
            get(move |Path(id): Path<String>| async move { stand_in(id) }),
        )
        .route("/campaigns/{id}/tasks", get(|| async { Json(page()) }))
        .route("/campaigns/{id}/numbers", get(|| async { Json(page()) }))
        .route(
            "/campaigns/{id}/actions/{action}",
            post(|| async { Json(json!({ "acted": true })) }),
        )
}

/// Asks the API under `/api`.
pub async fn ask(method: &str, address: &str) -> Response {
    let request = Request::builder()
        .method(method)
        .uri(address)
        .body(String::new())
        .unwrap();
    Router::new()
        .nest("/api", sentinels())
        .oneshot(request)
        .await
        .unwrap()
}

/// Reads from the API under `/api`.
pub async fn read(address: &str) -> Response {
    ask("GET", address).await
}

/// The JSON of an answer.
pub async fn json_of(response: Response) -> Value {
    serde_json::from_slice(&to_bytes(response.into_body(), 64 << 20).await.unwrap()).unwrap()
}
