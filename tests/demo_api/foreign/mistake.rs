//! The shipped mapping of Dograh with the mistakes that people make: a misspelled
//! name, a value of the wrong type, and a style that there is not.

use serde_json::{Value, json};

const SHIPPED: &str = include_str!("../../../public/mappings/dograh.json");

/// The mapping as text.
pub fn mapping() -> String {
    let mut mapping: Value = serde_json::from_str(SHIPPED).unwrap_or_default();
    let changes = [
        (
            "/lists/campaigns/fields/counts.totl",
            json!("total_queued_count"),
        ),
        ("/lists/tasks/paging/style", json!("pages")),
        ("/lists/tasks/fields/attempts", json!(1)),
    ];
    for (pointer, value) in changes {
        let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
        if let Some(members) = mapping.pointer_mut(parent).and_then(Value::as_object_mut) {
            members.insert(name.to_owned(), value);
        }
    }
    mapping.to_string()
}
