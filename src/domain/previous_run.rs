//! The run before the one that a restart has prepared.

use super::field::Field;
use super::json::wire;
use super::money::Money;
use super::timestamp::Timestamp;

wire! {
    /// How the run before ended.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct PreviousRun {
        /// When it started.
        pub started_at: Field<Timestamp>,
        /// When it ended.
        pub ended_at: Field<Timestamp>,
        /// A campaign status; open.
        pub status: Field<String>,
        /// Its tasks.
        pub total: Field<i64>,
        /// Tasks completed.
        pub completed: Field<i64>,
        /// Tasks exhausted, abandoned, or ended at a machine.
        pub failed: Field<i64>,
        /// Finished dials that were answered.
        pub answered: Field<i64>,
        /// Finished dials.
        pub finished: Field<i64>,
        /// What it cost.
        pub spend: Field<Money>,
    }
}
