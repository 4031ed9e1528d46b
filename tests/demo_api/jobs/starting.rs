//! Starting a run, once under its idempotency key.

use serde_json::{Value, json};

use super::Jobs;
use super::job::Job;
use super::spinner::{SPINNERS, Spinner};
use super::tally::Tally;
use crate::answer::counted;
use crate::idempotency::Request;
use crate::ids;
use crate::problem::Problem;
use crate::scenario::USER;
use crate::wish::{fields, text};
use crate::zone::Ms;

/// What a run is started with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunWish {
    pub project: Option<String>,
    pub upload: Option<String>,
    pub reason: Option<String>,
}

impl RunWish {
    /// Reads a body.
    pub fn read(body: &[u8]) -> Result<Self, Problem> {
        let fields = fields(body)?;
        Ok(Self {
            project: text(&fields, "project", 120)?,
            upload: text(&fields, "upload_id", 120)?,
            reason: text(&fields, "reason", 500)?,
        })
    }
}

impl Jobs {
    /// The contract's `RunResult`, for the first time or again.
    pub fn start(
        &mut self,
        id: &str,
        key: String,
        wish: RunWish,
        now: Ms,
    ) -> Result<Value, Problem> {
        let request = Request {
            on: id.to_owned(),
            action: String::from("start"),
            body: wish.clone(),
        };
        if let Some(answer) = self.ledger.replayed(&key, &request, "spinner")? {
            return Ok(answer);
        }
        let position = Spinner::position(id).ok_or_else(|| {
            Problem::missing(format!("There is no spinner \u{201c}{id}\u{201d}."))
        })?;
        let answer = self.queue(position, wish, now)?;
        self.ledger.remember(key, request, answer.clone());
        Ok(answer)
    }

    fn queue(&mut self, position: usize, wish: RunWish, now: Ms) -> Result<Value, Problem> {
        let missing = || Problem::missing("There is no such spinner.");
        let spinner = SPINNERS.get(position).ok_or_else(missing)?;
        if wish
            .project
            .as_ref()
            .is_some_and(|project| project != spinner.project.id())
        {
            return Err(Problem::value(
                "/project",
                format!("This spinner belongs to {}.", spinner.project.name()),
            ));
        }
        if let Some((code, words)) = self.refusal(spinner) {
            return Err(match code {
                Some(code) => Problem::limit(code, words),
                None => Problem::conflict(words),
            });
        }
        self.made += 1;
        let id = ids::job(self.made);
        let version = spinner.version.unwrap_or(1);
        let mut job = Job::queued(&id, position, version, self.next_row, now, self.seed);
        job.upload = wish.upload;
        job.started_by = USER.0;
        job.tally = Tally::of(&job);
        self.next_row += job.total;
        self.plan.take(job.total);
        self.list.push(job);
        let job = self.find(&id).ok_or_else(missing)?;
        let row = self.row(job, now);
        let records = counted(spinner.records);
        let message = row
            .get("message")
            .and_then(Value::as_str)
            .unwrap_or_default();
        Ok(json!({
            "message": format!("Queued over {records} contacts. {message}"),
            "job": row,
            "replayed": false,
        }))
    }

    /// Why no run of a spinner can be started now: a code, where there is one, and words.
    pub(super) fn refusal(&self, spinner: &Spinner) -> Option<(Option<&'static str>, String)> {
        if spinner.version.is_none() {
            let words = "No version of this spinner is published. Publish one first.";
            return Some((None, String::from(words)));
        }
        let words = self.plan.refusal(spinner)?;
        Some((Some("PLAN_LIMIT"), words))
    }
}
