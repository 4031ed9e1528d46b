//! Reads what an API says when it refuses: RFC 9457 problem details first,
//! then the shapes that other APIs use, then plain text.

use super::error::{ApiError, ErrorKind};
use serde_json::Value;

/// Longest message that is put on screen, in characters.
const LONGEST: usize = 300;

/// What a refused or failed answer carried beside its body.
#[derive(Clone, Debug, Default)]
pub struct Refusal<'a> {
    /// The HTTP status, 400 to 599.
    pub status: u16,
    /// `X-Request-Id`.
    pub request_id: Option<String>,
    /// `Retry-After` as sent: seconds, or an HTTP date.
    pub retry_after: Option<String>,
    /// The body, whatever it is.
    pub body: &'a [u8],
    /// The client's clock, epoch milliseconds, for a `Retry-After` date.
    pub now: i64,
}

impl Refusal<'_> {
    /// The error that the operator is shown.
    pub fn into_error(self) -> ApiError {
        let json = serde_json::from_slice::<Value>(self.body).ok();
        let message = match &json {
            Some(value) => message(value),
            None => plain_text(self.body),
        };
        let wait = self
            .retry_after
            .as_deref()
            .and_then(|text| seconds(text, self.now));
        let kind = match self.status {
            401 => ErrorKind::SignedOut,
            403 => ErrorKind::Forbidden(message),
            404 => ErrorKind::NotFound(message),
            409 => ErrorKind::Conflict(message),
            429 => ErrorKind::RateLimited(wait),
            500..=599 => ErrorKind::ServerFailed {
                status: self.status,
                message,
                retry_after: wait,
            },
            status => ErrorKind::Refused { status, message },
        };
        let request_id = self.request_id.or_else(|| {
            let id = json.as_ref()?.get("request_id")?.as_str()?;
            Some(shorten(id))
        });
        ApiError { kind, request_id }
    }
}

/// The API's own words: `detail` (text or a list of `msg`), `message`, `msg`,
/// `error` (text or an object), the first of `errors`, else `title`.
fn message(value: &Value) -> Option<String> {
    if let Value::String(text) = value {
        return filled(text);
    }
    let main = ["detail", "message", "msg", "error", "title"]
        .iter()
        .filter_map(|key| value.get(key))
        .find_map(words)?;
    let first = value
        .get("errors")
        .and_then(Value::as_array)
        .and_then(|list| {
            let entry = list.first()?;
            let detail = words(
                entry
                    .get("detail")
                    .or_else(|| entry.get("msg"))
                    .unwrap_or(entry),
            )?;
            let pointer = entry
                .get("pointer")
                .and_then(Value::as_str)
                .unwrap_or_default();
            Some(format!("{pointer} {detail}").trim().to_owned())
        });
    match first {
        Some(first) if !main.contains(&first) => Some(finished(&format!("{main} {first}"))),
        _ => Some(finished(&main)),
    }
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => filled(text),
        Value::Array(list) => list.first().and_then(|entry| match entry {
            Value::Object(_) => words(entry.get("msg").or_else(|| entry.get("message"))?),
            other => words(other),
        }),
        Value::Object(_) => ["message", "msg", "key"]
            .iter()
            .filter_map(|key| value.get(key))
            .find_map(words),
        _ => None,
    }
}

/// A short plain-text body is worth showing; HTML never is.
fn plain_text(body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(body).ok()?.trim();
    if text.is_empty() {
        return None;
    }
    if text.starts_with('<') {
        return Some("A proxy answered with a web page instead of the API.".into());
    }
    Some(finished(&shorten(text)))
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| shorten(text))
}

fn shorten(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        format!("{plain}…")
    } else {
        plain
    }
}

fn finished(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// Seconds from `Retry-After`: a number, or an HTTP date after `now`.
/// At most a day; anything else is not believed.
fn seconds(text: &str, now: i64) -> Option<u32> {
    let text = text.trim();
    let seconds = match text.parse::<u32>() {
        Ok(seconds) => seconds,
        Err(_) => {
            let at = chrono::DateTime::parse_from_rfc2822(text)
                .ok()?
                .timestamp_millis();
            u32::try_from(at.saturating_sub(now).max(0) / 1000).ok()?
        }
    };
    (seconds <= 86_400).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(status: u16, body: &str) -> String {
        Refusal {
            status,
            body: body.as_bytes(),
            ..Refusal::default()
        }
        .into_error()
        .to_string()
    }

    #[test]
    fn reads_the_shapes_that_real_apis_send() {
        let cases = [
            (
                r#"{"title":"Conflict","detail":"Already running."}"#,
                "Already running.",
            ),
            (
                r#"{"detail":"Campaign must be in 'created' state"}"#,
                "Campaign must be in 'created' state.",
            ),
            (
                r#"{"detail":[{"loc":["query","page"],"msg":"Too small"}]}"#,
                "Too small.",
            ),
            (r#"{"error":{"key":"QUEUE_NOT_FOUND"}}"#, "QUEUE_NOT_FOUND."),
            (r#"{"message":"No such queue","code":7}"#, "No such queue."),
            (
                r#"{"title":"Invalid","errors":[{"pointer":"/size","detail":"at most 200"}]}"#,
                "Invalid /size at most 200.",
            ),
            ("plain words", "plain words."),
            (
                "<html><body>Bad gateway</body></html>",
                "A proxy answered with a web page",
            ),
        ];
        for (body, expected) in cases {
            let text = shown(400, body);
            assert!(
                text.contains(expected),
                "{text:?} should contain {expected:?}"
            );
            assert!(!text.contains('<'), "{text:?}");
        }
        assert_eq!(shown(500, ""), "The dialer API failed (HTTP 500).");
        assert_eq!(shown(500, "[1,2]"), "The dialer API failed (HTTP 500).");
    }

    #[test]
    fn the_status_decides_the_kind() {
        for (status, cause) in [
            (401, "HTTP 401"),
            (403, "HTTP 403"),
            (404, "HTTP 404"),
            (409, "HTTP 409"),
            (418, "HTTP 418"),
            (429, "HTTP 429"),
            (503, "HTTP 503"),
        ] {
            let error = Refusal {
                status,
                ..Refusal::default()
            }
            .into_error();
            assert_eq!(error.cause(), cause);
        }
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = 1_794_528_000_000;
        assert_eq!(seconds("7", now), Some(7));
        assert_eq!(seconds("Fri, 13 Nov 2026 00:00:30 GMT", now), Some(30));
        assert_eq!(seconds("Thu, 12 Nov 2026 00:00:00 GMT", now), Some(0));
        assert_eq!(seconds("soon", now), None);
        assert_eq!(seconds("99999999", now), None);
    }

    #[test]
    fn the_request_id_comes_from_the_header_or_the_body() {
        let body = br#"{"title":"x","request_id":"req_body"}"#;
        let error = Refusal {
            status: 500,
            body,
            ..Refusal::default()
        }
        .into_error();
        assert_eq!(error.request_id.as_deref(), Some("req_body"));
        let request_id = Some("req_header".to_owned());
        let error = Refusal {
            status: 500,
            body,
            request_id,
            ..Refusal::default()
        }
        .into_error();
        assert_eq!(error.request_id.as_deref(), Some("req_header"));
    }
}
