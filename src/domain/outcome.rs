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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[(&str, i64)]) -> Outcomes {
        let words = words
            .iter()
            .map(|(word, count)| ((*word).to_owned(), *count));
        Outcomes::tallied(&Tally(words.collect()))
    }

    #[test]
    fn every_state_of_the_contract_has_one_family() {
        let outcomes = of(&[
            ("pending", 1),
            ("scheduled", 2),
            ("retry_scheduled", 4),
            ("callback_scheduled", 8),
            ("leased", 16),
            ("dialling", 32),
            ("ringing", 64),
            ("amd_screening", 128),
            ("attaching", 256),
            ("in_progress", 512),
            ("_processing", 1024),
        ]);
        assert_eq!(outcomes.waiting, 15);
        assert_eq!((outcomes.live, outcomes.on_a_line), (2032, 992));
        assert_eq!((outcomes.finished(), outcomes.unknown), (0, 0));
        let ended = of(&[
            ("completed", 1),
            ("exhausted", 2),
            ("abandoned", 4),
            ("amd_machine", 8),
            ("window_closed", 16),
            ("manual_stopped", 32),
        ]);
        assert_eq!(
            (ended.failed(), ended.ended_otherwise(), ended.finished()),
            (14, 48, 63)
        );
    }

    #[test]
    fn an_unknown_state_is_no_success_and_not_final() {
        let outcomes = of(&[("completed_badly", 5), ("COMPLETED", 3)]);
        assert_eq!(
            (outcomes.unknown, outcomes.completed, outcomes.finished()),
            (5, 3, 3)
        );
    }

    #[test]
    fn sums_saturate() {
        let outcomes = of(&[
            ("exhausted", i64::MAX),
            ("abandoned", i64::MAX),
            ("amd_machine", 1),
        ]);
        assert_eq!(outcomes.failed(), i64::MAX);
    }
}
