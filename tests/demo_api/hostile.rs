//! The contract from an API that means harm: whatever text an answer holds, IDs and refusals
//! included, is an attack on the page, on a spreadsheet or on the reading order. A console beside
//! it reads it: `/hostile/console/`.

use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, header, response};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::console;
use crate::fault::{Edit, Fate, HostileTexts, Nature, Property, full, schema_of, walk};

/// The prefix of everything here.
pub const PREFIX: &str = "/hostile";

/// What follows every ID, as it is and as it comes back in an address.
const TAIL: [&str; 2] = ["\"><script>", "%22%3E%3Cscript%3E"];

/// Stands for half of a surrogate pair, which no string of ours can hold.
const HALF: [&str; 2] = ["\u{e0d8}", "\\ud83d"];

/// More than any request here.
const LARGEST: usize = 1 << 20;

/// The routes below [`PREFIX`].
pub fn router(api: Router, dist: Option<&Path>) -> Router {
    let attacking = Router::new().fallback_service(api).layer(from_fn(attack));
    let config = json!({
        "apiBase": "../api",
        "links": [{"label": "<img src=x onerror=alert(1)>", "url": "https://wiki.example/?a=\"><script>"}],
    });
    Router::new()
        .merge(console::at("/console/", dist, &config, &[]))
        .nest_service("/api", attacking)
}

/// Asks the truthful API, and twists what it says.
async fn attack(request: Request, next: Next) -> Response {
    let asked = truthful(request).await;
    let schema = schema_of(asked.method(), asked.uri().path());
    let (parts, body) = full(next.run(asked).await).await;
    let Ok(mut answer) = serde_json::from_slice::<Value>(&body) else {
        return Response::from_parts(parts, Body::from(body));
    };
    let mut texts = Attack::default();
    match schema {
        Some(schema) if parts.status.is_success() => walk(&mut answer, schema, &mut texts),
        _ => texts.everywhere(&mut answer),
    }
    sent(parts, &answer)
}

fn sent(mut parts: response::Parts, answer: &Value) -> Response {
    let body = answer.to_string().replace(HALF[0], HALF[1]);
    let headers = &mut parts.headers;
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    headers.remove(header::ETAG);
    if headers.contains_key("x-request-id") {
        let attack = HeaderValue::from_static("\"><img src=x onerror=alert(1)>");
        headers.insert("x-request-id", attack);
    }
    (parts, body).into_response()
}

/// The request with the IDs that the truthful API knows.
async fn truthful(request: Request) -> Request {
    let (mut parts, body) = request.into_parts();
    let address = parts.uri.to_string().replace(TAIL[1], "");
    if let Ok(address) = address.parse() {
        parts.uri = address;
    }
    for name in [
        header::ACCEPT_ENCODING,
        header::IF_NONE_MATCH,
        header::CONTENT_LENGTH,
    ] {
        parts.headers.remove(name);
    }
    let body = to_bytes(body, LARGEST).await.unwrap_or_default();
    let quoted = json!(TAIL[0]).to_string();
    let body = String::from_utf8_lossy(&body).replace(quoted.trim_matches('"'), "");
    Request::from_parts(parts, Body::from(body))
}

/// The texts of `fault-hostile`, and beside them IDs, every second code and lists of words.
#[derive(Default)]
struct Attack {
    texts: HostileTexts,
    codes: usize,
}

impl Attack {
    /// Twists an answer that the contract does not describe: a refusal.
    fn everywhere(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.texts.next_text().to_owned(),
            Value::Array(items) => items.iter_mut().for_each(|item| self.everywhere(item)),
            Value::Object(members) => members
                .iter_mut()
                .filter(|(name, _)| *name != "code")
                .for_each(|(_, member)| self.everywhere(member)),
            _ => {}
        }
    }
}

impl Edit for Attack {
    fn property(&mut self, property: &Property<'_>, value: &mut Value) -> Fate {
        let name = property.name;
        match value {
            Value::String(id) if name == "id" || name.ends_with("_id") => id.push_str(TAIL[0]),
            Value::String(code) if property.nature == Nature::Code => {
                self.codes += 1;
                // What a page of its own turns on stays, so that there is something to press.
                if !matches!(name, "status" | "action" | "name") && self.codes.is_multiple_of(2) {
                    *code = self.texts.next_text().to_owned();
                }
            }
            Value::Array(words) if !CAPABILITIES.contains(&name) => {
                for word in words.iter_mut().filter(|word| word.is_string()) {
                    *word = json!(self.texts.next_text());
                }
            }
            _ => return self.texts.property(property, value),
        }
        Fate::Keep
    }

    fn missing(&mut self, property: &Property<'_>) -> Option<Value> {
        self.texts.missing(property)
    }

    fn open_map(&mut self, map: &mut Map<String, Value>) {
        self.texts.open_map(map);
    }
}

/// Lists of what there is: without them there would be nothing to open.
const CAPABILITIES: [&str; 4] = ["provides", "fields", "filters", "sorts"];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tower::ServiceExt;

    async fn asked(address: &str) -> String {
        let api = Router::new()
            .route(
                "/campaigns/{id}/snapshot",
                get(
                    async |axum::extract::Path(id): axum::extract::Path<String>| {
                        axum::Json(
                            json!({"campaign": {"id": id, "name": "x", "status": "running"}}),
                        )
                    },
                ),
            )
            .fallback(async || {
                (
                    axum::http::StatusCode::NOT_FOUND,
                    axum::Json(json!({"detail": "x"})),
                )
            });
        let request = Request::get(address).body(Body::empty()).unwrap();
        let response = router(api, None).oneshot(request).await.unwrap();
        let (_, body) = full(response).await;
        String::from_utf8(body.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn an_id_comes_back_as_it_was_and_no_text_does() {
        let address = format!("/api/campaigns/a{}/snapshot", TAIL[1]);
        let answer: Value = serde_json::from_str(&asked(&address).await).unwrap();
        assert_eq!(answer["campaign"]["id"], "a\"><script>");
        assert_eq!(
            answer["campaign"]["name"],
            "<script>alert('campaign')</script>"
        );
        assert_eq!(answer["campaign"]["status"], "running");
        assert!(!asked("/api/nothing").await.contains("\"x\""));
    }
}
