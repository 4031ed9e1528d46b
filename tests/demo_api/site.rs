//! The built console, served beside the API with the headers that a careful
//! host would send.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;

const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

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
    let cache = if is_hashed(request.uri().path()) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = next.run(request).await.into_response();
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(if found { cache } else { "no-cache" }),
    );
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(CONTENT_SECURITY_POLICY),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    response
}

/// Whether a file's name carries a hash of its content, as in `ringside-3fa95c01_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    file.split(['-', '.', '_'])
        .skip(1)
        .any(|part| part.len() >= 8 && part.bytes().all(|letter| letter.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        assert!(is_hashed("/ringside-3fa95c0177a1b2c3_bg.wasm"));
        assert!(is_hashed("/assets/main-0123abcd.css"));
        assert!(is_hashed("/echarts.0123abcd.js"));
        assert!(!is_hashed("/index.html"));
        assert!(!is_hashed("/boot.js"));
        assert!(!is_hashed("/charts-extra.js"));
    }
}
