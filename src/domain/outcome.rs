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
}

impl Outcomes {
    /// The outcomes, when the dialer reports its tasks by status.
    pub fn of(counts: &TaskCounts) -> Option<Self> {
        counts.by_status.value().map(Self::tallied)
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
        }
        let family = match (state, state.kind()) {
            (AttemptState::Completed, _) => &mut self.completed,
            (AttemptState::Exhausted, _) => &mut self.exhausted,
            (AttemptState::AmdMachine, _) => &mut self.machine,
            (AttemptState::Abandoned, _) => &mut self.abandoned,
            (AttemptState::WindowClosed, _) => &mut self.window_closed,
            (AttemptState::ManualStopped, _) => &mut self.stopped,
            (_, Kind::Waiting) => &mut self.waiting,
            (_, Kind::Live) => &mut self.live,
            (_, Kind::Final | Kind::Unknown) => &mut self.unknown,
        };
        *family = family.saturating_add(count);
    }
}
