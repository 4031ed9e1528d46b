//! Answers whose figures contradict each other, as seen on running systems.

use super::sentinel::Place;
use serde_json::{Map, Value, json};

/// Makes the figures of an answer contradict each other.
pub fn contradict(place: &Place, answer: &mut Value) {
    match place {
        Place::Snapshot => {
            contradict_campaign(answer);
            each_row(answer, "/tasks/items", contradict_task);
            each_row(answer, "/numbers/items", contradict_number);
        }
        Place::Campaigns => each_row(answer, "/items", contradict_campaign),
        Place::Tasks => each_row(answer, "/items", contradict_task),
        Place::Numbers => each_row(answer, "/items", contradict_number),
        Place::TaskDebug => {
            if let Some(task) = answer.pointer_mut("/task") {
                contradict_task(task);
            }
        }
        Place::Action(_) => set(answer, &[("status", json!("running"))]),
    }
}

/// 146 of 156 processed beside a progress of 0.133 and 26 tasks by status;
/// more answered than dialed; an answer rate 12 points below 120 of 200.
fn contradict_campaign(campaign: &mut Value) {
    set(
        campaign,
        &[
            (
                "counts",
                json!({
                    "total": 156,
                    "processed": 146,
                    "progress": 0.133,
                    "by_status": { "completed": 16, "pending": 6, "in_progress": 4 },
                }),
            ),
            (
                "attempts",
                json!({
                    "dialed": 100,
                    "finished": 200,
                    "answered": 120,
                    "answered_live": 130,
                    "answer_rate": 0.48,
                    "failed": 170,
                    "completed": 16,
                    "talk_seconds": 0,
                    "average_seconds": 112.5,
                }),
            ),
        ],
    );
}

fn contradict_task(task: &mut Value) {
    set(task, &[("attempts", json!(5)), ("max_attempts", json!(3))]);
}

fn contradict_number(number: &mut Value) {
    set(
        number,
        &[
            ("attempts", json!(100)),
            ("finished", json!(90)),
            ("answered", json!(120)),
            ("answer_rate", json!(0.42)),
        ],
    );
}

fn each_row(answer: &mut Value, rows: &str, contradict: fn(&mut Value)) {
    if let Some(Value::Array(rows)) = answer.pointer_mut(rows) {
        rows.iter_mut().for_each(contradict);
    }
}

fn set(object: &mut Value, properties: &[(&str, Value)]) {
    let as_map = |(name, value): &(&str, Value)| ((*name).to_owned(), value.clone());
    if let Some(object) = object.as_object_mut() {
        object.extend(properties.iter().map(as_map).collect::<Map<_, _>>());
    }
}
