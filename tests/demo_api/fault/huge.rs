//! A valid answer of ten megabytes: thousands of rows and one endless text.

use super::other;
use super::sentinel::Place;
use serde_json::{Value, json};

/// Bytes that the rows of a huge answer take, about.
const ROWS_BYTES: usize = 9_000_000;
/// Bytes that each list of a chart takes, about.
const CHART_BYTES: usize = 100_000;
/// Characters of its one endless text.
const TEXT_CHARACTERS: usize = 1_000_000;

/// Repeats the rows of an answer under new ids and adds one endless text.
pub fn grow(place: &Place, answer: &mut Value) {
    let endless = "Endless hint. ".repeat(TEXT_CHARACTERS / 14);
    match place {
        Place::Snapshot => {
            repeat_rows(answer, "/tasks/items", ROWS_BYTES - 1_000_000);
            repeat_rows(answer, "/activity", 1_000_000);
            for rows in [
                "/timeline/buckets",
                "/timeline/annotations",
                "/dispositions/items",
            ] {
                repeat_rows(answer, rows, CHART_BYTES);
            }
            push(answer, "/dispatch/hints", endless);
        }
        Place::Campaigns => {
            repeat_rows(answer, "/items", ROWS_BYTES);
            replace(answer, "/items/0/name", endless);
        }
        Place::Tasks => {
            repeat_rows(answer, "/items", ROWS_BYTES);
            replace(answer, "/items/0/disposition", endless);
        }
        Place::Calls => {
            repeat_rows(answer, "/items", ROWS_BYTES);
            replace(answer, "/items/0/contact/name", endless);
        }
        Place::Report => {}
        Place::Other(_) => {
            let (rows, text) = other::growing(answer);
            if let Some(rows) = rows {
                repeat_rows(answer, rows, ROWS_BYTES);
            }
            if let Some(text) = text {
                replace(answer, text, endless);
            }
        }
        Place::Numbers => {
            repeat_rows(answer, "/items", ROWS_BYTES);
            replace(answer, "/items/0/label", endless);
        }
        Place::TaskDebug => {
            repeat_rows(answer, "/events", ROWS_BYTES);
            replace(answer, "/events/0/text", endless);
        }
        Place::Action(_) => replace(answer, "/message", endless.repeat(10)),
    }
}

fn repeat_rows(answer: &mut Value, path: &str, bytes: usize) {
    let Some(Value::Array(rows)) = answer.pointer_mut(path) else {
        return;
    };
    let originals = rows.clone();
    let once: usize = originals.iter().map(|row| row.to_string().len()).sum();
    if once == 0 {
        return;
    }
    for round in 1..=bytes / once {
        rows.extend(originals.iter().cloned().map(|row| renamed(row, round)));
    }
}

/// Rows are told apart by id, or by number where they have no id.
fn renamed(mut row: Value, round: usize) -> Value {
    for name in ["id", "number"] {
        let new = row
            .get(name)
            .and_then(Value::as_str)
            .map(|id| format!("{id}-{round}"));
        if let (Some(new), Some(value)) = (new, row.get_mut(name)) {
            *value = json!(new);
        }
    }
    row
}

fn push(answer: &mut Value, path: &str, text: String) {
    if let Some(Value::Array(texts)) = answer.pointer_mut(path) {
        texts.push(json!(text));
    }
}

fn replace(answer: &mut Value, path: &str, text: String) {
    if let Some(value) = answer.pointer_mut(path) {
        *value = json!(text);
    }
}
