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
