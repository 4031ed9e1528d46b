//! The evidence behind each answer.

use crate::domain::blocker::Blocker;
use crate::domain::cause::Cause;
use crate::domain::format::Formats;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::rich::Rich;

use super::evidence::{
    held, in_progress, largest_wait, missing, reached, ready, unreported, usage, waiting, which,
};
use super::makeup::{balance, carrier_lines, failing_carriers, full, holder};
use super::not_running;

/// The evidence, the strongest first.
pub fn of(cause: &Cause, limits: &Limits<'_>, formats: &Formats<'_>) -> Vec<Rich> {
    let evidence = match cause {
        Cause::NotRunning | Cause::UnknownStatus => return not_running::why(limits, formats),
        Cause::NoContacts => vec![Some(Rich::of("Contacts appear when an audience is added."))],
        Cause::AllFinal => vec![still_running(limits), in_progress(limits, formats)],
        Cause::Finishing => vec![
            Some(Rich::of("No contact waits for another attempt.")),
            in_progress(limits, formats),
        ],
        Cause::WindowClosed => vec![
            Some(Rich::of(
                "Nothing is wrong. Dialing goes on when the window opens.",
            )),
            held(
                limits,
                Blocker::CallWindowClosed,
                " for the window",
                formats,
            ),
            in_progress(limits, formats),
        ],
        Cause::CreditsOut => vec![
            Some(Rich::of(
                "An admin must top up before any campaign can dial.",
            )),
            balance(limits, formats),
            held(limits, Blocker::OutOfCredits, " for credits", formats),
        ],
        Cause::CarriersStopped => {
            let mut lines = carrier_lines(limits, formats);
            lines.push(held(
                limits,
                Blocker::CircuitBreakerOpen,
                " for the breaker",
                formats,
            ));
            lines.push(Some(Rich::of("Calls go out again when a breaker closes.")));
            lines
        }
        Cause::CarriersFailing => {
            let mut lines: Vec<Option<Rich>> = failing_carriers(limits, formats);
            lines.push(Some(Rich::of(
                "Lower the concurrency first: fewer calls are lost while the carriers are looked at.",
            )));
            lines.push(usage(limits, formats));
            lines
        }
        Cause::AtPace => vec![
            usage(limits, formats),
            ready(limits, formats),
            Some(Rich::of(
                "More lines do not help: calls end faster than new ones may begin.",
            )),
        ],
        Cause::CarrierHeldBack => {
            let mut lines = carrier_lines(limits, formats);
            let code = Blocker::CircuitBreakerOpen;
            lines.push(held(limits, code, " for the breaker", formats));
            lines.push(usage(limits, formats));
            lines
        }
        Cause::Outranked => vec![
            holder(limits, formats),
            Some(Rich::of("This campaign dials again as lines come free.")),
            ready(limits, formats),
        ],
        Cause::NoLines(kind) => vec![
            full(*kind, limits, formats),
            Some(Rich::of(remedy(*kind))),
            ready(limits, formats),
        ],
        Cause::NoneReady => vec![
            waiting(limits, formats),
            largest_wait(limits, formats),
            in_progress(limits, formats),
        ],
        Cause::NoneCallable => vec![waiting(limits, formats), largest_wait(limits, formats)],
        Cause::AtLimit { kind, .. } => vec![
            full(*kind, limits, formats),
            ready(limits, formats),
            nothing_else(*kind, limits, formats),
        ],
        Cause::FewReady => vec![usage(limits, formats), waiting(limits, formats)],
        Cause::Unexplained => vec![
            usage(limits, formats),
            ready(limits, formats),
            missing(limits),
        ],
        Cause::MostlyBlocked { .. } => vec![largest_wait(limits, formats), missing(limits)],
        Cause::Dialing => vec![
            usage(limits, formats),
            ready(limits, formats),
            missing(limits),
        ],
        Cause::Unreported => vec![unreported(limits), reached(limits, formats)],
    };
    evidence.into_iter().flatten().collect()
}

fn still_running(limits: &Limits<'_>) -> Option<Rich> {
    let label = limits.status.label();
    Some(Rich::of(
        &[
            "Its status is still ",
            &*label,
            ". Stop it, or add contacts.",
        ]
        .concat(),
    ))
}

fn remedy(kind: LimitKind) -> &'static str {
    match kind {
        LimitKind::Concurrency => "Raise its concurrency to dial.",
        LimitKind::NumberPool => "Put a number back into rotation, or add one.",
        LimitKind::TenantLines => "It dials again as lines come free.",
        _ => "The carrier account must allow calls again.",
    }
}

fn nothing_else(kind: LimitKind, limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    missing(limits)
        .or_else(|| as_small(kind, limits, formats))
        .or_else(|| Some(Rich::of("Nothing else is limiting this campaign.")))
}

/// "Raising it alone does not help: the tenant line cap also allows 12."
fn as_small(kind: LimitKind, limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let lines = limits.lines(kind)?;
    let other = LimitKind::OF_LINES
        .into_iter()
        .find(|other| *other != kind && limits.lines(*other) == Some(lines))?;
    let also = [which(other), " also allows ", &formats.count(lines), "."].concat();
    Some(Rich::of(
        &["Raising it alone does not help: ", &*also].concat(),
    ))
}
