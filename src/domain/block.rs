//! Parts of an answer that may be missing or unreadable without costing the rest.

use super::json::{FromJson, Json, Kind, Trouble};

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

    /// The same trouble seen from the object around, whose member `name` it
    /// is in. A name that is no plain word is quoted: `a["b c"]`.
    pub fn within_member(&self, name: &str) -> Self {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        if name.bytes().all(is_plain) {
            self.within(name)
        } else {
            self.within(&["[\"", name, "\"]"].concat())
        }
    }

    /// The same trouble seen from the list around, whose item `index` it is in.
    pub fn within_item(&self, index: usize) -> Self {
        self.within(&["[", &index.to_string(), "]"].concat())
    }
}

/// An optional object or list of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Block<T> {
    /// Absent: the API does not report it.
    #[default]
    Absent,
    /// `null`: known not to be there, such as the call window of a campaign
    /// that may dial at any hour.
    Empty,
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
            Self::Absent | Self::Empty | Self::Unreadable(_) => None,
        }
    }

    /// What is wrong with the block, when it is there but cannot be read.
    pub fn unreadable(&self) -> Option<&Unreadable> {
        match self {
            Self::Unreadable(trouble) => Some(trouble),
            Self::Absent | Self::Empty | Self::Value(_) => None,
        }
    }

    /// Whether there is no block: not reported, or known not to be there.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent | Self::Empty)
    }

    /// Whether the block is known not to be there.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

impl<T> From<T> for Block<T> {
    fn from(value: T) -> Self {
        Self::Value(Box::new(value))
    }
}

impl<T: FromJson> FromJson for Block<T> {
    fn from_json(json: &Json<'_>, _: &mut Trouble) -> Self {
        match json.kind() {
            Kind::Missing => Self::Absent,
            Kind::Null => Self::Empty,
            _ => match json.read() {
                Ok(value) => Self::Value(Box::new(value)),
                Err(trouble) => Self::Unreadable(trouble),
            },
        }
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

impl<T: FromJson> FromJson for Row<T> {
    fn from_json(json: &Json<'_>, _: &mut Trouble) -> Self {
        match json.read() {
            Ok(row) => Self::Good(row),
            Err(trouble) => Self::Unreadable(trouble),
        }
    }
}

#[cfg(test)]
mod tests;
