//! Answers that break the contract in one place and hold it everywhere else.

use super::other;
use super::sentinel::Place;
use serde_json::{Value, json};

/// Gives one required value deep inside the wrong type.
pub fn wrong_type(place: &Place, answer: &mut Value) {
    let (path, wrong) = match place {
        Place::Snapshot => ("/counts/total", json!("many")),
        Place::Campaigns | Place::Tasks | Place::Numbers | Place::Calls => {
            ("/page/size", json!("fifty"))
        }
        Place::TaskDebug => ("/task/status", json!(17)),
        Place::Report => return,
        Place::Other(schema) => return other::wrong_type(schema, answer),
        Place::Action(_) => ("/status", json!({ "is": "paused" })),
    };
    replace(answer, path, wrong);
}

/// Gives the second row of each table wrong types; debug has its events.
pub fn wrong_row(place: &Place, answer: &mut Value) {
    let found = other::second_rows(answer);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    let rows: &[&str] = match place {
        Place::Other(_) => &found,
        Place::Snapshot => &[
            "/tasks/items/1",
            "/numbers/items/1",
            "/timeline/buckets/1",
            "/dispositions/items/1",
            "/retries/1",
            "/ab_test/variants/1",
            "/states/1",
        ],
        Place::Campaigns | Place::Tasks | Place::Numbers | Place::Calls => &["/items/1"],
        Place::Report => &[],
        Place::TaskDebug => &["/events/1"],
        Place::Action(_) => &["/actions/1"],
    };
    for row in rows {
        for (name, wrong) in [
            ("status", json!({ "code": 7 })),
            ("state", json!({ "code": 7 })),
            ("number", json!(["+1", 312])),
            ("text", json!(false)),
            ("available", json!("perhaps")),
            ("count", json!("two")),
            ("dialed", json!([2])),
            ("from", json!(900)),
            ("name", json!({ "is": "B" })),
            ("label", json!(["B"])),
            ("contacts", json!("few")),
            ("kind", json!(7)),
            ("job_id", json!(7)),
            ("position", json!("first")),
            ("reason", json!(7)),
        ] {
            replace(answer, &format!("{row}/{name}"), wrong);
        }
        replace(answer, &format!("{row}/attempts"), json!("two"));
    }
}

/// Makes optional blocks texts: one of most answers, some of a snapshot. A page of numbers has
/// none and stays.
pub fn wrong_block(place: &Place, answer: &mut Value) {
    let found = other::blocks(answer);
    let names: &[&str] = match place {
        Place::Other(_) => &found,
        Place::Snapshot => &["dispatch", "timeline", "retries", "ab_test", "upload"],
        Place::Campaigns => &["tenant"],
        Place::Tasks | Place::Calls => &["filters"],
        Place::TaskDebug => &["reason"],
        Place::Numbers | Place::Report => &[],
        Place::Action(_) => &["actions"],
    };
    if let Some(answer) = answer.as_object_mut() {
        for name in names {
            answer.insert((*name).to_owned(), json!("temporarily unavailable"));
        }
    }
}

fn replace(answer: &mut Value, path: &str, wrong: Value) {
    if let Some(value) = answer.pointer_mut(path) {
        *value = wrong;
    }
}
