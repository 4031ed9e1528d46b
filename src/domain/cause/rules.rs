//! The rules that choose the cause.

use crate::domain::blocker::Blocker;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::status::CampaignStatus;

use super::Cause;

/// The cause, by the first rule that holds: the campaign's state, then whatever
/// stops every call, then the limits of lines, then what the blockers say.
pub fn cause(limits: &Limits<'_>) -> Cause {
    match limits.status {
        CampaignStatus::Running => {}
        CampaignStatus::Unknown(_) => return Cause::UnknownStatus,
        _ => return Cause::NotRunning,
    }
    stopped(limits).unwrap_or_else(|| limited(limits))
}

/// What would stop every call of the campaign if it ran, lines and readiness apart.
pub fn stopped(limits: &Limits<'_>) -> Option<Cause> {
    if let Some(ended) = nothing_waits(limits) {
        return Some(ended);
    }
    let at_zero = |kind: LimitKind| limits.lines(kind) == Some(0);
    if at_zero(LimitKind::CallWindow) {
        return Some(Cause::WindowClosed);
    }
    if at_zero(LimitKind::Credits) {
        return Some(Cause::CreditsOut);
    }
    let carriers = limits.carriers();
    if !carriers.is_empty() && limits.stopped_carriers().count() == carriers.len() {
        return Some(Cause::CarriersStopped);
    }
    if is_outranked(limits) {
        return Some(Cause::Outranked);
    }
    LimitKind::OF_LINES
        .into_iter()
        .find(|kind| at_zero(*kind))
        .map(Cause::NoLines)
}

fn nothing_waits(limits: &Limits<'_>) -> Option<Cause> {
    let counts = limits.snapshot.counts.value()?;
    if counts.total == 0 {
        return Some(Cause::NoContacts);
    }
    let Some(outcomes) = limits.outcomes else {
        let processed = counts.processed.copied()?;
        return (processed >= counts.total).then_some(Cause::AllFinal);
    };
    outcomes.known_waiting()?;
    if outcomes.waiting > 0 || outcomes.unknown > 0 {
        return None;
    }
    if outcomes.live > 0 {
        return Some(Cause::Finishing);
    }
    (outcomes.finished() >= counts.total).then_some(Cause::AllFinal)
}

fn is_outranked(limits: &Limits<'_>) -> bool {
    let blocking = limits
        .dispatch
        .and_then(|dispatch| dispatch.blocking_campaign.value());
    blocking.is_some_and(|campaign| {
        campaign
            .binding
            .copied()
            .unwrap_or_else(|| limits.lines(LimitKind::TenantLines) == Some(0))
    })
}

fn limited(limits: &Limits<'_>) -> Cause {
    let waits = limits.waiting().is_none_or(|waiting| waiting > 0);
    if waits && limits.ready().is_some_and(|ready| ready <= 0) {
        return none_ready(limits);
    }
    if limits.most_calls_fail() {
        return Cause::CarriersFailing;
    }
    let (Some(in_use), Some((kind, lines))) = (limits.in_use(), limits.smallest()) else {
        return unmeasured(limits);
    };
    if is_full(in_use, lines) {
        return Cause::AtLimit {
            kind,
            lines,
            in_use,
        };
    }
    let free = lines.saturating_sub(in_use);
    if limits.ready().is_some_and(|ready| ready < free) {
        return Cause::FewReady;
    }
    if !limits.held_carriers().is_empty() {
        return Cause::CarrierHeldBack;
    }
    if limits.is_at_pace() {
        return Cause::AtPace;
    }
    if limits.reports_every_line_limit() {
        return Cause::Unexplained;
    }
    partly_reported(limits, in_use)
}

/// Lines seem free, but a limit that is not reported may take them all.
fn partly_reported(limits: &Limits<'_>, in_use: i64) -> Cause {
    if in_use > 0 && limits.snapshot.dispatch.unreadable().is_none() {
        Cause::Dialing
    } else {
        Cause::Unreported
    }
}

/// Why no contact may be called: what the dialer says keeps the whole campaign,
/// else what is left to wait for.
fn none_ready(limits: &Limits<'_>) -> Cause {
    let held_by = limits.ready_or_held().and_then(|(_, blocker)| blocker);
    match held_by {
        Some(Blocker::CallWindowClosed) => Cause::WindowClosed,
        Some(Blocker::OutOfCredits) => Cause::CreditsOut,
        Some(Blocker::HigherPriorityCampaign) => Cause::Outranked,
        Some(Blocker::CircuitBreakerOpen) => Cause::CarrierHeldBack,
        _ if needs_fix_only(limits) => Cause::NoneCallable,
        _ => Cause::NoneReady,
    }
}

fn needs_fix_only(limits: &Limits<'_>) -> bool {
    let forecast = limits
        .dispatch
        .and_then(|dispatch| dispatch.forecast.value());
    forecast.is_some_and(|buckets| {
        let mut waiting = buckets.iter().filter(|bucket| bucket.count > 0).peekable();
        waiting.peek().is_some() && waiting.all(|bucket| bucket.needs_fix.copied() == Some(true))
    })
}

/// Lines empty and fill all the time, so nine of ten in use count as full; a
/// limit of fewer than ten lines only when each is in use.
fn is_full(in_use: i64, lines: i64) -> bool {
    in_use >= lines.saturating_sub(lines / 10)
}

fn unmeasured(limits: &Limits<'_>) -> Cause {
    if let Some((code, count)) = largest_blocker(limits) {
        return Cause::MostlyBlocked { code, count };
    }
    match limits.in_use() {
        Some(in_use) if in_use > 0 => Cause::Dialing,
        _ => Cause::Unreported,
    }
}

/// The blocker code that keeps most contacts, as received, with its count.
pub fn largest_blocker(limits: &Limits<'_>) -> Option<(String, i64)> {
    let blockers = limits.dispatch?.blockers.value()?;
    let largest = blockers
        .iter()
        .filter(|blocker| blocker.count > 0)
        .max_by_key(|blocker| blocker.count)?;
    Some((largest.code.clone(), largest.count))
}
