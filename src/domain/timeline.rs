//! The campaign over time: dials by when they finished, and what was done to it.

use super::field::Field;
use super::json::wire;
use super::timestamp::Timestamp;

mod chart;
mod pin;

pub use chart::{Series, TimelineChart, chart};
pub use pin::Pin;

wire! {
    /// Dials in buckets of equal length, without gaps.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Timeline {
        /// Length of a bucket, in seconds.
        pub bucket_seconds: i64,
        /// The buckets, the oldest first.
        pub buckets: Vec<Bucket>,
        /// What was done to the campaign or happened to it, the oldest first.
        pub annotations: Field<Vec<Annotation>>,
    }

    /// The dials that finished within one span of time.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Bucket {
        /// When it begins.
        pub from: Timestamp,
        /// Answered, by a person or a machine.
        pub answered: Field<i64>,
        /// Ended without an answer, and not by a carrier's failure.
        pub unanswered: Field<i64>,
        /// Ended in a carrier or network failure.
        pub carrier_errors: Field<i64>,
        /// Whether it is not over yet.
        pub filling: Field<bool>,
    }

    /// One thing that explains a bend of the curve.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Annotation {
        /// When.
        pub at: Timestamp,
        /// `pause`, `resume`, `concurrency`, `numbers`, `window`, `carrier`; open.
        pub kind: Field<String>,
        /// What, in words.
        pub text: String,
        /// Who; `null` when the system did it.
        pub by: Field<String>,
    }
}

impl Bucket {
    /// Every dial that finished in it, as far as it is reported.
    pub fn finished(&self) -> Option<i64> {
        [&self.answered, &self.unanswered, &self.carrier_errors]
            .into_iter()
            .filter_map(Field::copied)
            .reduce(i64::saturating_add)
    }
}
