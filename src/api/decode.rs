//! From the bytes of an answer to its value, or to the place that did not fit.

use serde::de::DeserializeOwned;

use crate::domain::block::Unreadable;

/// Decodes an answer. The error names the JSON path that did not fit and what
/// was expected there; for answers that are no JSON at all the path is empty.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    // Text is checked once for all; the blocks inside decode from slices of it.
    let Ok(json) = std::str::from_utf8(bytes) else {
        return Err(whole_answer("JSON, and the answer is not text"));
    };
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    serde_json::from_str(json).map_err(|error| describe(json, &error))
}

fn describe(json: &str, error: &serde_json::Error) -> Unreadable {
    match json.trim_start().chars().next() {
        None => whole_answer("JSON, and the answer is empty"),
        Some('<') => whole_answer("JSON, and the answer is a web page"),
        Some('{' | '[') if error.is_eof() => Unreadable {
            expected: "more JSON, and the answer is cut off".to_owned(),
            ..Unreadable::from_json_error(json, error)
        },
        Some('{' | '[') => Unreadable::from_json_error(json, error),
        Some(_) => whole_answer("JSON, and the answer is something else"),
    }
}

fn whole_answer(expected: &str) -> Unreadable {
    Unreadable {
        path: String::new(),
        expected: expected.to_owned(),
    }
}
