//! What Live Ops shows of the runs.

use serde_json::{Value, json};

use super::Jobs;
use super::job::{End, Job};
use super::tally::Counts;
use crate::zone::{HOUR, Ms, Zone};

/// Rows that the card holds.
const MOST: usize = 50;
/// For so long a run that ended with failures stays in sight.
const LATELY: Ms = 12 * HOUR;

impl Jobs {
    /// The contract's `LiveJobs`, the newest run first.
    pub fn live(&self, now: Ms) -> Value {
        let zone = Zone::Chicago;
        let midnight = zone.instant(zone.local(now).date(), 0);
        let mut jobs: Vec<(&Job, Counts)> = self
            .list
            .iter()
            .map(|job| (job, Counts::of(job, now)))
            .collect();
        jobs.sort_by_key(|(job, _)| std::cmp::Reverse((job.started_or_queued_at(), job.first_row)));
        let with_status = |wanted: &str| {
            let of_status = jobs.iter();
            of_status
                .filter(|(job, counts)| self.status(job, counts) == wanted)
                .count()
        };
        let ended_today = || {
            let ended = jobs.iter().filter_map(|(job, _)| job.ended);
            ended.filter(|(at, _)| *at >= midnight)
        };
        let failed_today = ended_today().filter(|(_, end)| matches!(end, End::Failed(..)));
        let items: Vec<Value> = jobs
            .iter()
            .filter(|(job, counts)| is_of_interest(job, counts, now))
            .take(MOST)
            .map(|(job, counts)| self.row_with(job, counts, now))
            .collect();
        json!({
            "running": with_status("running"),
            "waiting": with_status("waiting"),
            "queued": with_status("queued"),
            "finished_today": ended_today().count(),
            "failed_today": failed_today.count(),
            "items": items,
        })
    }
}

/// Not ended, or ended lately with failures.
fn is_of_interest(job: &Job, counts: &Counts, now: Ms) -> bool {
    job.ended.is_none_or(|(at, end)| {
        let has_failures = matches!(end, End::Failed(..)) || counts.with_status("failed") > 0;
        at > now - LATELY && has_failures
    })
}
