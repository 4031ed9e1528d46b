//! Answers with strange values in the right places: codes, figures and times
//! that are valid JSON of the right type and that no one expects, and
//! properties that the contract does not know.

use super::contract::{Edit, Fate, Nature, Property};
use chrono::{DateTime, Duration};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// Replaces every second value of each open code by one nobody has heard of.
#[derive(Default)]
pub struct UnknownCodes {
    met: HashMap<String, usize>,
}

impl Edit for UnknownCodes {
    fn property(&mut self, property: &Property<'_>, value: &mut Value) -> Fate {
        if property.nature == Nature::Code && value.is_string() {
            let met = self.met.entry(property.name.to_owned()).or_default();
            if met.is_multiple_of(2) {
                *value = json!(format!("unheard_of_{}", property.name));
            }
            *met += 1;
        }
        Fate::Keep
    }

    fn open_map(&mut self, map: &mut Map<String, Value>) {
        let moved = map.keys().next().cloned().and_then(|key| map.remove(&key));
        if let Some(count) = moved {
            map.insert("unheard_of_state".to_owned(), count);
        }
    }
}

/// Replaces figures by extremes. What echoes the question (page size and
/// number) stays.
#[derive(Default)]
pub struct ExtremeFigures {
    met: usize,
}

impl ExtremeFigures {
    fn next(&mut self, figures: &[&str]) -> Option<Value> {
        self.met += 1;
        let figure = figures.get(self.met % figures.len())?;
        serde_json::from_str(figure).ok()
    }
}

impl Edit for ExtremeFigures {
    fn property(&mut self, property: &Property<'_>, value: &mut Value) -> Fate {
        if !value.is_number() || matches!(property.name, "size" | "number") {
            return Fate::Keep;
        }
        let extreme = match (property.nature, property.name) {
            (Nature::Integer, _) => self.next(&INTEGERS),
            (Nature::Number, "amount") => self.next(&AMOUNTS),
            (Nature::Number, _) => self.next(&NUMBERS),
            _ => None,
        };
        if let Some(extreme) = extreme {
            *value = extreme;
        }
        Fate::Keep
    }
}

/// 2⁵³ + 1 is the first whole number that a double cannot hold; 2⁶⁴ − 1 is
/// beyond a signed one; 12.0 is a whole number of JSON.
const INTEGERS: [&str; 8] = [
    "-1",
    "9223372036854775807",
    "12.0",
    "-9223372036854775808",
    "0",
    "9007199254740993",
    "18446744073709551615",
    "-4812",
];
const NUMBERS: [&str; 6] = [
    "1e300",
    "-0.5",
    "2.5",
    "-1e300",
    "1e-300",
    "133.33333333333334",
];
const AMOUNTS: [&str; 5] = [
    "-480.77",
    "1e300",
    "0.004999",
    "-1e18",
    "9007199254740993.0",
];

/// Sets the clock of the answer ahead and its other times to far away.
#[derive(Default)]
pub struct SkewedTimes {
    met: usize,
}

/// How far the clock of a skewed answer runs ahead.
pub const SKEW: Duration = Duration::hours(3);

impl Edit for SkewedTimes {
    fn property(&mut self, property: &Property<'_>, value: &mut Value) -> Fate {
        let (Nature::Instant, Some(text)) = (property.nature, value.as_str()) else {
            return Fate::Keep;
        };
        if property.name == "captured_at" {
            if let Ok(captured) = DateTime::parse_from_rfc3339(text) {
                *value = json!((captured + SKEW).to_rfc3339());
            }
            return Fate::Keep;
        }
        self.met += 1;
        if let Some(far) = FAR_AWAY.get(self.met % (FAR_AWAY.len() + 1)) {
            *value = json!(far);
        }
        Fate::Keep
    }
}

const FAR_AWAY: [&str; 4] = [
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00+00:00",
    "2026-02-28T23:59:60.999999999-12:00",
];

/// Adds properties that the contract does not know to every object.
pub struct ExtraProperties;

impl Edit for ExtraProperties {
    fn object(&mut self, object: &mut Map<String, Value>) {
        object.insert("x_note".to_owned(), json!("From a later version."));
        object.insert(
            "x_nested".to_owned(),
            json!({ "status": "paused", "items": [{ "id": null }, [], 7.5], "total": "many" }),
        );
    }
}
