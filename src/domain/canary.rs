//! The canary: what the sample of a retry says about the rest.
//!
//! It fails closed. Whatever is missing, unknown or contradicts itself keeps
//! the rest shut, with the reason; only a sample that the server calls passed,
//! and whose every figure agrees, opens it.

use super::block::Block;
use super::format::Formats;
use super::rich::sentence;
use super::targeted_retry::{Retry, RetryCounts};
use state::RetryState;
use trust::Figures;

pub mod board;
pub mod result;
pub mod state;
mod trust;

/// Fewest contacts that an operator may choose for a sample.
pub const SMALLEST_SAMPLE: i64 = 10;

/// Most contacts of a sample.
pub const LARGEST_SAMPLE: i64 = 20;

/// The action that lets the rest go.
pub const RELEASE: &str = "release";

/// The action that ends a retry early.
pub const STOP: &str = "stop";

/// What the sample says about the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Too early: the sample is being dialed.
    Sampling {
        /// Dispatches that have ended.
        finished: i64,
        /// Contacts in the sample.
        of: i64,
        /// Ended dispatches that count against it.
        errors: i64,
        /// With one error more than that it has failed.
        allowed: i64,
    },
    /// The rest may be released.
    Passed {
        /// Contacts that wait for it.
        rest: i64,
    },
    /// The sample went badly: the rest stays shut for good.
    Failed {
        /// Why, in sentences.
        why: String,
    },
    /// The rest was released, or the retry is over: there is nothing to open.
    Over {
        /// What became of it, in a sentence.
        why: String,
    },
    /// The rest stays shut because the answer does not prove that it may open.
    Shut {
        /// What is missing, unknown or contradictory, in a sentence.
        why: String,
    },
}

impl Verdict {
    /// Whether the rest may be released.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Passed { .. })
    }

    /// Why the rest cannot be released now; `None` when it can.
    pub fn why_shut(&self, formats: &Formats<'_>) -> Option<String> {
        match self {
            Self::Passed { .. } => None,
            Self::Sampling { finished, of, .. } => Some(
                [
                    "The sample is not over: ",
                    &formats.of(*finished, *of),
                    " dispatches have ended.",
                ]
                .concat(),
            ),
            Self::Failed { why } | Self::Over { why } | Self::Shut { why } => Some(why.clone()),
        }
    }
}

/// "18 of 20 must dispatch without a carrier error."
pub fn rule(size: i64) -> String {
    let needed = needed_of(size).to_string();
    let size = size.to_string();
    [
        &*needed,
        " of ",
        &size,
        " must dispatch without a carrier error.",
    ]
    .concat()
}

/// How many of a sample must come through: all but one in ten.
pub fn needed_of(size: i64) -> i64 {
    size.saturating_sub(size / 10)
}

/// Whether nothing more will come of a retry by itself, or at all.
pub fn is_finished(retry: &Retry) -> bool {
    use RetryState::{Completed, SampleFailed, Stopped};
    let state = RetryState::from_wire(&retry.state);
    matches!(state, Completed | SampleFailed | Stopped)
}

/// Whether a retry dials now, so that its figures move by themselves.
pub fn is_moving(retry: &Retry) -> bool {
    !is_finished(retry) && RetryState::from_wire(&retry.state) != RetryState::SamplePassed
}

/// What the sample of a retry says about the rest of it.
pub fn verdict(retry: &Retry, formats: &Formats<'_>) -> Verdict {
    let shut = |why| Verdict::Shut { why };
    match RetryState::from_wire(&retry.state) {
        RetryState::Sampling => sampling(retry).unwrap_or_else(shut),
        RetryState::SamplePassed => match passed(retry, formats) {
            Ok(rest) => Verdict::Passed { rest },
            Err(why) => shut(why),
        },
        RetryState::SampleFailed => Verdict::Failed {
            why: failed(retry, formats),
        },
        RetryState::Releasing => Verdict::Over {
            why: "The rest was released and is being dialed.".to_owned(),
        },
        RetryState::Completed => Verdict::Over {
            why: "The retry is over.".to_owned(),
        },
        RetryState::Stopped => Verdict::Over {
            why: "The retry was stopped. The rest was not dialed.".to_owned(),
        },
        RetryState::Unknown(word) => shut(
            [
                "The API calls the retry “",
                &word,
                "”, which this console does not know.",
            ]
            .concat(),
        ),
    }
}

fn sampling(retry: &Retry) -> Result<Verdict, String> {
    let figures = Figures::of(retry)?;
    if figures.errors > figures.allowed {
        return Err(too_many_errors(&figures));
    }
    Ok(Verdict::Sampling {
        finished: figures.finished,
        of: figures.size,
        errors: figures.errors,
        allowed: figures.allowed,
    })
}

/// The contacts of the rest, when everything agrees that they may go.
fn passed(retry: &Retry, formats: &Formats<'_>) -> Result<i64, String> {
    let figures = Figures::of(retry)?;
    if figures.errors > figures.allowed {
        return Err(too_many_errors(&figures));
    }
    board::agrees(retry, &figures)?;
    let through = figures.finished.saturating_sub(figures.errors);
    if through < figures.needed {
        return Err([
            "Only ",
            &*through.to_string(),
            " of the ",
            &figures.needed.to_string(),
            " that must come through did.",
        ]
        .concat());
    }
    let rest = trust::rest(counts(retry)?, &figures, formats)?;
    trust::may_release(retry)?;
    if rest == 0 {
        return Err("Nothing is left: the sample was all of it.".to_owned());
    }
    Ok(rest)
}

fn counts(retry: &Retry) -> Result<&RetryCounts, String> {
    match &retry.counts {
        Block::Value(counts) => Ok(counts),
        Block::Unreadable(trouble) => Err([
            "The counts of the retry cannot be read: ",
            &trouble.to_string(),
        ]
        .concat()),
        Block::Absent | Block::Empty => {
            Err("The API does not report the counts of the retry.".to_owned())
        }
    }
}

fn too_many_errors(figures: &Figures) -> String {
    let errors = figures.errors.to_string();
    let allowed = figures.allowed.to_string();
    [
        "The API reports ",
        &*errors,
        " errors of at most ",
        &allowed,
        " and does not call the sample failed.",
    ]
    .concat()
}

/// Why a sample failed: by its figures, else in the server's own words.
fn failed(retry: &Retry, formats: &Formats<'_>) -> String {
    let told = retry.message.as_deref().map(sentence).unwrap_or_default();
    let Ok(figures) = Figures::of(retry) else {
        return ["The sample failed. ", &told]
            .concat()
            .trim_end()
            .to_owned();
    };
    if figures.errors > figures.allowed {
        return [
            &*formats.of(figures.errors, figures.finished),
            " dispatches failed; at most ",
            &figures.allowed.to_string(),
            " of ",
            &figures.size.to_string(),
            " may.",
        ]
        .concat();
    }
    match (told.is_empty(), board::never_ended(retry)) {
        (false, _) => told,
        (true, 0) => "The sample failed.".to_owned(),
        (true, late) => [&*late.to_string(), " of the sample did not end in time."].concat(),
    }
}

#[cfg(test)]
mod tests;
