//! A campaign as it is watched from refresh to refresh.

use serde_json::{Value, json};

use crate::domain::mock;
use crate::domain::snapshot::Snapshot;
use crate::domain::timestamp::Timestamp;

/// 12 Nov 2026, 14:32:08 in Chicago.
pub const NOW: i64 = 1_794_515_528_000;

/// The counters of a campaign, moved from refresh to refresh.
#[derive(Clone)]
pub struct Watched {
    pub at: i64,
    pub status: &'static str,
    pub open: bool,
    pub pending: i64,
    pub active: i64,
    pub completed: i64,
    pub exhausted: i64,
    pub ready: i64,
    pub finished: i64,
    pub answered: i64,
    pub failures: Option<i64>,
    pub in_rotation: i64,
    pub in_use: i64,
    pub concurrency: i64,
    pub blockers: Value,
    /// Finished and answered dials of each number.
    pub numbers: Vec<(i64, i64)>,
}

/// A campaign in its sixth hour, at the limit of its pool of six numbers.
pub fn start() -> Watched {
    Watched {
        at: NOW,
        status: "running",
        open: true,
        pending: 1713,
        active: 44,
        completed: 2318,
        exhausted: 737,
        ready: 1102,
        finished: 6282,
        answered: 2583,
        failures: Some(212),
        in_rotation: 6,
        in_use: 36,
        concurrency: 60,
        blockers: json!([{"code": "waiting_for_line", "count": 1102}]),
        numbers: vec![(900, 370); 6],
    }
}

impl Watched {
    /// A minute of ordinary work: 36 dials of which 15 are answered and one
    /// fails, and 15 final results.
    pub fn works(mut self) -> Self {
        self.at += 60_000;
        self.pending -= 15;
        self.ready -= 12;
        self.completed += 12;
        self.exhausted += 3;
        self.finished += 36;
        self.answered += 15;
        self.failures = self.failures.map(|failures| failures + 1);
        for (at, number) in self.numbers.iter_mut().enumerate() {
            number.0 += 6;
            number.1 += 2 + i64::from(at % 2 == 0);
        }
        self
    }

    pub fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub fn snapshot(&self) -> Snapshot {
        mock::running_with(|json| {
            json["captured_at"] = json!(Timestamp::from_ms(self.at).text);
            json["campaign"]["status"] = json!(self.status);
            json["call_window"]["open"] = json!(self.open);
            let total = self.pending + self.active + self.completed + self.exhausted;
            json["counts"] = json!({"total": total, "ready": self.ready, "by_status": {
                "pending": self.pending, "in_progress": self.active,
                "completed": self.completed, "exhausted": self.exhausted}});
            json["attempts"] = json!({"finished": self.finished, "answered": self.answered});
            if let Some(failures) = self.failures {
                json["attempts"]["failed"] = json!(failures);
            }
            let capacity = &mut json["dispatch"]["capacity"];
            capacity["lines_in_use"] = json!(self.in_use);
            capacity["concurrency"]["limit"] = json!(self.concurrency);
            capacity["number_pool"]["in_rotation"] = json!(self.in_rotation);
            json["dispatch"]["blockers"] = self.blockers.clone();
            let rows: Vec<Value> = self
                .numbers
                .iter()
                .enumerate()
                .map(|(at, (finished, answered))| {
                    json!({"number": format!("+1312555010{at}"), "finished": finished, "answered": answered})
                })
                .collect();
            json["numbers"]["items"] = json!(rows);
        })
    }
}
