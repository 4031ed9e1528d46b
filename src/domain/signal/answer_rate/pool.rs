//! The rate of the whole pool.

use crate::domain::format::Formats;
use crate::domain::history::{Reading, Span};
use crate::domain::rich::Rich;
use crate::domain::signal::chance::at_most;

use super::rate;

/// Finished dials below which nothing is concluded of the latest refreshes.
const FINISHED: i64 = 30;

/// Finished dials of this session from which its own rate is the measure; the
/// campaign's rate from its start until then.
const MEASURED_FROM: i64 = 100;

/// The rate has dropped when at most this share of it is left. Later attempts
/// are answered less, so that the rate of a healthy campaign sinks over hours;
/// it does not halve within minutes. Against the rate from the start, of which
/// later attempts are a growing share, more must be gone.
const LEFT_OF_SESSION: f64 = 0.5;
const LEFT_OF_START: f64 = 0.4;

/// The chance of such a drop without a cause, at which nothing is said.
const CHANCE: f64 = 1e-4;

/// The sentence, when the pool's rate has dropped.
pub fn dropped(earlier: &[&Reading], span: &Span<'_>, formats: &Formats<'_>) -> Option<Rich> {
    let answered = span.growth(|reading| reading.answered)?;
    let finished = span.growth(connected)?;
    let (before, left) = measure(earlier, span.start)?;
    let fell = |answered: i64, finished: i64| {
        rate(answered, finished).is_some_and(|rate| rate <= before * left)
    };
    let [first, second] = [(answered[0], finished[0]), (answered[1], finished[1])];
    let (answered, finished) = (first.0 + second.0, first.1 + second.1);
    let in_each = fell(first.0, first.1) && fell(second.0, second.1);
    if !in_each || finished < FINISHED || at_most(answered, finished, before) > CHANCE {
        return None;
    }
    let now = rate(answered, finished)?;
    let figures = [&*formats.percent(before), " to ", &formats.percent(now)].concat();
    let behind = [
        " (",
        &*formats.of(answered, finished),
        " in the last ",
        &formats.wait(span.seconds()),
        "). Check the number pool and its match with the contacts' countries.",
    ];
    Some(
        Rich::of("The answer rate drops from ")
            .strong(&figures)
            .text(&behind.concat()),
    )
}

/// Finished dials that no carrier failed: what carriers fail is another sign
/// of trouble, and no fault of the numbers.
fn connected(reading: &Reading) -> Option<i64> {
    let failed = reading.dial_failures.unwrap_or(0);
    Some(reading.finished?.saturating_sub(failed))
}

/// The rate to measure by, and the share of it that may be left.
fn measure(earlier: &[&Reading], start: &Reading) -> Option<(f64, f64)> {
    let (answered, finished) = (start.answered?, connected(start)?);
    let first = earlier.first().and_then(|first| {
        let finished = finished.saturating_sub(connected(first)?);
        let answered = answered.saturating_sub(first.answered?);
        (finished >= MEASURED_FROM)
            .then(|| rate(answered, finished))
            .flatten()
    });
    match first {
        Some(session) => Some((session, LEFT_OF_SESSION)),
        None if finished >= MEASURED_FROM => Some((rate(answered, finished)?, LEFT_OF_START)),
        None => None,
    }
}
