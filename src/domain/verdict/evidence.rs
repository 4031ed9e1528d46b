//! Sentences of evidence that several causes share.

use crate::domain::blocker::Blocker;
use crate::domain::cause;
use crate::domain::format::Formats;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::rich::{Rich, clipped};

/// "1 contact", "1,102 contacts".
pub fn contacts(count: i64, formats: &Formats<'_>) -> String {
    let words = if count == 1 { " contact" } else { " contacts" };
    [&formats.count(count), words].concat()
}

/// "1,102 contacts are ready and waiting for a line."
pub fn ready(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let ready = limits.ready().filter(|ready| *ready > 0)?;
    let are = if ready == 1 {
        " is ready"
    } else {
        " are ready"
    };
    let strong = [&contacts(ready, formats), are].concat();
    Some(
        Rich::default()
            .strong(&strong)
            .text(" and waiting for a line."),
    )
}

/// The contacts that one blocker keeps, and what they wait for.
pub fn held(limits: &Limits<'_>, code: Blocker, end: &str, formats: &Formats<'_>) -> Option<Rich> {
    let count = limits.blocked(&code).filter(|count| *count > 0)?;
    let waits = if count == 1 { " waits" } else { " wait" };
    Some(
        Rich::default()
            .strong(&contacts(count, formats))
            .text(&[waits, end, "."].concat()),
    )
}

/// "6 calls in progress finish first."
pub fn in_progress(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let calls = limits.in_use().filter(|calls| *calls > 0)?;
    let (noun, finish) = if calls == 1 {
        (" call", " in progress still finishes.")
    } else {
        (" calls", " in progress still finish.")
    };
    Some(
        Rich::default()
            .strong(&[&formats.count(calls), noun].concat())
            .text(finish),
    )
}

/// "12 of 36 lines are in use."
pub fn usage(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let in_use = limits.in_use()?;
    let (kind, lines) = limits.smallest()?;
    let strong = [
        &formats.count(in_use),
        " of ",
        &formats.count(lines),
        " lines",
    ]
    .concat();
    let end = [" are in use. ", smallest_is(limits), which(kind), "."].concat();
    Some(Rich::default().strong(&strong).text(&end))
}

/// How a sentence begins that names the smallest limit: honest about those
/// that are not reported.
fn smallest_is(limits: &Limits<'_>) -> &'static str {
    if limits.reports_every_line_limit() {
        "The smallest limit is "
    } else {
        "The smallest limit reported is "
    }
}

/// "36 calls are in progress."
pub fn under_way(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let calls = limits.in_use().filter(|calls| *calls > 0)?;
    let (noun, are) = if calls == 1 {
        (" call", " is")
    } else {
        (" calls", " are")
    };
    let count = [&*formats.count(calls), noun].concat();
    Some(
        Rich::default()
            .strong(&count)
            .text(&[are, " in progress."].concat()),
    )
}

/// A limit inside a sentence: "the number pool".
pub fn which(kind: LimitKind) -> &'static str {
    match kind {
        LimitKind::TenantLines => "the tenant line cap",
        LimitKind::Concurrency => "its concurrency",
        LimitKind::NumberPool => "the number pool",
        LimitKind::CarrierRate => "the carrier rate",
        _ => "none",
    }
}

/// The contacts that wait while none may be called.
pub fn waiting(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let count = limits.waiting().filter(|count| *count > 0)?;
    let wait = if count == 1 { " waits" } else { " wait" };
    Some(
        Rich::default()
            .strong(&[&contacts(count, formats), wait].concat())
            .text(", and none may be called at this moment."),
    )
}

/// "Most wait for Retry cool-off: 478 contacts."
pub fn largest_wait(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let (code, count) = cause::largest_blocker(limits)?;
    let label = Blocker::from_wire(&code).label();
    Some(
        Rich::of("The most frequent reason is ")
            .strong(&clipped(&label, 60))
            .text(&[", for ", &contacts(count, formats), "."].concat()),
    )
}

/// "Not reported: carrier rate, credits."
pub fn missing(limits: &Limits<'_>) -> Option<Rich> {
    let names: Vec<String> = limits
        .not_reported()
        .map(|kind| kind.label().to_ascii_lowercase())
        .collect();
    (!names.is_empty()).then(|| Rich::of(&["Not reported: ", &names.join(", "), "."].concat()))
}

/// What is missing, when nothing can be told.
pub fn unreported(limits: &Limits<'_>) -> Option<Rich> {
    if let Some(trouble) = limits.snapshot.dispatch.unreadable() {
        let what = [
            "At ",
            &*trouble.within("dispatch").path,
            ": expected ",
            &trouble.expected,
            ".",
        ];
        return Some(Rich::of(&what.concat()));
    }
    Some(Rich::of(
        "This API sends no lines in use, no capacity and no blockers.",
    ))
}

/// "3,055 of 4,812 contacts reached a final result."
pub fn reached(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let counts = limits.snapshot.counts.value()?;
    let (finished, rest) = match limits.outcomes {
        Some(outcomes) => (outcomes.known_finished()?, " reached a final result."),
        None => (
            counts.processed.copied()?,
            " are processed, by the dialer's own count.",
        ),
    };
    let of = [
        &*formats.count(finished),
        " of ",
        &contacts(counts.total, formats),
    ]
    .concat();
    Some(Rich::default().strong(&of).text(rest))
}
