//! Cards for tests, from their JSON.
#![allow(clippy::unwrap_used)]

use crate::domain::format::Formats;
use crate::domain::json::{FromJson, decode};
use crate::domain::live_ops::Cards;
use serde_json::Value;
use std::sync::Arc;

/// 12 Nov 2026, 14:32:08 in Chicago, in milliseconds since 1970-01-01T00:00:00Z.
pub const NOW: i64 = 1_794_515_528_000;

/// A card's answer.
pub fn card<T: FromJson>(json: &Value) -> Option<Arc<T>> {
    Some(Arc::new(decode(&json.to_string()).unwrap()))
}

/// Every card whose name is a member of the object.
pub fn cards(json: &Value) -> Cards {
    fn of<T: FromJson>(json: &Value, name: &str) -> Option<Arc<T>> {
        json.get(name).and_then(card)
    }
    Cards {
        campaigns: of(json, "campaigns"),
        calls: of(json, "calls"),
        jobs: of(json, "jobs"),
        callbacks: of(json, "callbacks"),
        credits: of(json, "credits"),
        runtime: of(json, "runtime"),
        states: of(json, "states"),
        absent: Vec::new(),
        confirmed: std::collections::BTreeMap::new(),
    }
}

/// Formats in Chicago at that moment.
pub fn written<T>(write: impl FnOnce(&Formats<'_>) -> T) -> T {
    super::at(NOW, write)
}
