//! Whether calling again helps.

use super::field::Field;
use super::json::wire;
use super::money::Money;

mod table;

pub use table::{RetryRow, RetryTable, table};

wire! {
    /// What the dials with one attempt number came to.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RetryStep {
        /// 1 for the first dial of a contact.
        pub attempt: i64,
        /// Finished dials with this number.
        pub dialed: i64,
        /// Those that were answered.
        pub answered: i64,
        /// What these dials cost, for each answered one; `null` without an answer.
        pub cost_per_answer: Field<Money>,
    }
}
