#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;

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
        assert_eq!(
            begin(&paging, &place, 10, &trail, "/jobs"),
            expected,
            "{cursor}"
        );
    }
    let next = Paging {
        style: Style::Next(NextAddress::Link),
        ..Paging::default()
    };
    let at = |cursor: &str, trail: &Trail| {
        begin(&next, &Place::Cursor(cursor.to_owned()), 10, trail, "/jobs")
    };
    let odd = ["../x", "a/%2e%2e/b", "/x", "\\x", "jobs?a\\b", "", "?p=2"];
    let elsewhere = [
        "users%2F7%2Fdelete",
        "users/7/delete",
        "jobs/7?p=2",
        "x/jobs?p=2",
    ];
    for cursor in odd.into_iter().chain(elsewhere) {
        assert_eq!(at(cursor, &trail), None, "{cursor}");
    }
    for own in ["jobs?p=2", "jobs/?p=2", "j%6Fbs?p=2"] {
        let begins = Begin::Word {
            word: Some(own.to_owned()),
            number: None,
            wanted: None,
        };
        assert_eq!(at(own, &trail), Some(begins), "a page that is opened anew");
    }
    let mut trail = trail;
    assert!(trail.learn(2, "lists/9/jobs?p=2"));
    let begins = Begin::Word {
        word: Some("lists/9/jobs?p=2".to_owned()),
        number: Some(2),
        wanted: None,
    };
    assert_eq!(at("lists/9/jobs?p=2", &trail), Some(begins));
    assert_eq!(at("lists/9/jobs?p=3", &trail), None);
}
