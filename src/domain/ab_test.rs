//! Which variant of the conversation does better.

use super::field::Field;
use super::json::wire;

mod interval;
mod results;

pub use interval::difference;
pub use results::{AbResults, VariantRow, results};

wire! {
    /// Variants that run against each other.
    #[derive(Clone, Debug, PartialEq)]
    pub struct AbTest {
        /// What is counted as reached: "Goal".
        pub metric: Field<String>,
        /// Calls each variant needs before they may be compared.
        pub minimum_calls: Field<i64>,
        /// The variants; the others are compared with the first.
        pub variants: Vec<Variant>,
    }

    /// One variant.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Variant {
        /// Opaque.
        pub id: String,
        /// What people call it.
        pub name: String,
        /// How it differs, in words.
        pub description: Field<String>,
        /// Share of the contacts, as a fraction of 1.
        pub share: Field<f64>,
        /// Completed calls.
        pub calls: Field<i64>,
        /// Calls that reached the metric.
        pub reached: Field<i64>,
        /// The dialer's own rate, as a fraction of 1.
        pub rate: Field<f64>,
    }
}
