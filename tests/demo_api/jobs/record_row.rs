//! A record as the contract shows it.

use serde_json::{Value, json};

use super::course::Fate;
use super::ending::Ending;
use super::job::{Job, Stage};
use super::second_run::called_elsewhere;
use super::spinner::Step;
use super::tally::Counts;
use super::{Jobs, instant};
use crate::ids;
use crate::problem::Problem;
use crate::random::Random;
use crate::retry::reason::Reason;
use crate::zone::{DAY, Ms, Zone};

impl Jobs {
    /// The contract's `Record`.
    pub(super) fn record_row(&self, job: &Job, index: i64, now: Ms) -> Value {
        let spinner = job.spinner();
        let person = self.contacts.of(job.spinner, index);
        let work = job.work_of(index, now);
        let stage = job.stage(index, work);
        let course = job.course(index);
        let start = job.start_of(index).filter(|_| stage != Stage::Queued);
        let at = |after: Ms| job.instant_of(index, start? + after);
        let ending = match stage {
            Stage::Done(ending) => Some(ending),
            _ => None,
        };
        let length = ending.and_then(|_| start.and(course.length()));
        let step = match stage {
            Stage::Running | Stage::Waiting => course
                .step_at(work - start.unwrap_or(0))
                .map(|(step, since)| (step.name(), at(since))),
            _ => None,
        };
        let failed = ending.filter(|ending| ending.status() == "failed");
        let task = ending.filter(|ending| ending.reached() == Some(true) && failed.is_none());
        json!({
            "id": ids::record(job.first_row + index),
            "job": {
                "id": job.id,
                "spinner": spinner.name,
                "version": job.version,
                "status": self.status(job, &Counts::of(job, now)),
            },
            "contact": {
                "id": person.id(),
                "name": person.full_name(),
                "time_zone": Zone::Chicago.name(),
                "url": format!("https://crm.northwind.example/contacts/{}", person.id()),
            },
            "phone": person.phone(),
            "status": stage.status(),
            "outcome": ending.and_then(Ending::wire),
            "failed_step": failed.and_then(Ending::failed_step),
            "error": failed.map(|ending| json!({"code": ending.wire(), "message": ending.message()})),
            "started_at": instant(at(0)),
            "ended_at": instant(length.and_then(at)),
            "duration_seconds": length.map(seconds),
            "attempts": i64::from(stage != Stage::Queued) + job.times_again(index),
            "step": step.map(|(name, _)| name),
            "step_since": instant(step.and_then(|(_, since)| since)),
            "campaign_id": spinner.campaign,
            "task_id": task.and_then(|_| person.task()),
        })
    }

    /// The contract's `RecordDetail`.
    pub fn record_detail(&self, id: &str, now: Ms) -> Result<Value, Problem> {
        let (job, index) = self.known_record(id)?;
        Ok(json!({
            "record": self.record_row(job, index, now),
            "captured_at": instant(Some(now)),
            "metadata": self.metadata(job, index),
            "outreach": self.outreach(job, index, now),
            "actions": self.record_actions(job, index, now),
        }))
    }

    /// The run and index of a record.
    pub(super) fn known_record(&self, id: &str) -> Result<(&Job, i64), Problem> {
        let missing = || Problem::missing(format!("There is no record \u{201c}{id}\u{201d}."));
        self.record(id).ok_or_else(missing)
    }

    /// What came with the contact; the same in every run of a spinner.
    fn metadata(&self, job: &Job, index: i64) -> Value {
        let mut random = Random::new(job.seed, (job.spinner as u64) << 32 | index as u64);
        let policy = format!("PL-{:05}", random.between(10_000, 99_999));
        let due = Zone::Chicago.local(self.start + random.between(-6, 20) * DAY);
        let cents = random.between(2_900, 48_000);
        json!([
            {"label": "Policy", "value": policy},
            {"label": "Due", "value": due.format("%-d %b").to_string()},
            {"label": "Amount", "value": format!("${}.{:02}", cents / 100, cents % 100)},
            {"label": "Language", "value": if random.chance(0.12) { Value::Null } else { json!("English") }},
        ])
    }

    /// What the outreach came to; null for runs that call nobody.
    fn outreach(&self, job: &Job, index: i64, now: Ms) -> Value {
        if !job.spinner().steps.contains(&Step::Call) {
            return Value::Null;
        }
        let work = job.work_of(index, now);
        let stage = job.stage(index, work);
        let course = job.course(index);
        let start = job.start_of(index).unwrap_or(0);
        let until_answer = answered_after(&course.steps);
        let has_answered = match stage {
            Stage::Queued => None,
            Stage::Done(ending) => ending.reached(),
            // While it runs, the call may not have been answered yet.
            _ => match job.ending(index).reached() {
                Some(true) => Some(until_answer.is_some_and(|after| start + after <= work)),
                _ => None,
            },
        };
        let reached_at = until_answer
            .filter(|_| has_answered == Some(true))
            .and_then(|after| job.instant_of(index, start + after));
        let elsewhere = called_elsewhere(&self.others_over_upload(job), index, now);
        let (retry_safe, reason) = match (stage, has_answered) {
            (Stage::Running | Stage::Waiting, _) => (Some(false), Some("it is still in progress")),
            (_, Some(true)) => (Some(false), Some("already reached")),
            (Stage::Done(_), _) if elsewhere == Some(Reason::Reached) => {
                (Some(false), Some("another run reached the contact"))
            }
            (Stage::Done(_), _) if elsewhere.is_some() => {
                (Some(false), Some("another run is calling the contact"))
            }
            (_, Some(false)) => (Some(true), Some("nobody was reached")),
            (Stage::Done(_), None) => (Some(true), Some("it never ran")),
            (Stage::Queued, None) => (None, None),
        };
        let result = match stage {
            Stage::Done(ending) => ending.words(),
            _ => None,
        };
        json!({
            "result": result,
            "reached": has_answered,
            "reached_at": instant(reached_at),
            "retry_safe": retry_safe,
            "retry_reason": reason,
        })
    }
}

/// How long after its start the call of a record is answered.
fn answered_after(steps: &[(Step, Fate)]) -> Option<Ms> {
    let call = steps.iter().position(|(step, _)| *step == Step::Call)?;
    let until = steps.iter().take(call + 1).map(|(_, fate)| fate.length());
    Some(until.sum())
}

/// Seconds to a tenth.
pub(super) fn seconds(length: Ms) -> f64 {
    (length as f64 / 100.0).round() / 10.0
}
