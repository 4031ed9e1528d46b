//! Putting values into the placeholders of a request.

use super::template::{Blank, Slot, Stretch, Template};
use crate::domain::json::Made;
use crate::domain::percent::encoded;

/// What placeholders stand for.
pub(super) type Values<'a> = dyn Fn(&Slot) -> Option<Made> + 'a;

/// Why a path could not be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unfilled {
    /// This placeholder has no value.
    Missing(Slot),
    /// The value would lead out of the path.
    Climbing,
}

/// The text of a template, every value as it is; `None` when a placeholder has
/// no value.
pub(super) fn text(template: &Template, values: &Values<'_>) -> Option<String> {
    written(template, values, str::to_owned).ok()
}

/// The path of a template, every value as one segment.
pub(super) fn path(template: &Template, values: &Values<'_>) -> Result<String, Unfilled> {
    let path = written(template, values, encoded).map_err(Unfilled::Missing)?;
    let bare = path.split('?').next().unwrap_or_default();
    // A browser would leave the API's path by such a segment.
    match { bare.split('/') }.any(|segment| matches!(segment, "." | "..")) {
        true => Err(Unfilled::Climbing),
        false => Ok(path),
    }
}

fn written(
    template: &Template,
    values: &Values<'_>,
    write: impl Fn(&str) -> String,
) -> Result<String, Slot> {
    let mut out = String::new();
    for stretch in &template.0 {
        match stretch {
            Stretch::Text(text) => out.push_str(text),
            Stretch::Slot(slot) => {
                let value = values(slot).as_ref().and_then(plain);
                out.push_str(&write(&value.ok_or_else(|| slot.clone())?));
            }
        }
    }
    Ok(out)
}

/// A value as text: scalars as they are written, lists with commas; `None` for
/// what is no text.
pub(super) fn plain(value: &Made) -> Option<String> {
    match value {
        Made::Text(text) => Some(text.clone()),
        Made::Number(number) => Some(number.clone()),
        Made::Bool(value) => Some(value.to_string()),
        Made::List(items) => {
            let items: Vec<String> = items.iter().filter_map(plain).collect();
            (!items.is_empty()).then(|| items.join(","))
        }
        Made::Absent | Made::Null | Made::Object(_) => None,
    }
}

/// A body: a string that is one placeholder becomes its value, of whatever
/// type; a member or item without a value is left out.
pub(super) fn body(blank: &Blank, ids: &[String], values: &Values<'_>) -> Made {
    match blank {
        Blank::Fixed(value) => value.clone(),
        Blank::Text(template) => match template.alone() {
            Some(slot) => values(slot).unwrap_or(Made::Absent),
            None => text(template, values).map_or(Made::Absent, Made::Text),
        },
        Blank::Ids => ids.iter().map(Made::from).collect(),
        Blank::List(items) => {
            let items = items.iter().flat_map(|item| match body(item, ids, values) {
                // Several values of one placeholder are several items.
                Made::List(several) if matches!(item, Blank::Text(_)) => several,
                one => vec![one],
            });
            items.filter(|item| *item != Made::Absent).collect()
        }
        Blank::Object(members) => Made::Object(
            members
                .iter()
                .map(|(name, value)| (name.clone(), body(value, ids, values)))
                .filter(|(_, value)| *value != Made::Absent)
                .collect(),
        ),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::object;
    use crate::domain::percent::decoded;
    use proptest::prelude::*;

    fn slot(name: &str) -> Stretch {
        Stretch::Slot(Slot::Variable(name.to_owned()))
    }

    fn template<const N: usize>(stretches: [Stretch; N]) -> Template {
        Template(stretches.into())
    }

    fn plain_text(text: &str) -> Stretch {
        Stretch::Text(text.to_owned())
    }

    fn known(slot: &Slot) -> Option<Made> {
        let Slot::Variable(name) = slot else {
            return None;
        };
        match name.as_str() {
            "id" => Some("a/b:c+d%é".into()),
            "count" => Some(7_i64.into()),
            "words" => Some([Made::from("x"), Made::from("y")].into_iter().collect()),
            "empty" => Some(Made::Null),
            _ => None,
        }
    }

    #[test]
    fn a_value_is_one_segment() {
        let runs = template([plain_text("/runs/"), slot("id"), plain_text("/x/")]);
        assert_eq!(
            path(&runs, &known).unwrap(),
            "/runs/a%2Fb%3Ac%2Bd%25%C3%A9/x/"
        );
        for missing in ["other", "empty"] {
            let at = template([plain_text("/x/"), slot(missing)]);
            let expected = Unfilled::Missing(Slot::Variable(missing.to_owned()));
            assert_eq!(path(&at, &known), Err(expected));
        }
        assert_eq!(text(&template([slot("words")]), &known).unwrap(), "x,y");
    }

    #[test]
    fn an_id_that_climbs_out_of_the_path_is_no_segment() {
        let runs = template([plain_text("/runs/"), slot("id"), plain_text("/x")]);
        for id in [".", ".."] {
            let values = move |_: &Slot| Some(Made::from(id));
            assert_eq!(path(&runs, &values), Err(Unfilled::Climbing));
        }
        assert_eq!(
            path(&runs, &|_: &Slot| Some("...".into())).unwrap(),
            "/runs/.../x"
        );
    }

    #[test]
    fn a_body_keeps_types_and_leaves_out_what_has_no_value() {
        let one = |name: &str| Blank::Text(template([slot(name)]));
        let mixed = |name: &str| Blank::Text(template([plain_text("n="), slot(name)]));
        let member = |name: &str, value: Blank| (name.to_owned(), value);
        let blank = Blank::Object(vec![
            member("n", one("count")),
            member("t", mixed("count")),
            member("gone", one("other")),
            member("gone too", mixed("other")),
            member("null", one("empty")),
            member("list", Blank::List(vec![one("words"), one("other")])),
            member("ids", Blank::Ids),
            member("kept", Blank::Fixed(1_i64.into())),
        ]);
        let expected = object([
            ("n", 7_i64.into()),
            ("t", "n=7".into()),
            ("null", Made::Null),
            (
                "list",
                [Made::from("x"), Made::from("y")].into_iter().collect(),
            ),
            ("ids", [Made::from("1")].into_iter().collect()),
            ("kept", 1_i64.into()),
        ]);
        assert_eq!(body(&blank, &["1".to_owned()], &known), expected);
    }

    proptest! {
        #[test]
        fn any_id_comes_back_from_its_segment(id in "[^.]\\PC{0,20}") {
            let given = id.clone();
            let values = move |_: &Slot| Some(Made::from(given.as_str()));
            let at = template([plain_text("/a/"), slot("id"), plain_text("/b")]);
            let path = path(&at, &values).unwrap();
            let segments: Vec<&str> = path.split('/').collect();
            prop_assert_eq!(segments.len(), 4);
            prop_assert_eq!(decoded(segments[2]), id);
        }
    }
}
