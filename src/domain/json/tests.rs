#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::field::Field;

mod properties;

wire! {
    /// A tree of numbers.
    #[derive(Debug, PartialEq)]
    pub struct Tree {
        /// Its own number.
        pub leaf: Field<i64>,
        /// Trees below.
        pub list: Field<Vec<Tree>>,
        /// A required text.
        pub name: String,
    }
}

/// Only the syntax is looked at.
struct Anything;

impl FromJson for Anything {
    fn from_json(_: &Json<'_>, _: &mut Trouble) -> Self {
        Self
    }
}

fn trouble<T: FromJson>(json: &str) -> (String, String) {
    let unreadable = decode::<T>(json).err().unwrap();
    (unreadable.path, unreadable.expected)
}

#[test]
fn the_place_that_does_not_fit_is_named() {
    for (json, path, expected) in [
        (r#"{"name":7}"#, "name", "a string"),
        (r#"{"leaf":1.5,"name":""}"#, "leaf", "a whole number"),
        (r#"{}"#, "name", "a value, and the field is missing"),
        (
            r#"{"name":"","list":[{"name":""},{"leaf":1}]}"#,
            "list[1].name",
            "a value, and the field is missing",
        ),
        (
            r#"{"x":[[{"leaf":"x"}]],"name":"","list":[{"name":"","list":[{"leaf":true}]}]}"#,
            "list[0].list[0].leaf",
            "a whole number",
        ),
        (
            r#"{"name":"","list":[{"name":""},7]}"#,
            "list[1]",
            "an object",
        ),
        (r#"{"name":"","list":{}}"#, "list", "a list"),
        ("[]", "", "an object"),
    ] {
        let expected = (path.to_owned(), expected.to_owned());
        assert_eq!(trouble::<Tree>(json), expected, "{json}");
    }
    assert_eq!(trouble::<Vec<i64>>("[1,\"x\"]").0, "[1]");
    assert_eq!(trouble::<Vec<f64>>("[1,1e400]").0, "[1]");
}

#[test]
fn the_last_of_several_members_counts_in_any_order() {
    let json = r#"{"name":"a","leaf":1,"name":"b","odd":{},"leaf":2,"na\u006de":"c"}"#;
    let tree: Tree = decode(json).unwrap();
    assert_eq!(tree.list, Field::NotReported);
    assert_eq!((&*tree.name, tree.leaf.copied()), ("c", Some(2)));
    let document = Document::parse(json).unwrap();
    assert_eq!(document.root().get("name").unwrap().source(), "\"c\"");
    assert!(document.root().get("nam").is_none());
}

#[test]
fn broken_json_says_where_reading_stopped() {
    const CUT: &str = "more JSON, and the answer is cut off";
    const BROKEN: &str = "readable JSON";
    for (json, path, expected) in [
        ("", "", CUT),
        ("{", "", CUT),
        (r#"{"a":[{"b":1},{"b":"#, "a[1].b", CUT),
        (r#"{"a":[{"b":1},{"b"#, "a[1]", CUT),
        (r#"{"a":tru"#, "a", CUT),
        (r#"{"a":"\u00"#, "a", CUT),
        (r#"{"a":-"#, "a", CUT),
        (r#"{"a":1,}"#, "", BROKEN),
        (r#"{"a":[1,]}"#, "a[1]", BROKEN),
        (r#"{"a b":[1 2]}"#, "[\"a b\"]", BROKEN),
        (r#"{"a":01}"#, "", BROKEN),
        (r#"{"a":.5}"#, "a", BROKEN),
        (r#"{"a":1.}"#, "a", BROKEN),
        (r#"{"a":1e}"#, "a", BROKEN),
        (r#"{"a":+1}"#, "a", BROKEN),
        (r#"{"a":NaN}"#, "a", BROKEN),
        (r#"{"a":"\x"}"#, "a", BROKEN),
        ("{\"a\":\"b\nc\"}", "a", BROKEN),
        ("{\"a\":1}\u{a0}", "", "the end of the JSON"),
        ("{} {}", "", "the end of the JSON"),
    ] {
        let expected = (path.to_owned(), expected.to_owned());
        assert_eq!(trouble::<Anything>(json), expected, "{json}");
    }
}

#[test]
fn deep_nesting_is_refused_and_never_overflows() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(decode::<Anything>(&nested(128)).is_ok());
    for json in [
        nested(129),
        "[".repeat(1_000_000),
        "{\"a\":".repeat(1_000_000),
    ] {
        let (path, expected) = trouble::<Anything>(&json);
        assert_eq!(expected, "JSON that is nested at most 128 deep");
        assert!(path.len() < 1_000, "{path}");
    }
}

#[test]
fn nothing_turns_the_reading_order() {
    for (json, text) in [
        ("\"a\u{202e}b\"", "a\u{fffd}b"),
        (r#""a\u202eb\u2066""#, "a\u{fffd}b\u{fffd}"),
        ("\"“a” – שלום\u{200f}!\"", "“a” – שלום\u{200f}!"),
        (r#""a\\u202e""#, "a\\u202e"),
    ] {
        assert_eq!(decode::<String>(json).unwrap(), text);
    }
}

#[test]
fn escapes_become_characters() {
    let json = r#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00 \ud83d \ude00\ud83d\u0041ü""#;
    let text = "\"\\/\u{8}\u{c}\n\r\té😀 \u{fffd} \u{fffd}\u{fffd}Aü";
    assert_eq!(decode::<String>(json).unwrap(), text);
}
