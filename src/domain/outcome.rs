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
    fn a_word_that_is_missing_is_0_only_where_nothing_else_is_missing() {
        let counts = |total| TaskCounts {
            total,
            by_status: Tally(vec![("dialling".to_owned(), 9)]).into(),
            ..TaskCounts::default()
        };
        let whole = Outcomes::of(&counts(9)).unwrap_or_default();
        assert_eq!(
            (whole.known_failed(), whole.known_finished()),
            (Some(0), Some(0))
        );
        let part = Outcomes::of(&counts(12)).unwrap_or_default();
        assert_eq!(
            (part.known_live(), part.known_on_a_line()),
            (Some(9), Some(9))
        );
        assert!(part.is_only_dialing());
        let missing = [
            part.known_waiting(),
            part.known_completed(),
            part.known_failed(),
        ];
        assert_eq!(missing, [None; 3]);
        assert_eq!(part.known_finished(), None);
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
