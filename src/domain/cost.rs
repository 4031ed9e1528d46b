//! What a campaign has cost.

use super::field::Field;
use super::json::wire;
use super::money::Money;

wire! {
    /// Spend so far, its parts and its limit.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Cost {
        /// Everything spent so far.
        pub total: Money,
        /// The part of it spent on AI.
        pub ai: Field<Money>,
        /// The part of it spent on telephony.
        pub telephony: Field<Money>,
        /// What may be spent; `null` when there is no limit.
        pub budget: Field<Money>,
        /// What to keep in mind before billing by these figures, in words.
        pub billing_note: Field<String>,
    }
}
