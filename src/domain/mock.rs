//! The design's two example campaigns, and ways to change them, for tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use serde_json::{Value, json};

use super::format::{Formats, PlainLocale, Zone};
use super::json::decode;
use super::snapshot::Snapshot;

pub mod cards;

const RUNNING: &str = include_str!("../../tests/design/running_at_pool_limit.json");
const PAUSED: &str = include_str!("../../tests/design/paused_by_breaker.json");

/// The running campaign of the design, at its pool's limit.
pub fn running() -> Snapshot {
    running_with(|_| {})
}

/// The same campaign, paused by its failure breaker.
pub fn paused() -> Snapshot {
    paused_with(|_| {})
}

/// The running campaign with its JSON changed.
pub fn running_with(change: impl FnOnce(&mut Value)) -> Snapshot {
    changed(RUNNING, change)
}

/// The paused campaign with its JSON changed.
pub fn paused_with(change: impl FnOnce(&mut Value)) -> Snapshot {
    changed(PAUSED, change)
}

/// A snapshot with nothing but what the contract requires, and these parts.
pub fn bare(status: &str, parts: Value) -> Snapshot {
    let mut json = json!({
        "captured_at": "2026-11-12T14:32:08-06:00",
        "campaign": {"id": "c1", "name": "Bare", "status": status},
    });
    for (key, part) in parts.as_object().unwrap() {
        merge(&mut json[key.as_str()], part);
    }
    decode(&json.to_string()).unwrap()
}

fn merge(into: &mut Value, part: &Value) {
    match (into.as_object_mut(), part.as_object()) {
        (Some(object), Some(part)) => object.extend(part.clone()),
        _ => *into = part.clone(),
    }
}

fn changed(json: &str, change: impl FnOnce(&mut Value)) -> Snapshot {
    let mut json: Value = serde_json::from_str(json).unwrap();
    change(&mut json);
    decode(&json.to_string()).unwrap()
}

/// Removes a part of a JSON document: `remove(json, "/dispatch/capacity", "tenant")`.
pub fn remove(json: &mut Value, parent: &str, key: &str) {
    let parent = json.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    parent.remove(key).unwrap();
}

/// Formats in Chicago at the moment a snapshot was captured.
pub fn at_capture<T>(snapshot: &Snapshot, run: impl FnOnce(&Formats<'_>) -> T) -> T {
    at(snapshot.captured_at.ms.unwrap(), run)
}

/// Formats in Chicago at a moment.
pub fn at<T>(now: i64, run: impl FnOnce(&Formats<'_>) -> T) -> T {
    let zone = Zone::Iana("America/Chicago".to_owned());
    run(&Formats {
        locale: &PlainLocale,
        zone: &zone,
        now,
    })
}
