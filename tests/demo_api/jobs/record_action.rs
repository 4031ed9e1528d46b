//! One failed record that runs again on request, apart from any targeted retry.

use serde_json::{Value, json};

use super::job::Job;
use super::pace::Pace;
use super::retrying::{Again, retry_obstacle};
use super::spinner::Step;
use super::{Jobs, instant};
use crate::idempotency::Request;
use crate::problem::Problem;
use crate::retry::reason::Reason;
use crate::wish::Wish;
use crate::zone::Ms;

/// The only action of a record.
const RETRY: &str = "retry";
const RUNTIME_DOWN: &str = "The runtime is down: nothing runs until it is started again.";

impl Jobs {
    /// The contract's list of a record's actions.
    pub(super) fn record_actions(&self, job: &Job, index: i64, now: Ms) -> Value {
        let reason = self.why_not_again(job, index, now);
        json!([{
            "name": RETRY,
            "available": reason.is_none(),
            "reason": reason,
            "effect": reason.is_none().then(|| effect(job)),
            "confirm": true,
        }])
    }

    /// The contract's `ActionResult`, for the first time or again.
    pub fn act_on_record(
        &mut self,
        id: &str,
        action: &str,
        key: String,
        wish: Wish,
        now: Ms,
    ) -> Result<Value, Problem> {
        let request = Request {
            on: id.to_owned(),
            action: action.to_owned(),
            body: wish.clone(),
        };
        if let Some(answer) = self.record_ledger.replayed(&key, &request, "action")? {
            return Ok(answer);
        }
        let (job, index) = self.known_record(id)?;
        if action != RETRY {
            let words = format!("A record has no action \u{201c}{action}\u{201d}.");
            return Err(Problem::missing(words));
        }
        if let Some(reason) = self.why_not_again(job, index, now) {
            return Err(Problem::conflict(reason));
        }
        let job = job.id.clone();
        self.run_record_again(&job, index, wish.reason, now);
        let (job, index) = self.known_record(id)?;
        let answer = json!({
            "action": action,
            "status": job.stage(index, job.work_of(index, now)).status(),
            "applied_at": instant(Some(now)),
            "message": "The record runs again, from its first step.",
            "replayed": false,
            "actions": self.record_actions(job, index, now),
        });
        self.record_ledger.remember(key, request, answer.clone());
        Ok(answer)
    }

    fn run_record_again(&mut self, id: &str, index: i64, reason: Option<String>, now: Ms) {
        // Those of targeted retries count up from 1.
        self.single_retries -= 1;
        let (number, ordered) = (self.single_retries, self.ordered);
        if let Some(job) = self.list.iter_mut().find(|job| job.id == id) {
            let again = Again {
                pace: Pace::new(now, 1),
                ending: job.ending_again(index, number, ordered),
                retry: number,
                times: job.times_again(index) + 1,
                reason,
            };
            job.again.insert(index, again);
        }
    }

    fn why_not_again(&self, job: &Job, index: i64, now: Ms) -> Option<&'static str> {
        let others = self.others_over_upload(job);
        let obstacle = retry_obstacle(job, &others, index, now).map(words);
        obstacle.or_else(|| self.runtime.is_down().then_some(RUNTIME_DOWN))
    }
}

fn effect(job: &Job) -> &'static str {
    match job.spinner().steps.contains(&Step::Call) {
        true => "Runs the record again from its first step. The contact is called again.",
        false => "Runs the record again from its first step.",
    }
}

const fn words(reason: Reason) -> &'static str {
    match reason {
        Reason::InFlight => "The contact is being worked on now.",
        Reason::Reached => "The contact has been reached already.",
        Reason::Permanent => "It failed for good: calling again fails again.",
        _ => "Only a record that has failed can run again.",
    }
}
