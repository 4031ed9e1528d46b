//! Tasks by what has become of them: waiting, live, or one of the final results.

use super::attempt_state::{AttemptState, Kind};
use super::counts::{Tally, TaskCounts};

/// How many tasks stand where. Every count is as received, summed saturating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// Not being dialed now: pending, retry or callback scheduled.
    pub waiting: i64,
    /// From leased to processing.
    pub live: i64,
    /// The part of `live` that holds a line: dialing to in progress.
    pub on_a_line: i64,
    /// Reached its end well.
    pub completed: i64,
    /// Every allowed attempt used up.
    pub exhausted: i64,
    /// Ended at an answering machine.
    pub machine: i64,
    /// Answered, and nobody was there to talk.
    pub abandoned: i64,
    /// Ended because the call window closed.
    pub window_closed: i64,
    /// Ended by a person.
    pub stopped: i64,
    /// In states this console does not know: neither final nor waiting.
    pub unknown: i64,
    /// The part of `on_a_line` whose call is only being placed.
    dialing: i64,
    /// The families that a word was received for.
    told: u8,
    /// Whether the counts add up to the total, so that a word that was not
    /// received stands for no task.
    is_whole: bool,
}

const WAITING: u8 = 1;
const LIVE: u8 = 2;
const ON_A_LINE: u8 = 4;
const COMPLETED: u8 = 8;
const FAILED: u8 = 16;
const OTHERWISE: u8 = 32;

impl Outcomes {
    /// The outcomes, when the dialer reports its tasks by status.
    pub fn of(counts: &TaskCounts) -> Option<Self> {
        let tally = counts.by_status.value()?;
        Some(Self {
            is_whole: tally.total() == counts.total,
            ..Self::tallied(tally)
        })
    }

    /// Tasks that wait, when reported: their words were received, or every
    /// task is accounted for by others. So are the figures below.
    pub fn known_waiting(&self) -> Option<i64> {
        self.known(WAITING, self.waiting)
    }

    /// From leased to processing.
    pub fn known_live(&self) -> Option<i64> {
        self.known(LIVE, self.live)
    }

    /// The part of them that holds a line.
    pub fn known_on_a_line(&self) -> Option<i64> {
        self.known(ON_A_LINE, self.on_a_line)
    }

    /// Whether all that hold a line are only being dialed.
    pub fn is_only_dialing(&self) -> bool {
        self.dialing > 0 && self.dialing == self.on_a_line
    }

    /// Completed.
    pub fn known_completed(&self) -> Option<i64> {
        self.known(COMPLETED, self.completed)
    }

    /// Failed by definition.
    pub fn known_failed(&self) -> Option<i64> {
        self.known(FAILED, self.failed())
    }

    /// Every final task.
    pub fn known_finished(&self) -> Option<i64> {
        self.known(COMPLETED | FAILED | OTHERWISE, self.finished())
    }

    fn known(&self, family: u8, count: i64) -> Option<i64> {
        (self.is_whole || self.told & family != 0).then_some(count)
    }

    /// Failed by definition: exhausted, machine and abandoned together.
    pub fn failed(&self) -> i64 {
        self.exhausted
            .saturating_add(self.machine)
            .saturating_add(self.abandoned)
    }

    /// Final without being completed or failed: window closed and stopped.
    pub fn ended_otherwise(&self) -> i64 {
        self.window_closed.saturating_add(self.stopped)
    }

    /// Every final task.
    pub fn finished(&self) -> i64 {
        self.completed
            .saturating_add(self.failed())
            .saturating_add(self.ended_otherwise())
    }

    fn tallied(tally: &Tally) -> Self {
        let mut outcomes = Self::default();
        for (word, count) in tally.iter() {
            outcomes.add(&AttemptState::from_wire(word), count);
        }
        outcomes
    }

    fn add(&mut self, state: &AttemptState, count: i64) {
        let on_a_line = matches!(
            state,
            AttemptState::Dialing
                | AttemptState::Ringing
                | AttemptState::AmdScreening
                | AttemptState::Attaching
                | AttemptState::InProgress
        );
        if on_a_line {
            self.on_a_line = self.on_a_line.saturating_add(count);
            self.told |= ON_A_LINE;
        }
        if *state == AttemptState::Dialing {
            self.dialing = self.dialing.saturating_add(count);
        }
        let (family, tasks) = match (state, state.kind()) {
            (AttemptState::Completed, _) => (COMPLETED, &mut self.completed),
            (AttemptState::Exhausted, _) => (FAILED, &mut self.exhausted),
            (AttemptState::AmdMachine, _) => (FAILED, &mut self.machine),
            (AttemptState::Abandoned, _) => (FAILED, &mut self.abandoned),
            (AttemptState::WindowClosed, _) => (OTHERWISE, &mut self.window_closed),
            (AttemptState::ManualStopped, _) => (OTHERWISE, &mut self.stopped),
            (_, Kind::Waiting) => (WAITING, &mut self.waiting),
            (_, Kind::Live) => (LIVE, &mut self.live),
            (_, Kind::Final | Kind::Unknown) => (0, &mut self.unknown),
        };
        self.told |= family;
        *tasks = tasks.saturating_add(count);
    }
}

#[cfg(test)]
mod tests;
