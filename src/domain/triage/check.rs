//! The ordered checks of the runbook.

use super::{Evidence, Known};
use crate::domain::job::JobDetail;
use crate::domain::snapshot::Snapshot;

mod counters_moving;
mod deliveries;
mod failure_share;
mod finding;
mod held_by;
mod id;
mod permanent_not_retried;
mod permits;
mod processed;
mod reached_again;
mod recipients;
mod second_run;
mod status;
mod transient_retried;

pub(super) use failure_share::{EXPECTED_SHARE, carrier_share};
use finding::Finding;
pub use id::CheckId;

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckState {
    /// Nothing is wrong there.
    Pass,
    /// Worth a look.
    Warn,
    /// Something is wrong there.
    Fail,
    /// It cannot be told; the evidence says why.
    Unknown,
}

impl CheckState {
    /// Its name in code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Warn => "warn",
            Self::Fail => "fail",
            Self::Unknown => "unknown",
        }
    }

    /// Its word on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pass => "Pass",
            Self::Warn => "Look",
            Self::Fail => "Problem",
            Self::Unknown => "Unknown",
        }
    }

    /// How it weighs in a group: what is unknown outweighs only what is well.
    fn weight(self) -> u8 {
        match self {
            Self::Pass => 0,
            Self::Unknown => 1,
            Self::Warn => 2,
            Self::Fail => 3,
        }
    }
}

/// One check and what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which one.
    pub id: CheckId,
    /// How it came out.
    pub state: CheckState,
    /// What was found, without a full stop: "Permits are not the limit".
    pub title: String,
    /// The figures behind it, in sentences; for what is unknown, why.
    pub evidence: String,
    /// The one figure that tells it: "46 free". Empty when there is none.
    pub figure: String,
}

/// The checks of one step of the runbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckGroup {
    /// Its place in the runbook, from 1.
    pub number: u8,
    /// "Job health and stage".
    pub title: &'static str,
    /// Its checks, in order.
    pub checks: Vec<Check>,
    /// The worst of them.
    pub state: CheckState,
}

/// Every check, in the runbook's order.
pub(super) fn groups(evidence: &Evidence<'_>) -> Vec<CheckGroup> {
    use CheckId::{
        CountersMoving, Deliveries, FailureShare, HeldBy, PermanentNotRetried, Permits, Processed,
        ReachedAgain, Recipients, SecondRun, Status, TransientRetried,
    };
    let steps: [(&'static str, &[CheckId]); 3] = [
        ("Job health and stage", &[Status, CountersMoving, Processed]),
        (
            "Permits and dispatch",
            &[
                Permits,
                HeldBy,
                TransientRetried,
                PermanentNotRetried,
                FailureShare,
            ],
        ),
        (
            "Duplicate prevention",
            &[SecondRun, Deliveries, Recipients, ReachedAgain],
        ),
    ];
    let group = |(number, (title, ids)): (u8, (&'static str, &[CheckId]))| {
        let checks: Vec<Check> = ids.iter().map(|id| run(*id, evidence)).collect();
        let worst = checks.iter().map(|check| check.state);
        CheckGroup {
            number,
            title,
            state: { worst }
                .max_by_key(|state| state.weight())
                .unwrap_or(CheckState::Unknown),
            checks,
        }
    };
    (1..).zip(steps).map(group).collect()
}

/// The check of that name.
pub(super) fn found(groups: &[CheckGroup], id: CheckId) -> Option<&Check> {
    let checks = groups.iter().flat_map(|group| &group.checks);
    { checks }.find(|check| check.id == id)
}

/// How the check of that name came out.
pub(super) fn state(groups: &[CheckGroup], id: CheckId) -> CheckState {
    found(groups, id).map_or(CheckState::Unknown, |check| check.state)
}

fn run(id: CheckId, evidence: &Evidence<'_>) -> Check {
    let finding = match id {
        CheckId::Status => status::find(evidence),
        CheckId::CountersMoving => counters_moving::find(evidence),
        CheckId::Processed => processed::find(evidence),
        CheckId::Permits => permits::find(evidence),
        CheckId::HeldBy => held_by::find(evidence),
        CheckId::TransientRetried => transient_retried::find(evidence),
        CheckId::PermanentNotRetried => permanent_not_retried::find(evidence),
        CheckId::FailureShare => failure_share::find(evidence),
        CheckId::SecondRun => second_run::find(evidence),
        CheckId::Deliveries => deliveries::find(evidence),
        CheckId::Recipients => recipients::find(evidence),
        CheckId::ReachedAgain => reached_again::find(evidence),
    };
    finding.named(id)
}

/// What is found on the campaign and on the run, whichever is worse; unknown
/// with the reason where one of them was not read.
fn worse(
    evidence: &Evidence<'_>,
    of_campaign: impl Fn(&Snapshot) -> Finding,
    of_job: impl Fn(&JobDetail) -> Finding,
) -> Finding {
    fn of<T>(known: &Known<&T>, find: impl Fn(&T) -> Finding) -> Finding {
        match known {
            Known::Read(value) => find(value),
            Known::Unknown(why) => Finding::unknown(why),
        }
    }
    let found = [
        evidence
            .campaign
            .as_ref()
            .map(|known| of(known, of_campaign)),
        evidence.job.as_ref().map(|known| of(known, of_job)),
    ];
    let worst = found.into_iter().flatten().reduce(|first, second| {
        if second.state.weight() > first.state.weight() {
            second
        } else {
            first
        }
    });
    worst.unwrap_or_else(|| Finding::unknown("Neither a campaign nor a job is named."))
}
