//! Starting, pausing, resuming and ending a campaign, by itself or by a person.

use crate::agenda::{Agenda, Event};
use crate::campaign::{Campaign, Interruption, Mark, Status};
use crate::carrier::RECENT;
use crate::plan::{EndVerb, Scripted};
use crate::task_state::Family;
use crate::wording::counted;
use crate::zone::{MINUTE, Ms, Zone};

/// How often the failure breaker looks.
const FAILURE_CHECK: Ms = 3_000;
/// Attempts the failure breaker looks at, all of them in its recent window.
const FAILURE_SAMPLE: usize = 50;
/// Failures beyond this share pause the campaign, in percent.
const FAILURE_LIMIT: usize = 50;

impl Campaign {
    /// Starts dialing.
    pub fn launch(&mut self, agenda: &mut Agenda) {
        let now = agenda.now();
        self.status = Status::Running;
        self.started_at = Some(self.plan.history_from.unwrap_or(now));
        let by = self.plan.trigger.strip_prefix("Manual, ");
        self.note(now, "clear", String::from("Started"), by);
        self.plan_window_edge(agenda);
        for zone in Zone::ALL {
            if self.tasks.iter().any(|task| task.zone == zone) {
                self.turn_quiet_hours(zone, agenda);
            }
        }
        if self.plan.failure_breaker {
            agenda.plan(now, self.index, Event::FailureCheck);
        }
        agenda.plan(now + MINUTE, self.index, Event::WorkerRestart);
        self.begin_dispatching(agenda);
    }

    /// Stops new dialing; calls in flight go on.
    pub fn pause(&mut self, reason: Option<String>, by: Option<&str>, now: Ms) {
        self.status = Status::Paused;
        self.return_leases(now);
        self.drain_queue();
        let who = match by {
            None => "Paused by the dialer, not by a person. ",
            Some(_) => "",
        };
        let in_flight = match self.lines {
            0 => String::from("no call was in flight."),
            1 => String::from("1 call already in flight finishes and is recorded."),
            lines => format!("{lines} calls already in flight finish and are recorded."),
        };
        let note = format!("{who}New dialing has stopped; {in_flight}");
        let text = match &reason {
            Some(reason) if by.is_none() => format!("Auto-paused. {reason}"),
            Some(reason) => format!("Paused: {reason}"),
            None => String::from("Paused"),
        };
        self.mark(now, "warning", Mark::Pause, text, by);
        self.pause = Some(Interruption {
            at: now,
            reason,
            by: by.map(str::to_owned),
            note: Some(note),
        });
    }

    /// Dials again.
    pub fn resume(&mut self, by: &str, agenda: &mut Agenda) {
        self.status = Status::Running;
        self.pause = None;
        self.recent.clear();
        let text = String::from("Resumed");
        self.mark(agenda.now(), "clear", Mark::Resume, text, Some(by));
        self.begin_dispatching(agenda);
    }

    /// Ends the campaign early, as [`EndVerb`] says.
    pub fn end_early(&mut self, reason: Option<String>, by: &str, now: Ms) {
        let verb = self.plan.end_verb;
        self.status = match verb {
            EndVerb::Stop => Status::Completed,
            EndVerb::Cancel => Status::Cancelled,
        };
        self.ended_at = Some(now);
        self.pause = None;
        let word = match verb {
            EndVerb::Stop => "Stopped",
            EndVerb::Cancel => "Canceled",
        };
        let text = reason
            .as_ref()
            .map_or_else(|| word.to_owned(), |reason| format!("{word}: {reason}"));
        self.note(now, "notice", text, Some(by));
        let unreached = self.waiting();
        self.abandon_waiting(now);
        if verb == EndVerb::Cancel {
            self.cancel = Some(Interruption {
                at: now,
                reason,
                by: Some(by.to_owned()),
                note: Some(format!(
                    "{} waiting contacts are not called any more.",
                    counted(unreached as i64)
                )),
            });
        }
    }

    fn waiting(&self) -> usize {
        self.tasks
            .iter()
            .filter(|task| task.state.family() == Family::Waiting)
            .count()
            + self.sleeping as usize
    }

    fn fail(&mut self, reason: &str, note: &str, now: Ms) {
        self.status = Status::Failed;
        self.ended_at = Some(now);
        self.note(now, "critical", format!("Failed. {reason}"), None);
        self.abandon_waiting(now);
        self.failure = Some(Interruption {
            at: now,
            reason: Some(reason.to_owned()),
            by: None,
            note: Some(note.to_owned()),
        });
    }

    /// Every contact has a final result, or the single day is over.
    pub(super) fn complete(&mut self, now: Ms) {
        if self.status.is_ended() {
            return;
        }
        self.status = Status::Completed;
        self.ended_at = Some(now);
        self.note(now, "clear", String::from("Completed"), None);
    }

    /// Carries out an entry of the plan's script.
    pub(super) fn follow_script(&mut self, position: usize, agenda: &mut Agenda) {
        let now = agenda.now();
        let step = self.plan.script.get(position).cloned();
        // A person may have ended the campaign before.
        let Some((_, step)) = step.filter(|_| !self.status.is_ended()) else {
            return;
        };
        match step {
            Scripted::Concurrency { limit, by } => {
                self.set_concurrency(limit, by, now);
            }
            Scripted::FlagNumbers(positions) => self.flag_numbers(positions, now),
            Scripted::Pause { by, reason } => {
                self.pause(reason.map(str::to_owned), Some(by), now);
            }
            Scripted::Cancel { by, reason } => self.end_early(Some(reason.to_owned()), by, now),
            Scripted::Fail { reason, note } => self.fail(reason, note, now),
        }
    }

    /// Pauses the campaign when too many of its recent attempts failed.
    pub(super) fn check_failures(&mut self, agenda: &mut Agenda) {
        let now = agenda.now();
        if self.status.is_ended() {
            return;
        }
        agenda.plan(now + FAILURE_CHECK, self.index, Event::FailureCheck);
        while self.recent.len() > FAILURE_SAMPLE
            || self
                .recent
                .front()
                .is_some_and(|&(seen, _)| seen < now - RECENT)
        {
            self.recent.pop_front();
        }
        let attempts = self.recent.len();
        let failures = self.recent.iter().filter(|(_, failed)| *failed).count();
        if self.status == Status::Running
            && attempts >= FAILURE_SAMPLE
            && failures * 100 > attempts * FAILURE_LIMIT
        {
            let percent = failures * 100 / attempts;
            let reason = format!(
                "Failure breaker: {failures} of {attempts} attempts failed in 2 min ({percent}%, limit {FAILURE_LIMIT}%)"
            );
            self.pause(Some(reason), None, now);
        }
    }

    /// Pauses the campaign when its budget is used up.
    pub(super) fn check_budget(&mut self, now: Ms) {
        let Some(cents) = self.plan.budget else {
            return;
        };
        if self.status == Status::Running && self.spent_micros >= cents * 10_000 {
            let reason = format!(
                "Budget reached: ${:.2} of ${:.2}",
                self.spent_micros as f64 / 1e6,
                cents as f64 / 100.0
            );
            self.pause(Some(reason), None, now);
        }
    }
}
