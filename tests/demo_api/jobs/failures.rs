//! How the records of a run failed.

use serde_json::{Value, json};

use super::course::LONGEST;
use super::ending::Ending;
use super::job::{Job, Stage};
use super::spinner::Step;
use super::tally::Counts;
use super::{Jobs, instant};
use crate::answer::counted;
use crate::problem::Problem;
use crate::zone::{Ms, Zone};

/// An upload is told in quarters.
const PARTS: i64 = 4;

impl Jobs {
    /// The contract's `FailureReport` of a run.
    pub fn failure_report(&self, id: &str, now: Ms) -> Result<Value, Problem> {
        let missing = || Problem::missing(format!("There is no job \u{201c}{id}\u{201d}."));
        let job = self.find(id).ok_or_else(missing)?;
        let counts = Counts::of(job, now);
        // What ran again had failed before.
        let failed = counts.with_status("failed") + job.again.len() as i64;
        let finished = counts.with_status("completed") + failed;
        let reached = Ending::ALL
            .into_iter()
            .filter(|ending| ending.reached() == Some(true))
            .map(|ending| counts.with(ending));
        // A run that calls nobody reaches nobody, which is not a figure of it.
        let calls = job.spinner().steps.contains(&Step::Call);
        let window = job.started_at().map(|from| {
            let to = job.ended.map_or(now, |(at, _)| at);
            json!({"from": instant(Some(from)), "to": instant(Some(to))})
        });
        Ok(json!({
            "captured_at": instant(Some(now)),
            "window": window,
            "time_zone": Zone::Chicago.name(),
            "attempts": {"finished": finished, "failed": failed},
            "contacts": {"failed": counts.with_status("failed"), "reached": calls.then(|| reached.sum::<i64>())},
            "groups": groups(job, &counts, now),
            "segments": job.upload.as_ref().map(|_| parts(job, now)),
        }))
    }
}

fn groups(job: &Job, counts: &Counts, now: Ms) -> Vec<Value> {
    let failed = Ending::ALL
        .into_iter()
        .filter(|ending| ending.status() == "failed");
    let mut met: Vec<(i64, Ending)> = failed
        .map(|ending| (counts.with(ending), ending))
        .filter(|(count, _)| *count > 0)
        .collect();
    met.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let group = |(count, ending): (i64, Ending)| {
        let ran_again = job.again.keys();
        let again = ran_again.filter(|index| job.first_ending(**index) == ending);
        let again = again.count() as i64;
        json!({
            "contacts": count,
            "sip_status": (ending == Ending::InvalidNumber).then_some(404),
            "code": ending.wire(),
            "label": ending.label(),
            "carrier": null,
            "attempts": count + again,
            "retried": again,
            "retry_scheduled": 0,
            "most_retries": again.min(1),
            "first_at": instant(first(job, ending, now)),
            "last_at": instant(last(job, ending, now)),
        })
    };
    met.into_iter().map(group).collect()
}

/// When a record ended, if it ended so.
fn end(job: &Job, index: i64, ending: Ending, now: Ms) -> Option<Ms> {
    if job.stage(index, job.work_of(index, now)) != Stage::Done(ending) {
        return None;
    }
    let length = job.course(index).length()?;
    job.instant_of(index, job.start_of(index)? + length)
}

/// When the first record ended so. One that started much later than another cannot have ended
/// before it.
fn first(job: &Job, ending: Ending, now: Ms) -> Option<Ms> {
    let ends = |index| end(job, index, ending, now);
    let found = (0..job.total).find(|index| ends(*index).is_some())?;
    let until = job.first_start_of(found)? + LONGEST;
    let near = (found..job.total).take_while(|index| {
        let start = job.first_start_of(*index);
        start.is_some_and(|start| start <= until)
    });
    near.filter_map(ends).min()
}

/// When the last one did.
fn last(job: &Job, ending: Ending, now: Ms) -> Option<Ms> {
    let ends = |index| end(job, index, ending, now);
    let started = job.started_by(job.work(now)?);
    let found = (0..started).rev().find(|index| ends(*index).is_some())?;
    let from = job.first_start_of(found)? - LONGEST;
    let near = (0..=found).rev().take_while(|index| {
        let start = job.first_start_of(*index);
        start.is_some_and(|start| start >= from)
    });
    near.chain(job.again.keys().copied()).filter_map(ends).max()
}

/// The records that were run, by where they stand in the upload.
fn parts(job: &Job, now: Ms) -> Vec<Value> {
    let size = (job.total + PARTS - 1).max(PARTS) / PARTS;
    let part = |part: i64| {
        let (from, to) = (part * size, ((part + 1) * size).min(job.total));
        let (mut finished, mut failed) = (0, 0);
        for index in from..to {
            let again = i64::from(job.again.contains_key(&index));
            finished += again;
            failed += again;
            if let Stage::Done(ending) = job.stage(index, job.work_of(index, now)) {
                finished += i64::from(ending.status() != "skipped");
                failed += i64::from(ending.status() == "failed");
            }
        }
        json!({
            "kind": "upload_part",
            "value": (part + 1).to_string(),
            "label": format!("Contacts {} to {}", counted(from + 1), counted(to)),
            "finished": finished,
            "failed": failed,
        })
    };
    (0..PARTS).map(part).collect()
}
