//! The from-numbers a campaign dials with.

use serde::Deserialize;

use super::field::Field;
use super::integer;
use super::page::Page;
use super::timestamp::Timestamp;

/// One number of the pool.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PoolNumber {
    /// Opaque; the number itself names the row when this is missing.
    #[serde(default)]
    pub id: Field<String>,
    /// E.164, or whatever the dialer dials from.
    pub number: String,
    /// What people call it: "Springfield 1".
    #[serde(default)]
    pub label: Field<String>,
    /// The carrier that provides it.
    #[serde(default)]
    pub provider: Field<String>,
    /// `in_rotation`, `spam_flagged`, `carrier_errors`, `resting`; open.
    #[serde(default)]
    pub status: Field<String>,
    /// Dials from this number.
    #[serde(default, deserialize_with = "integer::field")]
    pub attempts: Field<i64>,
    /// Dials of it that have a result.
    #[serde(default, deserialize_with = "integer::field")]
    pub finished: Field<i64>,
    /// Dials of it that were answered.
    #[serde(default, deserialize_with = "integer::field")]
    pub answered: Field<i64>,
    /// The dialer's own answer rate, as a fraction of 1.
    #[serde(default)]
    pub answer_rate: Field<f64>,
    /// Share of the pool's dials it is given, as a fraction of 1.
    #[serde(default)]
    pub weight: Field<f64>,
    /// What carriers think of it, in words.
    #[serde(default)]
    pub reputation: Field<String>,
    /// When it was flagged.
    #[serde(default)]
    pub flagged_at: Field<Timestamp>,
}

/// A page of the pool.
pub type NumberPage = Page<PoolNumber>;
