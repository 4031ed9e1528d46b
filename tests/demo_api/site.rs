//! The built console, served beside the API with the headers that a careful
//! host would send.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;

use crate::policy;

/// Serves a folder; without one, a sentence that says what is missing.
pub fn router(dist: Option<&Path>) -> Router {
    let router = match dist {
        Some(dist) => Router::new()
            .fallback_service(ServeDir::new(dist).precompressed_br().precompressed_gzip())
            .layer(from_fn_with_state(dist.to_path_buf(), page_for_routes)),
        None => Router::new().fallback(async || {
            (
                StatusCode::NOT_FOUND,
                "No console is served here: start with --dist DIR. The API is at /api.\n",
            )
        }),
    };
    router.layer(from_fn(headers))
}

/// A path that is no file's is a place inside the console: it answers with its page.
async fn page_for_routes(
    State(dist): State<PathBuf>,
    mut request: Request,
    next: Next,
) -> Response {
    if is_route(&dist, &request) {
        *request.uri_mut() = axum::http::Uri::from_static("/index.html");
    }
    next.run(request).await
}

fn is_route(dist: &Path, request: &Request) -> bool {
    let path = request.uri().path();
    let last = path.rsplit('/').next().unwrap_or_default();
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    is_read
        && !last.contains('.')
        && accepts_html(request.headers())
        && !dist
            .join(path.trim_start_matches('/'))
            .join("index.html")
            .is_file()
}

fn accepts_html(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}

async fn headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await.into_response();
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    policy::add(&path, found, response.headers_mut());
    response
}
