//! The recorded answers that stand behind the foreign servers.

use serde_json::Value;

/// The body of a recorded answer, given the text of its file.
pub fn body(file: &str) -> Value {
    serde_json::from_str::<Value>(file)
        .ok()
        .and_then(|mut recorded| recorded.get_mut("body").map(Value::take))
        .unwrap_or_default()
}

/// Sets a member of an object; anything else stays as it is.
pub fn set(object: &mut Value, name: &str, value: impl Into<Value>) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value.into());
    }
}
