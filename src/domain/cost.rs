//! What a campaign has cost.

use serde::Deserialize;

use super::field::Field;
use super::money::Money;

/// Spend so far, its parts and its limit.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Cost {
    /// Everything spent so far.
    pub total: Money,
    /// The part of it spent on AI.
    #[serde(default)]
    pub ai: Field<Money>,
    /// The part of it spent on telephony.
    #[serde(default)]
    pub telephony: Field<Money>,
    /// What may be spent; `null` when there is no limit.
    #[serde(default)]
    pub budget: Field<Money>,
}
