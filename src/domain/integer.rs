//! Whole numbers as the wire carries them.
//!
//! JSON knows one kind of number, and dialers written in languages that do the
//! same send `12.0` for 12. Both are taken; what lies beyond 64 bits saturates.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::field::Field;

/// Reads a required whole number. A fraction is refused.
pub fn required<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    deserializer.deserialize_any(WholeNumber)
}

/// Reads an optional whole number.
pub fn field<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<i64>, D::Error> {
    let received = Option::<Integer>::deserialize(deserializer)?;
    Ok(received.map(|integer| integer.0).into())
}

/// A whole number in a position where no `deserialize_with` can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Integer(
    /// The number itself.
    pub i64,
);

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        required(deserializer).map(Self)
    }
}

struct WholeNumber;

impl Visitor<'_> for WholeNumber {
    type Value = i64;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<i64, E> {
        Ok(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<i64, E> {
        Ok(i64::try_from(value).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<i64, E> {
        if value.fract() == 0.0 {
            Ok(value as i64)
        } else {
            Err(E::invalid_type(serde::de::Unexpected::Float(value), &self))
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    struct Counted {
        #[serde(default, deserialize_with = "field")]
        lines: Field<i64>,
    }

    #[test]
    fn whole_numbers_come_in_every_notation_and_never_overflow() {
        for (json, number) in [
            ("12", 12),
            ("12.0", 12),
            ("1.2e1", 12),
            ("-3", -3),
            ("-0.0", 0),
            ("9223372036854775807", i64::MAX),
            ("18446744073709551615", i64::MAX),
            ("1e300", i64::MAX),
            ("-1e300", i64::MIN),
        ] {
            assert_eq!(
                serde_json::from_str::<Integer>(json).unwrap().0,
                number,
                "{json}"
            );
        }
    }

    #[test]
    fn anything_else_is_refused_in_words() {
        for json in ["12.5", "\"12\"", "true", "[]", "{}", "null"] {
            let error = serde_json::from_str::<Integer>(json)
                .unwrap_err()
                .to_string();
            assert!(error.contains("expected a whole number"), "{json}: {error}");
        }
    }

    #[test]
    fn an_optional_number_may_be_absent_or_null() {
        let read = |json| serde_json::from_str::<Counted>(json).unwrap().lines;
        assert_eq!(read("{}"), Field::NotReported);
        assert_eq!(read(r#"{"lines":null}"#), Field::Empty);
        assert_eq!(read(r#"{"lines":36.0}"#), Field::Value(36));
    }
}
