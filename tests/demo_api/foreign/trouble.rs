//! Parts of a foreign API that fail on demand, each as such a system fails:
//! none of them knows RFC 9457.

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;

use super::PREFIX;
use crate::fault::{Kind, Outages, broken_on_the_wire};

/// More than any answer here.
const LARGEST: usize = 1 << 24;

/// Answers what an outage covers, and passes everything else on.
pub async fn layer(State(outages): State<Outages>, request: Request, next: Next) -> Response {
    let path = [PREFIX, request.uri().path()].concat();
    match outages.kind_at(&path) {
        None => next.run(request).await,
        Some(kind) => failed(kind, request, next).await,
    }
}

async fn failed(kind: Option<Kind>, request: Request, next: Next) -> Response {
    let refused = |status: StatusCode, detail: &str| {
        (status, Json(json!({ "detail": detail }))).into_response()
    };
    let Some(kind) = kind else {
        let inside = json!({"success": false, "error": "The dialer's database is being upgraded."});
        return Json(inside).into_response();
    };
    match kind {
        Kind::SignedOut => refused(StatusCode::UNAUTHORIZED, "Invalid or expired token"),
        Kind::Forbidden => refused(StatusCode::FORBIDDEN, "Not enough permissions"),
        Kind::NotFound => refused(StatusCode::NOT_FOUND, "Not Found"),
        Kind::ServerFailed => {
            (StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error").into_response()
        }
        Kind::BadGatewayPage => (StatusCode::BAD_GATEWAY, Html(PROXY_PAGE)).into_response(),
        Kind::Unavailable => {
            let mut response = refused(
                StatusCode::SERVICE_UNAVAILABLE,
                "Database connection pool exhausted",
            );
            let seconds = header::HeaderValue::from_static("30");
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
            response
        }
        kind => {
            let (parts, body) = next.run(request).await.into_parts();
            let good = to_bytes(body, LARGEST).await.unwrap_or_default();
            broken_on_the_wire(kind, &good)
                .unwrap_or_else(|| Response::from_parts(parts, good.into()))
        }
    }
}

const PROXY_PAGE: &str = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
    <center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
