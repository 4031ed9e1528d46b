//! What conversations came to: dispositions, sentiment, and what an analysis found.

use super::field::Field;
use super::json::wire;

mod bars;

pub use bars::{Breakdown, PartBar, dispositions, intelligence, sentiment};

wire! {
    /// What completed calls ended with.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Dispositions {
        /// Completed calls; the counts sum to no more.
        pub of: Field<i64>,
        /// The results, the most frequent first.
        pub items: Vec<Disposition>,
    }

    /// One business result.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Disposition {
        /// As written on tasks.
        pub label: String,
        /// Calls that ended with it.
        pub count: i64,
        /// The dialer's own code for it.
        pub code: Field<String>,
    }

    /// The tone of completed calls, as a model heard it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Sentiment {
        /// Calls with a score; the counts sum to this.
        pub scored: Field<i64>,
        /// Completed calls; those without a score were too short.
        pub of: Field<i64>,
        /// The tones.
        pub items: Vec<Mood>,
    }

    /// Calls of one tone.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Mood {
        /// `positive`, `neutral`, `negative`; open.
        pub label: String,
        /// Calls of that tone.
        pub count: i64,
    }

    /// What an analysis of the conversations found.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Intelligence {
        /// Conversations analyzed.
        pub analyzed: Field<i64>,
        /// Where the analysis lives. Untrusted.
        pub url: Field<String>,
        /// Findings by subject.
        pub groups: Vec<Findings>,
    }

    /// Findings on one subject.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Findings {
        /// The subject: "Objections".
        pub title: String,
        /// The findings.
        pub items: Vec<Finding>,
    }

    /// One thing that was found in conversations.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Finding {
        /// What.
        pub label: String,
        /// Conversations it was found in.
        pub count: i64,
        /// `neutral`, `bad`; open.
        pub tone: Field<String>,
    }
}
