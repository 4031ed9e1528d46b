//! One retry: how far it is, and what its sample decides.

use std::ops::Range;

use serde_json::Value;

use super::reason::Reason;
use crate::zone::{MINUTE, Ms};

/// A dispatch of the sample that takes longer shuts the rest.
const PATIENCE: Ms = 10 * MINUTE;

/// How far a retry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Sampling,
    SamplePassed,
    SampleFailed,
    Releasing,
    Completed,
    Stopped,
}

impl Phase {
    /// The contract's state.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Sampling => "sampling",
            Self::SamplePassed => "sample_passed",
            Self::SampleFailed => "sample_failed",
            Self::Releasing => "releasing",
            Self::Completed => "completed",
            Self::Stopped => "stopped",
        }
    }
}

/// What a dispatch came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    Answered,
    NoAnswer,
    Busy,
    Voicemail,
    Completed,
    Failed,
    CarrierError,
    InvalidNumber,
}

impl Came {
    /// The contract's result.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::NoAnswer => "no_answer",
            Self::Busy => "busy",
            Self::Voicemail => "voicemail",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::CarrierError => "carrier_error",
            Self::InvalidNumber => "invalid_number",
        }
    }

    /// Whether it counts against the sample.
    pub const fn is_error(self) -> bool {
        matches!(
            self,
            Self::Failed | Self::CarrierError | Self::InvalidNumber
        )
    }
}

/// The end of a dispatch.
#[derive(Clone, Copy, Debug)]
pub struct Ended {
    pub at: Ms,
    pub came: Came,
    /// A person was spoken to.
    pub reached: bool,
    pub sip: Option<i64>,
    pub code: Option<&'static str>,
}

/// One contact of a retry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The position of its task in the campaign, or the index of its record in the run.
    pub place: usize,
    pub dispatched_at: Option<Ms>,
    pub ended: Option<Ended>,
    /// Left out when its turn came.
    pub is_skipped: bool,
}

impl Entry {
    /// A contact whose turn has not come.
    pub fn waiting(place: usize) -> Self {
        Self {
            place,
            dispatched_at: None,
            ended: None,
            is_skipped: false,
        }
    }

    pub fn is_waiting(&self) -> bool {
        self.dispatched_at.is_none() && !self.is_skipped
    }

    /// Since when it has been in flight.
    pub fn in_flight_since(&self) -> Option<Ms> {
        self.dispatched_at.filter(|_| self.ended.is_none())
    }

    fn is_done(&self) -> bool {
        self.is_skipped || self.ended.is_some()
    }
}

/// Contacts that are tried again.
#[derive(Clone, Debug)]
pub struct Retry {
    pub id: String,
    /// Retries are counted from 1 in the order of their starts.
    pub number: i64,
    /// What was asked for, as the contract writes it.
    pub selection: Value,
    pub created_at: Ms,
    pub reason: Option<String>,
    pub excluded: Vec<(Reason, i64)>,
    /// Those of the sample first.
    pub entries: Vec<Entry>,
    /// How many of them are the sample.
    pub sample: usize,
    pub phase: Phase,
    pub decided_at: Option<Ms>,
    pub released_at: Option<Ms>,
}

impl Retry {
    /// Errors that the sample may have.
    pub fn allowed_errors(&self) -> usize {
        self.sample / 10
    }

    /// Whether it still does something, or waits to be released.
    pub fn is_unfinished(&self) -> bool {
        matches!(
            self.phase,
            Phase::Sampling | Phase::SamplePassed | Phase::Releasing
        )
    }

    /// Whether it may dispatch.
    pub fn is_dispatching(&self) -> bool {
        matches!(self.phase, Phase::Sampling | Phase::Releasing)
    }

    /// The entries whose turn it is, done or not.
    fn turn(&self) -> Range<usize> {
        match self.phase {
            Phase::Sampling => 0..self.sample,
            Phase::Releasing => self.sample..self.entries.len(),
            _ => 0..0,
        }
    }

    /// Positions of the entries that may be dispatched now, in their order.
    pub fn due(&self) -> impl Iterator<Item = usize> + '_ {
        self.turn().filter(|at| self.is_waiting(*at))
    }

    fn is_waiting(&self, at: usize) -> bool {
        self.entries.get(at).is_some_and(Entry::is_waiting)
    }

    /// An entry goes out.
    pub fn dispatch(&mut self, at: usize, now: Ms) {
        if let Some(entry) = self.entries.get_mut(at) {
            entry.dispatched_at = Some(now);
        }
    }

    /// An entry must not go out any more. Another takes its place in the sample, while there is one.
    pub fn skip(&mut self, at: usize, now: Ms) {
        if let Some(entry) = self.entries.get_mut(at) {
            entry.is_skipped = true;
        }
        if at < self.sample
            && let Some(other) =
                (self.sample..self.entries.len()).find(|other| self.is_waiting(*other))
        {
            self.entries.swap(at, other);
        }
        self.settle(now);
    }

    /// A dispatch has ended. `false` when it was none of this retry's.
    pub fn end(&mut self, place: usize, ended: Ended) -> bool {
        let mut entries = self.entries.iter_mut();
        let entry = entries.find(|entry| entry.place == place && entry.in_flight_since().is_some());
        let Some(entry) = entry else {
            return false;
        };
        entry.ended = Some(ended);
        self.settle(ended.at);
        true
    }

    /// Decides what can be decided by now.
    pub fn settle(&mut self, now: Ms) {
        match self.phase {
            Phase::Sampling => self.judge(now),
            Phase::Releasing if self.entries.iter().all(Entry::is_done) => {
                self.phase = Phase::Completed;
            }
            _ => {}
        }
    }

    fn judge(&mut self, now: Ms) {
        let sample = self.entries.get(..self.sample).unwrap_or_default();
        let is_late = |entry: &Entry| {
            let until = entry.ended.map_or(now, |ended| ended.at);
            entry.dispatched_at.is_some_and(|at| until - at > PATIENCE)
        };
        let has_rest = (self.sample..self.entries.len()).any(|at| self.is_waiting(at));
        self.phase = if errors(sample) > self.allowed_errors() || sample.iter().any(is_late) {
            Phase::SampleFailed
        } else if !sample.iter().all(Entry::is_done) {
            return;
        } else if has_rest {
            Phase::SamplePassed
        } else {
            Phase::Completed
        };
        self.decided_at = Some(now);
    }

    /// When the sample fails unless what is in flight has ended.
    pub fn deadline(&self) -> Option<Ms> {
        let is_open = self.phase == Phase::Sampling;
        let sample = self.entries.get(..self.sample).filter(|_| is_open)?;
        let since = sample.iter().filter_map(Entry::in_flight_since).min()?;
        Some(since + PATIENCE + 1)
    }

    /// The rest may go.
    pub fn release(&mut self, now: Ms) {
        self.phase = Phase::Releasing;
        self.released_at = Some(now);
        self.settle(now);
    }

    /// Nothing more goes.
    pub fn stop(&mut self) {
        if self.is_unfinished() {
            self.phase = Phase::Stopped;
        }
    }
}

/// Entries that came to an error.
pub fn errors(entries: &[Entry]) -> usize {
    let ended = entries.iter().filter_map(|entry| entry.ended);
    ended.filter(|ended| ended.came.is_error()).count()
}
