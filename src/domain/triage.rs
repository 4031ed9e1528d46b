//! From a symptom to its cause: the runbook of source document 003 as rules
//! over what the API reports.
//!
//! The checks come in the runbook's order, each one a pure function in a file
//! of its own. What is not reported is *unknown with its reason*; nothing is
//! guessed. The likely cause, the split of the failures, the escalation and
//! what the customer is told are concluded from the same evidence.

use super::duplicate_report::DuplicateReport;
use super::failure_report::FailureReport;
use super::format::Formats;
use super::history::History;
use super::job::JobDetail;
use super::snapshot::Snapshot;
use super::targeted_retry::Retry;

mod cause;
mod check;
mod evidence;
mod failed;
mod known;
mod ladder;
mod retry;
mod segment;
mod strategy;
mod symptom;
mod update;

pub use cause::{Cause, CauseKey};
pub use check::{Check, CheckGroup, CheckId, CheckState};
pub use known::Known;
pub use ladder::{Condition, ConditionState, Ladder, Level};
pub use strategy::{Strategy, StrategyRow};
pub use symptom::Symptom;
pub use update::CustomerUpdate;

/// Everything that is known of an incident. `None` is not part of it; what is
/// part of it but was not read says why.
pub struct Evidence<'a> {
    /// The campaign, as of its latest refresh.
    pub campaign: Option<Known<&'a Snapshot>>,
    /// The campaign's refreshes of this session, the latest one included.
    pub history: Option<&'a History>,
    /// The run, with the runtime that carries it out.
    pub job: Option<Known<&'a JobDetail>>,
    /// How contacts failed.
    pub failures: Known<&'a FailureReport>,
    /// Whether anybody was called twice.
    pub duplicates: Known<&'a DuplicateReport>,
    /// The retry that the incident's address names, else the latest one; `None`
    /// within it where none was ever made.
    pub retry: Known<Option<&'a Retry>>,
    /// How figures and moments are written, as of the server's present moment.
    pub formats: &'a Formats<'a>,
}

/// What is concluded from the evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The checks, in the runbook's order.
    pub groups: Vec<CheckGroup>,
    /// What most likely is wrong.
    pub cause: Cause,
    /// The symptom that the evidence shows; `None` when it shows none.
    pub suggested: Option<Symptom>,
    /// Which failed contacts to try again, and which to leave out.
    pub strategy: Strategy,
    /// How far the incident has to be handed on.
    pub ladder: Ladder,
    /// What the customer can be told.
    pub update: CustomerUpdate,
}

/// Judges the evidence. The symptom decides which causes are looked for first;
/// without one, the worst comes first.
pub fn assess(evidence: &Evidence<'_>, symptom: Option<Symptom>) -> Assessment {
    let groups = check::groups(evidence);
    let cause = cause::likely(evidence, &groups, symptom);
    let strategy = strategy::split(evidence, &groups);
    Assessment {
        suggested: cause::likely(evidence, &groups, None).symptom,
        ladder: ladder::ladder(evidence, &groups, &strategy),
        update: update::update(evidence, &groups, &cause, &strategy),
        groups,
        cause,
        strategy,
    }
}

#[cfg(test)]
mod tests;
