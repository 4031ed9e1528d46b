//! Requests that must be done once, however often they are sent.

use crate::api::error::{ApiError, ErrorKind};
use leptos::prelude::*;

/// The last request whose fate is not known: asked for again, it goes out
/// under the same key, so that the server does it once.
pub struct Once<R: Send + Sync + 'static> {
    unanswered: StoredValue<Option<(R, String)>>,
}

impl<R: Send + Sync + 'static> Clone for Once<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Send + Sync + 'static> Copy for Once<R> {}

impl<R: Clone + PartialEq + Send + Sync + 'static> Once<R> {
    /// Nothing was sent yet.
    pub fn new() -> Self {
        Self {
            unanswered: StoredValue::new(None),
        }
    }

    /// Whether a request was sent and its fate is not known.
    pub fn is_unanswered(self, request: &R) -> bool {
        self.unanswered
            .with_value(|sent| sent.as_ref().is_some_and(|(sent, _)| sent == request))
    }

    /// The key to send a request under.
    pub fn key(self, request: &R) -> String {
        let same = self
            .unanswered
            .get_value()
            .filter(|(sent, _)| sent == request);
        let (_, key) = same.unwrap_or_else(|| (request.clone(), fresh_key()));
        self.unanswered
            .set_value(Some((request.clone(), key.clone())));
        key
    }

    /// The request was answered, or its fate stays unknown.
    pub fn answered<T>(self, answer: &Result<T, ApiError>) {
        let unknown = answer
            .as_ref()
            .is_err_and(|error| is_unanswered(&error.kind));
        if !unknown {
            self.unanswered.try_set_value(None);
        }
    }
}

impl<R: Clone + PartialEq + Send + Sync + 'static> Default for Once<R> {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether a request may have been done although it failed so.
pub fn is_unanswered(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::Unreachable
            | ErrorKind::TimedOut(_)
            | ErrorKind::ServerFailed { .. }
            | ErrorKind::Unreadable { .. }
    )
}

/// 128 bits of chance. It names a request; nothing depends on its secrecy.
fn fresh_key() -> String {
    let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!(
        "rs-{:08x}{:08x}{:08x}{:08x}",
        part(),
        part(),
        part(),
        part()
    )
}
