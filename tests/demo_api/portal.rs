//! A page of somebody else that embeds the console: `/portal/`.
//!
//! The address says how. `/portal/?api-base=/api&campaign-id=cmp_8f3k2q&theme=dark` holds
//! the custom element with those attributes, `/portal/?frame&campaignId=cmp_8f3k2q` an
//! iframe that is told them; without a question the page is empty. The console beside it
//! lets pages of `http://127.0.0.1` embed it, and no others: at `http://localhost` the
//! same page is a stranger.

use std::path::Path;

use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use crate::console;

const PAGE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Portal</title>\
    <link rel=\"icon\" href=\"data:,\"><script type=\"module\" src=\"portal.js\"></script>\
    <h1>Portal</h1><main></main></html>";

/// No more than docs/embedding-element.md and docs/embedding-iframe.md ask for.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; img-src data:; frame-src http://127.0.0.1:* http://localhost:*; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'; report-uri /demo/violations";

/// The page, its script, and the console for both.
pub fn router(dist: Option<&Path>) -> Router {
    let page = async || ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(PAGE));
    let script = [(header::CONTENT_TYPE, "text/javascript")];
    let script = async move || (script, include_str!("portal/portal.js")).into_response();
    let own = Router::new().route("/config.json", get(settings));
    Router::new()
        .route("/portal/", get(page))
        .route("/portal/portal.js", get(script))
        .merge(console::with("/portal/console/", dist, own))
}

/// Settings that name the page's exact origin, port and all.
async fn settings(headers: HeaderMap) -> impl IntoResponse {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let port = host
        .and_then(|host| host.rsplit(':').next())
        .unwrap_or("80");
    Json(json!({
        "apiBase": "../../api",
        "embeddingOrigins": [format!("http://127.0.0.1:{port}")],
    }))
}
