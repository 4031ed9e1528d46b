//! Whether a run moves. The one definition of *stalled* for every screen.
//!
//! A run is stalled when it is running, work was eligible, and no progress
//! counter has moved for longer than [`ALLOWANCE`]. A run that moves slowly, or
//! that waits for something outside, is not stalled, and what is not reported
//! is never guessed.

use super::field::Field;
use super::job::status::JobStatus;
use super::job::usual::{Compared, compared};
use super::job::{Job, WaitingOn};
use super::journey::{AI_STEP_LIMIT, is_ai};
use super::runtime::Runtime;
use super::timestamp::Timestamp;

mod words;

pub use words::{advice, sentence, short};

/// Seconds without any counter moving that a run with eligible work may take.
/// A step of an AI model may take [`AI_STEP_LIMIT`]; two of them in a row and
/// a minute between are still no reason to call anybody.
pub const ALLOWANCE: f64 = 2.0 * AI_STEP_LIMIT + 60.0;

/// What can be said of a run's movement.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Its counters move, as fast as usual.
    Moving,
    /// It moves, or is in a long step, and takes longer than usual.
    Slow(Slowness),
    /// It should move and does not.
    Stalled {
        /// Seconds since a counter moved.
        seconds: f64,
        /// Records that could move now.
        eligible: i64,
        /// Whether the runtime is known to be down, which then is the cause.
        runtime_down: bool,
    },
    /// It waits on purpose: for a service or a person outside.
    Waiting(Option<WaitingOn>),
    /// Its turn has not come.
    Queued {
        /// Runs ahead of it, when reported.
        ahead: Option<i64>,
    },
    /// Its turn will not come before the runtime is started.
    RuntimeDown {
        /// Since when, when reported.
        since: Option<Timestamp>,
    },
    /// It is over.
    Ended,
    /// What would tell is not reported.
    Unknown(Missing),
}

/// In which way a run is slow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Slowness {
    /// It takes this many times the usual upper duration.
    PastUsual(f64),
    /// It has been in an AI step for so many seconds without a counter moving.
    InAiStep(f64),
}

/// What is not reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// When a counter last moved.
    Progress,
    /// How many records could move.
    Eligible,
    /// What the status means.
    Status,
}

impl Verdict {
    /// Whether it is the one that asks for a person.
    pub fn is_stalled(&self) -> bool {
        matches!(self, Self::Stalled { .. })
    }
}

/// What can be said of a run as of `now` (the server's clock in milliseconds).
pub fn verdict(job: &Job, runtime: Option<&Runtime>, now: i64) -> Verdict {
    let down = runtime.filter(|runtime| runtime.is_down());
    match JobStatus::from_wire(&job.status) {
        JobStatus::Completed | JobStatus::Partial | JobStatus::Failed => Verdict::Ended,
        JobStatus::Queued => match down {
            Some(runtime) => Verdict::RuntimeDown {
                since: runtime.down_since().cloned(),
            },
            None => Verdict::Queued {
                ahead: job.queue_position.copied().filter(|ahead| *ahead >= 0),
            },
        },
        JobStatus::Waiting => Verdict::Waiting(job.waiting_on.value().cloned()),
        JobStatus::Running => running(job, down.is_some(), now),
        JobStatus::Unknown(_) => Verdict::Unknown(Missing::Status),
    }
}

fn running(job: &Job, runtime_down: bool, now: i64) -> Verdict {
    if let Some(on) = job.waiting_on.value() {
        return Verdict::Waiting(Some(on.clone()));
    }
    let eligible = match job.eligible.copied() {
        Some(0) => return Verdict::Waiting(None),
        Some(eligible) if eligible > 0 => eligible,
        _ => return Verdict::Unknown(Missing::Eligible),
    };
    let Some(still) = standing_still(job, now) else {
        return Verdict::Unknown(Missing::Progress);
    };
    if still > ALLOWANCE {
        return Verdict::Stalled {
            seconds: still,
            eligible,
            runtime_down,
        };
    }
    let in_ai_step = in_ai_step(job, now).map(|seconds| seconds.min(still));
    if let Some(seconds) = in_ai_step.filter(|seconds| *seconds > AI_STEP_LIMIT) {
        return Verdict::Slow(Slowness::InAiStep(seconds));
    }
    match compared(job, now) {
        Compared::Long(times) => Verdict::Slow(Slowness::PastUsual(times)),
        _ => Verdict::Moving,
    }
}

/// Seconds since a counter moved: since the start when none has moved yet.
fn standing_still(job: &Job, now: i64) -> Option<f64> {
    let moved = match &job.progressed_at {
        Field::Value(at) => at.ms?,
        Field::Empty => job.started_at.value()?.ms?,
        Field::NotReported => return None,
    };
    Some(seconds_between(moved, now))
}

/// Seconds that the run as a whole has been in an AI step.
fn in_ai_step(job: &Job, now: i64) -> Option<f64> {
    let step = job
        .step
        .value()
        .filter(|step| step.kind.as_deref().is_some_and(is_ai))?;
    Some(seconds_between(step.since.value()?.ms?, now))
}

fn seconds_between(from: i64, to: i64) -> f64 {
    to.saturating_sub(from).max(0) as f64 / 1000.0
}

#[cfg(test)]
mod tests;
