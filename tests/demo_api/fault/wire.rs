//! Answers that break on their way: cut, truncated, garbage, empty, or a page.

use super::kind::Kind;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use futures_util::{StreamExt, future, stream};
use std::io;
use std::time::Duration;

/// The answer of a kind that breaks on the wire, made from the bytes of the
/// good one; `None` for the kinds that do not.
pub fn answer(kind: Kind, good: &Bytes) -> Option<Response> {
    match kind {
        Kind::Cut => Some(cut(good)),
        Kind::Stall => Some(broken_off(good, STALLED)),
        Kind::Truncated => Some(json_typed(Body::from(first_half(good)))),
        Kind::Garbage => Some(json_typed(Body::from(GARBAGE))),
        Kind::Empty => Some(json_typed(Body::empty())),
        Kind::LoginPage => Some(Html(LOGIN_PAGE).into_response()),
        _ => None,
    }
}

/// A body that fails at once is thrown away with its headers, unsent.
const UNTIL_SENT: Duration = Duration::from_millis(100);

/// Longer than anyone waits; frees the connection in the end.
pub const STALLED: Duration = Duration::from_secs(600);

/// Half of the body under the length of the whole, then a broken connection.
pub fn cut(good: &Bytes) -> Response {
    broken_off(good, UNTIL_SENT)
}

fn broken_off(good: &Bytes, after: Duration) -> Response {
    let broken = async move {
        tokio::time::sleep(after).await;
        Err(io::Error::new(
            io::ErrorKind::ConnectionReset,
            "cut on purpose",
        ))
    };
    let sent = stream::once(future::ready(Ok(first_half(good))));
    let mut response = json_typed(Body::from_stream(sent.chain(stream::once(broken))));
    response
        .headers_mut()
        .insert(header::CONTENT_LENGTH, HeaderValue::from(good.len()));
    response
}

fn first_half(good: &Bytes) -> Bytes {
    good.slice(..good.len() / 2)
}

fn json_typed(body: Body) -> Response {
    let mut response = Response::new(body);
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    response
}

/// Not JSON, not UTF-8, and with a NUL in it.
const GARBAGE: &[u8] = b"\x00\x1f\x8b\xff\xfe<<<{]:,,\xc3\x28 not json \xf0\x9f";

const LOGIN_PAGE: &str = "<!doctype html><html><head><title>Sign in</title></head>\
    <body><form><input name=\"user\"><input type=\"password\" name=\"password\"></form></body></html>";
