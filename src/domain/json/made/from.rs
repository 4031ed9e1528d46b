//! What JSON can be made from.

use super::Made;
use crate::domain::field::Field;
use crate::domain::timestamp::Timestamp;

impl FromIterator<Self> for Made {
    fn from_iter<I: IntoIterator<Item = Self>>(items: I) -> Self {
        Self::List(items.into_iter().collect())
    }
}

impl From<&str> for Made {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Made {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Made {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<bool> for Made {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&bool> for Made {
    fn from(value: &bool) -> Self {
        Self::Bool(*value)
    }
}

impl From<i64> for Made {
    fn from(number: i64) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<&i64> for Made {
    fn from(number: &i64) -> Self {
        Self::from(*number)
    }
}

impl From<f64> for Made {
    /// `null` for what is no number.
    fn from(number: f64) -> Self {
        if number.is_finite() {
            Self::Number(number.to_string())
        } else {
            Self::Null
        }
    }
}

impl From<&f64> for Made {
    fn from(number: &f64) -> Self {
        Self::from(*number)
    }
}

impl From<&Timestamp> for Made {
    fn from(at: &Timestamp) -> Self {
        Self::Text(at.text.clone())
    }
}

impl<T: Into<Self>> From<Option<T>> for Made {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

macro_rules! from_fields {
    ($($kind:ty),*) => {$(
        impl From<&Field<$kind>> for Made {
            fn from(field: &Field<$kind>) -> Self {
                Self::field(field, |value| Self::from(value))
            }
        }
    )*};
}

from_fields!(bool, f64, i64, String, Timestamp);
