//! The verdict: one sentence that answers "why isn't it dialing?", with its evidence.

use super::cause::{Cause, cause};
use super::format::Formats;
use super::limits::{LimitKind, Limits};
use super::rich::{Rich, clipped};
use super::snapshot::Snapshot;
use super::tone::Tone;

mod answer;
mod carriers;
mod evidence;
mod makeup;
mod not_running;
mod offer;
mod why;

/// The longest answer, in characters.
pub const ANSWER_LIMIT: usize = 60;

/// The answer to the operator's first question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The question that the campaign's state raises.
    pub question: &'static str,
    /// One sentence of at most [`ANSWER_LIMIT`] characters.
    pub answer: String,
    /// At most three sentences of evidence.
    pub why: Vec<Rich>,
    /// How bad it is.
    pub tone: Tone,
    /// The deciding limit; the waterfall marks the same one.
    pub binding: Option<LimitKind>,
    /// At most two steps that the page itself can take.
    pub actions: Vec<VerdictAction>,
}

/// A step from a sentence to the place that shows more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictAction {
    /// The words on the button or link.
    pub label: String,
    /// Where it leads.
    pub target: Target,
}

/// A place that the page can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The tasks table, filtered by a blocker code as received.
    TasksBlockedBy(String),
    /// The tasks table, filtered by a task status as received.
    TasksInStatus(String),
    /// The number pool.
    Numbers,
    /// Another campaign, by its ID.
    Campaign(String),
}

/// Answers the question for a snapshot.
pub fn verdict(snapshot: &Snapshot, formats: &Formats<'_>) -> Verdict {
    let limits = Limits::of(snapshot);
    let cause = cause(&limits);
    let answer = answer::of(&cause, &limits, formats);
    let mut why = why::of(&cause, &limits, formats);
    why.truncate(3);
    Verdict {
        question: question(&cause, &limits),
        answer: clipped(&answer, ANSWER_LIMIT),
        why,
        tone: cause.tone(&limits),
        binding: cause.binding(),
        actions: offer::of(&cause, &limits, formats),
    }
}

/// The question when no call is being placed.
pub const WHY_NOT: &str = "Why isn't it dialing?";
/// The question when it dials below its set concurrency.
pub const WHY_NOT_FASTER: &str = "Why isn't it dialing faster?";
/// The question when nothing holds it back, or nothing is known.
pub const IS_IT: &str = "Is it dialing?";

fn question(cause: &Cause, limits: &Limits<'_>) -> &'static str {
    let dials = limits.in_use().is_some_and(|in_use| in_use > 0);
    match cause {
        Cause::AtLimit {
            kind: LimitKind::Concurrency,
            ..
        }
        | Cause::Finishing
        | Cause::FewReady
        | Cause::Dialing
        | Cause::UnknownStatus
        | Cause::Unreported => IS_IT,
        Cause::AtLimit { .. } => WHY_NOT_FASTER,
        Cause::CarrierHeldBack
        | Cause::CarriersFailing
        | Cause::AtPace
        | Cause::Outranked
        | Cause::NoneReady
        | Cause::Unexplained
        | Cause::MostlyBlocked { .. }
            if dials =>
        {
            WHY_NOT_FASTER
        }
        _ => WHY_NOT,
    }
}

#[cfg(test)]
mod tests;
