//! The campaigns as recorded, and what starting, pausing and resuming makes of them.

use std::time::SystemTime;

use chrono::{DateTime, SecondsFormat};
use serde_json::{Value, json};

use crate::foreign::recorded::{body, set};

/// The campaigns, as the list has them.
#[derive(Debug)]
pub struct Campaigns(Vec<Value>);

impl Default for Campaigns {
    /// As recorded; the first one runs.
    fn default() -> Self {
        let list = include_str!("../../../recorded/dograh_campaigns_list.json");
        let running = body(include_str!(
            "../../../recorded/dograh_campaign_running_stuck.json"
        ));
        let mut campaigns = match body(list).get_mut("campaigns").map(Value::take) {
            Some(Value::Array(campaigns)) => campaigns,
            _ => Vec::new(),
        };
        for campaign in &mut campaigns {
            if campaign.get("id") == running.get("id") {
                *campaign = running.clone();
            }
        }
        Self(campaigns)
    }
}

impl Campaigns {
    /// All of them, newest first.
    pub fn all(&self) -> &[Value] {
        &self.0
    }

    /// The one with an ID.
    pub fn one(&self, id: &str) -> Option<&Value> {
        self.0.iter().find(|campaign| is(campaign, id))
    }

    /// The progress that the system counts: of the first campaign as recorded,
    /// of one that never ran, nothing yet.
    pub fn progress(&self, id: &str) -> Option<Value> {
        let campaign = self.one(id)?;
        let mut progress = body(include_str!(
            "../../../recorded/dograh_progress_running_stuck.json"
        ));
        if progress.get("campaign_id") != campaign.get("id") {
            let none = json!({"status": "pending", "last_synced_at": null, "error": null});
            for name in ["total_rows", "processed_rows", "failed_calls"] {
                set(&mut progress, name, 0);
            }
            set(&mut progress, "progress_percentage", 0.0);
            set(&mut progress, "source_sync", none);
        }
        for (name, of) in [
            ("campaign_id", "id"),
            ("state", "state"),
            ("started_at", "started_at"),
        ] {
            set(
                &mut progress,
                name,
                campaign.get(of).cloned().unwrap_or_default(),
            );
        }
        Some(progress)
    }

    /// Does something to a campaign. `None` when there is no such campaign or action;
    /// an error, in the system's words, when its state is not the one that the action wants.
    pub fn act(&mut self, id: &str, action: &str) -> Option<Result<Value, String>> {
        let (from, to) = match action {
            "start" => ("created", "running"),
            "pause" => ("running", "paused"),
            "resume" => ("paused", "running"),
            _ => return None,
        };
        let campaign = self.0.iter_mut().find(|campaign| is(campaign, id))?;
        let state = campaign.get("state").and_then(Value::as_str);
        let state = state.unwrap_or_default().to_owned();
        if state != from {
            return Some(Err(format!(
                "Campaign must be in '{from}' state to {action}, current state: {state}"
            )));
        }
        set(campaign, "state", to);
        if action == "start" {
            set(campaign, "started_at", now());
        }
        Some(Ok(campaign.clone()))
    }
}

fn is(campaign: &Value, id: &str) -> bool {
    campaign
        .get("id")
        .and_then(Value::as_u64)
        .is_some_and(|number| id.parse() == Ok(number))
}

fn now() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let micros = since.map_or(0, |since| since.as_micros());
    let now = DateTime::from_timestamp_micros(i64::try_from(micros).unwrap_or_default());
    now.unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Micros, true)
}
