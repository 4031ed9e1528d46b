#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::json::object;

fn draft(verb: Verb, path: &str) -> Draft {
    Draft {
        verb,
        path: path.to_owned(),
        query: vec![("a".to_owned(), "1 &".to_owned())],
        body: None,
        form: false,
        headers: Vec::new(),
    }
}

#[test]
fn a_path_keeps_its_slashes_and_its_own_query() {
    for (base, path, url) in [
        (
            "https://x/v1/",
            "/campaign/",
            "https://x/v1/campaign/?a=1%20%26",
        ),
        ("/api", "campaign", "/api/campaign?a=1%20%26"),
        ("/api", "/c?b=2", "/api/c?b=2&a=1%20%26"),
        ("/api", "", "/api?a=1%20%26"),
        ("/api", "//evil", "/api/evil?a=1%20%26"),
    ] {
        assert_eq!(draft(Verb::Get, path).outgoing(base, None).url, url);
    }
}

#[test]
fn several_values_are_sent_as_declared() {
    let values = || vec![Made::from("x"), Made::from(2_i64)];
    for (join, query) in [
        (Joining::Repeat, "a=1%20%26&s=x&s=2"),
        (Joining::Comma, "a=1%20%26&s=x%2C2"),
        (Joining::Json, "a=1%20%26&s=%5B%22x%22%2C2%5D"),
    ] {
        let mut draft = draft(Verb::Get, "/c");
        draft.add(Place::Query, "s", values(), join);
        assert!(draft.outgoing("", None).url.ends_with(query));
    }
    let mut draft = draft(Verb::Post, "/c");
    draft.add(Place::Body, "filter.s", values(), Joining::Repeat);
    draft.set(Place::Body, "filter.n", 1_i64.into());
    draft.set(Place::Query, "a", "2".into());
    let sent = draft.outgoing("", Some("k\r\ney"));
    assert_eq!(sent.url, "/c?a=2");
    assert_eq!(
        sent.body.as_deref(),
        Some(r#"{"filter":{"s":["x",2],"n":1}}"#)
    );
    let header = |name: &str| {
        sent.headers
            .iter()
            .find(|(known, _)| known == name)
            .unwrap()
            .1
            .clone()
    };
    assert_eq!(
        (header("Idempotency-Key"), header("Content-Type")),
        ("key".to_owned(), "application/json".to_owned())
    );
}

#[test]
fn a_form_is_no_json() {
    let mut draft = draft(Verb::Post, "/c");
    draft.form = true;
    draft.body = Some(object([
        ("a", "x y".into()),
        (
            "b",
            [Made::from(1_i64), Made::from(2_i64)].into_iter().collect(),
        ),
        ("c", Made::Null),
    ]));
    let sent = draft.outgoing("", None);
    assert_eq!(sent.body.as_deref(), Some("a=x%20y&b=1&b=2"));
    assert!(
        sent.headers
            .iter()
            .any(|(_, value)| value == "application/x-www-form-urlencoded")
    );
}
