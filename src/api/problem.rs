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
mod tests;
