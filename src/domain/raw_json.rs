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

/// A value together with the text that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Its text as received.
    pub source: RawJson,
}

impl<T> Sourced<T> {
    /// A value that no answer of its own was sent for.
    pub fn unsent(value: T) -> Self {
        let source = RawJson("null".to_owned());
        Self { value, source }
    }
}

impl<T: FromJson> FromJson for Sourced<T> {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        Self {
            value: T::from_json(json, trouble),
            source: RawJson::from_json(json, trouble),
        }
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

    #[test]
    fn a_value_keeps_the_text_that_it_was_read_from() {
        let json = "[1, 2 ]";
        let read: Sourced<Vec<i64>> = decode(json).unwrap();
        assert_eq!((read.value, read.source.0.as_str()), (vec![1, 2], json));
        assert!(decode::<Sourced<Vec<i64>>>("[1,\"x\"]").is_err());
    }
}
