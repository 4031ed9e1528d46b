//! The number pool as a whole.

use crate::domain::block::{Row, good_rows};
use crate::domain::figures::share;
use crate::domain::format::Formats;
use crate::domain::number::{NumberPage, PoolNumber};
use crate::domain::number_status::NumberStatus;
use crate::domain::page::Total;
use crate::domain::rich::Rich;

use super::{dials, fraction, is_small_sample};

/// What the head of the number pool says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolSummary {
    /// "8 numbers, 6,282 attempts".
    pub heading: String,
    /// "Without the 2 flagged numbers the pool rate is 43.1%, not 41.1%", when
    /// every row is on the page and there are flagged ones.
    pub without_flagged: Option<Rich>,
}

/// Sums up a page of the pool.
pub fn summary(page: &NumberPage, formats: &Formats<'_>) -> PoolSummary {
    let is_whole = page.page.known_total() == Total::Exact(page.items.len() as u64);
    let count = match page.page.known_total() {
        Total::Exact(total) => formats.count(i64::try_from(total).unwrap_or(i64::MAX)),
        Total::AtLeast(total) => [
            "at least ",
            &formats.count(i64::try_from(total).unwrap_or(i64::MAX)),
        ]
        .concat(),
        Total::Unknown => formats.count(page.items.len() as i64),
    };
    let noun = if count == "1" { " number" } else { " numbers" };
    let attempts = is_whole
        .then(|| sum(&page.items, |number| number.attempts.copied()))
        .flatten();
    let attempts = attempts.map_or_else(String::new, |attempts| {
        let noun = if attempts == 1 {
            " attempt"
        } else {
            " attempts"
        };
        [", ", &formats.count(attempts), noun].concat()
    });
    PoolSummary {
        heading: [&count, noun, &attempts].concat(),
        without_flagged: is_whole.then(|| without_flagged(page, formats)).flatten(),
    }
}

/// `None` when one of the rows does not report the value.
fn sum(rows: &[Row<PoolNumber>], value: impl Fn(&PoolNumber) -> Option<i64>) -> Option<i64> {
    rows.iter().try_fold(0, |sum: i64, row| {
        Some(sum.saturating_add(value(row.good()?)?))
    })
}

fn without_flagged(page: &NumberPage, formats: &Formats<'_>) -> Option<Rich> {
    let is_flagged = |number: &PoolNumber| {
        number.status.as_deref().map(NumberStatus::from_wire) == Some(NumberStatus::SpamFlagged)
    };
    let flagged = good_rows(&page.items)
        .filter(|number| is_flagged(number))
        .count();
    let which = match flagged {
        0 => return None,
        1 => "the flagged number".to_owned(),
        _ => ["the ", &formats.count(flagged as i64), " flagged numbers"].concat(),
    };
    let (all, others) = rates_without(page, &is_flagged)?;
    Some(
        Rich::of(&["Without ", &which, " the pool rate is "].concat())
            .strong(&formats.percent(others))
            .text(&[", not ", &formats.percent(all)].concat()),
    )
}

/// The pool's answer rate, and what it is without some of its numbers; `None`
/// unless every number is on the page with its figures.
pub fn rates_without(
    page: &NumberPage,
    is_out: &dyn Fn(&PoolNumber) -> bool,
) -> Option<(f64, f64)> {
    if page.page.known_total() != Total::Exact(page.items.len() as u64) {
        return None;
    }
    let stays = |value: Option<i64>, number: &PoolNumber| {
        if is_out(number) { Some(0) } else { value }
    };
    let all = share(
        sum(&page.items, |number| number.answered.copied())?,
        sum(&page.items, dials)?,
    )?;
    let others = share(
        sum(&page.items, |number| {
            stays(number.answered.copied(), number)
        })?,
        sum(&page.items, |number| stays(dials(number), number))?,
    )?;
    (all <= 1.0 && others <= 1.0).then_some((all, others))
}

/// The numbers with the lowest answer rate first; those with too few dials to
/// judge by, and those without a rate, stay in their order behind.
pub fn worst_first(numbers: Vec<&PoolNumber>) -> Vec<&PoolNumber> {
    let judged = |number: &PoolNumber| {
        let rate = fraction(number).filter(|rate| rate.is_finite() && !is_small_sample(number));
        rate.unwrap_or(f64::INFINITY)
    };
    let judged = numbers.into_iter().map(|number| (judged(number), number));
    let mut judged: Vec<_> = judged.collect();
    judged.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    judged.into_iter().map(|(_, number)| number).collect()
}
