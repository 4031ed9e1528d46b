//! A page of records, of one run or of all.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::ending::Ending;
use super::job::{Job, Stage};
use super::job_list::sort_of;
use super::paging::{Key, LAST, Tail, Wanted, page};
use super::record_filter::{Filter, Sieve};
use super::tally::Counts;
use super::{Jobs, instant};
use crate::asked::Asked;
use crate::problem::Problem;
use crate::zone::Ms;

/// The sort value of a record that has none; a run's tail comes after it.
const NO_VALUE: i64 = LAST - 1;

const SORTS: [&str; 6] = [
    "-started",
    "started",
    "-duration",
    "duration",
    "contact",
    "-contact",
];

impl Jobs {
    /// Reads and answers a request for records.
    pub fn records(&self, mut asked: Asked, now: Ms) -> Result<Value, Problem> {
        let filter = Filter::read(&mut asked);
        let sort = asked.sort("-started", |text| sort_of(text, &SORTS));
        let size = asked.size();
        let asked_page = asked.page()?;
        asked.finish()?;
        let sort = sort.unwrap_or_default();
        let sieve = filter.sieve(&self.contacts);
        let (mut keys, mut tail) = (Vec::new(), Tail::default());
        for job in self.list.iter().filter(|job| filter.takes(job)) {
            let begun = self.sift(job, &sieve, sort, now, &mut keys);
            tail.add(job.first_row + begun..job.first_row + job.total);
        }
        let wanted = Wanted {
            page: asked_page,
            size,
            sort,
            filter_mark: filter.mark(),
        };
        let (rows, info) = page(keys, &tail, &wanted)?;
        let records = rows.iter().filter_map(|row| {
            let mut jobs = self.list.iter();
            let job = jobs.find(|job| (job.first_row..job.first_row + job.total).contains(row))?;
            Some(self.record_row(job, row - job.first_row, now))
        });
        Ok(json!({
            "items": records.collect::<Vec<_>>(),
            "page": info,
            "captured_at": instant(Some(now)),
            "filters": self.facets(&filter, now),
        }))
    }

    /// Adds the records of a run that fit, with their sort values, but for those from the
    /// answered one on, which all fit and come last.
    fn sift(&self, job: &Job, sieve: &Sieve<'_>, sort: &str, now: Ms, keys: &mut Vec<Key>) -> i64 {
        let work = job.work(now).unwrap_or(0);
        let (settled, started) = (job.settled_by(work), job.started_by(work));
        let waits_from = job.pace.as_ref().and_then(|pace| pace.first_waiting());
        let takes_queued = sieve.takes_status(Stage::Queued);
        let is_plain = !sort.ends_with("contact") && sieve.takes_each();
        let until = if takes_queued && !is_plain {
            job.total
        } else {
            started
        };
        for index in 0..until {
            let is_over = index < settled && waits_from.is_none_or(|from| index < from);
            let stage = if job.again.contains_key(&index) {
                job.stage(index, job.work_of(index, now))
            } else if is_over && sieve.takes_every_ending() {
                Stage::Done(Ending::NotRun)
            } else if is_over {
                Stage::Done(job.ending(index))
            } else if index >= started && job.ended.is_none() {
                Stage::Queued
            } else {
                job.stage(index, work)
            };
            if !sieve.takes_status(stage) {
                continue;
            }
            let start = job.start_of(index).filter(|_| stage != Stage::Queued);
            let at = start.and_then(|start| job.instant_of(index, start));
            if sieve.takes(job, index, at, &self.contacts) {
                let value = self.sort_value_of(job, index, sort, stage, at);
                keys.push([value, job.first_row + index]);
            }
        }
        if takes_queued && is_plain {
            started
        } else {
            job.total
        }
    }

    fn sort_value_of(
        &self,
        job: &Job,
        index: i64,
        sort: &str,
        stage: Stage,
        started: Option<Ms>,
    ) -> i64 {
        let place = || self.contacts.place(&self.contacts.of(job.spinner, index));
        let took = || match stage {
            Stage::Done(_) => started.and_then(|_| job.course(index).length()),
            _ => None,
        };
        match sort {
            "started" => started.unwrap_or(NO_VALUE),
            "duration" => took().unwrap_or(NO_VALUE),
            "-duration" => took().map_or(NO_VALUE, |took| -took),
            "contact" => place(),
            "-contact" => -place(),
            _ => started.map_or(NO_VALUE, |at| -at),
        }
    }

    /// What there is to filter by within a run or a project.
    fn facets(&self, filter: &Filter, now: Ms) -> Value {
        let mut statuses: BTreeMap<&str, i64> = BTreeMap::new();
        let mut outcomes: BTreeMap<&str, i64> = BTreeMap::new();
        let mut steps: BTreeMap<&str, i64> = BTreeMap::new();
        let mut spinners: BTreeMap<&str, i64> = BTreeMap::new();
        for job in self.list.iter().filter(|job| filter.is_within(job)) {
            let counts = Counts::of(job, now);
            *spinners.entry(job.spinner().id).or_default() += counts.total;
            *statuses.entry("queued").or_default() += counts.queued;
            *statuses.entry("running").or_default() += counts.running;
            *statuses.entry("waiting").or_default() += counts.waiting;
            for ending in Ending::ALL {
                let count = counts.with(ending);
                *statuses.entry(ending.status()).or_default() += count;
                if let Some(outcome) = ending.wire() {
                    *outcomes.entry(outcome).or_default() += count;
                }
                if let Some(step) = ending.failed_step() {
                    *steps.entry(step).or_default() += count;
                }
            }
        }
        let name = |id: &str| {
            let position = super::spinner::Spinner::position(id)?;
            Some(super::spinner::SPINNERS.get(position)?.name)
        };
        json!({
            "status": facet(statuses, |_| None),
            "outcome": facet(outcomes, |_| None),
            "step": facet(steps, |_| None),
            "spinner": facet(spinners, name),
        })
    }
}

/// The contract's `Facet`, most frequent first.
fn facet(counts: BTreeMap<&str, i64>, label: impl Fn(&str) -> Option<&'static str>) -> Vec<Value> {
    let mut counts: Vec<(&str, i64)> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    counts.sort_by_key(|(value, count)| (std::cmp::Reverse(*count), *value));
    counts
        .into_iter()
        .map(|(value, count)| match label(value) {
            Some(label) => json!({"value": value, "label": label, "count": count}),
            None => json!({"value": value, "count": count}),
        })
        .collect()
}
