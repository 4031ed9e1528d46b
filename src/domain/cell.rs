//! One value of a table, and whether the API reports it.

use super::block::Block;
use super::field::Field;
use super::format::{Formats, NONE};

/// A value ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The value; "—" when it is known to be empty or does not apply.
    pub text: String,
    /// Whether the API reports it; otherwise the text says so in words.
    pub reported: bool,
}

impl Cell {
    /// A value.
    pub fn of(text: String) -> Self {
        Self {
            text,
            reported: true,
        }
    }

    /// Known to be empty, or not applicable.
    pub fn none() -> Self {
        Self::of(NONE.to_owned())
    }

    /// Not reported by the API.
    pub fn not_reported() -> Self {
        Self {
            text: "Not reported".to_owned(),
            reported: false,
        }
    }

    /// A figure of a block that is not there, or cannot be read.
    pub fn lacking<T>(block: &Block<T>) -> Self {
        match block.unreadable() {
            Some(_) => Self {
                text: "Not readable".to_owned(),
                reported: true,
            },
            None => Self::not_reported(),
        }
    }

    /// A field of an answer, its value written by `write`.
    pub fn from_field<T>(field: &Field<T>, write: impl FnOnce(&T) -> String) -> Self {
        match field {
            Field::Value(value) => Self::of(write(value)),
            Field::Empty => Self::none(),
            Field::NotReported => Self::not_reported(),
        }
    }

    /// "2/4": how many of those that are allowed, where that is reported.
    pub fn of_allowed(done: &Field<i64>, allowed: &Field<i64>, formats: &Formats<'_>) -> Self {
        Self::from_field(done, |done| {
            let done = formats.count(*done);
            match allowed.copied() {
                Some(allowed) => [&*done, "/", &formats.count(allowed)].concat(),
                None => done,
            }
        })
    }

    /// A text field; blank text is known to be empty.
    pub fn text(field: &Field<String>) -> Self {
        match field.as_deref().map(str::trim) {
            Some("") => Self::none(),
            _ => Self::from_field(field, |text| text.trim().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_empty_and_zero_are_three_things() {
        let count = |field: &Field<i64>| Cell::from_field(field, i64::to_string);
        assert_eq!(count(&Field::Value(0)), Cell::of("0".to_owned()));
        assert_eq!(count(&Field::Empty), Cell::none());
        assert_eq!(count(&Field::NotReported), Cell::not_reported());
        assert!(!Cell::not_reported().reported);
    }

    #[test]
    fn blank_text_is_empty() {
        assert_eq!(Cell::text(&Field::Value("  ".to_owned())), Cell::none());
        assert_eq!(
            Cell::text(&Field::Value(" no-answer ".to_owned())).text,
            "no-answer"
        );
        assert_eq!(Cell::text(&Field::NotReported), Cell::not_reported());
    }
}
