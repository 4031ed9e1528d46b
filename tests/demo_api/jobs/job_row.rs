//! A run as the contract shows it.

use serde_json::{Value, json};

use super::course::LONGEST;
use super::ending::Ending;
use super::job::{End, Job, Stage};
use super::pace::Way;
use super::spinner::Step;
use super::tally::Counts;
use super::{Jobs, instant, project};
use crate::answer::{counted, counted_noun};
use crate::zone::{Ms, Zone};

impl Jobs {
    /// The contract's status of a run.
    pub(super) fn status(&self, job: &Job, counts: &Counts) -> &'static str {
        match job.ended {
            Some((_, End::Completed)) => "completed",
            Some((_, End::Partial(_))) => "partial",
            Some((_, End::Failed(..))) => "failed",
            None if job.pace.is_none() => "queued",
            None if counts.waiting > 0 && counts.running == 0 && counts.queued == 0 => "waiting",
            None => "running",
        }
    }

    /// The contract's `Job`.
    pub(super) fn row(&self, job: &Job, now: Ms) -> Value {
        self.row_with(job, &Counts::of(job, now), now)
    }

    pub(super) fn row_with(&self, job: &Job, counts: &Counts, now: Ms) -> Value {
        let spinner = job.spinner();
        let status = self.status(job, counts);
        let waiting = (status == "waiting").then(|| job.waiting_on()).flatten();
        let eligible = match status {
            "queued" | "running" => counts.queued,
            _ => 0,
        };
        let error = match job.ended {
            Some((_, End::Failed(code, message))) => json!({"code": code, "message": message}),
            _ => Value::Null,
        };
        json!({
            "id": job.id,
            "status": status,
            "spinner": {"id": spinner.id, "name": spinner.name, "version": job.version},
            "project": project(spinner.project),
            "campaign_id": spinner.campaign,
            "upload_id": job.upload,
            "time_zone": Zone::Chicago.name(),
            "queued_at": instant(Some(job.queued_at)),
            "started_at": instant(job.started_at()),
            "ended_at": instant(job.ended.map(|(at, _)| at)),
            "queue_position": self.ahead(job),
            "counts": counts_json(counts),
            "eligible": eligible,
            "progressed_at": instant(job.progressed_at(now)),
            "step": job.step(status, now),
            "usual": spinner.usual.map(|(low, high, runs)| {
                json!({"low_seconds": low, "high_seconds": high, "runs": runs})
            }),
            "waiting_on": waiting,
            "failures": failures(counts),
            "error": error,
            "message": self.message(job, status, counts),
        })
    }

    /// Runs ahead of a queued one.
    fn ahead(&self, job: &Job) -> Option<usize> {
        if job.pace.is_some() || job.ended.is_some() {
            return None;
        }
        let project = job.spinner().project;
        let before = self.list.iter().filter(|other| {
            other.pace.is_none()
                && other.ended.is_none()
                && other.spinner().project == project
                && (other.queued_at, other.first_row) < (job.queued_at, job.first_row)
        });
        Some(self.holding(project).count() + before.count())
    }

    fn message(&self, job: &Job, status: &str, counts: &Counts) -> String {
        if self.runtime.is_down() && matches!(status, "queued" | "running") {
            return String::from("The runtime is down: nothing moves until it is started again.");
        }
        match (status, job.ended) {
            ("queued", _) => match self.ahead(job).unwrap_or(0) {
                0 => String::from("It is next."),
                1 => String::from("1 run is ahead of it."),
                more => format!("{more} runs are ahead of it."),
            },
            ("waiting", _) if job.waits_for(Way::ForPerson) => String::from("Waits for a person."),
            ("waiting", _) => String::from("Waits for another system."),
            (_, Some((_, End::Partial(why)))) => why.to_owned(),
            (_, Some((_, End::Failed(..)))) => {
                String::from("Runtime lost at step 1; no record was processed.")
            }
            _ => format!("{}.", job.progress(counts)),
        }
    }
}

fn counts_json(counts: &Counts) -> Value {
    json!({
        "total": counts.total,
        "completed": counts.with_status("completed"),
        "failed": counts.with_status("failed"),
        "skipped": counts.with_status("skipped"),
        "running": counts.running,
        "waiting": counts.waiting,
        "queued": counts.queued,
    })
}

/// Causes of failed records, most frequent first.
fn failures(counts: &Counts) -> Vec<Value> {
    let mut failed: Vec<(i64, Ending)> = Ending::ALL
        .into_iter()
        .filter(|ending| ending.status() == "failed")
        .map(|ending| (counts.with(ending), ending))
        .filter(|(count, _)| *count > 0)
        .collect();
    failed.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    failed
        .into_iter()
        .map(|(count, ending)| {
            json!({
                "code": ending.wire(),
                "label": ending.label(),
                "step": ending.failed_step(),
                "count": count,
            })
        })
        .collect()
}

impl Job {
    /// `Payment reminder v7`.
    pub(super) fn label(&self) -> String {
        format!("{} v{}", self.spinner().name, self.version)
    }

    /// How far it is, in words.
    pub(super) fn progress(&self, counts: &Counts) -> String {
        let (total, failed) = (counted(counts.total), counts.with_status("failed"));
        if self.ended.is_none() {
            format!("{} of {total} done", counted(counts.done()))
        } else if failed > 0 {
            format!("{} of {total} records failed", counted(failed))
        } else {
            format!(
                "All {} done",
                counted_noun(counts.total, "record", "records")
            )
        }
    }

    pub(super) fn started_at(&self) -> Option<Ms> {
        self.pace.as_ref().map(|pace| pace.started_at)
    }

    pub(super) fn started_or_queued_at(&self) -> Ms {
        self.started_at().unwrap_or(self.queued_at)
    }

    /// How long it has taken so far, or took.
    pub(super) fn took(&self, now: Ms) -> Option<Ms> {
        Some(self.ended.map_or(now, |(at, _)| at) - self.started_at()?)
    }

    /// When a progress counter last moved; its start while none has.
    fn progressed_at(&self, now: Ms) -> Option<Ms> {
        let pace = self.pace.as_ref()?;
        if self.cut == 0 {
            return self.ended.map(|(at, _)| at);
        }
        let work = pace.work(self.ended.map_or(now, |(at, _)| at));
        let until = pace.started_by(work).clamp(0, self.cut);
        // No record that started much earlier than the last one can have moved after it.
        let last = work.min(pace.start_of(until - 1) + LONGEST);
        let from = pace.started_by(last - 2 * LONGEST).clamp(0, until);
        let moved = (from..until)
            .map(|index| pace.start_of(index) + self.first_course(index).until_rest())
            .filter(|moved| *moved <= work)
            .max();
        pace.instant(moved.unwrap_or(0)).max(self.last_again(now))
    }

    /// What the run as a whole is in now: the step that most of its records are in.
    fn step(&self, status: &str, now: Ms) -> Value {
        let Some(pace) = self.pace.as_ref().filter(|_| self.ended.is_none()) else {
            return Value::Null;
        };
        let work = pace.work(now);
        let mut met: Vec<(Step, i64)> = Vec::new();
        for index in self.settled_by(work)..self.started_by(work) {
            let stage = self.first_stage(index, work);
            if stage != Stage::Running && !(status == "waiting" && stage == Stage::Waiting) {
                continue;
            }
            let course = self.first_course(index);
            if let Some((step, _)) = course.step_at(work - pace.start_of(index)) {
                match met.iter_mut().find(|(known, _)| *known == step) {
                    Some((_, count)) => *count += 1,
                    None => met.push((step, 1)),
                }
            }
        }
        let busiest = met.into_iter().max_by_key(|(_, count)| *count);
        let waits = pace
            .first_waiting()
            .filter(|_| status == "waiting")
            .and_then(|first| Some((self.first_course(first).step_at(LONGEST)?.0, 1)));
        let Some((step, _)) = waits.or(busiest) else {
            return Value::Null;
        };
        let since = if status == "waiting" {
            self.waits_since
        } else {
            // Since the first record came to it.
            let course = self.first_course(0);
            let before = course.steps.iter().take_while(|(known, _)| *known != step);
            pace.instant(before.map(|(_, fate)| fate.length()).sum())
        };
        json!({"name": step.name(), "kind": step.kind(), "since": instant(since)})
    }

    pub(super) fn waits_for(&self, way: Way) -> bool {
        let pace = self.pace.as_ref();
        pace.is_some_and(|pace| {
            pace.first_waiting()
                .is_some_and(|first| pace.way(first) == way)
        })
    }

    fn waiting_on(&self) -> Option<Value> {
        let (kind, text) = if self.waits_for(Way::ForPerson) {
            ("human", "Script approval requested from M. Osei")
        } else if self.waits_for(Way::ForSystem) {
            ("external", "Claim status of the policy system")
        } else {
            return None;
        };
        Some(json!({"kind": kind, "text": text, "since": instant(self.waits_since)}))
    }
}
