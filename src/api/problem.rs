//! Reads what an API says when it refuses: RFC 9457 problem details first,
//! then the shapes that other APIs use, then plain text.

use super::error::{ApiError, ErrorKind};
use super::exchange::Incoming;
use crate::domain::calendar;
use crate::domain::json::{Document, Json, Kind};

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

/// The error that a refused or failed answer means; `now` is the client's
/// clock, epoch milliseconds.
pub fn refused(answer: &Incoming, now: i64) -> ApiError {
    let header = |name: &str| answer.header(name).map(str::to_owned);
    Refusal {
        status: answer.status,
        request_id: header("x-request-id"),
        retry_after: header("retry-after"),
        body: &answer.body,
        now,
    }
    .into_error()
}

impl Refusal<'_> {
    /// The error that the operator is shown.
    pub fn into_error(self) -> ApiError {
        let text = std::str::from_utf8(self.body).unwrap_or_default();
        let document = Document::parse(text).ok();
        let json = document.as_ref().map(Document::root);
        let message = match &json {
            Some(value) => message(value),
            None => plain_text(text),
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
            let id = json?.get("request_id")?.text()?;
            Some(shorten(&id))
        });
        let code = json.and_then(|json| filled(&json.get("code")?.text()?));
        ApiError {
            kind,
            request_id,
            code,
        }
    }
}

/// The API's own words: `detail` (text or a list of `msg`), `message`, `msg`,
/// `error` (text or an object), the first of `errors`, else `title`.
fn message(value: &Json<'_>) -> Option<String> {
    if let Some(text) = value.text() {
        return filled(&text);
    }
    let main = ["detail", "message", "msg", "error", "title"]
        .iter()
        .filter_map(|key| value.get(key))
        .find_map(|part| words(&part))?;
    let first = value.get("errors").and_then(|errors| {
        let entry = errors.items().next()?;
        let detail = entry.get("detail").or_else(|| entry.get("msg"));
        let detail = words(&detail.unwrap_or(entry))?;
        let pointer = entry.get("pointer").and_then(|pointer| pointer.text());
        let pointer = pointer.unwrap_or_default();
        Some(format!("{pointer} {detail}").trim().to_owned())
    });
    match first {
        Some(first) if !main.contains(&first) => Some(finished(&format!("{main} {first}"))),
        _ => Some(finished(&main)),
    }
}

fn words(value: &Json<'_>) -> Option<String> {
    match value.kind() {
        Kind::Text => filled(&value.text()?),
        Kind::List => {
            let entry = value.items().next()?;
            match entry.kind() {
                Kind::Object => words(&entry.get("msg").or_else(|| entry.get("message"))?),
                _ => words(&entry),
            }
        }
        Kind::Object => ["message", "msg", "key"]
            .iter()
            .filter_map(|key| value.get(key))
            .find_map(|part| words(&part)),
        _ => None,
    }
}

/// A short plain-text body is worth showing; HTML never is.
fn plain_text(body: &str) -> Option<String> {
    let text = body.trim();
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
            let at = http_date(text)?;
            u32::try_from(at.saturating_sub(now).max(0) / 1000).ok()?
        }
    };
    (seconds <= 86_400).then_some(seconds)
}

/// A moment as HTTP writes it, "Fri, 13 Nov 2026 00:00:30 GMT", in epoch
/// milliseconds.
fn http_date(text: &str) -> Option<i64> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut words = text.split_ascii_whitespace().skip(1);
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let (time, zone) = (words.next()?, words.next()?);
    let at = MONTHS
        .find(month)
        .filter(|at| at % 3 == 0 && month.len() == 3)?;
    if zone != "GMT" || words.next().is_some() {
        return None;
    }
    // The same moment in the notation of the wire.
    let month = at / 3 + 1;
    calendar::moment(&format!("{year}-{month:02}-{day:0>2}T{time}Z"))
}

#[cfg(test)]
mod tests;
