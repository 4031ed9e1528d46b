//! What a recording cannot answer, as problem details.

use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::sync::atomic::{AtomicU64, Ordering};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A refusal in words.
pub struct Refusal {
    /// The HTTP status.
    pub status: StatusCode,
    /// Why, in words.
    pub detail: String,
}

impl Refusal {
    /// A refusal with that status and reason.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            status,
            detail: detail.into(),
        }
    }
}

impl IntoResponse for Refusal {
    /// Problem details under a request id of their own.
    fn into_response(self) -> Response {
        static ANSWERED: AtomicU64 = AtomicU64::new(1);
        let request_id = format!("req_r{:05}", ANSWERED.fetch_add(1, Ordering::Relaxed));
        let body = json!({
            "type": "about:blank",
            "title": self.status.canonical_reason(),
            "status": self.status.as_u16(),
            "detail": self.detail,
            "request_id": request_id,
        });
        let mut response = (self.status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Ok(value) = HeaderValue::try_from(request_id) {
            headers.insert(REQUEST_ID, value);
        }
        response
    }
}
