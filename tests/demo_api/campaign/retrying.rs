//! Retries of a campaign: its tasks are dialed again, whatever its status,
//! within its call window, its lines and its carriers' state.

use crate::agenda::Agenda;
use crate::campaign::Campaign;
use crate::fleet::WORKERS;
use crate::outcome::{Callback, Outcome};
use crate::retry::Ordered;
use crate::retry::reason::{Reason, Standing};
use crate::retry::run::{Came, Ended, Phase, Retry};
use crate::task::{Fate, Task};
use crate::task_state::Hold;
use crate::wording::counted_noun;
use crate::zone::Ms;

impl Campaign {
    /// Takes a retry on, and begins with its sample.
    pub fn begin_retry(&mut self, retry: Retry, by: &str, agenda: &mut Agenda) {
        let all = counted_noun(retry.entries.len() as i64, "contact", "contacts");
        let text = format!("Retry of {all} started, {} first", retry.sample);
        self.note(agenda.now(), "notice", text, Some(by));
        self.retries.push(retry);
        self.begin_dispatching(agenda);
    }

    /// Lets the rest of a retry go.
    pub fn release_retry(&mut self, number: i64, by: &str, agenda: &mut Agenda) {
        let now = agenda.now();
        if let Some(retry) = self.retry_mut(number) {
            retry.release(now);
            let text = String::from("Retry released: the sample has passed");
            self.note(now, "notice", text, Some(by));
            self.begin_dispatching(agenda);
        }
    }

    /// Lets nothing more of a retry go.
    pub fn stop_retry(&mut self, number: i64, by: &str, now: Ms) {
        if let Some(retry) = self.retry_mut(number) {
            retry.stop();
            self.note(now, "notice", String::from("Retry stopped"), Some(by));
        }
    }

    fn retry_mut(&mut self, number: i64) -> Option<&mut Retry> {
        { self.retries.iter_mut() }.find(|retry| retry.number == number)
    }

    /// Whether the dispatcher has to look after a retry.
    pub(super) fn is_retrying(&self) -> bool {
        self.retries.iter().any(Retry::is_dispatching)
    }

    /// Dials the next contact of a retry, if a line is free for it.
    pub(super) fn dispatch_retries(&mut self, allowance: u32, agenda: &mut Agenda) {
        let now = agenda.now();
        for at in 0..self.retries.len() {
            self.settle_retry(at, now, |retry| retry.settle(now));
        }
        let is_cut_off = self.pool.as_ref().is_none_or(|pool| pool.is_cut_off(now));
        let has_line = self.lines < allowance.min(self.own_limit());
        if is_cut_off || !has_line || now < self.next_dial || !self.window_is_open(now) {
            return;
        }
        let Some((at, entry, position)) = self.next_of_retries(now) else {
            return;
        };
        if let Some(number) = self.choose_number(position, now) {
            let worker = agenda.worker_for(self.random.between(1, WORKERS));
            if let Some(task) = self.tasks.get_mut(position) {
                task.queued_at = None;
                task.due_at = None;
                task.hold = Hold::None;
                task.hold_until = None;
                task.leased_at = now;
                task.worker = worker;
            }
            self.take_turn(now);
            self.dial_from(position, number, agenda);
            self.follow_order(position, agenda.ordered);
            if let Some(retry) = self.retries.get_mut(at) {
                retry.dispatch(entry, now);
            }
        }
    }

    /// Lets a dial come to what was ordered, whatever was drawn.
    fn follow_order(&mut self, position: usize, ordered: Option<Ordered>) {
        let fate = match ordered {
            None => return,
            Some(Ordered::Errors) => Fate::CarrierFailure,
            Some(Ordered::Good) => Fate::Person,
        };
        if let Some(call) = self.call_mut(position) {
            call.fate = fate;
        }
    }

    /// The retry, its entry and the task that go next. What must not be dialed any more is skipped.
    fn next_of_retries(&mut self, now: Ms) -> Option<(usize, usize, usize)> {
        let at = self.retries.iter().position(Retry::is_dispatching)?;
        loop {
            let due: Vec<(usize, usize)> = {
                let retry = self.retries.get(at)?;
                let place = |entry: usize| Some((entry, retry.entries.get(entry)?.place));
                retry.due().filter_map(place).collect()
            };
            let quiet = self.plan.quiet;
            let is_asleep = |(_, position): &(usize, usize)| {
                let task = self.tasks.get(*position);
                task.is_some_and(|task| quiet.is_some_and(|hours| hours.cover(task.zone, now)))
            };
            let (entry, position) = due.into_iter().find(|due| !is_asleep(due))?;
            if self.retry_obstacle(position).is_none() {
                return Some((at, entry, position));
            }
            self.settle_retry(at, now, |retry| retry.skip(entry, now));
        }
    }

    /// Why a task must not be dialed by a retry now.
    fn retry_obstacle(&self, position: usize) -> Option<Reason> {
        let max_attempts = i64::from(self.plan.pace.max_attempts);
        let task = self.tasks.get(position)?;
        task.standing().obstacle(self.status, max_attempts)
    }

    /// A dial of a retry may have ended.
    pub(super) fn end_retried(
        &mut self,
        position: usize,
        outcome: Outcome,
        sip: Option<i64>,
        now: Ms,
    ) {
        let ended = Ended {
            at: now,
            came: came(outcome),
            reached: outcome.is_live_answer(),
            sip,
            code: outcome
                .failure_code(sip)
                .filter(|_| came(outcome).is_error()),
        };
        for at in 0..self.retries.len() {
            self.settle_retry(at, now, |retry| {
                retry.end(position, ended);
            });
        }
    }

    /// Moves a retry on, and notes when its sample fails.
    fn settle_retry(&mut self, at: usize, now: Ms, change: impl FnOnce(&mut Retry)) {
        let Some(retry) = self.retries.get_mut(at) else {
            return;
        };
        let before = retry.phase;
        change(retry);
        if before != Phase::SampleFailed && retry.phase == Phase::SampleFailed {
            let text = String::from("The sample of the retry failed, the rest stays shut");
            self.note(now, "critical", text, None);
        }
    }
}

impl Task {
    /// Where it stands, for a retry.
    fn standing(&self) -> Standing {
        Standing {
            state: self.state,
            hold: self.hold,
            attempts: i64::from(self.attempts),
            last: self.last_end,
            was_reached: self.callback != Callback::None,
        }
    }
}

fn came(outcome: Outcome) -> Came {
    match outcome {
        Outcome::Talked | Outcome::CallbackAsked | Outcome::Abandoned => Came::Answered,
        Outcome::Machine => Came::Voicemail,
        Outcome::NoAnswer => Came::NoAnswer,
        Outcome::Busy => Came::Busy,
        Outcome::CarrierFailure => Came::CarrierError,
        Outcome::InvalidNumber => Came::InvalidNumber,
        Outcome::InFlight => Came::Failed,
    }
}
