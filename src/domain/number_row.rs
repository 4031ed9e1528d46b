//! A pool number as one row of the number pool.

use super::cell::Cell;
use super::contradiction;
use super::field::Field;
use super::figures::share;
use super::format::{ANSWER_RATE_MINIMUM, Formats};
use super::number::PoolNumber;
use super::number_status::NumberStatus;

mod pool;

pub use pool::{PoolSummary, rates_without, summary, worst_first};

/// One row, every value ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberRow {
    /// What names the row: the ID, else the number itself.
    pub id: String,
    /// The number in groups.
    pub number: String,
    /// The number as received, for copying.
    pub number_raw: String,
    /// What people call it.
    pub label: Option<String>,
    /// The carrier.
    pub provider: Cell,
    /// Whether it may dial; `None` when not reported.
    pub status: Option<NumberStatus>,
    /// Dials from it.
    pub attempts: Cell,
    /// Dials that were answered.
    pub answered: Cell,
    /// Answered ÷ finished attempts: the dialer's own, else counted.
    pub answer_rate: Cell,
    /// The same as a fraction of 1, for the bar.
    pub answer_fraction: Option<f64>,
    /// Whether the sample is too small to judge the rate by.
    pub small_sample: bool,
    /// Share of the pool's dials it is given: "18%".
    pub weight: Cell,
    /// What carriers think of it, and since when it is flagged.
    pub reputation: Cell,
    /// What in the row contradicts itself, each with both figures.
    pub contradictions: Vec<String>,
}

/// Writes a pool number as a row.
pub fn row(number: &PoolNumber, formats: &Formats<'_>) -> NumberRow {
    let fraction = fraction(number);
    let count = |field: &Field<i64>| Cell::from_field(field, |count| formats.count(*count));
    NumberRow {
        id: number.id.as_deref().unwrap_or(&number.number).to_owned(),
        number: formats.phone(&number.number),
        number_raw: number.number.clone(),
        label: number.label.as_deref().map(str::to_owned),
        provider: Cell::text(&number.provider),
        status: number.status.as_deref().map(NumberStatus::from_wire),
        attempts: count(&number.attempts),
        answered: count(&number.answered),
        answer_rate: rate(number, fraction, formats),
        answer_fraction: fraction.filter(|rate| rate.is_finite()),
        small_sample: is_small_sample(number),
        weight: Cell::from_field(&number.weight, |weight| {
            [&*formats.decimal(*weight * 100.0, 0), "%"].concat()
        }),
        reputation: reputation(number, formats),
        contradictions: contradictions(number, formats),
    }
}

/// Answered ÷ dials as a fraction of 1: the dialer's own, else counted.
fn fraction(number: &PoolNumber) -> Option<f64> {
    let counted = || share(number.answered.copied()?, dials(number)?);
    number.answer_rate.copied().or_else(counted)
}

/// Whether there are too few dials to judge the rate by.
fn is_small_sample(number: &PoolNumber) -> bool {
    dials(number).is_some_and(|dials| dials < ANSWER_RATE_MINIMUM)
}

/// Finished dials, else all dials where the finished ones are not reported.
pub fn dials(number: &PoolNumber) -> Option<i64> {
    number
        .finished
        .copied()
        .or_else(|| number.attempts.copied())
}

fn rate(number: &PoolNumber, fraction: Option<f64>, formats: &Formats<'_>) -> Cell {
    match fraction {
        Some(rate) => Cell::of(formats.percent(rate)),
        None if dials(number).is_some() && number.answered.is_reported() => Cell::none(),
        None if number.answer_rate.is_reported() => Cell::none(),
        None => Cell::not_reported(),
    }
}

fn reputation(number: &PoolNumber, formats: &Formats<'_>) -> Cell {
    let since = number
        .flagged_at
        .value()
        .map(|at| super::moment::when(at, formats));
    match (Cell::text(&number.reputation), since) {
        (cell, None) => cell,
        (cell, Some(since)) if number.reputation.value().is_some() => {
            Cell::of([&*cell.text, ", since ", &since].concat())
        }
        (_, Some(since)) => Cell::of(["flagged since ", &*since].concat()),
    }
}

fn contradictions(number: &PoolNumber, formats: &Formats<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let (attempts, finished) = (number.attempts.copied(), number.finished.copied());
    let answered = number.answered.copied();
    let pairs = [
        ("answered", answered, "finished", finished),
        ("finished", finished, "attempted", attempts),
        (
            "answered",
            answered,
            "attempted",
            attempts.filter(|_| finished.is_none()),
        ),
    ];
    for (part, less, whole, more) in pairs {
        if let (Some(less), Some(more)) = (less, more)
            && less > more
        {
            let (less, more) = (formats.count(less), formats.count(more));
            found.push([&*less, " ", part, ", but only ", &more, " ", whole, "."].concat());
        }
    }
    if let (Some(own), Some(answered), Some(dials)) =
        (number.answer_rate.copied(), answered, dials(number))
    {
        let differing = contradiction::differing("answer_rate", own, answered, dials, formats);
        found.extend(differing.map(|contradiction| contradiction.text));
    }
    found
}

#[cfg(test)]
mod tests;
