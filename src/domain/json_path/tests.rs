#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The path of the first place where `json` does not decode as `T`.
fn path_of<T: serde::de::DeserializeOwned>(json: &str) -> String {
    let error = serde_json::from_str::<T>(json).err().unwrap();
    json_path_at(json, error.line(), error.column())
}

#[derive(serde::Deserialize)]
#[allow(dead_code)]
struct Tree {
    leaf: Option<u8>,
    #[serde(default)]
    list: Vec<Tree>,
    inner: Option<Box<Tree>>,
}

#[test]
fn the_path_leads_to_the_value_that_did_not_fit() {
    for (json, path) in [
        (r#"{"leaf":"x"}"#, "leaf"),
        (r#"{ "leaf" : "x" }"#, "leaf"),
        (r#"{"leaf":[1]}"#, "leaf"),
        (r#"{"leaf": {"a":1}}"#, "leaf"),
        (r#"{"leaf":300}"#, "leaf"),
        (r#"{"leaf":1.5}"#, "leaf"),
        (r#"{"leaf":-1,"list":[]}"#, "leaf"),
        (r#"{"list":[{"leaf":1},{"leaf":true}]}"#, "list[1].leaf"),
        (r#"{"list":[{"leaf":1},7]}"#, "list[1]"),
        (r#"{"list":[{},{},[]]}"#, "list[2]"),
        (r#"{"list":{}}"#, "list"),
        (
            r#"{"inner":{"inner":{"list":[{"leaf":"}]"}]}}}"#,
            "inner.inner.list[0].leaf",
        ),
        (r#"{"odd \"key\" ]":[1,{"x":[[]]}],"leaf":"x"}"#, "leaf"),
        (
            "{\n  \"list\": [\n    {\"leaf\": 1},\n    {\"leaf\": \"ü\"}\n  ]\n}",
            "list[1].leaf",
        ),
        ("7", ""),
    ] {
        assert_eq!(path_of::<Tree>(json), path, "{json}");
    }
    assert_eq!(path_of::<Vec<u8>>("[1,\"x\"]"), "[1]");
}

#[test]
fn broken_json_gives_the_place_where_reading_stopped() {
    for (json, path) in [
        (r#"{"list":[{"leaf":1},{"leaf":"#, "list[1].leaf"),
        (r#"{"list":[{"leaf":1},{"le"#, "list[1]"),
        (r#"{"leaf":1,}"#, ""),
        ("{", ""),
        ("", ""),
    ] {
        assert_eq!(path_of::<Tree>(json), path, "{json}");
    }
}

#[test]
fn keys_that_are_no_words_are_quoted() {
    assert_eq!(child("a", "b_1"), "a.b_1");
    assert_eq!(child("", "b"), "b");
    assert_eq!(child("a", "b c"), "a[\"b c\"]");
    assert_eq!(child("a", "été"), "a[\"été\"]");
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[\"\\\\a-c{}\\[\\],: é]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-d]{1,3}", inner), 0..4)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

/// Puts a mark into one place of the tree, and says where.
fn planted(tree: &mut Value, mut choice: usize) -> String {
    let mut path = String::new();
    let mut here = tree;
    loop {
        let size = match &*here {
            Value::Array(list) => list.len(),
            Value::Object(object) => object.len(),
            _ => 0,
        };
        if size == 0 || choice.is_multiple_of(5) {
            *here = json!("\u{2}mark");
            return path;
        }
        let at = choice % size;
        choice /= 5;
        here = match here {
            Value::Array(list) => {
                path = format!("{path}[{at}]");
                &mut list[at]
            }
            Value::Object(object) => {
                let (key, value) = object.iter_mut().nth(at).unwrap();
                path = child(&path, key);
                value
            }
            _ => unreachable!(),
        };
    }
}

proptest! {
    #[test]
    fn the_end_of_any_value_leads_to_it(
        mut tree in any_json(), choice: usize, pretty: bool,
    ) {
        let path = planted(&mut tree, choice);
        let json = if pretty {
            serde_json::to_string_pretty(&tree).unwrap()
        } else {
            tree.to_string()
        };
        let mark = "\\u0002mark\"";
        let end = json.find(mark).unwrap() + mark.len();
        let before = &json[..end];
        let line = before.matches('\n').count() + 1;
        let column = end - before.rfind('\n').map_or(0, |at| at + 1);
        prop_assert_eq!(json_path_at(&json, line, column), path);
    }

    #[test]
    fn no_text_and_no_position_panics(text: String, line: usize, column: usize) {
        let path = json_path_at(&text, line, column);
        prop_assert!(path.len() <= text.len().saturating_mul(8));
    }
}
