//! JSON that is shown as it was sent.

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// A piece of the answer kept as its own text, whatever is inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawJson(
    /// The text as received.
    pub String,
);

impl<'de> Deserialize<'de> for RawJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&RawValue>::deserialize(deserializer).map(|raw| Self(raw.get().to_owned()))
    }
}
