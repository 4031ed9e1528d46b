//! Parts of an answer that may be missing or unreadable without costing the rest.

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::value::RawValue;

use super::json_path::child;
pub use super::json_path::json_path_at;

/// What could not be read, and what was looked for there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where: `items[3].attempts`, relative to the part that was being read;
    /// empty for the part itself.
    pub path: String,
    /// What was expected there, in words: "a whole number".
    pub expected: String,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &*self.path {
            "" => write!(f, "expected {}.", self.expected),
            path => write!(f, "{path}: expected {}.", self.expected),
        }
    }
}

impl Unreadable {
    /// Describes why `json` could not be decoded.
    pub fn from_json_error(json: &str, error: &serde_json::Error) -> Self {
        let message = error.to_string();
        let message = message
            .rsplit_once(" at line ")
            .map_or(&*message, |(before, _)| before);
        let path = json_path_at(json, error.line(), error.column());
        match missing_field(message) {
            Some(name) => Self {
                path: child(&path, name),
                expected: "a value, and the field is missing".to_owned(),
            },
            None => Self {
                path,
                expected: expected_in_words(message),
            },
        }
    }

    /// The same trouble seen from the part around: its path starts with `part`.
    pub fn within(&self, part: &str) -> Self {
        let joint = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        Self {
            path: [part, joint, &self.path].concat(),
            expected: self.expected.clone(),
        }
    }
}

fn missing_field(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.strip_suffix('`')
}

fn expected_in_words(message: &str) -> String {
    let Some((_, expected)) = message.rsplit_once(", expected ") else {
        return format!("readable JSON ({message})");
    };
    let words = match expected {
        "f64" => "a number",
        "a sequence" => "a list",
        "a map" => "an object",
        _ if expected.starts_with("struct ") => "an object",
        _ => expected,
    };
    words.to_owned()
}

/// An optional object or list of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Block<T> {
    /// Absent or `null`: the API does not report it.
    #[default]
    Absent,
    /// There, and readable.
    Value(Box<T>),
    /// There, but not in the shape of the contract.
    Unreadable(Unreadable),
}

impl<T> Block<T> {
    /// The block, when it is there and readable.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Unreadable(_) => None,
        }
    }

    /// What is wrong with the block, when it is there but cannot be read.
    pub fn unreadable(&self) -> Option<&Unreadable> {
        match self {
            Self::Unreadable(trouble) => Some(trouble),
            Self::Absent | Self::Value(_) => None,
        }
    }

    /// Whether the API does not report the block.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> From<T> for Block<T> {
    fn from(value: T) -> Self {
        Self::Value(Box::new(value))
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Block<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = <&RawValue>::deserialize(deserializer)?.get();
        if json == "null" {
            return Ok(Self::Absent);
        }
        Ok(match serde_json::from_str(json) {
            Ok(value) => Self::Value(value),
            Err(error) => Self::Unreadable(Unreadable::from_json_error(json, &error)),
        })
    }
}

/// One row of a list: a bad one is counted and named, and its neighbors stay.
#[derive(Clone, Debug, PartialEq)]
pub enum Row<T> {
    /// A readable row.
    Good(T),
    /// A row that is not in the shape of the contract.
    Unreadable(Unreadable),
}

impl<T> Row<T> {
    /// The row, when it could be read.
    pub fn good(&self) -> Option<&T> {
        match self {
            Self::Good(row) => Some(row),
            Self::Unreadable(_) => None,
        }
    }
}

/// The readable rows of a list, in order.
pub fn good_rows<T>(rows: &[Row<T>]) -> impl DoubleEndedIterator<Item = &T> {
    rows.iter().filter_map(Row::good)
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Row<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = <&RawValue>::deserialize(deserializer)?.get();
        Ok(match serde_json::from_str(json) {
            Ok(row) => Self::Good(row),
            Err(error) => Self::Unreadable(Unreadable::from_json_error(json, &error)),
        })
    }
}

#[cfg(test)]
mod tests;
