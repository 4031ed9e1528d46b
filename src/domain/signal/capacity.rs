//! Contacts are ready, and the lines that would call them are gone.

use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::history::{Reading, Span};
use crate::domain::rich::Rich;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;
use crate::domain::verdict::verdict;

use super::{Signal, since};

/// Pending grows when it grows by this many contacts, and by this share of the
/// active ones: fewer change hands between any two refreshes.
const GROWS_BY: i64 = 5;
const GROWS_BY_SHARE: f64 = 0.1;

/// Lines are lost when this share of them, or less, is left: a number that
/// rests or a neighbor that takes a few lines is the ordinary case.
const LOST_BELOW: f64 = 0.6;

/// How far back lines are remembered as what the campaign had, in milliseconds.
const HAD_WITHIN: i64 = 15 * 60_000;

/// Pending grows while active does not, or lines are lost while contacts wait.
pub fn signal(
    stretch: &[&Reading],
    span: &Span<'_>,
    snapshot: &Snapshot,
    formats: &Formats<'_>,
) -> Option<Signal> {
    if !is_held(span.middle) || !is_held(span.end) {
        return None;
    }
    let (text, from) = match lost(stretch, span) {
        Some((reading, had, left)) => (lost_text(had, left, formats), reading),
        None => (grown_text(span, formats)?, span.start),
    };
    let mut evidence = vec![since(from, formats)];
    evidence.extend(pending(from, span.end, formats));
    let why = verdict(snapshot, formats);
    evidence.push(why.answer);
    Some(Signal {
        key: "capacity",
        text,
        evidence,
        tone: Tone::Bad,
        glyph: Glyph::OctagonX,
        next: why.actions.into_iter().next(),
    })
}

/// Whether contacts wait for nothing but a line.
fn is_held(reading: &Reading) -> bool {
    reading.held_by.is_some() && reading.ready.is_none_or(|ready| ready > 0)
}

/// The last refresh that had them, the lines it had, and those left now.
fn lost<'a>(stretch: &[&'a Reading], span: &Span<'_>) -> Option<(&'a Reading, i64, i64)> {
    let left = span.end.lines?;
    let still = span.middle.lines?.max(left);
    let now = span.end.at()?;
    let recent = |reading: &&Reading| {
        let at = reading.at();
        at.is_some_and(|at| now.saturating_sub(at) <= HAD_WITHIN)
    };
    let had = stretch
        .iter()
        .copied()
        .filter(recent)
        .max_by_key(|reading| reading.lines)?;
    let lines = had.lines?;
    let waits = span.end.ready.is_some_and(|ready| ready > left);
    let is_lost = lines > 0 && still as f64 <= lines as f64 * LOST_BELOW;
    (is_lost && waits).then_some((had, lines, left))
}

fn lost_text(had: i64, left: i64, formats: &Formats<'_>) -> Rich {
    let noun = if left == 1 { " line" } else { " lines" };
    let fell = [
        "fell from ",
        &*formats.count(had),
        " to ",
        &formats.count(left),
        noun,
    ];
    Rich::of("Capacity is blocked: it ")
        .strong(&fell.concat())
        .text(" while contacts are ready.")
}

fn grown_text(span: &Span<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let [first, second] = span.growth(|reading| reading.figures.pending)?;
    let (from, to) = (span.start.figures.active?, span.end.figures.active?);
    let grown = first.saturating_add(second);
    let enough = grown >= GROWS_BY && grown as f64 >= from as f64 * GROWS_BY_SHARE;
    if first < 0 || second < 0 || !enough || to > from {
        return None;
    }
    let by = ["grew by ", &*formats.count(grown)].concat();
    let active = [
        " while active went from ",
        &*formats.count(from),
        " to ",
        &formats.count(to),
        ".",
    ];
    Some(
        Rich::of("Capacity is blocked: pending ")
            .strong(&by)
            .text(&active.concat()),
    )
}

/// "Pending 1,713 → 1,730, active 44 → 12, 1,102 ready."
fn pending(from: &Reading, to: &Reading, formats: &Formats<'_>) -> Option<String> {
    let arrow = |name: &str, from: Option<i64>, to: Option<i64>| {
        let (from, to) = (formats.count(from?), formats.count(to?));
        Some([name, " ", &*from, " → ", &to].concat())
    };
    let (before, now) = (&from.figures, &to.figures);
    let parts = [
        arrow("pending", before.pending, now.pending),
        arrow("active", before.active, now.active),
        to.ready
            .map(|ready| [&*formats.count(ready), " ready"].concat()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| crate::domain::rich::sentence(&parts.join(", ")))
}
