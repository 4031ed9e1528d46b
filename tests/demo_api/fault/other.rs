//! Changes of the answers that have no rules of their own: found by what the
//! contract says of them.

use super::contract::{Edit, Fate, Nature, Property, walk};
use serde_json::{Map, Value, json};

/// Texts where an answer says most.
const TEXTS: [&str; 9] = [
    "/message",
    "/steps/0/message",
    "/items/0/message",
    "/items/0/contact/name",
    "/items/0/name",
    "/metadata/0/value",
    "/groups/0/label",
    "/upload/name",
    "/runs/0/name",
];
/// Rows of an answer.
const ROWS: [&str; 11] = [
    "/items",
    "/steps",
    "/metadata",
    "/states",
    "/carriers",
    "/groups",
    "/segments",
    "/runs",
    "/samples",
    "/dispatches",
    "/excluded",
];
/// Optional parts of an answer.
const BLOCKS: [&str; 15] = [
    "runtime",
    "filters",
    "outreach",
    "similar",
    "plan",
    "hour",
    "workers",
    "windows",
    "window",
    "segments",
    "upload",
    "deliveries",
    "sample",
    "selection",
    "counts",
];

/// Gives one required value the wrong type: the size of a page, a status, or else the first count.
pub fn wrong_type(schema: &str, answer: &mut Value) {
    let places = [
        ("/page/size", json!("fifty")),
        ("/record/status", json!(17)),
        ("/job/status", json!(17)),
        ("/status", json!(17)),
        ("/state", json!(17)),
    ];
    let place = places
        .into_iter()
        .find(|(path, _)| answer.pointer(path).is_some());
    match place.and_then(|(path, wrong)| Some((answer.pointer_mut(path)?, wrong))) {
        Some((value, wrong)) => *value = wrong,
        None => walk(answer, schema, &mut FirstCount::default()),
    }
}

#[derive(Default)]
struct FirstCount {
    is_met: bool,
}

impl Edit for FirstCount {
    fn property(&mut self, property: &Property<'_>, value: &mut Value) -> Fate {
        if !self.is_met && property.nature == Nature::Integer && value.is_number() {
            self.is_met = true;
            *value = json!("many");
        }
        Fate::Keep
    }
}

/// The rows in which one has wrong types.
pub fn second_rows(answer: &Value) -> Vec<String> {
    let is_there = |row: &String| answer.pointer(row).is_some();
    let rows = ROWS.iter().map(|rows| format!("{rows}/1"));
    rows.filter(is_there).collect()
}

/// The optional parts that become texts.
pub fn blocks(answer: &Value) -> Vec<&'static str> {
    let is_there = |name: &&str| answer.get(*name).is_some();
    BLOCKS.into_iter().filter(is_there).collect()
}

/// The list that grows, and the text that has no end.
pub fn growing(answer: &Value) -> (Option<&'static str>, Option<&'static str>) {
    let first = |paths: &[&'static str]| {
        let mut there = paths.iter().filter(|path| answer.pointer(path).is_some());
        there.next().copied()
    };
    (first(&ROWS), first(&TEXTS))
}

/// Figures that cannot all be true, wherever the answer has a job, a record or a step.
pub fn contradict(schema: &str, answer: &mut Value) {
    walk(answer, schema, &mut Contradictions);
}

struct Contradictions;

impl Edit for Contradictions {
    fn object(&mut self, object: &mut Map<String, Value>) {
        let holds = |name: &str| object.contains_key(name);
        let has_ended = object.get("ended_at").is_some_and(Value::is_string);
        let changed = if holds("failures") {
            // 12 failed by the counts, 51 by their causes; more done than there is; and still queued.
            vec![
                (
                    "counts",
                    json!({ "total": 100, "completed": 146, "failed": 12, "skipped": 0, "running": 0, "waiting": 3, "queued": 26 }),
                ),
                (
                    "failures",
                    json!([{ "code": "ai_timeout", "label": "ai_agent timed out", "count": 40 }, { "code": "invalid_number", "count": 11 }]),
                ),
                ("eligible", json!(900)),
                (
                    "usual",
                    json!({ "low_seconds": 1800, "high_seconds": 60, "runs": 0 }),
                ),
                ("started_at", json!("2026-11-12T14:20:00-06:00")),
                ("queued_at", json!("2026-11-12T14:25:00-06:00")),
            ]
        } else if has_ended && holds("duration_seconds") {
            vec![
                ("started_at", json!("2026-11-12T14:29:00-06:00")),
                ("ended_at", json!("2026-11-12T14:20:00-06:00")),
                ("duration_seconds", json!(86_400)),
            ]
        } else if holds("groups") {
            // More failed than ended, and groups that do not sum to it.
            vec![
                ("attempts", json!({ "finished": 40, "failed": 190 })),
                ("contacts", json!({ "failed": 3, "reached": 900 })),
            ]
        } else if holds("deliveries") {
            vec![(
                "deliveries",
                json!({ "repeated": 7, "dropped": 9, "got_through": 4 }),
            )]
        } else if holds("dispatches") {
            // A sample that has passed with more errors than it may have, and sums that miss their totals.
            vec![
                (
                    "counts",
                    json!({ "selected": 3, "eligible": 29, "sample": 10, "rest": 2, "dispatched": 40, "in_flight": 7, "finished": 1, "reached": 30, "errors": 50, "skipped": 0 }),
                ),
                (
                    "sample",
                    json!({ "size": 10, "needed": 9, "dispatched": 10, "finished": 10, "errors": 5, "allowed_errors": 1, "decided_at": null }),
                ),
            ]
        } else if holds("jobs_used") {
            vec![("jobs_used", json!(900)), ("jobs_limit", json!(400))]
        } else {
            Vec::new()
        };
        for (name, value) in changed {
            object.insert(name.to_owned(), value);
        }
    }
}
