#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::api::mapping::paging::{neighbors, size};
use crate::api::mapping::served::mapping;
use crate::domain::json::Document;
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
    position(paging, begin, size(paging, 10), rows, &scope, around, None)
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
        (
            json!({"size": "n", "largest": 200}),
            1,
            9,
            json!({}),
            Total::Exact(9),
            None,
        ),
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
fn pages_of_the_apis_own_size_are_taken_as_they_are() {
    let paging = |more: Value| {
        let mut paging = json!({"style": "page", "page": "p"});
        for (name, value) in more.as_object().unwrap() {
            paging[name] = value.clone();
        }
        paging
    };
    for (more, number, rows, size, total, next) in [
        (json!({"total": "t"}), 1, 7, 7, Total::Exact(30), true),
        (json!({"total": "t"}), 4, 7, 7, Total::Exact(30), true),
        (json!({}), 1, 7, 7, Total::Unknown, true),
        (json!({}), 1, 40, 40, Total::Unknown, true),
        (json!({}), 9, 0, 10, Total::Unknown, false),
        (json!({"largest": 25}), 1, 25, 25, Total::Unknown, true),
        (json!({"largest": 25}), 1, 24, 25, Total::Exact(24), false),
    ] {
        let at = place(
            paging(more.clone()),
            &Begin::Page(number),
            rows,
            &json!({"t": 30}),
        );
        assert_eq!(
            (at.size, at.total, at.next.is_some()),
            (size, total, next),
            "{more} {number}"
        );
        assert_eq!(at.told, None);
    }
    let begin = Begin::Word {
        word: None,
        number: Some(1),
        wanted: None,
    };
    let cursor = json!({"style": "cursor", "cursor": "c", "next": "next"});
    let at = place(cursor, &begin, 64, &json!({"next": "x"}));
    assert_eq!((at.size, at.next.as_deref()), (64, Some("x")));
}

#[test]
fn a_size_that_apis_give_at_most_is_not_taken_for_the_end() {
    let at = |rows| {
        let paging = json!({"style": "offset", "offset": "o", "size": "n"});
        let mut asked = place(paging, &Begin::Offset(0), rows, &json!({}));
        asked.number = None;
        (asked.total, asked.next)
    };
    assert_eq!(at(9), (Total::Exact(9), None));
    assert_eq!(at(10), (Total::Unknown, Some("row:10".to_owned())));
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
        &json!({"next": "https://evil/api/k?p=2"}),
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
