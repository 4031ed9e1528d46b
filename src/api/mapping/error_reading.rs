//! What an answer of the foreign API means: an answer, or a failure that the
//! mapping's rules name on top of what is usual.

use super::conventions::Conventions;
use super::document::{ErrorRules, Rule};
use super::looking::text_at;
use super::path::{Found, Path};
use super::scope::Scope;
use crate::api::auth::SignedOutAnswer;
use crate::api::error::{ApiError, ErrorKind};
use crate::api::exchange::Incoming;
use crate::api::problem::Refusal;
use crate::domain::json::{Document, Json};

/// Longest message, in characters, and most failures of an answer that are
/// told one by one.
const LONGEST: usize = 300;
const MOST_TOLD: usize = 3;

impl ErrorRules {
    /// The answers that mean "sign in again", as far as whoever signs requests
    /// can tell them; the others are told when the answer is read.
    pub fn signed_out_answers(&self) -> Vec<SignedOutAnswer> {
        let answer = |rule: &Rule| {
            let path = rule.says.as_ref().map(|says| says.path.text.clone());
            let contains = rule.says.as_ref().map(|says| says.contains.clone());
            let is_simple = contains.as_ref().is_none_or(Option::is_some);
            is_simple.then_some(SignedOutAnswer {
                status: rule.status?,
                path,
                contains: contains.flatten(),
            })
        };
        self.signed_out.iter().filter_map(answer).collect()
    }
}

/// The rules of a mapping, and what its paths are read with.
pub(super) struct Reading<'a> {
    /// The rules.
    pub rules: &'a ErrorRules,
    /// Zone and empty values.
    pub conventions: &'a Conventions,
    /// The present, epoch milliseconds.
    pub now: i64,
}

impl Reading<'_> {
    /// Passes on an answer that is none of the failures. `document` is its
    /// body, where that is JSON.
    pub fn accepted(
        &self,
        answer: &Incoming,
        document: Option<&Document<'_>>,
    ) -> Result<(), ApiError> {
        let is_good = (200..300).contains(&answer.status);
        let none = Document::parse("null");
        let Some(document) = document.or(none.as_ref().ok()) else {
            return Ok(());
        };
        let scope = self.scope(document.root(), answer);
        let is = |rules: &[Rule]| rules.iter().any(|rule| holds(rule, answer.status, &scope));
        let signed_out = is(&self.rules.signed_out);
        let conflict = is(&self.rules.conflict);
        if is_good && !signed_out && !conflict && !is(&self.rules.failure) {
            return Ok(());
        }
        let usual = Refusal {
            // A failure in a good answer is read as any refusal is.
            status: if is_good { 400 } else { answer.status },
            request_id: answer.header("x-request-id").map(str::to_owned),
            retry_after: answer.header("retry-after").map(str::to_owned),
            body: &answer.body,
            now: self.now,
        };
        let mut error = usual.into_error();
        let own = |paths: &[Path]| paths.iter().find_map(|path| text_at(path, &scope));
        let message = own(&self.rules.message).map(|text| sentence(&text));
        if let Some(code) = own(&self.rules.code) {
            error.code = Some(code.chars().take(LONGEST).collect());
        }
        error.kind = match error.kind {
            _ if signed_out => ErrorKind::SignedOut,
            kind if conflict => ErrorKind::Conflict(message.or_else(|| message_of(kind))),
            ErrorKind::Refused { message: usual, .. } => ErrorKind::Refused {
                status: answer.status,
                message: message.or(usual),
            },
            ErrorKind::Forbidden(usual) => ErrorKind::Forbidden(message.or(usual)),
            ErrorKind::NotFound(usual) => ErrorKind::NotFound(message.or(usual)),
            ErrorKind::Conflict(usual) => ErrorKind::Conflict(message.or(usual)),
            ErrorKind::ServerFailed {
                status,
                message: usual,
                retry_after,
            } => ErrorKind::ServerFailed {
                status,
                message: message.or(usual),
                retry_after,
            },
            kind => kind,
        };
        Err(error)
    }

    /// What failed within an answer that is none, in words; `None` when nothing
    /// did.
    pub fn partial(&self, scope: &Scope<'_>) -> Option<String> {
        let failures: Vec<Json<'_>> = match self.rules.partial.as_ref()?.find(scope) {
            Found::One(json) => json.items().collect(),
            Found::Many(failures) => failures,
            Found::Text(_) | Found::Nothing => Vec::new(),
        };
        let own = |failure: &Json<'_>| {
            let inside = Scope {
                row: *failure,
                ..scope.clone()
            };
            let paths = self.rules.message.iter();
            let usual = ["detail", "message", "msg", "error"].iter();
            let usual = usual.filter_map(|name| failure.get(name)?.text());
            let told = { paths }.find_map(|path| text_at(path, &inside));
            told.or_else(|| failure.text().map(Into::into))
                .or_else(|| { usual }.next().map(Into::into))
        };
        let told: Vec<String> = failures
            .iter()
            .take(MOST_TOLD)
            .filter_map(own)
            .map(|text| sentence(&text))
            .collect();
        let count = match failures.len() {
            0 => return None,
            1 => "One entry of the answer failed.".to_owned(),
            several => format!("{several} entries of the answer failed."),
        };
        Some([&*count, &*told.join(" ")].join(" ").trim_end().to_owned())
    }

    fn scope<'s>(&'s self, root: Json<'s>, answer: &'s Incoming) -> Scope<'s> {
        Scope {
            conventions: self.conventions,
            row: root,
            answer: root,
            around: None,
            key: None,
            merges: &[],
            asked: &[],
            headers: &answer.headers,
            now: self.now,
        }
    }
}

fn holds(rule: &Rule, status: u16, scope: &Scope<'_>) -> bool {
    rule.status.is_none_or(|wanted| wanted == status)
        && rule.says.as_ref().is_none_or(|says| says.holds(scope))
}

fn message_of(kind: ErrorKind) -> Option<String> {
    match kind {
        ErrorKind::Forbidden(message)
        | ErrorKind::NotFound(message)
        | ErrorKind::Conflict(message)
        | ErrorKind::Refused { message, .. }
        | ErrorKind::ServerFailed { message, .. } => message,
        _ => None,
    }
}

/// A foreign message as one sentence of plain text.
fn sentence(text: &str) -> String {
    let plain = text.trim().chars().filter(|c| !c.is_control());
    let mut plain: String = plain.take(LONGEST).collect();
    if !plain.ends_with(['.', '!', '?', '…']) {
        plain.push('.');
    }
    plain
}

#[cfg(test)]
mod tests;
