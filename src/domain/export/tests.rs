#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::call::{Call, CallPage};
use crate::domain::campaign::CampaignSummary;
use crate::domain::json::{FromJson, decode};
use crate::domain::number::PoolNumber;
use crate::domain::record::Record;
use crate::domain::task::Task;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Every table, with every text of a row being `text` and every number `n`.
fn tables(text: &str, n: f64) -> Vec<Table> {
    let whole = n as i64;
    let cost = json!({"amount": n, "currency": text});
    let contact = json!({"id": text, "name": text, "time_zone": text});
    vec![
        table::<Call>(
            CALLS,
            json!({
                "id": text, "task_id": text, "campaign": {"id": text, "name": text}, "contact": contact,
                "phone": text, "from": text, "carrier": text, "attempt": whole, "max_attempts": whole,
                "state": text, "sip_status": whole, "disposition": text, "started_at": text,
                "answered_at": text, "ended_at": text, "ring_seconds": n, "talk_seconds": n,
                "cost": cost, "retry_at": text, "variant": text,
            }),
        ),
        table::<Task>(
            TASKS,
            json!({
                "id": text, "contact": contact, "phone": text, "from": text, "from_sticky": true,
                "status": text, "status_since": text, "blocker": text, "blocker_text": text,
                "next_eligible_at": text, "disposition": text, "dry_run": true, "attempts": whole,
                "max_attempts": whole, "system_retries": whole, "talk_seconds": n, "score": n,
                "last_attempted_at": text, "sip_status": whole,
            }),
        ),
        table::<CampaignSummary>(
            CAMPAIGNS,
            json!({
                "id": text, "name": text, "status": text, "time_zone": text, "priority": whole,
                "why": {"severity": text, "text": text},
                "counts": {"total": whole, "processed": whole, "attempted": whole, "by_status": {"completed": 1}},
                "attempts": {"dialed": whole, "finished": whole, "answered": whole, "answer_rate": n, "completion_rate": n},
                "spend": cost, "budget": cost, "created_at": text, "starts_at": text, "ended_at": text,
            }),
        ),
        table::<Record>(
            RECORDS,
            json!({
                "id": text, "job": {"id": text, "spinner": text, "version": whole}, "contact": contact,
                "phone": text, "status": text, "outcome": text, "failed_step": text,
                "error": {"code": text, "message": text}, "started_at": text, "ended_at": text,
                "duration_seconds": n, "step": text, "step_since": text, "campaign_id": text, "task_id": text,
            }),
        ),
        table::<PoolNumber>(
            NUMBERS,
            json!({
                "id": text, "number": text, "label": text, "provider": text, "status": text,
                "attempts": whole, "finished": whole, "answered": whole, "answer_rate": n, "weight": n,
                "reputation": text, "flagged_at": text,
            }),
        ),
    ]
}

/// A table's file of one row, and that row as the columns give it.
struct Table {
    file: String,
    names: Vec<&'static str>,
    cells: Vec<String>,
}

fn table<T: FromJson>(columns: Columns<T>, row: Value) -> Table {
    let row: T = decode(&row.to_string()).unwrap();
    Table {
        file: [head(columns), line(columns, &row)].concat(),
        names: columns.iter().map(|(name, _)| *name).collect(),
        cells: columns
            .iter()
            .map(|(_, cell)| cell(&row).into_owned())
            .collect(),
    }
}

fn read(file: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = owned(reader.headers().unwrap());
    let rows: Vec<_> = reader.records().map(|row| owned(&row.unwrap())).collect();
    assert_eq!(rows.len(), 1, "{file}");
    (head, rows[0].clone())
}

/// The value of a cell: without the apostrophe that keeps a spreadsheet from
/// computing it.
fn value<'a>(cell: &'a str, written: &str) -> &'a str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest == written => rest,
        _ => cell,
    }
}

proptest! {
    #[test]
    fn a_real_reader_reads_every_table_back(
        text in "[=+@\\-\t\r\n\", a-z0-9é']{0,10}|\\+[0-9]{6,15}", n in -1e9..1e9_f64,
    ) {
        for table in tables(&text, n) {
            let (names, cells) = read(&table.file);
            prop_assert_eq!(names, table.names);
            prop_assert_eq!(cells.len(), table.cells.len());
            for (cell, written) in cells.iter().zip(&table.cells) {
                prop_assert_eq!(value(cell, written), written);
            }
        }
    }
}

#[test]
fn no_column_is_left_out_or_named_twice() {
    for table in tables("x", 7.0) {
        let mut names = table.names.clone();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), table.names.len());
        let empty = table.cells.iter().position(String::is_empty);
        assert_eq!(empty.map(|at| table.names[at]), None);
    }
}

#[test]
fn phones_and_moments_stay_as_they_are() {
    let at = "2026-11-12T14:32:08-06:00";
    for text in ["+12175550148", at, "-7.27"] {
        for table in tables(text, 7.0) {
            let (_, cells) = read(&table.file);
            assert_eq!(cells, table.cells, "{text}");
        }
    }
}

#[test]
fn a_call_has_the_columns_of_the_attempt_report() {
    let call: Call = decode(
        r#"{"id":"at_1","task_id":"t_1","campaign":{"id":"c_1","name":"N"},
           "contact":{"id":"ct_1","name":"=Maya, \"M\""},"phone":"+12175550148","from":"+13125550142",
           "carrier":"-x","attempt":2,"max_attempts":4,"state":"completed","sip_status":200,
           "disposition":"Sale","started_at":"2026-11-12T14:32:08-06:00","answered_at":"2026-11-12T14:32:20-06:00",
           "ended_at":null,"ring_seconds":12.5,"talk_seconds":60,"cost":{"amount":0.0312,"currency":"USD"},
           "retry_at":null,"variant":"B"}"#,
    )
    .unwrap();
    assert_eq!(
        line(CALLS, &call),
        "at_1,t_1,c_1,ct_1,\"'=Maya, \"\"M\"\"\",+12175550148,+13125550142,'-x,2,4,completed,200,Sale,\
         2026-11-12T14:32:08-06:00,2026-11-12T14:32:20-06:00,,12.5,60,0.0312,USD,,B\r\n"
    );
}

#[test]
fn what_is_not_reported_is_empty_and_no_zero() {
    let page: CallPage =
        decode(r#"{"items":[{"id":"1","state":"odd","started_at":"?"},7],"page":{"size":50}}"#)
            .unwrap();
    let portion = Portion::of(&page, CALLS);
    assert_eq!(portion.text, "1,,,,,,,,,,odd,,,?,,,,,,,,\r\n");
    assert_eq!((portion.rows, portion.unreadable), (1, 1));
    let task: Task = decode(r#"{"id":"t","status":"odd"}"#).unwrap();
    assert_eq!(line(TASKS, &task), "t,,,,,,,odd,,,,,,,,,,,,,\r\n");
    let number: PoolNumber = decode(r#"{"number":"+12175550148"}"#).unwrap();
    assert_eq!(line(NUMBERS, &number), ",+12175550148,,,,,,,,,,\r\n");
}
