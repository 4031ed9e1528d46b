//! What a check found, before it has its name.

use super::{Check, CheckId, CheckState};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub state: CheckState,
    /// Empty where only the check's subject can be told.
    pub title: String,
    pub evidence: String,
    pub figure: String,
}

impl Finding {
    pub fn new(state: CheckState, title: &str, evidence: String) -> Self {
        Self {
            state,
            title: title.to_owned(),
            evidence,
            figure: String::new(),
        }
    }

    pub fn pass(title: &str, evidence: String) -> Self {
        Self::new(CheckState::Pass, title, evidence)
    }

    pub fn warn(title: &str, evidence: String) -> Self {
        Self::new(CheckState::Warn, title, evidence)
    }

    pub fn fail(title: &str, evidence: String) -> Self {
        Self::new(CheckState::Fail, title, evidence)
    }

    /// It cannot be told, for this reason: a whole sentence.
    pub fn unknown(why: &str) -> Self {
        Self::new(CheckState::Unknown, "", why.to_owned())
    }

    /// The one figure that tells it.
    #[must_use]
    pub fn figure(mut self, figure: String) -> Self {
        self.figure = figure;
        self
    }

    /// Tells figures that contradict each other beside what was found; what
    /// seemed well is then worth a look.
    #[must_use]
    pub fn doubted(mut self, contradictions: &[String]) -> Self {
        if contradictions.is_empty() {
            return self;
        }
        let mut told = vec![self.evidence];
        told.extend_from_slice(contradictions);
        self.evidence = told.join(" ");
        if self.state == CheckState::Pass {
            self.state = CheckState::Warn;
        }
        self
    }

    pub fn named(self, id: CheckId) -> Check {
        let title = match &*self.title {
            "" => id.subject().to_owned(),
            _ => self.title,
        };
        Check {
            id,
            state: self.state,
            title,
            evidence: self.evidence,
            figure: self.figure,
        }
    }
}
