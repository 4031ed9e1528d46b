//! JSON that is shown as it was sent.

use super::json::{FromJson, Json, Trouble};

/// A piece of the answer kept as its own text, whatever is inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawJson(
    /// The text as received.
    pub String,
);

impl FromJson for RawJson {
    fn from_json(json: &Json<'_>, _: &mut Trouble) -> Self {
        Self(json.source().to_owned())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    #[test]
    fn nothing_is_reordered_rounded_or_dropped() {
        let json = r#"{"b":1.10, "a":[12345678901234567890,1e400],"b":null}"#;
        let raw: RawJson = decode(json).unwrap();
        assert_eq!(raw.0, json);
    }
}
