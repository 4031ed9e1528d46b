#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::json::{decode, wire};

wire! {
    /// A named part.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Part {
        /// Its name.
        pub name: String,
    }

    /// Parts that may be missing.
    pub struct Whole {
        /// One.
        pub part: Block<Part>,
        /// Several.
        pub rows: Block<Vec<Row<Part>>>,
        /// One more.
        pub after: Block<Part>,
    }
}

fn whole(json: &str) -> Whole {
    decode(json).unwrap()
}

#[test]
fn absent_and_null_blocks_are_two_facts_and_neither_is_there() {
    for (json, empty) in [
        ("{}", false),
        (r#"{"part":null}"#, true),
        (r#"{"part": null }"#, true),
    ] {
        let part = whole(json).part;
        assert_eq!(part.is_empty(), empty, "{json}");
        assert!(part.is_absent() && part.value().is_none() && part.unreadable().is_none());
    }
}

#[test]
fn a_bad_block_leaves_its_neighbors_readable() {
    for (bad, path, expected) in [
        (r#"{"name":7}"#, "name", "a string"),
        (r#"{"name":null}"#, "name", "a string"),
        ("{}", "name", "a value, and the field is missing"),
        ("[1]", "", "an object"),
        ("\"text\"", "", "an object"),
        ("12", "", "an object"),
    ] {
        let json = format!(r#"{{"part":{bad},"after":{{"name":"ok"}}}}"#);
        let whole = whole(&json);
        let trouble = whole.part.unreadable().unwrap();
        assert_eq!(
            (&*trouble.path, &*trouble.expected),
            (path, expected),
            "{bad}"
        );
        assert_eq!(whole.after.value().map(|part| &*part.name), Some("ok"));
    }
}

#[test]
fn a_bad_row_is_named_and_its_neighbors_stay() {
    let whole = whole(r#"{"rows":[{"name":"a"},{"name":[]},null,{"name":"b"}]}"#);
    let rows = whole.rows.value().unwrap();
    let names: Vec<_> = good_rows(rows).map(|part| &*part.name).collect();
    assert_eq!(names, ["a", "b"]);
    let paths: Vec<_> = rows
        .iter()
        .filter_map(|row| match row {
            Row::Unreadable(trouble) => Some(&*trouble.path),
            Row::Good(_) => None,
        })
        .collect();
    assert_eq!(paths, ["name", ""]);
}

#[test]
fn broken_json_inside_a_block_is_the_whole_answers_trouble() {
    assert!(decode::<Whole>(r#"{"part":{"name":}"#).is_err());
}

#[test]
fn trouble_seen_from_around_has_a_longer_path() {
    let trouble = |path: &str| Unreadable {
        path: path.to_owned(),
        expected: "a number".to_owned(),
    };
    for (inner, outer) in [
        ("", "tasks"),
        ("items[3].attempts", "tasks.items[3].attempts"),
        ("[3]", "tasks[3]"),
    ] {
        assert_eq!(trouble(inner).within("tasks"), trouble(outer));
    }
}

#[test]
fn names_that_are_no_words_are_quoted() {
    let trouble = Unreadable {
        path: "a".to_owned(),
        expected: "a number".to_owned(),
    };
    for (name, path) in [
        ("b_1", "b_1.a"),
        ("b c", "[\"b c\"].a"),
        ("été", "[\"été\"].a"),
    ] {
        assert_eq!(trouble.within_member(name).path, path);
    }
    assert_eq!(
        trouble.within_item(3).within_member("rows").path,
        "rows[3].a"
    );
}

#[test]
fn a_hostile_value_does_not_get_into_the_words() {
    let hostile = format!(
        r#"{{"part":{{"name":"ok"}},"rows":"{}"}}"#,
        ", expected <b>".repeat(9)
    );
    let whole = whole(&hostile);
    assert_eq!(whole.rows.unreadable().unwrap().expected, "a list");
}
