//! The built console in a folder of its own, set up for one API: the same
//! files as everywhere else, and a few of the folder's own in front of them.

use std::path::Path;

use axum::Router;
use axum::http::header;
use axum::response::Redirect;
use axum::routing::{MethodRouter, get};
use serde_json::{Value, json};

use crate::site;

/// A console at `address`, which ends with a slash, such as `/bull/console/`. It reads
/// `config` as its `config.json`; `others` are further files of the folder, name and content.
pub fn at(address: &str, dist: Option<&Path>, config: &Value, others: &[(&str, String)]) -> Router {
    let mut folder = Router::new().route("/config.json", file(config.to_string()));
    for (name, content) in others {
        folder = folder.route(&format!("/{name}"), file(content.clone()));
    }
    with(address, dist, folder)
}

/// A console at `/renewed/` whose host has another build than the page: it tells so after a
/// quarter of an hour, or when it is seen again after five minutes.
pub fn renewed(dist: Option<&Path>) -> Router {
    let version = json!({"version": "0.0.0", "build": "another"}).to_string();
    let others = [("version.json", version)];
    at("/renewed/", dist, &json!({"apiBase": "../api"}), &others)
}

/// The same with routes of the folder's own, which go before its files.
pub fn with(address: &str, dist: Option<&Path>, own: Router) -> Router {
    let folder = own.fallback_service(site::router(dist));
    // Without the slash the page's relative addresses would lead beside the folder.
    let bare = address.trim_end_matches('/');
    let name = bare.rsplit('/').next().unwrap_or_default();
    let with_slash = [name, "/"].concat();
    Router::new()
        .route(
            bare,
            get(move || async move { Redirect::permanent(&with_slash) }),
        )
        .nest_service(address, folder)
}

fn file(content: String) -> MethodRouter {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    get(move || async move { (headers, content) })
}
