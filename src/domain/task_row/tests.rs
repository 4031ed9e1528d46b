#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::block::good_rows;
use crate::domain::mock;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;

mod holds;

fn rows(snapshot: &Snapshot) -> Vec<TaskRow> {
    let page = snapshot.tasks.value().unwrap();
    mock::at_capture(snapshot, |formats| {
        good_rows(&page.items)
            .map(|task| row(task, formats))
            .collect()
    })
}

fn one(fields: Value) -> TaskRow {
    let mut task = json!({"id": "tsk_1", "status": "pending"});
    task.as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    let page = json!({"tasks": {"items": [task], "page": {"size": 50}}});
    rows(&mock::bare("running", page)).remove(0)
}

fn text(row: &TaskRow) -> String {
    let blocker = row.blocker.as_ref().map_or("—".to_owned(), |hold| {
        [&*hold.label, " / ", &hold.second_line].concat()
    });
    let live = if row.live { " live" } else { "" };
    let sticky = if row.sticky { " locked" } else { "" };
    [
        &*row.contact.text,
        " | ",
        &row.phone.text,
        " | ",
        &row.from.text,
        sticky,
        " | ",
        &row.state.label(),
        " | ",
        &blocker,
        " | ",
        &row.disposition.text,
        " | ",
        &row.attempts.text,
        " | ",
        &row.system_retries.text,
        " | ",
        &row.duration.text,
        live,
        " | ",
        &row.score.text,
        " | ",
        &row.last_attempted.text,
    ]
    .concat()
}

#[test]
fn the_running_example_reads_as_designed() {
    let rows: Vec<String> = rows(&mock::running()).iter().map(text).collect();
    for (index, expected) in [
        (
            0,
            "Dana Whitfield | +1 217 555 0148 | +1 312 555 0142 | In progress | — | — | 2/4 | 0 | 1m 12s live | — | 14:30:51",
        ),
        (
            1,
            "Marcus Oyelaran | +1 608 555 0112 | +1 414 555 0118 locked | In progress | — | — | 3/4 | 1 | 0m 38s live | — | 14:31:24",
        ),
        (
            3,
            "Tom Beckett | +1 414 555 0159 | +1 614 555 0133 | AMD screening | — | — | 1/4 | 0 | 0m 04s live | — | 14:31:55",
        ),
        (
            5,
            "Jorge Castañeda | +1 773 555 0137 | +1 262 555 0175 | Leased | — | — | 0/4 | 0 | — | — | —",
        ),
        (
            6,
            "Hannah Lindqvist | +1 262 555 0104 | +1 262 555 0175 | Processing | — | Analyzing… | 1/4 | 0 | 2m 05s | — | 14:29:47",
        ),
        (
            7,
            "Wei Zhang | +1 614 555 0193 | — | Retry scheduled | Retry cool-off / Retry 2/3 · 14:47 CST, in 15 min | — | 2/4 | 1 | — | — | 14:02:10",
        ),
        (
            8,
            "Ruth Adeyemi | +1 317 555 0126 | +1 312 555 0142 locked | Callback scheduled | Callback not due / 15:30 CST, in 58 min | — | 1/4 | 0 | 0m 41s | — | 11:18:32",
        ),
        (
            9,
            "Sam Kowalski | +1 920 555 0182 | — | Pending | Waiting for a line / next free line, about 4 min | — | 0/4 | 0 | — | — | —",
        ),
        (
            10,
            "Aiko Tanaka | +1 503 555 0115 | — | Pending | Contact quiet hours / 15:00 CST (13:00 PST) | — | 0/4 | 0 | — | — | —",
        ),
        (
            11,
            "Luca Ferri | +39 06 5550 0143 | — | Pending | No number for country / needs a pool change | — | 0/4 | 0 | — | — | —",
        ),
        (
            12,
            "Grace Mbeki | +1 309 555 0168 | +1 312 555 0167 locked | Completed | — | Renewal confirmed | 1/4 | 0 | 2m 41s | 92 | 14:27:03",
        ),
        (
            14,
            "Nina Petrov | +1 815 555 0199 | +1 317 555 0190 | Exhausted | Invalid number / SIP 404, will not retry | — | 1/4 | 0 | — | — | 14:25:12",
        ),
        (
            16,
            "Inês Duarte | +1 641 555 0154 | +1 312 555 0142 | Abandoned | No worker free / call 2.1 s, then closed | — | 2/4 | 1 | 0m 02s | — | 14:24:31",
        ),
    ] {
        assert_eq!(rows[index], expected);
    }
}

#[test]
fn a_row_of_which_only_id_and_status_are_reported_invents_nothing() {
    let bare = one(json!({}));
    assert_eq!(bare.contact.text, "tsk_1");
    let cells = [
        &bare.phone,
        &bare.from,
        &bare.disposition,
        &bare.attempts,
        &bare.duration,
        &bare.score,
    ];
    assert!(cells.iter().all(|cell| **cell == Cell::not_reported()));
    assert!(!bare.blocker_reported && bare.blocker.is_none() && !bare.live);
    assert_eq!(unreported_columns(&[bare]).len(), 9);
    assert_eq!(unreported_columns(&[]), Vec::<&str>::new());
}

#[test]
fn a_column_that_one_row_reports_stays() {
    let rows = [one(json!({"score": null})), one(json!({}))];
    assert!(!unreported_columns(&rows).contains(&"Score"));
    assert!(unreported_columns(&rows).contains(&"Phone"));
}

#[test]
fn a_contact_without_a_name_goes_by_its_number() {
    assert_eq!(
        one(json!({"phone": "+12175550148"})).contact.text,
        "+1 217 555 0148"
    );
    assert_eq!(
        one(json!({"phone": "1001", "contact": {"name": "  "}}))
            .contact
            .text,
        "1001"
    );
    assert_eq!(one(json!({"phone": ""})).phone, Cell::none());
}

#[test]
fn figures_at_their_edges_stay_readable() {
    let odd = one(
        json!({"attempts": -1, "max_attempts": i64::MAX, "talk_seconds": 1e300, "score": 7.5,
        "status": "in_progress", "dry_run": true, "disposition": "no-answer"}),
    );
    assert_eq!(odd.attempts.text, "−1/9,223,372,036,854,775,807");
    assert_eq!(odd.score.text, "7.5");
    assert_eq!(odd.disposition.text, "Dry run");
    assert!(odd.live && !odd.duration.text.is_empty());
}
