//! Answers that refuse: problem details by status, and a proxy's page.

use super::kind::Kind;
use super::sentinel::Sentinel;
use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Map, Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What a kind says in its problem details.
struct Refusal {
    status: StatusCode,
    detail: &'static str,
    retry_after_seconds: Option<u32>,
}

/// The answer of a kind that refuses; `None` for the kinds that do not.
pub fn answer(sentinel: &Sentinel) -> Option<Response> {
    if sentinel.kind == Kind::BadGatewayPage {
        return Some((StatusCode::BAD_GATEWAY, Html(PROXY_PAGE)).into_response());
    }
    refusal(sentinel.kind).map(|refusal| problem(sentinel, &refusal))
}

fn refusal(kind: Kind) -> Option<Refusal> {
    let (status, detail, retry_after_seconds) = match kind {
        Kind::SignedOut => (
            StatusCode::UNAUTHORIZED,
            "The session ended at 14:30 CST.",
            None,
        ),
        Kind::Forbidden => (
            StatusCode::FORBIDDEN,
            "This campaign belongs to another team. A workspace admin can give access.",
            None,
        ),
        Kind::NotFound => (
            StatusCode::NOT_FOUND,
            "No campaign has this ID in this workspace.",
            None,
        ),
        Kind::Conflict => (
            StatusCode::CONFLICT,
            "The campaign is already paused. J. Park paused it at 14:29 CST.",
            None,
        ),
        Kind::Refused => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "One value is not accepted.",
            None,
        ),
        Kind::RateLimited => (
            StatusCode::TOO_MANY_REQUESTS,
            "More than 60 requests in a minute.",
            Some(7),
        ),
        Kind::ServerFailed => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "The figures could not be read.",
            None,
        ),
        Kind::Unavailable => (
            StatusCode::SERVICE_UNAVAILABLE,
            "Maintenance until 14:45 CST. Dialing goes on.",
            Some(30),
        ),
        Kind::GatewayTimeout => (
            StatusCode::GATEWAY_TIMEOUT,
            "The dialer did not answer within 30 s.",
            None,
        ),
        _ => return None,
    };
    Some(Refusal {
        status,
        detail,
        retry_after_seconds,
    })
}

fn problem(sentinel: &Sentinel, refusal: &Refusal) -> Response {
    let request_id = next_request_id();
    let mut body = Map::from_iter([
        ("type".to_owned(), json!("about:blank")),
        ("title".to_owned(), json!(refusal.status.canonical_reason())),
        ("status".to_owned(), json!(refusal.status.as_u16())),
        (
            "detail".to_owned(),
            json!(refusal.detail.replace("campaign", sentinel.noun())),
        ),
        ("instance".to_owned(), json!(sentinel.asked)),
        ("request_id".to_owned(), json!(request_id)),
    ]);
    if refusal.status == StatusCode::UNPROCESSABLE_ENTITY {
        body.insert("errors".to_owned(), refused_values());
    }
    let mut response = (refusal.status, Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    if let Ok(value) = HeaderValue::try_from(request_id) {
        headers.insert(REQUEST_ID, value);
    }
    if let Some(seconds) = refusal.retry_after_seconds {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn refused_values() -> Value {
    json!([
        { "pointer": "/size", "detail": "Between 1 and 200 rows a page." },
        { "pointer": "/reason", "detail": "At most 500 characters." },
    ])
}

fn next_request_id() -> String {
    static ANSWERED: AtomicU64 = AtomicU64::new(1);
    format!("req_f{:05}", ANSWERED.fetch_add(1, Ordering::Relaxed))
}

const PROXY_PAGE: &str = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
    <center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
