//! The steps that a verdict offers: only ones the page can take.

use crate::domain::attempt_state::AttemptState;
use crate::domain::blocker::Blocker;
use crate::domain::cause::{Cause, largest_blocker};
use crate::domain::format::Formats;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::rich::clipped;

use super::{Target, VerdictAction};

/// At most two steps, the more useful first.
pub fn of(cause: &Cause, limits: &Limits<'_>, formats: &Formats<'_>) -> Vec<VerdictAction> {
    let held = |code: Blocker, label: &str| blocked_tasks(limits, &code, label, formats);
    let mut offers: Vec<Option<VerdictAction>> = match cause {
        Cause::AtLimit {
            kind: LimitKind::NumberPool,
            ..
        } => vec![
            numbers(limits, formats),
            held(Blocker::WaitingForLine, " waiting for a line"),
        ],
        Cause::NoLines(LimitKind::NumberPool) => vec![numbers(limits, formats)],
        Cause::AtLimit {
            kind: LimitKind::TenantLines,
            ..
        }
        | Cause::Outranked
        | Cause::NoLines(LimitKind::TenantLines) => vec![
            blocking(limits),
            held(Blocker::HigherPriorityCampaign, " held back"),
        ],
        Cause::AtLimit { .. } | Cause::AtPace | Cause::Unexplained => {
            vec![held(Blocker::WaitingForLine, " waiting for a line")]
        }
        Cause::CarriersStopped | Cause::CarriersFailing | Cause::CarrierHeldBack => vec![
            held(Blocker::CarrierError, " with carrier errors"),
            held(Blocker::CircuitBreakerOpen, " behind the breaker"),
        ],
        Cause::NotRunning if limits.status.has_ended() => vec![
            ended_tasks(
                limits,
                &AttemptState::ManualStopped,
                " that were stopped",
                formats,
            ),
            ended_tasks(limits, &AttemptState::Exhausted, " exhausted", formats),
        ],
        Cause::NotRunning => vec![held(Blocker::CarrierError, " with carrier errors")],
        Cause::NoneReady | Cause::NoneCallable | Cause::MostlyBlocked { .. } => {
            vec![largest(limits, formats)]
        }
        _ => Vec::new(),
    };
    offers.retain(Option::is_some);
    offers.into_iter().flatten().take(2).collect()
}

/// "See the 2 flagged numbers", when the page has the pool's rows.
fn numbers(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<VerdictAction> {
    limits.snapshot.numbers.value()?;
    let pool = limits
        .capacity
        .and_then(|capacity| capacity.number_pool.value());
    let flagged = pool.and_then(|pool| pool.flagged.copied()).unwrap_or(0);
    let label = match flagged {
        ..=0 => "See the number pool".to_owned(),
        1 => "See the flagged number".to_owned(),
        _ => ["See the ", &formats.count(flagged), " flagged numbers"].concat(),
    };
    Some(VerdictAction {
        label,
        target: Target::Numbers,
    })
}

fn blocking(limits: &Limits<'_>) -> Option<VerdictAction> {
    let campaign = limits.dispatch?.blocking_campaign.value()?;
    Some(VerdictAction {
        label: ["Open ", &clipped(&campaign.name, 40)].concat(),
        target: Target::Campaign(campaign.id.0.clone()),
    })
}

fn blocked_tasks(
    limits: &Limits<'_>,
    wanted: &Blocker,
    label: &str,
    formats: &Formats<'_>,
) -> Option<VerdictAction> {
    let blockers = limits.dispatch?.blockers.value()?;
    let found = blockers
        .iter()
        .find(|blocker| blocker.count > 0 && Blocker::from_wire(&blocker.code) == *wanted)?;
    let label = ["See the ", &formats.count(found.count), label].concat();
    Some(VerdictAction {
        label,
        target: Target::TasksBlockedBy(found.code.clone()),
    })
}

/// "See the 826 that were stopped".
fn ended_tasks(
    limits: &Limits<'_>,
    wanted: &AttemptState,
    label: &str,
    formats: &Formats<'_>,
) -> Option<VerdictAction> {
    let statuses = limits.snapshot.counts.value()?.by_status.value()?;
    let (word, count) = statuses
        .iter()
        .find(|(word, count)| *count > 0 && AttemptState::from_wire(word) == *wanted)?;
    Some(VerdictAction {
        label: ["See the ", &*formats.count(count), label].concat(),
        target: Target::TasksInStatus(word.to_owned()),
    })
}

fn largest(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<VerdictAction> {
    let (code, count) = largest_blocker(limits)?;
    let label = Blocker::from_wire(&code).label();
    let label = [
        "See the ",
        &formats.count(count),
        " in ",
        &clipped(&label, 40),
    ]
    .concat();
    Some(VerdictAction {
        label,
        target: Target::TasksBlockedBy(code),
    })
}
