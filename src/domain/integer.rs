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
