#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn of(upload: Value) -> Option<UploadCard> {
    let snapshot = mock::bare("draft", json!({"upload": upload}));
    mock::at_capture(&snapshot, |formats| card(&snapshot, formats))
}

#[test]
fn the_running_example_reads_as_designed() {
    let snapshot = mock::running();
    let card = mock::at_capture(&snapshot, |formats| card(&snapshot, formats)).unwrap();
    assert_eq!(card.name, "renewals_q4_midwest.csv");
    assert_eq!(card.origin, "1.1 MB, A. Ruiz, 11 Nov, 16:40 CST");
    assert_eq!(card.status.unwrap().0, "Applied");
    let rows: Vec<(&str, &str)> = card.rows.iter().map(|(l, v)| (*l, v.as_str())).collect();
    assert_eq!(
        rows,
        [
            ("Rows in file", "4,931"),
            ("Contacts created", "4,812"),
            ("Duplicate phone", "84"),
            ("Invalid phone", "31"),
            ("On do-not-call list", "4")
        ]
    );
    assert_eq!(
        card.columns[3],
        ("notes_internal".into(), "not used".into())
    );
    assert_eq!(card.skipped.unwrap().0, "119 skipped rows");
    assert_eq!(card.contradiction, "");
}

#[test]
fn only_a_campaign_with_a_file_has_the_card() {
    for upload in [json!(null), json!({}), json!("x.csv")] {
        assert_eq!(of(upload), None);
    }
    let bare = of(json!({"name": "contacts.csv"})).unwrap();
    assert_eq!((bare.title, &*bare.origin), ("Audience file", ""));
    assert!(bare.rows.is_empty() && bare.skipped.is_none() && bare.status.is_none());
}

#[test]
fn a_staged_file_is_called_so_and_sizes_are_readable() {
    for (bytes, origin) in [
        (1_i64, "1 byte"),
        (1_023, "1,023 bytes"),
        (402_113, "393 kB"),
        (1_153_434, "1.1 MB"),
        (3_221_225_472, "3.0 GB"),
        (-1, "−1 bytes"),
    ] {
        let card = of(json!({"name": "a", "size_bytes": bytes, "status": "staged"})).unwrap();
        assert_eq!((card.title, &*card.origin), ("Staged CSV", origin));
    }
}

#[test]
fn counts_that_do_not_add_up_are_said_to() {
    let card = of(
        json!({"name": "a", "rows": 10, "contacts": 7, "duplicates": 1, "invalid": 1,
        "do_not_call": 0, "skipped_url": "https://x.example/"}),
    )
    .unwrap();
    assert_eq!(
        card.contradiction,
        "The counts sum to 9, but the file has 10 rows."
    );
    assert_eq!(card.skipped.unwrap().0, "3 skipped rows");
}
