//! One run: what it is made from, how fast it goes, and how its records end.

use std::collections::BTreeMap;

use super::cause::Cause;
use super::course::{Course, LONGEST};
use super::ending::Ending;
use super::pace::{Pace, Way};
use super::retrying::Again;
use super::second_run::Repeat;
use super::spinner::{SPINNERS, Spinner};
use super::tally::Tally;
use crate::random::Random;
use crate::retry::run::Retry;
use crate::zone::Ms;

/// How a run that is over ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Completed,
    /// A part of the records was left out on purpose.
    Partial(&'static str),
    /// The run itself failed: code and reason.
    Failed(&'static str, &'static str),
}

/// One execution of a spinner's published version.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: String,
    /// Position in [`SPINNERS`].
    pub spinner: usize,
    pub version: i64,
    pub total: i64,
    /// The row of its first record; the others follow.
    pub first_row: i64,
    pub queued_at: Ms,
    pub upload: Option<String>,
    /// Who, or what, started it.
    pub started_by: &'static str,
    /// Set on a second run over the same upload.
    pub repeat: Option<Repeat>,
    /// Absent while it is queued.
    pub pace: Option<Pace>,
    pub ended: Option<(Ms, End)>,
    /// Records from this one on are not run.
    pub cut: i64,
    pub causes: Vec<Cause>,
    /// Its scenario `stalled` was asked for.
    pub is_stalled: bool,
    /// When it began to wait for something outside.
    pub waits_since: Option<Ms>,
    pub tally: Tally,
    /// Records that ran again, by their indexes.
    pub again: BTreeMap<i64, Again>,
    /// Its records that were tried again on request, the newest last.
    pub retries: Vec<Retry>,
    pub seed: u64,
}

/// Where a record is at some instant. Times are working time of its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Queued,
    Running,
    Waiting,
    Done(Ending),
}

impl Stage {
    /// The contract's record status.
    pub const fn status(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Waiting => "waiting",
            Self::Done(ending) => ending.status(),
        }
    }
}

impl Job {
    /// A run of all records of a spinner that has not begun.
    pub fn queued(
        id: &str,
        spinner: usize,
        version: i64,
        first_row: i64,
        queued_at: Ms,
        seed: u64,
    ) -> Self {
        let total = SPINNERS.get(spinner).map_or(0, |spinner| spinner.records);
        Self {
            id: id.to_owned(),
            spinner,
            version,
            total,
            first_row,
            queued_at,
            upload: None,
            started_by: "Schedule",
            repeat: None,
            pace: None,
            ended: None,
            cut: total,
            causes: Vec::new(),
            is_stalled: false,
            waits_since: None,
            tally: Tally::default(),
            again: BTreeMap::new(),
            retries: Vec::new(),
            seed,
        }
    }

    pub fn spinner(&self) -> &'static Spinner {
        SPINNERS.get(self.spinner).unwrap_or(&SPINNERS[0])
    }

    /// How a record ended in the run itself, or will.
    pub fn first_ending(&self, index: i64) -> Ending {
        if index >= self.cut {
            return Ending::NotRun;
        }
        if self.repeat.is_some_and(|repeat| repeat.drops(self, index)) {
            return Ending::Dropped;
        }
        let mut random = Random::new(self.seed, (self.first_row + index) as u64);
        if self.way(index) == Way::AiTimeouts && random.chance(TIMEOUT_SHARE) {
            return Ending::AiTimeout;
        }
        if let Some(cause) = self.causes.iter().find(|cause| cause.takes(index)) {
            return cause.ending;
        }
        let endings = self.spinner().endings;
        let all: u32 = endings.iter().map(|(_, weight)| weight).sum();
        let mut left = (random.next_u64() % u64::from(all.max(1))) as u32;
        for (ending, weight) in endings {
            if left < *weight {
                return *ending;
            }
            left -= weight;
        }
        Ending::NotRun
    }

    pub fn way(&self, index: i64) -> Way {
        self.pace
            .as_ref()
            .map_or(Way::Usual, |pace| pace.way(index))
    }

    /// The steps of a record in the run itself, with how long each takes.
    pub fn first_course(&self, index: i64) -> Course {
        let row = self.first_row + index;
        let ending = self.first_ending(index);
        Course::of(
            self.spinner().steps,
            row,
            self.seed,
            ending,
            self.way(index),
        )
    }

    /// When a record starts in the run itself, in working time; `None` while the run is queued, and
    /// for one that never runs.
    pub fn first_start_of(&self, index: i64) -> Option<Ms> {
        let pace = self.pace.as_ref()?;
        (index < self.cut).then(|| pace.start_of(index))
    }

    /// Working time at an instant; `None` while the run is queued.
    pub fn work(&self, now: Ms) -> Option<Ms> {
        Some(self.pace.as_ref()?.work(now))
    }

    /// Where a record is in the run itself at a working time.
    pub fn first_stage(&self, index: i64, work: Ms) -> Stage {
        if self.ended.is_some() {
            return Stage::Done(self.first_ending(index));
        }
        match self.first_start_of(index) {
            Some(start) if start <= work => {
                let course = self.first_course(index);
                match course.length() {
                    Some(length) if start + length <= work => Stage::Done(self.first_ending(index)),
                    None if start + course.until_rest() <= work => Stage::Waiting,
                    _ => Stage::Running,
                }
            }
            _ => Stage::Queued,
        }
    }

    /// How many records have started by a working time.
    pub fn started_by(&self, work: Ms) -> i64 {
        if self.ended.is_some() {
            return self.total;
        }
        let started = self.pace.as_ref().map_or(0, |pace| pace.started_by(work));
        started.clamp(0, self.cut)
    }

    /// Records before this one have all ended by a working time, or wait.
    pub fn settled_by(&self, work: Ms) -> i64 {
        if self.ended.is_some() {
            self.total
        } else {
            self.started_by(work - LONGEST)
        }
    }

    /// When its last record ends, in working time; `None` when some wait.
    pub fn length(&self) -> Option<Ms> {
        let pace = self.pace.as_ref()?;
        if pace.first_waiting().is_some_and(|first| first < self.cut) {
            return None;
        }
        let last = pace.start_of(self.cut - 1);
        let from = pace.started_by(last - LONGEST).clamp(0, self.cut);
        (from..self.cut)
            .filter_map(|index| Some(pace.start_of(index) + self.first_course(index).length()?))
            .max()
            .or(Some(0))
    }
}

/// The share of AI steps that time out under the scenario `ai_timeouts`.
const TIMEOUT_SHARE: f64 = 0.35;
