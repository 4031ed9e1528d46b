//! Campaigns of which only a summary is kept, to make the list as long as that
//! of a large workspace. They have ended, and nothing can be done to them.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::answer::campaign_row::{Entry, foreign};
use crate::ids;
use crate::zone::{DAY, HOUR, Ms, Zone};

/// Their places in the list begin here.
const FIRST_PLACE: i64 = 10_000;

const TOPICS: [&str; 8] = [
    "Renewals",
    "Payment reminders",
    "Claims follow-up",
    "Welcome calls",
    "Coverage review",
    "Storm outreach",
    "Survey",
    "Lapsed policies",
];
const REGIONS: [&str; 6] = [
    "Midwest",
    "Northeast",
    "Southwest",
    "Ohio",
    "Texas",
    "Illinois",
];

/// The campaigns, as rows of the list.
#[derive(Default)]
pub struct Archive {
    entries: Vec<Arc<Entry>>,
}

impl Archive {
    /// So many campaigns that had ended before the demo began.
    pub fn of(count: u32, start: Ms) -> Self {
        let entry = |number| Arc::new(foreign(FIRST_PLACE + number, summary(number, start)));
        Self {
            entries: (0..i64::from(count)).map(entry).collect(),
        }
    }

    /// Its rows.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// Whether it holds a campaign.
    pub fn holds(&self, id: &str) -> bool {
        self.entry(id).is_some()
    }

    fn entry(&self, id: &str) -> Option<&Entry> {
        let entry = self.entries.iter().find(|entry| entry.id == id)?;
        Some(entry)
    }

    /// The contract's `Snapshot` of a campaign: its summary, and no row.
    pub fn snapshot(&self, id: &str, now: Ms) -> Option<Value> {
        let row = &self.entry(id)?.row;
        let part = |key: &str| row.get(key).cloned().unwrap_or_default();
        Some(json!({
            "captured_at": Zone::Chicago.rfc3339(now),
            "campaign": {
                "id": part("id"),
                "name": part("name"),
                "status": part("status"),
                "time_zone": part("time_zone"),
                "priority": part("priority"),
                "created_at": part("created_at"),
                "ended_at": part("ended_at"),
            },
            "actions": [],
            "counts": part("counts"),
            "attempts": part("attempts"),
        }))
    }
}

fn summary(number: i64, start: Ms) -> Value {
    let pick = |words: &[&'static str], position: i64| {
        let position = usize::try_from(position).unwrap_or(0) % words.len().max(1);
        words.get(position).copied().unwrap_or_default()
    };
    let status = match number / 8 % 20 {
        7 => "failed",
        13 | 17 => "cancelled",
        _ => "completed",
    };
    let total = 120 + number * 37 % 900;
    let completed = total * (40 + number % 31) / 100;
    let exhausted = if status == "completed" {
        total - completed
    } else {
        (total - completed) / 2
    };
    let unfinished = total - completed - exhausted;
    let dialed = completed + exhausted * 3;
    let created = start - 20 * DAY - number * 5 * HOUR;
    let zone = Zone::Chicago;
    json!({
        "id": ids::campaign(FIRST_PLACE + number),
        "name": format!("{} {} {}", pick(&TOPICS, number), pick(&REGIONS, number / 8), number + 1),
        "status": status,
        "time_zone": zone.name(),
        "why": {"severity": "clear", "text": "Only its summary is kept"},
        "counts": {
            "total": total,
            "by_status": {"completed": completed, "exhausted": exhausted, "manual_stopped": unfinished},
            "processed": total,
        },
        "attempts": {
            "dialed": dialed,
            "finished": dialed,
            "answered": completed,
            "answered_live": completed,
            "abandoned": 0,
            "completed": completed,
            "talk_seconds": completed * 81,
        },
        "priority": 1 + number % 5,
        "created_at": zone.rfc3339(created),
        "ended_at": zone.rfc3339(created + 2 * DAY),
        "actions": [],
    })
}
