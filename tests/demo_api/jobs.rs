//! Runs of spinners: jobs, their records, and the runtime that works on them.
//!
//! Records are not kept. Where one is, how long its steps take and what it
//! comes to follow from its row and the pace of its run.

mod cast;
mod cause;
pub mod contacts;
mod course;
mod duplicates;
mod ending;
mod failures;
mod job;
mod job_list;
mod job_row;
mod journey;
mod live;
mod movement;
mod pace;
pub mod paging;
mod plan;
mod record_action;
mod record_filter;
mod record_list;
mod record_row;
pub mod retrying;
pub mod routes;
mod runtime;
mod second_run;
mod spinner;
mod spinner_list;
mod starting;
mod tally;
pub mod trouble;

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::audience::Contact;
use crate::campaign::Campaign;
use crate::idempotency::Ledger;
use crate::ids;
use crate::retry::Ordered;
use crate::wish::Wish;
use crate::zone::{Ms, Zone};
use cast::Cast;
use contacts::Contacts;
use job::Job;
pub use plan::Plan;
pub use runtime::Runtime;
use spinner::Project;
use starting::RunWish;
use tally::Counts;

/// The run and the record whose answers stand behind every sentinel.
pub const STAND_IN_JOB: &str = "job_77ae0";
/// One of its records that timed out.
pub const STAND_IN_RECORD: &str = "rec_0s1mi";

/// Runs that a project has room for at a time; the others queue.
const LANES: usize = 2;

/// Everything about runs.
#[derive(Debug)]
pub struct Jobs {
    list: Vec<Job>,
    pub contacts: Contacts,
    pub runtime: Runtime,
    pub plan: Plan,
    /// Answers given to starts, by their idempotency keys.
    ledger: Ledger<RunWish>,
    /// Answers given to actions on records, by their idempotency keys.
    record_ledger: Ledger<Wish>,
    /// What the next records that run again come to.
    pub ordered: Option<Ordered>,
    next_row: i64,
    made: i64,
    /// Records that ran again by themselves, counted down from 0.
    single_retries: i64,
    /// When each project last had a run end.
    freed: HashMap<&'static str, Ms>,
    start: Ms,
    seed: u64,
    has_large: bool,
}

impl Jobs {
    /// The runs at the start of the demo.
    pub fn new(start: Ms, seed: u64, has_large: bool) -> Self {
        let list = Cast::of(start, seed, has_large);
        Self {
            next_row: Cast::next_row(&list),
            list,
            contacts: Contacts::new(),
            runtime: Runtime::new(start),
            plan: Plan::new(start, has_large),
            ledger: Ledger::default(),
            record_ledger: Ledger::default(),
            ordered: None,
            made: 0,
            single_retries: 0,
            freed: HashMap::new(),
            start,
            seed,
            has_large,
        }
    }

    /// Takes over the contacts of a campaign that a run dials.
    pub fn learn(&mut self, campaign: &Campaign, contacts: &[Contact]) {
        let dials = |job: &&Job| job.spinner().campaign == Some(campaign.plan.id.as_ref());
        let runs = self.list.iter().filter(dials);
        if let Some(since) = runs.filter_map(Job::started_at).max() {
            self.contacts.learn(campaign, contacts, since);
        }
    }

    /// The runs at the same start, with the contacts learned.
    pub fn anew(&self) -> Self {
        Self {
            contacts: self.contacts.clone(),
            ..Self::new(self.start, self.seed, self.has_large)
        }
    }

    /// Puts everything back to the start.
    pub fn reset(&mut self) {
        *self = self.anew();
    }

    /// Every run as the contract's `Job`, newest first.
    pub fn summaries(&self, now: Ms) -> Vec<Value> {
        let mut jobs: Vec<&Job> = self.list.iter().collect();
        jobs.sort_by_key(|job| std::cmp::Reverse((job.started_or_queued_at(), job.first_row)));
        jobs.into_iter().map(|job| self.row(job, now)).collect()
    }

    fn find(&self, id: &str) -> Option<&Job> {
        self.list.iter().find(|job| job.id == id)
    }

    /// The run and index of a record's ID.
    fn record(&self, id: &str) -> Option<(&Job, i64)> {
        let row = ids::record_row(id)?;
        let job = self
            .list
            .iter()
            .find(|job| (job.first_row..job.first_row + job.total).contains(&row))?;
        Some((job, row - job.first_row))
    }

    /// What the find box shows for the ID of a run or of a record.
    pub fn found(&self, text: &str, now: Ms) -> Option<Value> {
        let id = text.to_lowercase();
        if let Some(job) = self.find(&id) {
            let counts = Counts::of(job, now);
            let status = self.status(job, &counts);
            return Some(json!({
                "kind": "job",
                "id": job.id,
                "label": job.label(),
                "sub": format!("{status} \u{b7} {}", job.progress(&counts)),
            }));
        }
        let (job, index) = self.record(&id)?;
        Some(self.found_record(job, index, now))
    }

    /// What the find box shows for the ID of a contact: its newest record.
    pub fn found_contact(&self, text: &str, now: Ms) -> Option<Value> {
        let (spinner, index) = self.contacts.find(&text.to_lowercase())?;
        let of_spinner = self.list.iter().filter(|job| job.spinner == spinner);
        let newest = of_spinner.max_by_key(|job| job.queued_at)?;
        Some(self.found_record(newest, index, now))
    }

    fn found_record(&self, job: &Job, index: i64, now: Ms) -> Value {
        let work = job.work_of(index, now);
        json!({
            "kind": "record",
            "id": ids::record(job.first_row + index),
            "label": self.contacts.of(job.spinner, index).full_name(),
            "sub": format!("{} \u{b7} {}", job.stage(index, work).status(), job.label()),
            "job_id": job.id,
        })
    }
}

/// The contract's `Project`.
fn project(project: Project) -> Value {
    json!({"id": project.id(), "name": project.name()})
}

/// Every project, for the navigation.
pub fn projects() -> Vec<Value> {
    Project::ALL.into_iter().map(project).collect()
}

/// An instant on the demo's clock, or null.
fn instant(at: Option<Ms>) -> Value {
    crate::answer::instant(Zone::Chicago, at)
}
