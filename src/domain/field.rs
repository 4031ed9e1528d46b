//! One optional value of the dialer's answer.

use super::json::{FromJson, Json, Kind, Trouble};

/// A scalar that the dialer may leave out.
///
/// *Not reported* and *known to be empty* are different facts, shown
/// differently; neither is ever turned into 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// The property is absent: this API does not report it.
    #[default]
    NotReported,
    /// The property is `null`: known to be empty.
    Empty,
    /// The property has a value.
    Value(T),
}

impl<T> Field<T> {
    /// The value, when there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::NotReported | Self::Empty => None,
        }
    }

    /// Whether the API reports the property at all, be it as `null`.
    pub fn is_reported(&self) -> bool {
        !matches!(self, Self::NotReported)
    }
}

impl<T: Copy> Field<T> {
    /// The value by copy, when there is one.
    pub fn copied(&self) -> Option<T> {
        self.value().copied()
    }
}

impl Field<String> {
    /// The text, when there is one.
    pub fn as_deref(&self) -> Option<&str> {
        self.value().map(String::as_str)
    }
}

impl<T: FromJson> FromJson for Field<T> {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        match json.kind() {
            Kind::Missing => Self::NotReported,
            Kind::Null => Self::Empty,
            _ => Self::Value(T::from_json(json, trouble)),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::{decode, wire};

    wire! {
        /// One optional name.
        pub struct Holder {
            /// The name.
            pub name: Field<String>,
        }
    }

    #[test]
    fn absent_null_and_value_are_three_things() {
        let read = |json| decode::<Holder>(json).unwrap().name;
        assert_eq!(read("{}"), Field::NotReported);
        assert_eq!(read(r#"{"name":null}"#), Field::Empty);
        assert_eq!(read(r#"{"name":""}"#), Field::Value(String::new()));
        assert!(!read("{}").is_reported() && read(r#"{"name":null}"#).is_reported());
        assert_eq!(read(r#"{"name":"Maya"}"#).as_deref(), Some("Maya"));
        assert_eq!(read(r#"{"name":null}"#).as_deref(), None);
    }
}
