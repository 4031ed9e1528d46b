//! The limits between a waiting task and a line.

use serde::Deserialize;

use super::block::Block;
use super::field::Field;
use super::integer;
use super::money::Money;
use super::timestamp::Timestamp;

/// Every limit the dialer reports.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Capacity {
    /// Lines this campaign holds now.
    #[serde(default, deserialize_with = "integer::field")]
    pub lines_in_use: Field<i64>,
    /// What the workspace may use in all.
    #[serde(default)]
    pub tenant: Block<TenantCap>,
    /// What the campaign may use.
    #[serde(default)]
    pub concurrency: Block<Concurrency>,
    /// What its from-numbers can carry.
    #[serde(default)]
    pub number_pool: Block<NumberPool>,
    /// How fast it may dial.
    #[serde(default)]
    pub carrier_rate: Block<CarrierRate>,
    /// The carriers' health.
    #[serde(default)]
    pub carriers: Block<Vec<Carrier>>,
    /// What is left to spend.
    #[serde(default)]
    pub credits: Block<Credits>,
}

/// The lines that all campaigns of a workspace share.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TenantCap {
    /// Lines in all.
    #[serde(deserialize_with = "integer::required")]
    pub line_cap: i64,
    /// Lines that other campaigns hold now.
    #[serde(default, deserialize_with = "integer::field")]
    pub used_by_others: Field<i64>,
}

/// The campaign's own limit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Concurrency {
    /// Lines it may hold at once.
    #[serde(deserialize_with = "integer::required")]
    pub limit: i64,
    /// Who set the limit.
    #[serde(default)]
    pub set_by: Field<String>,
    /// When it was set.
    #[serde(default)]
    pub set_at: Field<Timestamp>,
}

/// The from-numbers and the lines they can carry.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct NumberPool {
    /// Numbers in the pool.
    #[serde(default, deserialize_with = "integer::field")]
    pub numbers: Field<i64>,
    /// Numbers that may dial now.
    #[serde(deserialize_with = "integer::required")]
    pub in_rotation: i64,
    /// Lines that one number may hold at once.
    #[serde(default, deserialize_with = "integer::field")]
    pub lines_per_number: Field<i64>,
    /// Numbers taken out because they are flagged as spam.
    #[serde(default, deserialize_with = "integer::field")]
    pub flagged: Field<i64>,
    /// When the last of them was flagged.
    #[serde(default)]
    pub flagged_since: Field<Timestamp>,
}

/// How fast the carriers take new calls.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CarrierRate {
    /// New calls a second.
    pub calls_per_second: f64,
    /// Mean time a dial holds a line, in seconds; lines = calls per second ×
    /// this (Little's law).
    #[serde(default)]
    pub mean_hold_seconds: Field<f64>,
}

/// One carrier and its circuit breaker.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Carrier {
    /// The carrier's name.
    pub name: String,
    /// `closed`, `open`, `half_open`; open set.
    #[serde(default)]
    pub breaker: Field<String>,
    /// When the breaker opened.
    #[serde(default)]
    pub opened_at: Field<Timestamp>,
    /// When it lets the next call through.
    #[serde(default)]
    pub retries_at: Field<Timestamp>,
    /// Dials in the recent window.
    #[serde(default, deserialize_with = "integer::field")]
    pub recent_attempts: Field<i64>,
    /// Failed dials in the recent window.
    #[serde(default, deserialize_with = "integer::field")]
    pub recent_failures: Field<i64>,
    /// Length of the recent window, in seconds.
    #[serde(default, deserialize_with = "integer::field")]
    pub recent_seconds: Field<i64>,
    /// SIP status of the most frequent failure.
    #[serde(default, deserialize_with = "integer::field")]
    pub sip_status: Field<i64>,
}

/// What is left to spend.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Credits {
    /// Prepaid balance.
    #[serde(default)]
    pub balance: Field<Money>,
    /// Dials the balance is good for, by estimate.
    #[serde(default, deserialize_with = "integer::field")]
    pub attempts_left: Field<i64>,
    /// Whether nothing is really dialed, and nothing spent.
    #[serde(default)]
    pub dry_run: Field<bool>,
}
