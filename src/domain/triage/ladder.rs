//! How far an incident has to be handed on: the runbook's three levels, each
//! with its conditions read from the evidence.

use super::check::{CheckId, CheckState, found, state};
use super::retry::{is_validated, stage, watched};
use super::{CheckGroup, Evidence, Known, Strategy};
use crate::domain::canary::state::RetryState;
use crate::domain::rich::uncapitalized;

mod setup;
mod triggers;

/// Whether a condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConditionState {
    /// It holds.
    Met,
    /// It does not.
    NotMet,
    /// It cannot be told, for this reason.
    Unknown(String),
}

/// One condition of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What it is, with its figures.
    pub text: String,
    /// Whether it holds.
    pub state: ConditionState,
}

impl Condition {
    fn new(text: String, met: bool) -> Self {
        let state = if met {
            ConditionState::Met
        } else {
            ConditionState::NotMet
        };
        Self { text, state }
    }

    fn unknown(text: &str, why: &str) -> Self {
        Self {
            text: text.to_owned(),
            state: ConditionState::Unknown(why.to_owned()),
        }
    }

    pub(super) fn is_met(&self) -> bool {
        self.state == ConditionState::Met
    }
}

/// One level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// "Level 1, you".
    pub name: &'static str,
    /// What is done there, or what leads there.
    pub conditions: Vec<Condition>,
    /// Whether going there is justified.
    pub open: bool,
    /// Why, or why not.
    pub why: String,
}

/// The three levels, and where the incident stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// You, support, engineering.
    pub levels: [Level; 3],
    /// The one it is at: an index into `levels`.
    pub current: usize,
}

/// Reads the ladder from the evidence.
pub(super) fn ladder(
    evidence: &Evidence<'_>,
    groups: &[CheckGroup],
    strategy: &Strategy,
) -> Ladder {
    let first = operator(evidence, groups);
    let second = support(evidence, groups, &first, strategy);
    let third = triggers::engineering(evidence, groups);
    let tried = evidence.retried().is_some_and(|retry| {
        stage(retry) == RetryState::SampleFailed
            || is_validated(retry)
            || stage(retry) == RetryState::Stopped
    });
    let current = match (tried, second.open, third.open) {
        (true, _, true) => 2,
        (_, true, _) => 1,
        _ => 0,
    };
    Ladder {
        levels: [first, second, third],
        current,
    }
}

fn operator(evidence: &Evidence<'_>, groups: &[CheckGroup]) -> Level {
    Level {
        name: "Level 1, you",
        conditions: vec![
            setup::rechecked(evidence),
            setup::file(evidence, groups),
            sample(evidence),
        ],
        open: true,
        why: "Start here.".to_owned(),
    }
}

/// The last thing to do before asking anybody.
const SAMPLE: &str = "Small sample retried";

/// "Small sample retried: 20 of 20".
fn sample(evidence: &Evidence<'_>) -> Condition {
    let retry = match evidence.retry {
        Known::Read(Some(retry)) => retry,
        Known::Read(None) => return Condition::new(SAMPLE.to_owned(), false),
        Known::Unknown(ref why) => return Condition::unknown(SAMPLE, why),
    };
    let formats = evidence.formats;
    let count = watched(retry).map(|(done, size)| [": ", &*formats.of(done, size)].concat());
    let text = [SAMPLE, &*count.unwrap_or_default()].concat();
    match stage(retry) {
        RetryState::SamplePassed
        | RetryState::SampleFailed
        | RetryState::Releasing
        | RetryState::Completed => Condition::new(text, true),
        RetryState::Sampling | RetryState::Stopped => Condition::new(text, false),
        RetryState::Unknown(_) => {
            Condition::unknown(&text, "The state of the retry is not known here.")
        }
    }
}

fn support(
    evidence: &Evidence<'_>,
    groups: &[CheckGroup],
    first: &Level,
    strategy: &Strategy,
) -> Level {
    let seen = |id: CheckId| matches!(state(groups, id), CheckState::Fail | CheckState::Warn);
    let failing = groups.iter().any(|group| group.state == CheckState::Fail);
    let failed = evidence
        .retried()
        .is_some_and(|retry| stage(retry) == RetryState::SampleFailed);
    let left = first
        .conditions
        .iter()
        .find(|it| it.state == ConditionState::NotMet);
    let pointless = !strategy.is_retry_wise && left.is_some_and(|left| left.text == SAMPLE);
    let (open, why) = match (failing, left) {
        (_, _) if failed => (
            true,
            "The sample failed, so the way out is not in your hands.".to_owned(),
        ),
        (false, _) => (false, "No check found a problem to hand on.".to_owned()),
        (true, None) if evidence.retry.read().is_none() => (
            true,
            "A check finds a problem, and whether a sample was retried is not known.".to_owned(),
        ),
        (true, None) => (
            true,
            "Nothing is left on level 1, and a check still finds a problem.".to_owned(),
        ),
        (true, Some(_)) if pointless => (
            true,
            ["A sample makes no sense now. ", &*strategy.why].concat(),
        ),
        (true, Some(left)) => (
            false,
            ["Level 1 first: ", &*uncapitalized(&left.text), "."].concat(),
        ),
    };
    Level {
        name: "Level 2, support",
        conditions: vec![
            dispatch(groups, seen(CheckId::Permits) || seen(CheckId::HeldBy)),
            Condition::unknown(
                "Diagnostics received",
                "What support has received is not known here; hand over the bundle.",
            ),
            first_dispatches(evidence),
        ],
        open,
        why,
    }
}

/// Whether permits and dispatch show the trouble.
fn dispatch(groups: &[CheckGroup], seen: bool) -> Condition {
    const TEXT: &str = "Permit and dispatch symptoms confirmed";
    let unknown = |id: CheckId| found(groups, id).filter(|it| it.state == CheckState::Unknown);
    match unknown(CheckId::Permits).or_else(|| unknown(CheckId::HeldBy)) {
        Some(check) if !seen => Condition::unknown(TEXT, &check.evidence),
        _ => Condition::new(TEXT.to_owned(), seen),
    }
}

/// Dispatches that support watches at least.
const WATCHED: i64 = 10;

fn first_dispatches(evidence: &Evidence<'_>) -> Condition {
    const TEXT: &str = "First 10 to 20 dispatches watched";
    let retry = match evidence.retry {
        Known::Read(Some(retry)) => retry,
        Known::Read(None) => return Condition::new(TEXT.to_owned(), false),
        Known::Unknown(ref why) => return Condition::unknown(TEXT, why),
    };
    let Some((done, size)) = watched(retry) else {
        return Condition::unknown(TEXT, "How many have ended is not reported.");
    };
    let text = [TEXT, ": ", &*evidence.formats.of(done, size)].concat();
    Condition::new(text, done >= WATCHED.min(size) && size > 0)
}
