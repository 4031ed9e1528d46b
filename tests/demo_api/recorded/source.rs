//! The recorded answers, and reading from them without adding anything.

use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value};
use std::sync::LazyLock;

/// One moment of the recorded system: what it said about its campaign.
pub struct Recording {
    /// The id the campaign has in the demo API.
    pub id: &'static str,
    /// `GET /api/v1/campaign/{id}`.
    pub campaign: Value,
    /// `GET /api/v1/campaign/{id}/progress`; null where it was not recorded.
    pub progress: Value,
    /// `GET /api/v1/campaign/{id}/runs`, its first page.
    pub runs: Value,
    /// `GET …/phone-numbers`.
    pub numbers: Value,
    /// The latest time in the recording: it was made then or soon after.
    pub captured_at: Option<String>,
}

static RECORDINGS: LazyLock<[Recording; 2]> = LazyLock::new(|| {
    [
        Recording::new(
            "cmp_recorded",
            include_str!("../../recorded/dograh_campaign_running_stuck.json"),
            include_str!("../../recorded/dograh_progress_running_stuck.json"),
        ),
        Recording::new(
            "cmp_recorded_paused",
            include_str!("../../recorded/dograh_campaign_paused_manual.json"),
            "{}",
        ),
    ]
});

/// Every recorded campaign.
pub fn all() -> &'static [Recording] {
    RECORDINGS.as_slice()
}

impl Recording {
    fn new(id: &'static str, campaign: &str, progress: &str) -> Self {
        let mut recording = Self {
            id,
            campaign: body(campaign),
            progress: body(progress),
            runs: body(include_str!("../../recorded/dograh_runs_page1.json")),
            numbers: body(include_str!("../../recorded/dograh_numbers.json")),
            captured_at: None,
        };
        recording.captured_at = [&recording.campaign, &recording.progress, &recording.runs]
            .into_iter()
            .filter_map(latest_instant)
            .max()
            .map(|latest| latest.to_rfc3339());
        recording
    }
}

fn body(file: &str) -> Value {
    serde_json::from_str::<Value>(file)
        .ok()
        .and_then(|mut recorded| recorded.get_mut("body").map(Value::take))
        .unwrap_or_default()
}

fn latest_instant(value: &Value) -> Option<DateTime<FixedOffset>> {
    match value {
        Value::String(text) => DateTime::parse_from_rfc3339(text).ok(),
        Value::Array(items) => items.iter().filter_map(latest_instant).max(),
        Value::Object(fields) => fields.values().filter_map(latest_instant).max(),
        _ => None,
    }
}

/// An object of the contract under construction.
#[derive(Default)]
pub struct Reported(Map<String, Value>);

impl Reported {
    /// Puts a value in when there is one. Absent stays absent; a null that
    /// was sent stays null.
    pub fn with(mut self, name: &str, value: Option<Value>) -> Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value);
        }
        self
    }

    /// Copies a value as it was sent, from a JSON pointer.
    pub fn copied(self, name: &str, from: &Value, pointer: &str) -> Self {
        self.with(name, from.pointer(pointer).cloned())
    }

    /// The finished object.
    pub fn into_value(self) -> Value {
        Value::Object(self.0)
    }

    /// The finished object, unless nothing was put in.
    pub fn unless_empty(self) -> Option<Value> {
        (!self.0.is_empty()).then(|| self.into_value())
    }
}

/// Ids are numbers there and strings in the contract.
pub fn id_text(from: &Value) -> Option<Value> {
    match from.get("id")? {
        Value::Number(number) => Some(Value::String(number.to_string())),
        Value::String(text) => Some(Value::String(text.clone())),
        _ => None,
    }
}
