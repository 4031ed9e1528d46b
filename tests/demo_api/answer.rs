//! The contract's answers, built from the world.

pub mod actions;
pub mod campaign_row;
pub mod campaigns;
pub mod capacity;
pub mod counts;
pub mod debug;
pub mod dispatch;
pub mod endings;
pub mod events;
pub mod hints;
pub mod numbers;
pub mod snapshot;
pub mod tasks;
pub mod why;

use serde_json::{Value, json};

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

/// A count with thousands separators, as it is written in sentences.
pub fn counted(count: i64) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if count < 0 {
        format!("\u{2212}{text}")
    } else {
        text
    }
}

/// A count with its noun: `1 call`, `36 calls`.
pub fn counted_noun(count: i64, one: &str, many: &str) -> String {
    format!("{} {}", counted(count), if count == 1 { one } else { many })
}

/// A span in its two largest units: `15 min`, `3 h 28 min`, `41 s`.
pub fn span(length: Ms) -> String {
    let seconds = (length / 1_000).max(0);
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
    if days > 0 {
        format!("{days} d {hours} h")
    } else if hours > 0 {
        format!("{hours} h {minutes} min")
    } else if minutes >= 10 {
        format!("{minutes} min")
    } else if minutes > 0 {
        format!("{minutes} min {} s", seconds % 60)
    } else {
        format!("{seconds} s")
    }
}

/// Leaves a key out of an object when there is nothing to say.
pub fn put(object: &mut Value, key: &str, value: Option<Value>) {
    if let (Some(fields), Some(value)) = (object.as_object_mut(), value) {
        fields.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_spans_read_as_written() {
        assert_eq!(counted(1_234_567), "1,234,567");
        assert_eq!(counted(812), "812");
        assert_eq!(counted_noun(1, "call", "calls"), "1 call");
        assert_eq!(span(12_480_000), "3 h 28 min");
        assert_eq!(span(905_000), "15 min");
        assert_eq!(span(41_000), "41 s");
    }
}
