//! Whether a run called anybody twice.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::ending::Ending;
use super::job::Job;
use super::tally::Counts;
use super::{Jobs, instant};
use crate::problem::Problem;
use crate::triage::duplicates::{SAMPLES, WINDOW};
use crate::zone::{Ms, Zone};

/// What is known of the files behind runs: their names, repeats skipped at import, and rows
/// without a number.
const FILES: [(&str, &str, i64, i64); 2] = [
    ("upl_31d4e", "renewals_november.csv", 20, 2),
    ("upl_7k2", "no_shows_week_46.csv", 3, 0),
];

/// What a second run delivered again.
#[derive(Default)]
struct Repeated {
    dropped: i64,
    got_through: i64,
    /// Second runs with the records that were called again after they had been reached.
    reached: Vec<(Value, Ms)>,
    /// Those that were called again without having been reached.
    others: Vec<(Value, Ms)>,
}

impl Jobs {
    /// The contract's `DuplicateReport` of a run.
    pub fn duplicate_report(&self, id: &str, now: Ms) -> Result<Value, Problem> {
        let missing = || Problem::missing(format!("There is no job \u{201c}{id}\u{201d}."));
        let job = self.find(id).ok_or_else(missing)?;
        let mut repeated = Repeated::default();
        for run in self.same_upload(job.upload.as_deref(), now) {
            self.repeat(run, now, &mut repeated);
        }
        repeated.reached.sort_by_key(|(_, at)| *at);
        repeated.others.sort_by_key(|(_, at)| *at);
        let again = repeated.reached.len();
        let samples = repeated.reached.into_iter().chain(repeated.others);
        let samples: Vec<Value> = samples.map(|(sample, _)| sample).take(SAMPLES).collect();
        Ok(json!({
            "captured_at": instant(Some(now)),
            "window_seconds": WINDOW / 1_000,
            "runs": job.upload.as_deref().map(|upload| self.runs_over(Some(upload), id, now)),
            "upload": self.upload(job),
            "deliveries": {
                "repeated": repeated.dropped + repeated.got_through,
                "dropped": repeated.dropped,
                "got_through": repeated.got_through,
            },
            "reached_again": {"contacts": again, "window_seconds": WINDOW / 1_000},
            "samples": samples,
        }))
    }

    /// The runs of the window over an upload, oldest first. `scope` is the ID of a run or campaign.
    pub fn runs_over(&self, upload: Option<&str>, scope: &str, now: Ms) -> Vec<Value> {
        let run = |job: &Job| {
            let is_scope = job.id == scope || job.spinner().campaign == Some(scope);
            json!({
                "job_id": job.id,
                "status": self.status(job, &Counts::of(job, now)),
                "name": job.spinner().name,
                "upload_id": job.upload,
                "started_at": instant(job.started_at()),
                "ended_at": instant(job.ended.map(|(at, _)| at)),
                "started_by": job.started_by,
                "is_scope": is_scope,
            })
        };
        self.same_upload(upload, now).into_iter().map(run).collect()
    }

    fn same_upload(&self, upload: Option<&str>, now: Ms) -> Vec<&Job> {
        let is_same = |job: &&Job| upload.is_some() && job.upload.as_deref() == upload;
        let is_recent = |job: &&Job| job.started_or_queued_at() >= now - WINDOW;
        let mut runs: Vec<&Job> = self.list.iter().filter(is_same).filter(is_recent).collect();
        runs.sort_by_key(|job| (job.started_or_queued_at(), job.first_row));
        runs
    }

    /// Adds what a run delivered that another had delivered before.
    fn repeat(&self, job: &Job, now: Ms, into: &mut Repeated) {
        let first = job.repeat.and_then(|repeat| {
            let first = self.list.iter().find(|first| first.first_row == repeat.of);
            Some((repeat, first?))
        });
        let Some((repeat, first)) = first else {
            return;
        };
        for index in 0..job.started_by(job.work(now).unwrap_or(0)) {
            let Some(at) = job
                .delivered_at(index, now)
                .filter(|_| repeat.repeats(index))
            else {
                continue;
            };
            if job.ending(index) == Ending::Dropped {
                into.dropped += 1;
                continue;
            }
            into.got_through += 1;
            let reached = first.reached_at(index, now).filter(|reached| *reached < at);
            let calls = [first.delivered_at(index, now), Some(at)];
            let sample = |kind| (self.sample(job, index, kind, &calls), at);
            match reached {
                Some(_) => into.reached.push(sample("reached_again")),
                None => into.others.push(sample("delivered_twice")),
            }
        }
    }

    fn sample(&self, job: &Job, index: i64, kind: &str, calls: &[Option<Ms>]) -> Value {
        let person = self.contacts.of(job.spinner, index);
        let calls: Vec<Value> = calls
            .iter()
            .flatten()
            .map(|at| instant(Some(*at)))
            .collect();
        json!({
            "kind": kind,
            "contact": {
                "id": person.id(),
                "name": person.full_name(),
                "time_zone": Zone::Chicago.name(),
                "url": format!("https://crm.northwind.example/contacts/{}", person.id()),
            },
            "phone": person.phone(),
            "calls": calls,
        })
    }

    /// The file of a run; null where it was not made from one.
    fn upload(&self, job: &Job) -> Value {
        let Some(id) = job.upload.as_deref() else {
            return Value::Null;
        };
        let mut numbers: HashMap<String, i64> = HashMap::new();
        for index in 0..job.total {
            let phone = self.contacts.of(job.spinner, index).phone();
            *numbers.entry(phone).or_default() += 1;
        }
        let file = FILES.iter().find(|(known, ..)| *known == id);
        json!({
            "id": id,
            "name": file.map(|(_, name, ..)| name),
            "rows": file.map(|(_, _, skipped, malformed)| job.total + skipped + malformed),
            "unique": numbers.len(),
            "repeated": numbers.values().filter(|times| **times > 1).count(),
            "skipped": file.map(|(_, _, skipped, _)| skipped),
            "malformed": file.map(|(.., malformed)| malformed),
        })
    }
}
