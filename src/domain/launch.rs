//! Whether a draft can start, and what it may cost.

use super::block::Block;
use super::field::Field;
use super::json::wire;
use super::money::Money;

mod readiness;

pub use readiness::{CheckState, LaunchCheckRow, Readiness, readiness};

wire! {
    /// What must be in place before a start.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Launch {
        /// The checks.
        pub checks: Vec<LaunchCheck>,
        /// What the run may cost.
        pub estimate: Block<CostEstimate>,
    }

    /// One thing that must be in place.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LaunchCheck {
        /// `agent`, `number`, `contacts`, `call_windows`, `retry_policy`; open.
        pub key: String,
        /// Its name.
        pub label: String,
        /// `pass`, `warn`, `fail`, `unknown`; open.
        pub state: String,
        /// What was found, in words.
        pub text: Field<String>,
    }

    /// What a run may cost.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct CostEstimate {
        /// Contacts to dial.
        pub contacts: Field<i64>,
        /// Dials allowed for each.
        pub max_attempts: Field<i64>,
        /// Each contact dialed once.
        pub low: Field<Money>,
        /// Each contact dialed as often as allowed.
        pub high: Field<Money>,
        /// One dial.
        pub per_attempt: Field<Money>,
    }
}
