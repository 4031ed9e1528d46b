//! The contract's answers, built from the world.

pub mod actions;
pub mod ages;
pub mod blocks;
pub mod calls;
mod campaign_order;
pub mod campaign_row;
pub mod campaigns;
pub mod capacity;
mod containment;
mod conversations;
pub mod counts;
pub mod debug;
pub mod dispatch;
pub mod doing;
pub mod endings;
pub mod events;
pub mod hints;
pub mod numbers;
mod reason;
pub mod setup;
pub mod snapshot;
pub mod tasks;
mod timeline;
mod trials;
pub mod verb;
pub mod why;

use serde_json::{Value, json};

pub use crate::wording::{counted, counted_noun, span};
use crate::zone::{Ms, Zone};

/// Money of the demo from millionths of a dollar, to the cent.
pub fn money(micros: i64) -> Value {
    json!({"amount": cents(micros), "currency": "USD"})
}

/// Dollars to the cent.
pub fn cents(micros: i64) -> f64 {
    (micros as f64 / 10_000.0).round() / 100.0
}

/// An instant in a zone, or null.
pub fn instant(zone: Zone, at: Option<Ms>) -> Value {
    at.map_or(Value::Null, |at| Value::from(zone.rfc3339(at)))
}

/// Leaves a key out of an object when there is nothing to say.
pub fn put(object: &mut Value, key: &str, value: Option<Value>) {
    if let (Some(fields), Some(value)) = (object.as_object_mut(), value) {
        fields.insert(key.to_owned(), value);
    }
}
