//! Recorded phone numbers as a number pool.

use super::source::{Recording, Reported, id_text};
use serde_json::{Value, json};

/// The whole list as one page: the recorded system sends it unpaged. It knows
/// nothing of attempts, answers or weights per number.
pub fn page(recording: &Recording) -> Value {
    let numbers = numbers(recording);
    let total = numbers.len();
    page_of(recording, numbers, 1, total)
}

/// There is one page: any further one is empty.
pub fn page_past_the_end(recording: &Recording, number: u64) -> Value {
    page_of(recording, Vec::new(), number, numbers(recording).len())
}

fn page_of(recording: &Recording, numbers: Vec<Value>, number: u64, total: usize) -> Value {
    let info = json!({ "size": total, "number": number, "total": total, "total_is": "exact" });
    Reported::default()
        .with("items", Some(Value::Array(numbers)))
        .with("page", Some(info))
        .with(
            "captured_at",
            recording.captured_at.clone().map(Value::from),
        )
        .into_value()
}

fn numbers(recording: &Recording) -> Vec<Value> {
    let rows = recording
        .numbers
        .get("phone_numbers")
        .and_then(Value::as_array);
    rows.map_or_else(Vec::new, |rows| rows.iter().filter_map(number).collect())
}

/// Addresses may be SIP extensions and stay as they are.
fn number(row: &Value) -> Option<Value> {
    row.get("address")?.as_str()?;
    let number = Reported::default()
        .with("id", id_text(row))
        .copied("number", row, "/address")
        .copied("label", row, "/label")
        .with("status", status(row));
    Some(number.into_value())
}

/// Active is not "in rotation": the system does not say which one it dials from.
fn status(row: &Value) -> Option<Value> {
    let active = row.get("is_active")?.as_bool()?;
    Some(json!(if active { "active" } else { "inactive" }))
}
