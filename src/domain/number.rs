//! The from-numbers a campaign dials with.

use super::field::Field;
use super::json::wire;
use super::page::{Page, listed};
use super::timestamp::Timestamp;

wire! {
    /// One number of the pool.
    #[derive(Clone, Debug, PartialEq)]
    pub struct PoolNumber {
        /// Opaque; the number itself names the row when this is missing.
        pub id: Field<String>,
        /// E.164, or whatever the dialer dials from.
        pub number: String,
        /// What people call it: "Springfield 1".
        pub label: Field<String>,
        /// The carrier that provides it.
        pub provider: Field<String>,
        /// `in_rotation`, `spam_flagged`, `carrier_errors`, `resting`; open.
        pub status: Field<String>,
        /// Dials from this number.
        pub attempts: Field<i64>,
        /// Dials of it that have a result.
        pub finished: Field<i64>,
        /// Dials of it that were answered.
        pub answered: Field<i64>,
        /// The dialer's own answer rate, as a fraction of 1.
        pub answer_rate: Field<f64>,
        /// Share of the pool's dials it is given, as a fraction of 1.
        pub weight: Field<f64>,
        /// What carriers think of it, in words.
        pub reputation: Field<String>,
        /// When it was flagged.
        pub flagged_at: Field<Timestamp>,
    }
}

/// A page of the pool.
pub type NumberPage = Page<PoolNumber>;

listed!(NumberPage, PoolNumber);
