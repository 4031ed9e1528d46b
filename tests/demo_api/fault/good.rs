//! The good answer behind a sentinel.

use super::contract::example;
use super::sentinel::{Place, Sentinel};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, Method, header, response};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// Larger good answers than this are not altered.
const LIMIT_BYTES: usize = 64 << 20;

/// Passes the request on for the stand-in and puts the asked id back into the
/// answer, so that the page stays consistent.
pub async fn answer(sentinel: &Sentinel, request: Request, next: Next) -> Response {
    if is_made_up_retry(sentinel, request.method()) {
        let (parts, ()) = Response::new(()).into_parts();
        return with_content(parts, &made_up_retry(sentinel));
    }
    let (parts, body) = full(next.run(for_stand_in(sentinel, request)).await).await;
    match serde_json::from_slice::<Value>(&body) {
        Ok(mut answer) if parts.status.is_success() => {
            put_id_back(sentinel, &mut answer);
            with_content(parts, &answer)
        }
        _ => Response::from_parts(parts, Body::from(body)),
    }
}

/// The good answer as content to alter, always in full. An answer that is not
/// a success, or not JSON, comes back as it is.
///
/// An action, or the start of a run, is not passed on: its answer is made up here, so that a failing
/// sentinel never acts on the campaign that stands in for it.
///
/// # Errors
/// The stand-in's own answer when there is nothing to alter.
pub async fn content(
    sentinel: &Sentinel,
    mut request: Request,
    next: Next,
) -> Result<(response::Parts, Value), Response> {
    if let Place::Action(name) = &sentinel.place
        && request.method() == Method::POST
    {
        let (parts, ()) = Response::new(()).into_parts();
        return Ok((parts, made_up_result(name)));
    }
    if let Place::Other("RunResult") = sentinel.place {
        let (parts, ()) = Response::new(()).into_parts();
        return Ok((parts, example("RunResultFull")));
    }
    if let Place::Other("ActionResult") = sentinel.place {
        let (parts, ()) = Response::new(()).into_parts();
        return Ok((parts, example("ActionResultRetried")));
    }
    if is_made_up_retry(sentinel, request.method()) {
        let (parts, ()) = Response::new(()).into_parts();
        return Ok((parts, made_up_retry(sentinel)));
    }
    request.headers_mut().remove(header::IF_NONE_MATCH);
    let (mut parts, body) = full(next.run(for_stand_in(sentinel, request)).await).await;
    match serde_json::from_slice::<Value>(&body) {
        Ok(mut answer) if parts.status.is_success() => {
            put_id_back(sentinel, &mut answer);
            mark_etag(&mut parts, sentinel.kind.word());
            Ok((parts, answer))
        }
        _ => Err(Response::from_parts(parts, Body::from(body))),
    }
}

/// An answer under the headers of the good one, with new content.
pub fn with_content(mut parts: response::Parts, answer: &Value) -> Response {
    let body = answer.to_string();
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    parts.headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    (parts, body).into_response()
}

/// Compressed answers could not be read here, so none is asked for.
fn for_stand_in(sentinel: &Sentinel, mut request: Request) -> Request {
    *request.uri_mut() = sentinel.good_uri.clone();
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    request
}

/// An answer with its whole body.
pub async fn full(response: Response) -> (response::Parts, Bytes) {
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LIMIT_BYTES).await.unwrap_or_default();
    (parts, bytes)
}

fn put_id_back(sentinel: &Sentinel, answer: &mut Value) {
    if sentinel.is_its_own {
        return;
    }
    let (of_one, of_each) = match sentinel.place {
        Place::Calls => ("/campaign/id", "/campaign/id"),
        Place::Other("JobDetail") => ("/id", "/-"),
        Place::Other("RecordDetail" | "Journey") => ("/record/id", "/-"),
        Place::Other("RecordPage") if asks_for_job(sentinel) => ("/-", "/job/id"),
        Place::Other("JobPage") => ("/project/id", "/-"),
        _ => ("/campaign/id", "/-"),
    };
    if let Some(id) = answer.pointer_mut(of_one) {
        *id = json!(sentinel.id);
    }
    if let Some(Value::Array(rows)) = answer.pointer_mut("/items") {
        for id in rows.iter_mut().filter_map(|row| row.pointer_mut(of_each)) {
            *id = json!(sentinel.id);
        }
    }
}

fn asks_for_job(sentinel: &Sentinel) -> bool {
    let query = sentinel.good_uri.query().unwrap_or_default();
    query.split('&').any(|pair| pair.starts_with("job="))
}

/// An altered answer must not pass for the good one at the next request.
fn mark_etag(parts: &mut response::Parts, word: &str) {
    let marked = parts
        .headers
        .get(header::ETAG)
        .and_then(|etag| etag.to_str().ok())
        .map(|etag| format!("{}-{word}\"", etag.trim_end_matches('"')))
        .and_then(|etag| HeaderValue::try_from(etag).ok());
    if let Some(marked) = marked {
        parts.headers.insert(header::ETAG, marked);
    }
}

/// Whether the contract's example stands for a retry: there is none of the sentinel's id, and a
/// failing part of the API starts and steers none.
fn is_made_up_retry(sentinel: &Sentinel, method: &Method) -> bool {
    let acts = *method == Method::POST;
    sentinel.place == Place::Other("Retry") && (acts || !sentinel.is_its_own)
}

fn made_up_retry(sentinel: &Sentinel) -> Value {
    let mut retry = example("RetryFull");
    let state = match sentinel.asked.rsplit('/').next() {
        Some("release") => "releasing",
        Some("stop") => "stopped",
        Some("retries") => "sampling",
        _ => "sample_passed",
    };
    if let Some(fields) = retry.as_object_mut() {
        fields.insert(String::from("state"), json!(state));
        if !sentinel.is_its_own {
            fields.insert(String::from("id"), json!(sentinel.id));
        }
    }
    retry
}

fn made_up_result(action: &str) -> Value {
    let status = match action {
        "pause" => "paused",
        "stop" => "completed",
        "cancel" => "cancelled",
        _ => "running",
    };
    json!({
        "action": action,
        "status": status,
        "applied_at": "2026-11-12T14:30:00-06:00",
        "message": "Done.",
        "replayed": false,
        "actions": [
            { "name": "pause", "available": status == "running" },
            { "name": "resume", "available": status == "paused" },
        ],
    })
}
