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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_reordered_rounded_or_dropped() {
        let json = r#"{"b":1.10, "a":[12345678901234567890,1e400],"b":null}"#;
        let raw: RawJson = serde_json::from_str(json).unwrap();
        assert_eq!(raw.0, json);
    }
}
