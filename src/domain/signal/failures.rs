//! Failures grow quickly.

use crate::domain::blocker::Blocker;
use crate::domain::carrier_health::{FAILING_SHARE, circumstances, failed_attempts};
use crate::domain::figures::share;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::history::{Reading, Span};
use crate::domain::limits::Limits;
use crate::domain::rich::Rich;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;
use crate::domain::verdict::{Target, VerdictAction};

use super::{Signal, since};

/// Finished dials, and failures among them, below which nothing is concluded:
/// where one dial in twenty fails, six of ten fail by chance less than once in
/// ten thousand refreshes.
const FINISHED: i64 = 10;
const FAILURES: i64 = 6;

/// Each half alone must show most of it.
const SHARE_OF_HALF: f64 = 0.15;

/// Where no failed dials are reported, failed contacts count: this many at
/// least, this share of the final ones, and this many times the pace before.
const FAILED_CONTACTS: i64 = 20;
const FAILED_SHARE: f64 = 0.5;
const TIMES_FASTER: f64 = 3.0;

/// Refreshes before the latest ones that a pace is taken from, and the slowest
/// pace that counts, in contacts a second.
const PACED_BY: usize = 3;
const SLOWEST: f64 = 1.0 / 60.0;

/// Failed dials are a large share of the latest ones, or contacts fail much
/// faster than before.
pub fn signal(
    earlier: &[&Reading],
    span: &Span<'_>,
    snapshot: &Snapshot,
    formats: &Formats<'_>,
) -> Option<Signal> {
    let text = match span.growth(|reading| reading.dial_failures) {
        Some(failed) => dials(span, failed, formats)?,
        None => contacts(earlier, span, formats)?,
    };
    let advice = " Look at blocker codes and provider errors before scaling up.";
    let mut evidence = vec![since(span.start, formats)];
    evidence.extend(provider(snapshot, formats));
    Some(Signal {
        key: "failures",
        text: text.text(advice),
        evidence,
        tone: Tone::Bad,
        glyph: Glyph::OctagonX,
        next: next(snapshot, formats),
    })
}

fn dials(span: &Span<'_>, failed: [i64; 2], formats: &Formats<'_>) -> Option<Rich> {
    let finished = span.growth(|reading| reading.finished)?;
    let in_each = failed
        .into_iter()
        .zip(finished)
        .all(|(failed, of)| share(failed, of).is_some_and(|share| share >= SHARE_OF_HALF));
    let (failed, of) = (total(failed), total(finished));
    let much = share(failed, of).is_some_and(|share| share >= FAILING_SHARE);
    if !in_each || !much || of < FINISHED || failed < FAILURES {
        return None;
    }
    let figures = formats.of(failed, of);
    let time = [
        " dials in the last ",
        &*formats.wait(span.seconds()),
        " ended in a carrier failure.",
    ];
    Some(
        Rich::of("Failures rise quickly: ")
            .strong(&figures)
            .text(&time.concat()),
    )
}

fn contacts(earlier: &[&Reading], span: &Span<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let failed = span.growth(|reading| reading.figures.failed)?;
    let finals = total(span.growth(|reading| reading.finals)?);
    let before = pace_before(earlier, span.start)?.max(SLOWEST);
    let halves = [(span.start, span.middle), (span.middle, span.end)];
    let faster = failed
        .into_iter()
        .zip(halves)
        .all(|(failed, (from, to))| pace(failed, from, to) >= before * TIMES_FASTER);
    let failed = total(failed);
    let much = share(failed, finals).is_some_and(|share| share >= FAILED_SHARE);
    if !faster || !much || failed < FAILED_CONTACTS {
        return None;
    }
    let time = [
        " final results in the last ",
        &*formats.wait(span.seconds()),
        " are failures.",
    ];
    Some(
        Rich::of("Failures rise quickly: ")
            .strong(&formats.of(failed, finals))
            .text(&time.concat()),
    )
}

fn total([first, second]: [i64; 2]) -> i64 {
    first.saturating_add(second)
}

/// Failed contacts a second before the span; `None` after too few refreshes.
fn pace_before(earlier: &[&Reading], start: &Reading) -> Option<f64> {
    let first = earlier.first().filter(|_| earlier.len() >= PACED_BY)?;
    let failed = start.figures.failed?.saturating_sub(first.figures.failed?);
    Some(pace(failed, first, start))
}

fn pace(count: i64, from: &Reading, to: &Reading) -> f64 {
    let seconds = from
        .at()
        .zip(to.at())
        .map_or(0.0, |(from, to)| to.saturating_sub(from) as f64 / 1000.0);
    if seconds > 0.0 {
        count as f64 / seconds
    } else {
        0.0
    }
}

/// "Telnyx failed 27 of 50 attempts in the last 2 min, mostly SIP 503."
fn provider(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<String> {
    let limits = Limits::of(snapshot);
    let worst = limits
        .carriers()
        .iter()
        .max_by_key(|carrier| carrier.recent_failures.copied().unwrap_or(0))?;
    let attempts = failed_attempts(worst, formats)?;
    let when = circumstances(worst, formats);
    Some([&*worst.name, " failed ", &attempts, &when, "."].concat())
}

/// The tasks that a failure keeps, the most frequent code first.
fn next(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<VerdictAction> {
    let blockers = snapshot.dispatch.value()?.blockers.value()?;
    let of_provider = |code: &str| {
        matches!(
            Blocker::from_wire(code),
            Blocker::CarrierError | Blocker::CircuitBreakerOpen | Blocker::InvalidNumber
        )
    };
    let worst = blockers
        .iter()
        .filter(|blocker| blocker.count > 0 && of_provider(&blocker.code))
        .max_by_key(|blocker| blocker.count)?;
    let label = Blocker::from_wire(&worst.code).label().to_lowercase();
    let count = formats.count(worst.count);
    Some(VerdictAction {
        label: ["See the ", &*count, " under ", &label].concat(),
        target: Target::TasksBlockedBy(worst.code.clone()),
    })
}
