//! What a campaign is meant to reach.

use super::field::Field;
use super::json::wire;

wire! {
    /// A target and how far it is reached.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Goal {
        /// What is counted, in words: "Renewals confirmed".
        pub label: Field<String>,
        /// The count to reach.
        pub target: i64,
        /// The count reached; may exceed the target.
        pub reached: i64,
    }
}
