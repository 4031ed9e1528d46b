//! What the workspace's plan allows, and how much of it is used.

use chrono::{Datelike, Months};
use serde_json::{Value, json};

use super::instant;
use super::spinner::Spinner;
use crate::answer::counted;
use crate::zone::{Ms, Zone};

/// The plan of this month.
#[derive(Clone, Debug)]
pub struct Plan {
    jobs_used: i64,
    jobs_limit: i64,
    records_used: i64,
    records_limit: i64,
    period_ends_at: Ms,
}

impl Plan {
    /// The plan as it is when the demo begins; larger with the run of half a million records.
    pub fn new(start: Ms, has_large: bool) -> Self {
        let today = Zone::Chicago.local(start).date();
        let first = today.with_day(1).unwrap_or(today);
        let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
        let large = if has_large { 500_000 } else { 0 };
        Self {
            jobs_used: 371,
            jobs_limit: 400,
            records_used: 45_512 + large,
            records_limit: 50_000 + large,
            period_ends_at: Zone::Chicago.instant(next, 0),
        }
    }

    /// Sets the jobs used this month.
    pub fn use_jobs(&mut self, used: i64) {
        self.jobs_used = used;
    }

    /// Counts a run that was started.
    pub fn take(&mut self, records: i64) {
        self.jobs_used += 1;
        self.records_used += records;
    }

    /// Why a run of a spinner is more than the plan allows, in words.
    pub fn refusal(&self, spinner: &Spinner) -> Option<String> {
        let until = Zone::Chicago.local(self.period_ends_at).format("%-d %b");
        if self.jobs_used >= self.jobs_limit {
            return Some(format!(
                "{} of {} jobs of this month are used. More can start from {until}, or with a larger plan.",
                counted(self.jobs_used),
                counted(self.jobs_limit)
            ));
        }
        let left = (self.records_limit - self.records_used).max(0);
        (spinner.records > left).then(|| {
            format!(
                "{} of {} records of this month are used, and this run takes {}. It can start from {until}, or with a larger plan.",
                counted(self.records_used),
                counted(self.records_limit),
                counted(spinner.records)
            )
        })
    }

    /// The contract's `Plan`.
    pub fn to_json(&self) -> Value {
        json!({
            "name": "Growth",
            "jobs_used": self.jobs_used,
            "jobs_limit": self.jobs_limit,
            "records_used": self.records_used,
            "records_limit": self.records_limit,
            "period_ends_at": instant(Some(self.period_ends_at)),
        })
    }
}
