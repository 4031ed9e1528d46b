//! The answer sentence of each cause.

use std::cmp::Ordering;

use crate::domain::blocker::Blocker;
use crate::domain::cause::Cause;
use crate::domain::forecast;
use crate::domain::format::Formats;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::moment::when;
use crate::domain::pace;
use crate::domain::rich::clipped;

use super::carriers::{at_pace, failing, held_back, held_carriers};
use super::not_running;

/// The answer, not yet held to its length.
pub fn of(cause: &Cause, limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    match cause {
        Cause::NotRunning | Cause::UnknownStatus => not_running::answer(limits, formats),
        Cause::NoContacts => "Not dialing: the campaign has no contacts.".to_owned(),
        Cause::AllFinal => all_final(limits, formats),
        Cause::Finishing => finishing(limits, formats),
        Cause::WindowClosed => window(limits, formats),
        Cause::CreditsOut => "Not dialing: credits have run out.".to_owned(),
        Cause::CarriersStopped => ["Not dialing: ", &held_carriers(limits, formats)].concat(),
        Cause::CarriersFailing => failing(limits, formats),
        Cause::AtPace => at_pace(limits, formats),
        Cause::CarrierHeldBack => [held_back(limits), &held_carriers(limits, formats)].concat(),
        Cause::Outranked => outranked(limits),
        Cause::NoLines(kind) => no_lines(*kind, limits).to_owned(),
        Cause::NoneReady => none_ready(limits, formats),
        Cause::NoneCallable => "Not dialing: every waiting contact needs a fix.".to_owned(),
        Cause::AtLimit {
            kind,
            lines,
            in_use,
        } => at_limit(*kind, *lines, *in_use, limits, formats),
        Cause::FewReady => "Yes: every contact that is ready is being dialed.".to_owned(),
        Cause::Unexplained if is_dialing(limits) => {
            "Below its limits, and no reason is reported.".to_owned()
        }
        Cause::Unexplained => "Not dialing, and no reason is reported.".to_owned(),
        Cause::MostlyBlocked { code, .. } => {
            let label = Blocker::from_wire(code).label();
            ["Most waiting contacts: ", &clipped(&label, 34), "."].concat()
        }
        Cause::Dialing => {
            let in_use = limits.in_use().unwrap_or_default();
            ["Yes: ", &lines_are(in_use, formats), " in use."].concat()
        }
        Cause::Unreported if limits.snapshot.dispatch.unreadable().is_some() => {
            "Cannot tell: dispatch health could not be read.".to_owned()
        }
        Cause::Unreported => "Cannot tell: dispatch health is not reported.".to_owned(),
    }
}

pub(super) fn is_dialing(limits: &Limits<'_>) -> bool {
    limits.in_use().is_some_and(|in_use| in_use > 0)
}

fn lines_are(count: i64, formats: &Formats<'_>) -> String {
    let words = if count == 1 { " line is" } else { " lines are" };
    [&formats.count(count), words].concat()
}

fn all_final(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let total = limits
        .snapshot
        .counts
        .value()
        .map_or(0, |counts| counts.total);
    match total {
        1 => "Nothing left to dial: its one contact is final.".to_owned(),
        _ => [
            "Nothing left to dial: all ",
            &formats.count(total),
            " contacts are final.",
        ]
        .concat(),
    }
}

fn finishing(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    match limits.outcomes.map_or(0, |outcomes| outcomes.live) {
        1 => "Yes: the last contact is in progress.".to_owned(),
        live => [
            "Yes: the last ",
            &formats.count(live),
            " contacts are in progress.",
        ]
        .concat(),
    }
}

fn window(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let opens = limits
        .snapshot
        .call_window
        .value()
        .and_then(|window| window.opens_at.value());
    opens.map_or_else(
        || "Not dialing: the call window is closed.".to_owned(),
        |at| ["Window closed: it opens ", &when(at, formats), "."].concat(),
    )
}

fn outranked(limits: &Limits<'_>) -> String {
    let blocking = limits
        .dispatch
        .and_then(|dispatch| dispatch.blocking_campaign.value());
    let name = blocking.map_or("a higher priority", |campaign| campaign.name.as_str());
    [held_back(limits), &clipped(name, 32), " goes first."].concat()
}

fn no_lines(kind: LimitKind, limits: &Limits<'_>) -> &'static str {
    let tenant = limits.capacity.and_then(|capacity| capacity.tenant.value());
    match kind {
        LimitKind::Concurrency => "Not dialing: its concurrency is set to 0.",
        LimitKind::NumberPool => "Not dialing: no number is in rotation.",
        LimitKind::TenantLines if tenant.is_some_and(|tenant| tenant.line_cap > 0) => {
            "Not dialing: other campaigns hold every tenant line."
        }
        LimitKind::TenantLines => "Not dialing: the tenant has no lines.",
        _ => "Not dialing: the carrier rate allows no calls.",
    }
}

fn none_ready(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let next = forecast::next(limits.snapshot, formats);
    match (is_dialing(limits), next) {
        (true, Some(next)) => ["No more contacts are ready. Next ", &next, "."].concat(),
        (true, None) => "No more contacts are ready now.".to_owned(),
        (false, Some(next)) => ["Not dialing: no contact is ready. Next ", &next, "."].concat(),
        (false, None) => "Not dialing: no contact is ready now.".to_owned(),
    }
}

fn at_limit(
    kind: LimitKind,
    lines: i64,
    in_use: i64,
    limits: &Limits<'_>,
    formats: &Formats<'_>,
) -> String {
    let (all, used) = (formats.count(lines), formats.count(in_use));
    if kind == LimitKind::CarrierRate {
        let rate = limits
            .capacity
            .and_then(|capacity| capacity.carrier_rate.value());
        let dials = rate.map_or_else(
            || "—".to_owned(),
            |rate| pace::dials_per_second(rate, formats),
        );
        return [
            "At its limit: the carriers take ",
            &dials,
            " dials a second.",
        ]
        .concat();
    }
    let which = match kind {
        LimitKind::NumberPool => "pool lines",
        LimitKind::TenantLines => "tenant lines it can get",
        _ => "lines",
    };
    match (kind, in_use.cmp(&lines)) {
        (LimitKind::Concurrency, Ordering::Greater) => [
            "Yes: ",
            &used,
            " lines in use, above its concurrency of ",
            &all,
            ".",
        ]
        .concat(),
        (LimitKind::Concurrency, Ordering::Equal) => match lines {
            1 => "Yes: the one line of its concurrency is in use.".to_owned(),
            _ => ["Yes: all ", &all, " lines of its concurrency are in use."].concat(),
        },
        (LimitKind::Concurrency, Ordering::Less) => [
            "Yes: ",
            &used,
            " of the ",
            &all,
            " lines of its concurrency are in use.",
        ]
        .concat(),
        (_, Ordering::Greater) => [
            "Over its limit: ",
            &used,
            " in use, of ",
            &all,
            " ",
            which,
            ".",
        ]
        .concat(),
        (_, Ordering::Equal) => match lines {
            1 => ["At its limit: the one of its ", which, " is in use."].concat(),
            _ => ["At its limit: all ", &all, " ", which, " are in use."].concat(),
        },
        (_, Ordering::Less) => [
            "Near its limit: ",
            &used,
            " of ",
            &all,
            " ",
            which,
            " are in use.",
        ]
        .concat(),
    }
}
