//! The rates of single numbers of the pool.

use crate::domain::history::{NumberReading, Reading, Span};
use crate::domain::signal::chance::{at_most, ways};

use super::rate;

/// A number has fallen when at most this share of the answers that it should
/// have had is left.
const LEFT: f64 = 0.25;

/// Answers that a number should have had before its silence says something.
const EXPECTED: f64 = 2.0;

/// The chance that healthy numbers look like this, at which nothing is said:
/// over every choice of as many numbers from the pool.
const CHANCE: f64 = 1e-3;

/// A number that is no longer answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Fallen {
    /// The number as received.
    pub number: String,
    /// Its finished dials in the latest refreshes.
    pub finished: i64,
    /// Those that were answered.
    pub answered: i64,
    /// Its answer rate before, as a fraction of 1.
    pub before: f64,
}

/// One number over the latest refreshes.
struct Recent<'a> {
    number: &'a str,
    before: Option<f64>,
    halves: [(i64, i64); 2],
}

impl Recent<'_> {
    fn finished(&self) -> i64 {
        self.halves[0].1.saturating_add(self.halves[1].1)
    }

    fn answered(&self) -> i64 {
        self.halves[0].0.saturating_add(self.halves[1].0)
    }
}

/// The numbers that have fallen together, judged together: one silent number of
/// a few dials is chance, two of them are not. What the other numbers have at
/// the same time is the measure too, so that an hour in which nobody answers,
/// or a campaign at its last attempts, does not count against a number.
pub fn fallen(span: &Span<'_>) -> Vec<Fallen> {
    let recent: Vec<Recent<'_>> = span
        .end
        .numbers
        .iter()
        .filter_map(|number| recent(number, span))
        .collect();
    let dialing = recent.iter().filter(|number| number.finished() > 0).count();
    let fell: Vec<(&Recent<'_>, f64)> = recent
        .iter()
        .filter_map(|number| Some((number, expected_rate(number, &recent)?)))
        .filter(|(number, rate)| has_fallen(number, *rate))
        .collect();
    if fell.is_empty() || fell.len() >= dialing {
        return Vec::new();
    }
    let chance = fell
        .iter()
        .fold((0_i64, 0_i64, 1.0_f64), |sum, (number, rate)| {
            (
                sum.0.saturating_add(number.answered()),
                sum.1.saturating_add(number.finished()),
                sum.2.min(*rate),
            )
        });
    let (answered, finished, rate) = chance;
    if at_most(answered, finished, rate) * ways(fell.len(), dialing) > CHANCE {
        return Vec::new();
    }
    let told = |(number, _): (&Recent<'_>, f64)| Fallen {
        number: number.number.to_owned(),
        finished: number.finished(),
        answered: number.answered(),
        before: number.before.unwrap_or_default(),
    };
    fell.into_iter().map(told).collect()
}

fn recent<'a>(end: &'a NumberReading, span: &Span<'_>) -> Option<Recent<'a>> {
    let (start, middle) = (of(span.start, end)?, of(span.middle, end)?);
    let grown = |from: &NumberReading, to: &NumberReading| {
        let answered = to.answered.saturating_sub(from.answered);
        let finished = to.finished.saturating_sub(from.finished);
        (answered >= 0 && answered <= finished).then_some((answered, finished))
    };
    Some(Recent {
        number: &end.number,
        before: rate(start.answered, start.finished),
        halves: [grown(start, middle)?, grown(middle, end)?],
    })
}

fn of<'a>(reading: &'a Reading, wanted: &NumberReading) -> Option<&'a NumberReading> {
    reading
        .numbers
        .iter()
        .find(|number| number.number == wanted.number)
}

/// Its own rate before, or what the others have now where that is less.
fn expected_rate(number: &Recent<'_>, all: &[Recent<'_>]) -> Option<f64> {
    let before = number.before?;
    let others = all
        .iter()
        .filter(|other| other.number != number.number && !is_silent(other));
    let (answered, finished) = others.fold((0_i64, 0_i64), |sum, other| {
        (
            sum.0.saturating_add(other.answered()),
            sum.1.saturating_add(other.finished()),
        )
    });
    Some(before.min(rate(answered, finished)?))
}

/// Far below its own rate before: not one to measure others by.
fn is_silent(number: &Recent<'_>) -> bool {
    let before = number.before.unwrap_or_default();
    (number.answered() as f64) <= number.finished() as f64 * before * LEFT
}

fn has_fallen(number: &Recent<'_>, rate: f64) -> bool {
    let expected = number.finished() as f64 * rate;
    let silent_half = |(answered, finished): (i64, i64)| {
        finished > 0 && answered as f64 <= (finished as f64 * rate * LEFT).max(1.0)
    };
    expected >= EXPECTED
        && number.answered() as f64 <= expected * LEFT
        && number.halves.into_iter().all(silent_half)
}
