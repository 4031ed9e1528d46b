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
            let json = json?;
            let id = json.get("request_id").or_else(|| json.get("contextId"));
            Some(shorten(&id?.text()?))
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
/// `error` (text or an object), `title`, and the first of `errors`.
fn message(value: &Json<'_>) -> Option<String> {
    if let Some(text) = value.text() {
        return filled(&text);
    }
    let main = ["detail", "message", "msg", "error", "title"]
        .iter()
        .filter_map(|key| value.get(key))
        .find_map(|part| words(&part));
    let first = value.get("errors").and_then(|errors| words(&errors));
    let told = match (main, first) {
        (Some(main), Some(first)) if !main.contains(&first) => [&*main, " ", &*first].concat(),
        (main, first) => main.or(first)?,
    };
    Some(finished(&told))
}

/// A text, what a list begins with, or what an object says; with the place in
/// the request that it is about.
fn words(value: &Json<'_>) -> Option<String> {
    match value.kind() {
        Kind::Text => filled(&value.text()?),
        Kind::List => words(&value.items().next()?),
        Kind::Object => {
            let told = ["detail", "message", "msg", "key"]
                .iter()
                .filter_map(|key| value.get(key))
                .find_map(|part| words(&part))?;
            let place = ["pointer", "loc"].iter().find_map(|key| value.get(key));
            let place = place.map(|place| located(&place)).unwrap_or_default();
            Some([&*place, &*told].concat())
        }
        _ => None,
    }
}

/// "query.page " or "/size ", before what is said of it.
fn located(place: &Json<'_>) -> String {
    let name = |part: &Json<'_>| match part.text() {
        Some(text) => text.into_owned(),
        None => part.source().to_owned(),
    };
    let parts: Vec<String> = match place.kind() {
        Kind::List => place.items().map(|part| name(&part)).collect(),
        _ => vec![name(place)],
    };
    shorten(&[&*parts.join("."), " "].concat())
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
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
