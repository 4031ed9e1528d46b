#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::api::mapping::position::{Position, position};
use crate::api::mapping::served::mapping;
use crate::domain::json::Document;
use crate::domain::page::Total;
use serde_json::{Value, json};

/// Where a page of so many rows stands, of an answer with these words.
fn place(paging: Value, begin: &Begin, rows: u64, answer: &Value) -> Position {
    let mapping = mapping(&json!({"lists": {"jobs": {
        "request": {"path": "/j"}, "rows": "rows", "paging": paging,
        "fields": {"id": "id", "status": "s"},
    }}}));
    let text = answer.to_string();
    let document = Document::parse(&text).unwrap();
    let scope = Scope {
        conventions: &mapping.conventions,
        row: document.root(),
        answer: document.root(),
        around: None,
        key: None,
        merges: &[],
        asked: &[],
        headers: &[("x-total-count".to_owned(), "77".to_owned())],
        now: 0,
    };
    let paging = &mapping.list("jobs").unwrap().paging;
    let around = neighbors(paging, &scope, "/api", "/api/j");
    position(paging, begin, size(paging, 10), rows, &scope, around)
}

#[test]
fn a_page_stands_where_the_answer_says() {
    let page = |more: Value| {
        let mut paging = json!({"style": "page", "page": "p", "size": "n"});
        for (name, value) in more.as_object().unwrap() {
            paging[name] = value.clone();
        }
        paging
    };
    let unknown = Total::Unknown;
    for (more, number, rows, answer, total, next) in [
        (
            json!({"total": "t"}),
            2,
            10,
            json!({"t": "25"}),
            Total::Exact(25),
            Some("page:3"),
        ),
        (
            json!({"total": "t"}),
            3,
            5,
            json!({"t": 25.0}),
            Total::Exact(25),
            None,
        ),
        (
            json!({"total": "t"}),
            9,
            0,
            json!({"t": 25}),
            Total::Exact(25),
            None,
        ),
        (
            json!({"total": "t"}),
            1,
            10,
            json!({"t": "many"}),
            unknown,
            Some("page:2"),
        ),
        (
            json!({"total": "t"}),
            1,
            10,
            json!({"t": -1}),
            unknown,
            Some("page:2"),
        ),
        (
            json!({"total": "t", "totalIs": "at_least"}),
            1,
            10,
            json!({"t": 25}),
            Total::AtLeast(25),
            Some("page:2"),
        ),
        (
            json!({"total": "$header.X-Total-Count"}),
            1,
            10,
            json!({}),
            Total::Exact(77),
            Some("page:2"),
        ),
        (
            json!({"total": "q[].n"}),
            1,
            10,
            json!({"q": [{"n": 4}, {"n": "8"}]}),
            Total::Exact(12),
            Some("page:2"),
        ),
        (
            json!({"pages": "c"}),
            1,
            10,
            json!({"c": 2}),
            unknown,
            Some("page:2"),
        ),
        (
            json!({"pages": "c"}),
            2,
            3,
            json!({"c": 2}),
            Total::Exact(13),
            None,
        ),
        (
            json!({"more": "m"}),
            1,
            10,
            json!({"m": false}),
            Total::Exact(10),
            None,
        ),
        (
            json!({"more": "m"}),
            1,
            3,
            json!({"m": true}),
            unknown,
            Some("page:2"),
        ),
        (json!({}), 1, 10, json!({}), unknown, Some("page:2")),
        (json!({}), 2, 4, json!({}), Total::Exact(14), None),
        (json!({}), 1, 0, json!({}), Total::Exact(0), None),
        (json!({}), 7, 0, json!({}), unknown, None),
    ] {
        let at = place(page(more.clone()), &Begin::Page(number), rows, &answer);
        assert_eq!(
            (at.total, at.next.as_deref()),
            (total, next),
            "{more} {answer}"
        );
        assert_eq!((at.number, at.told), (Some(number), None));
    }
}

#[test]
fn an_address_that_leads_elsewhere_is_told_and_not_followed() {
    let begin = Begin::Word {
        word: None,
        number: Some(1),
        wanted: None,
    };
    let paging = || json!({"style": "next", "next": "next"});
    let elsewhere = place(
        paging(),
        &begin,
        10,
        &json!({"next": "https://evil/api/j?p=2"}),
    );
    assert_eq!(elsewhere.next, None);
    assert!(elsewhere.told.unwrap().contains("not followed"));
    let here = place(paging(), &begin, 10, &json!({"next": "/api/j?p=2"}));
    assert_eq!((here.next.as_deref(), here.told), (Some("j?p=2"), None));
    for none in [json!({"next": null}), json!({"next": ""}), json!({})] {
        let last = place(paging(), &begin, 10, &none);
        assert_eq!((last.next, last.told), (None, None));
    }
}

#[test]
fn a_cursor_of_another_list_is_none_of_this() {
    let trail = Trail::default();
    let paging = Paging {
        style: Style::Offset {
            offset: "o".to_owned(),
        },
        ..Paging::default()
    };
    for (cursor, expected) in [
        ("row:30", Some(Begin::Offset(30))),
        ("page:3", None),
        ("row:-1", None),
        ("row:x", None),
        ("", None),
    ] {
        let place = Place::Cursor(cursor.to_owned());
        assert_eq!(begin(&paging, &place, 10, &trail), expected, "{cursor}");
    }
    let next = Paging {
        style: Style::Next(NextAddress::Link),
        ..Paging::default()
    };
    for cursor in ["../x", "a/%2e%2e/b", "/x", "\\x"] {
        let place = Place::Cursor(cursor.to_owned());
        assert_eq!(begin(&next, &place, 10, &trail), None, "{cursor}");
    }
}
