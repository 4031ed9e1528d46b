//! The limits between a waiting task and a line.

use super::block::Block;
use super::field::Field;
use super::json::wire;
use super::money::Money;
use super::timestamp::Timestamp;

wire! {
    /// Every limit the dialer reports.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Capacity {
        /// Lines this campaign holds now.
        pub lines_in_use: Field<i64>,
        /// What the workspace may use in all.
        pub tenant: Block<TenantCap>,
        /// What the campaign may use.
        pub concurrency: Block<Concurrency>,
        /// What its from-numbers can carry.
        pub number_pool: Block<NumberPool>,
        /// How fast it may dial.
        pub carrier_rate: Block<CarrierRate>,
        /// The carriers' health.
        pub carriers: Block<Vec<Carrier>>,
        /// What is left to spend.
        pub credits: Block<Credits>,
    }

    /// The lines that all campaigns of a workspace share.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TenantCap {
        /// Lines in all.
        pub line_cap: i64,
        /// Lines that other campaigns hold now.
        pub used_by_others: Field<i64>,
    }

    /// The campaign's own limit.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Concurrency {
        /// Lines it may hold at once.
        pub limit: i64,
        /// Who set the limit.
        pub set_by: Field<String>,
        /// When it was set.
        pub set_at: Field<Timestamp>,
    }

    /// The from-numbers and the lines they can carry.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct NumberPool {
        /// Numbers in the pool.
        pub numbers: Field<i64>,
        /// Numbers that may dial now.
        pub in_rotation: i64,
        /// Lines that one number may hold at once.
        pub lines_per_number: Field<i64>,
        /// Numbers taken out because they are flagged as spam.
        pub flagged: Field<i64>,
        /// When the last of them was flagged.
        pub flagged_since: Field<Timestamp>,
    }

    /// How fast the carriers take new calls.
    #[derive(Clone, Debug, PartialEq)]
    pub struct CarrierRate {
        /// New calls a second.
        pub calls_per_second: f64,
        /// Mean time a dial holds a line, in seconds; lines = calls per second ×
        /// this (Little's law).
        pub mean_hold_seconds: Field<f64>,
    }

    /// One carrier and its circuit breaker.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Carrier {
        /// The carrier's name.
        pub name: String,
        /// `closed`, `open`, `half_open`; open set.
        pub breaker: Field<String>,
        /// When the breaker opened.
        pub opened_at: Field<Timestamp>,
        /// When it lets the next call through.
        pub retries_at: Field<Timestamp>,
        /// Dials in the recent window.
        pub recent_attempts: Field<i64>,
        /// Failed dials in the recent window.
        pub recent_failures: Field<i64>,
        /// Length of the recent window, in seconds.
        pub recent_seconds: Field<i64>,
        /// SIP status of the most frequent failure.
        pub sip_status: Field<i64>,
        /// More about it, in words.
        pub note: Field<String>,
    }

    /// What is left to spend.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Credits {
        /// Prepaid balance.
        pub balance: Field<Money>,
        /// Dials the balance is good for, by estimate.
        pub attempts_left: Field<i64>,
        /// Whether nothing is really dialed, and nothing spent.
        pub dry_run: Field<bool>,
    }
}
