//! What can go wrong between the console and the API, in words for operators.

use thiserror::Error;

mod plain;

/// One failed request. Shown once where its figures would be, never logged
/// and swallowed.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{kind}")]
pub struct ApiError {
    /// What happened.
    pub kind: ErrorKind,
    /// The request's ID as the API sent it, for support.
    pub request_id: Option<String>,
    /// The reason as a word for machines, when the API sent one: `PLAN_LIMIT`.
    pub code: Option<String>,
}

/// The closed list of failures. `Display` is one sentence that says what
/// happened; [`ApiError::advice`] says what to do.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ErrorKind {
    /// No answer at all: no network, a refused or cut connection, a blocked
    /// cross-origin request.
    #[error("The dialer API could not be reached.")]
    Unreachable,
    /// No answer within the time that the client allows, in seconds.
    #[error("The dialer API did not answer within {0} seconds.")]
    TimedOut(u32),
    /// A file that had begun to arrive, and then nothing more for so many
    /// seconds.
    #[error("Nothing more of the file arrived for {0} seconds.")]
    Stalled(u32),
    /// The session is unknown or over: 401, or what the deployment says means
    /// the same.
    #[error("You are signed out of the dialer API.")]
    SignedOut,
    /// The answer leads to another address, which is not given what signs the
    /// requests.
    #[error("The dialer API redirected the request, and a sign-in is never passed on.")]
    Redirected,
    /// Something was to be changed from a console that only shows.
    #[error("This console is read-only.")]
    ReadOnly,
    /// 403, with the API's reason when it gave one.
    #[error("You do not have access to this (HTTP 403).{}", sentence(.0))]
    Forbidden(Option<String>),
    /// 404, with the API's reason when it gave one.
    #[error("The dialer API does not know this (HTTP 404).{}", sentence(.0))]
    NotFound(Option<String>),
    /// 409: the state has changed since it was shown.
    #[error("The dialer refused because of its current state (HTTP 409).{}", sentence(.0))]
    Conflict(Option<String>),
    /// 429, with the seconds to wait when given.
    #[error("The dialer API is limiting requests (HTTP 429).{}", wait(.0))]
    RateLimited(Option<u32>),
    /// Any other 4xx: the API's own message.
    #[error("The dialer API refused the request (HTTP {status}).{}", sentence(.message))]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The API's words, already reduced to plain text.
        message: Option<String>,
    },
    /// Not asked, for this API has no answer: the console's own sentence.
    #[error("{0}")]
    Unsupported(String),
    /// 5xx, with the API's words and the seconds to wait when given.
    #[error("The dialer API failed (HTTP {status}).{}", sentence(.message))]
    ServerFailed {
        /// The HTTP status.
        status: u16,
        /// The API's words, already reduced to plain text.
        message: Option<String>,
        /// `Retry-After`, in seconds.
        retry_after: Option<u32>,
    },
    /// An answer that is not what the contract says.
    #[error("The dialer API sent an answer that cannot be read: expected {expected}{}", at(.path))]
    Unreadable {
        /// JSON path of the value that did not fit; empty for the whole body.
        path: String,
        /// What was expected and what came.
        expected: String,
    },
}

impl ApiError {
    /// An error without a request ID.
    pub fn new(kind: ErrorKind) -> Self {
        Self {
            kind,
            request_id: None,
            code: None,
        }
    }

    /// What the operator can do about it, one sentence.
    pub fn advice(&self) -> &'static str {
        match self.kind {
            ErrorKind::Unreachable => {
                "Check your connection; if other pages work, the API is down or blocked."
            }
            ErrorKind::TimedOut(_) | ErrorKind::Stalled(_) => {
                "It may be busy. Try again in a moment."
            }
            ErrorKind::SignedOut => "Sign in again.",
            ErrorKind::Redirected => {
                "Tell support: apiBase or a path of the mapping does not name the final address."
            }
            ErrorKind::ReadOnly => "Use a console that may change things.",
            ErrorKind::Forbidden(_) => "Ask an admin of this workspace for access.",
            ErrorKind::NotFound(_) => {
                "It may have been deleted. Check the address, or find it in the list."
            }
            ErrorKind::Conflict(_) => "Refresh to see the current state.",
            ErrorKind::RateLimited(_) => "Wait before asking again.",
            ErrorKind::Refused { .. } => "Check the request; if it keeps happening, tell support.",
            ErrorKind::Unsupported(_) => "Take the filter away, or tell support.",
            ErrorKind::ServerFailed { .. } => "Try again; if it keeps happening, tell support.",
            ErrorKind::Unreadable { .. } => {
                "Tell support: the API and this console do not agree, or a proxy answered instead."
            }
        }
    }

    /// The short cause for a line of text: `HTTP 503`, `no answer`, ….
    pub fn cause(&self) -> String {
        match &self.kind {
            ErrorKind::Unreachable => "not reachable".into(),
            ErrorKind::TimedOut(seconds) => format!("no answer in {seconds} s"),
            ErrorKind::Stalled(seconds) => format!("nothing more for {seconds} s"),
            ErrorKind::SignedOut => "signed out".into(),
            ErrorKind::Redirected => "redirected".into(),
            ErrorKind::ReadOnly => "read-only".into(),
            ErrorKind::Forbidden(_) => "HTTP 403".into(),
            ErrorKind::NotFound(_) => "HTTP 404".into(),
            ErrorKind::Conflict(_) => "HTTP 409".into(),
            ErrorKind::RateLimited(_) => "HTTP 429".into(),
            ErrorKind::Refused { status, .. } | ErrorKind::ServerFailed { status, .. } => {
                format!("HTTP {status}")
            }
            ErrorKind::Unsupported(_) => "not supported".into(),
            ErrorKind::Unreadable { .. } => "unreadable answer".into(),
        }
    }

    /// The API's own words, when it sent some.
    pub fn message(&self) -> Option<&str> {
        match &self.kind {
            ErrorKind::Forbidden(message)
            | ErrorKind::NotFound(message)
            | ErrorKind::Conflict(message)
            | ErrorKind::Refused { message, .. }
            | ErrorKind::ServerFailed { message, .. } => message.as_deref(),
            _ => None,
        }
    }

    /// Seconds that the API asked to wait before the next request.
    pub fn retry_after(&self) -> Option<u32> {
        match self.kind {
            ErrorKind::RateLimited(seconds) => seconds,
            ErrorKind::ServerFailed { retry_after, .. } => retry_after,
            _ => None,
        }
    }
}

fn sentence(message: &Option<String>) -> String {
    message
        .as_deref()
        .map_or_else(String::new, |text| format!(" {text}"))
}

fn wait(seconds: &Option<u32>) -> String {
    seconds.map_or_else(String::new, |s| format!(" It asks to wait {s} s."))
}

fn at(path: &str) -> String {
    if path.is_empty() {
        ".".into()
    } else {
        format!(", at {path}.")
    }
}

#[cfg(test)]
mod tests;
