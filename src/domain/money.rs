//! An amount in a currency.

use super::json::wire;

wire! {
    /// Money in the main unit of its currency: 480.77 USD, never cents.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Money {
        /// Main units; may be negative for a correction.
        pub amount: f64,
        /// ISO 4217 code as received.
        pub currency: String,
    }
}
