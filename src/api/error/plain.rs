//! A failure as a page around the console may hear of it: what kind it is, and
//! a sentence of our own. What the API said stays inside, for it may name
//! customers.

use super::ErrorKind;

impl ErrorKind {
    /// The kind as one word: `not-found`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::TimedOut(_) => "timed-out",
            Self::Stalled(_) => "stalled",
            Self::SignedOut => "signed-out",
            Self::Redirected => "redirected",
            Self::ReadOnly => "read-only",
            Self::Forbidden(_) => "forbidden",
            Self::NotFound(_) => "not-found",
            Self::Conflict(_) => "conflict",
            Self::RateLimited(_) => "rate-limited",
            Self::Refused { .. } => "refused",
            Self::Unsupported(_) => "unsupported",
            Self::ServerFailed { .. } => "server-failed",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    /// What happened, in one sentence without a word of the API's.
    pub fn plain(&self) -> String {
        match self.clone() {
            Self::Forbidden(_) => Self::Forbidden(None),
            Self::NotFound(_) => Self::NotFound(None),
            Self::Conflict(_) => Self::Conflict(None),
            Self::Refused { status, .. } => Self::Refused {
                status,
                message: None,
            },
            Self::ServerFailed {
                status,
                retry_after,
                ..
            } => Self::ServerFailed {
                status,
                message: None,
                retry_after,
            },
            Self::Unreadable { .. } => {
                return "The dialer API sent an answer that cannot be read.".to_owned();
            }
            Self::Unsupported(_) => {
                return "The dialer API has no answer to this question.".to_owned();
            }
            other => other,
        }
        .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn each(words: Option<&str>) -> Vec<ErrorKind> {
        let said = words.map(str::to_owned);
        let text = words.unwrap_or_default().to_owned();
        vec![
            ErrorKind::Unreachable,
            ErrorKind::TimedOut(20),
            ErrorKind::Stalled(60),
            ErrorKind::SignedOut,
            ErrorKind::Redirected,
            ErrorKind::ReadOnly,
            ErrorKind::Forbidden(said.clone()),
            ErrorKind::NotFound(said.clone()),
            ErrorKind::Conflict(said.clone()),
            ErrorKind::RateLimited(Some(7)),
            ErrorKind::Refused {
                status: 422,
                message: said.clone(),
            },
            ErrorKind::Unsupported(text.clone()),
            ErrorKind::ServerFailed {
                status: 503,
                message: said,
                retry_after: None,
            },
            ErrorKind::Unreadable {
                path: text.clone(),
                expected: text,
            },
        ]
    }

    #[test]
    fn nothing_that_the_api_said_is_passed_on() {
        for kind in each(Some("Maya Ortiz, +1 217 555 0148")) {
            let told = kind.plain();
            assert!(!told.contains("Maya") && told.ends_with('.'), "{told}");
        }
    }

    #[test]
    fn what_the_sentence_is_without_those_words_stays() {
        let told: Vec<String> = each(None).iter().map(ErrorKind::plain).collect();
        assert!(told.contains(&"The dialer API failed (HTTP 503).".to_owned()));
        assert!(told.contains(&ErrorKind::TimedOut(20).to_string()));
    }

    #[test]
    fn every_kind_has_a_word_of_its_own() {
        let kinds = each(None);
        let words: BTreeSet<&str> = kinds.iter().map(ErrorKind::word).collect();
        assert_eq!(words.len(), kinds.len());
        let is_kebab = |word: &&str| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        assert!(words.iter().all(is_kebab));
    }
}
