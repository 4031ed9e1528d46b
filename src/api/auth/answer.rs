//! Answers that mean "sign in again" although they are no 401.

use crate::api::checked::reading::At;
use crate::api::exchange::Incoming;
use crate::domain::json::{Document, Json};

/// One such answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOutAnswer {
    /// Its HTTP status, 200 to 599.
    pub status: u16,
    /// Where in its body the words stand: `detail` or `error.message`.
    pub path: Option<String>,
    /// Words that must stand there, compared without case.
    pub contains: Option<String>,
}

impl SignedOutAnswer {
    pub(super) fn read(at: &At<'_>) -> Option<Self> {
        at.only(&["status", "path", "contains"]);
        let status = at.need("status", "403")?;
        let number = status.whole(200)?;
        let number = u16::try_from(number).ok().filter(|number| *number < 600);
        if number.is_none() {
            status.fault("this is no HTTP status", "Write a number from 200 to 599");
        }
        Some(Self {
            status: number?,
            path: at.maybe("path", At::name),
            contains: at.maybe("contains", At::name),
        })
    }

    /// Whether an answer is one of these.
    pub fn matches(&self, answer: &Incoming) -> bool {
        if self.status != answer.status {
            return false;
        }
        if self.path.is_none() && self.contains.is_none() {
            return true;
        }
        let Ok(text) = std::str::from_utf8(&answer.body) else {
            return false;
        };
        let wanted = self.contains.as_deref().map(str::to_lowercase);
        let says = |found: &str| {
            let found = found.to_lowercase();
            wanted.as_ref().is_none_or(|wanted| found.contains(wanted))
        };
        match &self.path {
            None => says(text),
            Some(path) => Document::parse(text)
                .ok()
                .and_then(|document| Some(says(&words_at(document.root(), path)?)))
                .unwrap_or(false),
        }
    }
}

/// What stands at a path of names, as text.
pub(super) fn words_at(root: Json<'_>, path: &str) -> Option<String> {
    let mut here = root;
    for name in path.split('.') {
        here = here.get(name)?;
    }
    let text = here.text().map(|text| text.into_owned());
    Some(text.unwrap_or_else(|| here.source().to_owned()))
}
