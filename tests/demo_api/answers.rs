//! A plain folder of recorded answers served as an API, with a console in front
//! that reads it through the folder's own mapping. Files are read anew at every
//! request: edit the mapping and reload.
//!
//! The answer of `GET /v2/campaign` is `v2/campaign.json` in the folder: either the
//! plain answer, or `{"status", "headers", "body"}` as recordings are kept.

use std::path::{Component, Path, PathBuf};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::Value;

use crate::console;

/// Where the console is.
pub const ADDRESS: &str = "/answers/";

/// What the console reads where the folder has no `config.json`.
const CONFIG: &str =
    r#"{ "apiBase": "api", "mapping": "mapping.json", "auth": { "mode": "none" } }"#;

/// The console at [`ADDRESS`], with the answers below `api/` in it.
pub fn router(folder: &Path, dist: Option<&Path>) -> Router {
    let own = Router::new()
        .route("/config.json", get(config))
        .route("/mapping.json", get(mapping))
        .nest("/api", Router::new().fallback(answer))
        .with_state(folder.to_path_buf());
    console::with(ADDRESS, dist, own)
}

async fn config(State(folder): State<PathBuf>) -> Response {
    let text = tokio::fs::read_to_string(folder.join("config.json")).await;
    json(text.unwrap_or_else(|_| CONFIG.to_owned()))
}

async fn mapping(State(folder): State<PathBuf>) -> Response {
    match tokio::fs::read_to_string(folder.join("mapping.json")).await {
        Ok(text) => json(text),
        Err(_) => (StatusCode::NOT_FOUND, "The folder has no mapping.json.\n").into_response(),
    }
}

async fn answer(State(folder): State<PathBuf>, uri: Uri) -> Response {
    let Some(file) = file_of(&folder, uri.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match tokio::fs::read_to_string(&file).await {
        Ok(text) => replayed(&text).unwrap_or_else(|| json(text)),
        Err(_) => {
            let says = format!(
                "The folder has no {}.\n",
                file.strip_prefix(&folder).unwrap_or(&file).display()
            );
            (StatusCode::NOT_FOUND, says).into_response()
        }
    }
}

/// The file behind a path; `None` for one that would leave the folder.
fn file_of(folder: &Path, path: &str) -> Option<PathBuf> {
    let inner = PathBuf::from(path.trim_matches('/'));
    let stays = inner
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    stays.then(|| folder.join(inner).with_added_extension("json"))
}

/// A recording as it was sent; `None` for a plain answer.
fn replayed(text: &str) -> Option<Response> {
    let recording: Value = serde_json::from_str(text).ok()?;
    let body = recording.get("body")?;
    let status = recording.get("status")?.as_u64()?;
    let mut response = json(body.to_string());
    *response.status_mut() = StatusCode::from_u16(u16::try_from(status).ok()?).ok()?;
    let sent = recording.get("headers").and_then(Value::as_object)?;
    for (name, value) in sent {
        let name = name.parse::<HeaderName>().ok()?;
        let value = HeaderValue::from_str(value.as_str()?).ok()?;
        response.headers_mut().insert(name, value);
    }
    Some(response)
}

fn json(text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, text).into_response()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leaves_the_folder() {
        let folder = Path::new("/srv/answers");
        let file = |path| file_of(folder, path);
        assert_eq!(
            file("/v2/campaign/"),
            Some(PathBuf::from("/srv/answers/v2/campaign.json"))
        );
        assert_eq!(
            file("/a/b.c"),
            Some(PathBuf::from("/srv/answers/a/b.c.json"))
        );
        for outside in ["/../etc/passwd", "/a/../../b", "/./x/.."] {
            assert_eq!(file(outside), None, "{outside}");
        }
    }

    #[test]
    fn a_recording_is_sent_with_its_status_and_headers() {
        let text = r#"{"_meta":{},"status":401,"headers":{"x-a":"b"},"body":{"detail":"No"}}"#;
        let response = replayed(text).unwrap();
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(response.headers().get("x-a").unwrap(), "b");
        assert!(replayed(r#"{"results":[]}"#).is_none());
        assert!(replayed("[1]").is_none());
    }
}
