//! Answers whose figures contradict each other, as seen on running systems.

use super::other;
use super::sentinel::Place;
use serde_json::{Map, Value, json};

/// Makes the figures of an answer contradict each other.
pub fn contradict(place: &Place, answer: &mut Value) {
    match place {
        Place::Snapshot => {
            contradict_campaign(answer);
            contradict_blocks(answer);
            each_row(answer, "/tasks/items", contradict_task);
            each_row(answer, "/numbers/items", contradict_number);
        }
        Place::Campaigns => each_row(answer, "/items", contradict_campaign),
        Place::Tasks => each_row(answer, "/items", contradict_task),
        Place::Calls => each_row(answer, "/items", contradict_call),
        Place::Report => {}
        Place::Other(schema) => other::contradict(schema, answer),
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

/// Sums that miss what they are sums of, and parts larger than their whole.
fn contradict_blocks(snapshot: &mut Value) {
    let bucket = |from: &str, answered: u32| json!({ "from": from, "answered": answered, "unanswered": 12, "carrier_errors": 3 });
    let blocks = [
        (
            "timeline",
            json!({ "bucket_seconds": 900, "buckets": [
            bucket("2026-11-12T14:00:00-06:00", 9), bucket("2026-11-12T14:15:00-06:00", 8)] }),
        ),
        (
            "dispositions",
            json!({ "of": 16, "items": [
            { "label": "Renewal confirmed", "count": 30 }, { "label": "Wrong person", "count": 11 }] }),
        ),
        (
            "sentiment",
            json!({ "scored": 10, "of": 16, "items": [
            { "label": "positive", "count": 9 }, { "label": "negative", "count": 14 }] }),
        ),
        (
            "retries",
            json!([
            { "attempt": 1, "dialed": 40, "answered": 60 }, { "attempt": 2, "dialed": 10, "answered": 0 }]),
        ),
        (
            "ab_test",
            json!({ "metric": "Goal", "minimum_calls": 2, "variants": [
            { "id": "a", "name": "A", "share": 0.7, "calls": 9, "reached": 12, "rate": 0.2 },
            { "id": "b", "name": "B", "share": 0.7, "calls": 90, "reached": 3, "rate": 0.9 }] }),
        ),
        (
            "states",
            json!([
            { "state": "pending", "count": 40, "over_half": 0, "over_limit": 0, "oldest_seconds": 9, "limit_seconds": null },
            { "state": "in_progress", "count": 4, "over_half": 3, "over_limit": 9, "oldest_seconds": 5, "limit_seconds": 600 }]),
        ),
        (
            "upload",
            json!({ "name": "contacts.csv", "rows": 100, "contacts": 156, "duplicates": 40, "invalid": 3, "do_not_call": 1 }),
        ),
        (
            "previous_run",
            json!({ "status": "completed", "total": 10, "completed": 9, "failed": 8, "answered": 30, "finished": 20 }),
        ),
    ];
    set(snapshot, &blocks);
    if let Some(cost) = snapshot.pointer_mut("/cost") {
        let money = |amount: f64| json!({ "amount": amount, "currency": "USD" });
        set(cost, &[("ai", money(400.0)), ("telephony", money(300.0))]);
    }
}

fn contradict_task(task: &mut Value) {
    set(task, &[("attempts", json!(5)), ("max_attempts", json!(3))]);
}

/// Ended before it was answered, and on an attempt that there is not.
fn contradict_call(call: &mut Value) {
    set(
        call,
        &[
            ("attempt", json!(5)),
            ("max_attempts", json!(3)),
            ("answered_at", json!("2026-11-12T14:30:00-06:00")),
            ("ended_at", json!("2026-11-12T14:20:00-06:00")),
            ("talk_seconds", json!(86_400)),
        ],
    );
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
