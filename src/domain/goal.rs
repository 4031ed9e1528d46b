//! What a campaign is meant to reach.

use serde::Deserialize;

use super::field::Field;
use super::integer;

/// A target and how far it is reached.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Goal {
    /// What is counted, in words: "Renewals confirmed".
    #[serde(default)]
    pub label: Field<String>,
    /// The count to reach.
    #[serde(deserialize_with = "integer::required")]
    pub target: i64,
    /// The count reached; may exceed the target.
    #[serde(deserialize_with = "integer::required")]
    pub reached: i64,
}
