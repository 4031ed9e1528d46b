//! JSON that Ringside itself writes.

mod from;

use super::{Json, Kind, quoted};
use crate::domain::block::{Block, Row};
use crate::domain::field::Field;

/// A value to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// No value: a member that has it is not written, an item is `null`.
    Absent,
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Made>),
    /// An object, its members in order.
    Object(Vec<(String, Made)>),
}

/// An object with members in this order.
pub fn object<const N: usize>(members: [(&str, Made); N]) -> Made {
    let owned = members.map(|(name, value)| (name.to_owned(), value));
    Made::Object(owned.into())
}

impl Made {
    /// The same as it was read, every digit kept.
    pub fn copy(json: &Json<'_>) -> Self {
        match json.kind() {
            Kind::Missing => Self::Absent,
            Kind::Null => Self::Null,
            Kind::Bool(value) => Self::Bool(value),
            Kind::Number => Self::Number(json.source().to_owned()),
            Kind::Text => Self::Text(json.text().unwrap_or_default().into_owned()),
            Kind::List => json.items().map(|item| Self::copy(&item)).collect(),
            Kind::Object => {
                let name = |key: Json<'_>| key.text().unwrap_or_default().into_owned();
                let members = json.members();
                Self::Object(
                    members
                        .map(|(key, value)| (name(key), Self::copy(&value)))
                        .collect(),
                )
            }
        }
    }

    /// The readable rows of a list, each written by `write`.
    pub fn rows<T>(rows: &[Row<T>], write: impl Fn(&T) -> Self) -> Self {
        rows.iter().filter_map(Row::good).map(write).collect()
    }

    /// A block: absent and `null` as they came, and of one that was not readable
    /// what was wrong with it.
    pub fn block<T>(block: &Block<T>, write: impl FnOnce(&T) -> Self) -> Self {
        match block {
            Block::Absent => Self::Absent,
            Block::Empty => Self::Null,
            Block::Value(value) => write(value),
            Block::Unreadable(trouble) => object([("unreadable", trouble.to_string().into())]),
        }
    }

    /// A field: absent and `null` as they came.
    pub fn field<T>(field: &Field<T>, write: impl FnOnce(&T) -> Self) -> Self {
        match field {
            Field::NotReported => Self::Absent,
            Field::Empty => Self::Null,
            Field::Value(value) => write(value),
        }
    }

    /// Every string and every key passed through `change`, a string together
    /// with the key that it stands under, by itself or in a list. A number that
    /// it would change becomes the string that comes of it.
    #[must_use]
    pub fn with_texts(self, change: &impl Fn(Option<&str>, &str) -> String) -> Self {
        self.under(None, change)
    }

    fn under(self, key: Option<&str>, change: &impl Fn(Option<&str>, &str) -> String) -> Self {
        match self {
            Self::Text(text) => Self::Text(change(key, &text)),
            Self::Number(number) => {
                let changed = change(key, &number);
                if changed == number {
                    Self::Number(number)
                } else {
                    Self::Text(changed)
                }
            }
            Self::List(items) => items
                .into_iter()
                .map(|item| item.under(key, change))
                .collect(),
            Self::Object(members) => {
                let member = |(name, value): (String, Self)| {
                    (change(None, &name), value.under(Some(&name), change))
                };
                Self::Object(members.into_iter().map(member).collect())
            }
            other => other,
        }
    }

    /// The text, two spaces of indentation a level and a line break at its end.
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Absent | Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(number) => out.push_str(number),
            Self::Text(text) => out.push_str(&quoted(text)),
            Self::List(items) => {
                let items = items.iter().map(|item| (None, item));
                enclosed(out, depth, ['[', ']'], items);
            }
            Self::Object(members) => {
                let there = members.iter().filter(|(_, value)| *value != Self::Absent);
                let members = there.map(|(name, value)| (Some(name.as_str()), value));
                enclosed(out, depth, ['{', '}'], members);
            }
        }
    }
}

fn enclosed<'a>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    parts: impl Iterator<Item = (Option<&'a str>, &'a Made)>,
) {
    out.push(open);
    let mut is_empty = true;
    for (name, value) in parts {
        out.push_str(if is_empty { "\n" } else { ",\n" });
        is_empty = false;
        out.push_str(&"  ".repeat(depth + 1));
        if let Some(name) = name {
            out.push_str(&quoted(name));
            out.push_str(": ");
        }
        value.write(out, depth + 1);
    }
    if !is_empty {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
    out.push(close);
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::Document;
    use proptest::prelude::*;

    #[test]
    fn absent_members_are_left_out_and_null_ones_stay() {
        let made = object([
            ("a", (&Field::<i64>::NotReported).into()),
            ("b", (&Field::<i64>::Empty).into()),
            ("c", (&Field::Value(7_i64)).into()),
            ("d", Made::List(Vec::new())),
            ("e", f64::NAN.into()),
            ("f", [Made::Bool(true), Made::Absent].into_iter().collect()),
        ]);
        let text = "{\n  \"b\": null,\n  \"c\": 7,\n  \"d\": [],\n  \"e\": null,\n  \"f\": [\n    true,\n    null\n  ]\n}\n";
        assert_eq!(made.text(), text);
    }

    #[test]
    fn a_copy_says_the_same_and_its_texts_can_be_changed() {
        let json = r#"{"b\u0031":1.10,"a":["x",12345678901234567890,{"k":null}]}"#;
        let copy = Made::copy(&Document::parse(json).unwrap().root());
        let back: serde_json::Value = serde_json::from_str(&copy.text()).unwrap();
        assert_eq!(
            back,
            serde_json::from_str::<serde_json::Value>(json).unwrap()
        );
        let hidden = copy
            .clone()
            .with_texts(&|_, text| text.replace(['1', 'x'], "•"));
        assert!(!hidden.text().contains(['1', 'x']), "{}", hidden.text());
        let keyed = copy.with_texts(&|key, text| [key.unwrap_or_default(), text].concat());
        assert!(keyed.text().contains("\"ax\""), "{}", keyed.text());
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_read(key: String, text: String, quarters: i32, whole: i64) {
            let number = f64::from(quarters) / 4.0;
            let made = object([
                ("t", text.as_str().into()),
                ("n", number.into()),
                ("o", Made::Object(vec![(key.clone(), whole.into())])),
            ]);
            let back: serde_json::Value = serde_json::from_str(&made.text()).unwrap();
            prop_assert_eq!(back["t"].as_str(), Some(text.as_str()));
            prop_assert_eq!(back["n"].as_f64(), Some(number));
            prop_assert_eq!(back["o"][&key].as_i64(), Some(whole));
        }
    }
}
