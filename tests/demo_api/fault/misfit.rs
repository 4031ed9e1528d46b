//! Answers that break the contract in one place and hold it everywhere else.

use super::sentinel::Place;
use serde_json::{Value, json};

/// Gives one required value deep inside the wrong type.
pub fn wrong_type(place: &Place, answer: &mut Value) {
    let (path, wrong) = match place {
        Place::Snapshot => ("/counts/total", json!("many")),
        Place::Campaigns | Place::Tasks | Place::Numbers => ("/page/size", json!("fifty")),
        Place::TaskDebug => ("/task/status", json!(17)),
        Place::Action(_) => ("/status", json!({ "is": "paused" })),
    };
    replace(answer, path, wrong);
}

/// Gives the second row of each table wrong types; debug has its events.
pub fn wrong_row(place: &Place, answer: &mut Value) {
    let rows: &[&str] = match place {
        Place::Snapshot => &["/tasks/items/1", "/numbers/items/1"],
        Place::Campaigns | Place::Tasks | Place::Numbers => &["/items/1"],
        Place::TaskDebug => &["/events/1"],
        Place::Action(_) => &["/actions/1"],
    };
    for row in rows {
        for (name, wrong) in [
            ("status", json!({ "code": 7 })),
            ("number", json!(["+1", 312])),
            ("text", json!(false)),
            ("available", json!("perhaps")),
        ] {
            replace(answer, &format!("{row}/{name}"), wrong);
        }
        replace(answer, &format!("{row}/attempts"), json!("two"));
    }
}

/// Makes one optional block a text. A page of numbers has none and stays.
pub fn wrong_block(place: &Place, answer: &mut Value) {
    let name = match place {
        Place::Snapshot => "dispatch",
        Place::Campaigns => "tenant",
        Place::Tasks => "filters",
        Place::TaskDebug => "reason",
        Place::Numbers => return,
        Place::Action(_) => "actions",
    };
    if let Some(answer) = answer.as_object_mut() {
        let wrong = json!("temporarily unavailable");
        answer.insert(name.to_owned(), wrong);
    }
}

fn replace(answer: &mut Value, path: &str, wrong: Value) {
    if let Some(value) = answer.pointer_mut(path) {
        *value = wrong;
    }
}
