#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::api::mapping::conventions::Conventions;
use crate::domain::json::Document;
use proptest::prelude::*;

const ANSWER: &str = r#"{
  "a": {"b": [{"c": 1}, {"c": 2}, {"d": 3}], "null": null},
  "Title Case": {"x": true}, "in-progress": 15, "o": {"k1": {"v": 1}, "k2": {"v": 2}},
  "nested": [[1, 2], [3]], "odd\"key": "q"
}"#;

fn found(path: &str) -> Vec<String> {
    let document = Document::parse(ANSWER).unwrap();
    let conventions = Conventions::default();
    let scope = Scope {
        answer: document.root(),
        around: Some(document.root()),
        key: Some("the key".into()),
        merges: &[("progress", document.root())],
        headers: &[("x-total-count".to_owned(), "7".to_owned())],
        ..Scope::of(&conventions, document.root())
    };
    match Path::parse(path).unwrap().find(&scope) {
        Found::One(json) => vec![json.source().to_owned()],
        Found::Text(text) => vec![format!("text {text}")],
        Found::Nothing => Vec::new(),
        Found::Many(found) => found.iter().map(|json| json.source().to_owned()).collect(),
    }
}

#[test]
fn paths_lead_where_they_say() {
    let nothing: [&str; 0] = [];
    for (path, values) in [
        ("a.b[0].c", &["1"][..]),
        ("a.b[-1].d", &["3"]),
        ("a.b[-4]", &nothing),
        ("a.b[9].c", &nothing),
        ("a.b[].c", &["1", "2"]),
        ("a.null", &["null"]),
        ("a.none.deeper", &nothing),
        ("a.none[].c", &nothing),
        ("[\"Title Case\"].x", &["true"]),
        ("[\"odd\\\"key\"]", &["\"q\""]),
        ("in-progress", &["15"]),
        ("o[].v", &["1", "2"]),
        ("nested[][]", &["1", "2", "3"]),
        ("nested[].c", &nothing),
        ("nested[1][0]", &["3"]),
        ("$answer.a.b[0].c", &["1"]),
        ("$progress.in-progress", &["15"]),
        ("$other.x", &nothing),
        ("$row.in-progress", &["15"]),
        ("$key", &["text the key"]),
        ("$header.X-Total-Count", &["text 7"]),
        ("$header.etag", &nothing),
    ] {
        assert_eq!(found(path), values, "{path}");
    }
    assert!(found("")[0].contains("Title Case"));
}

#[test]
fn what_is_no_path_is_told_by_its_letter() {
    for (text, letter) in [
        ("a..b", 3),
        ("a.", 3),
        (".a", 1),
        ("a[", 3),
        ("a[x]", 3),
        ("a[0", 4),
        ("a[\"b]", 4),
        ("a[\"b\"c]", 6),
        ("a b", 1),
        ("ä.b c", 3),
        ("a]", 2),
        ("a[0]b", 5),
        ("$", 2),
        ("$header", 8),
        ("$key.x", 7),
        ("[]]", 3),
    ] {
        let misread = Path::parse(text).unwrap_err();
        assert_eq!(misread.letter, letter, "{text}: {}", misread.problem);
    }
}

proptest! {
    #[test]
    fn no_text_panics_and_no_path_that_is_read(text: String, like in "\\$?[ab$\\[\\]\".0-9-]{0,12}") {
        let _ = Path::parse(&text);
        if Path::parse(&like).is_ok() {
            let _ = found(&like);
        }
    }
}
