//! Which refreshes may be compared.

use std::collections::VecDeque;

use super::Reading;

/// Refreshes farther apart than this, in milliseconds, are not compared: too
/// much may have come and gone between them.
const GAP: i64 = 15 * 60_000;

/// What is concluded from the latest refreshes is concluded from at least this
/// many milliseconds: within less, a healthy campaign may stand still.
const SHORTEST: i64 = 20_000;

/// See [`super::History::stretch`]. A refresh of the same instant as the one
/// after it is left out.
pub(super) fn latest(refreshes: &VecDeque<Reading>) -> Vec<&Reading> {
    let mut stretch: Vec<&Reading> = Vec::new();
    for reading in refreshes.iter().rev() {
        let Some(later) = stretch.last() else {
            if !reading.dials || reading.at().is_none() {
                break;
            }
            stretch.push(reading);
            continue;
        };
        if reading.at() == later.at() && reading.dials {
            continue;
        }
        if !follows(reading, later) {
            break;
        }
        stretch.push(reading);
    }
    stretch.reverse();
    stretch
}

fn follows(earlier: &Reading, later: &Reading) -> bool {
    let (Some(from), Some(to)) = (earlier.at(), later.at()) else {
        return false;
    };
    let apart = to.saturating_sub(from);
    let counters = earlier.counters().into_iter().zip(later.counters());
    let fell = counters
        .filter_map(|(earlier, later)| earlier.zip(later))
        .any(|(earlier, later)| later < earlier);
    earlier.dials && (1..=GAP).contains(&apart) && !fell
}

/// The latest refreshes in two halves, so that what holds in both is no chance
/// of a single refresh.
#[derive(Clone, Copy, Debug)]
pub struct Span<'a> {
    /// The refresh that the first half starts from.
    pub start: &'a Reading,
    /// The refresh between the halves.
    pub middle: &'a Reading,
    /// The latest refresh.
    pub end: &'a Reading,
    /// How many of the stretch's refreshes lie before `start`.
    pub before: usize,
}

/// The shortest end of a stretch that has two halves and lasts long enough to
/// conclude from; `None` for a stretch that has none.
pub fn recent<'a>(stretch: &[&'a Reading]) -> Option<Span<'a>> {
    let end = stretch.last().copied()?;
    let last = stretch.len().checked_sub(3)?;
    let to = end.at()?;
    let begins = |at: &usize| {
        let from = stretch.get(*at).and_then(|reading| reading.at());
        from.is_some_and(|from| to.saturating_sub(from) >= SHORTEST)
    };
    let before = (0..=last).rev().find(begins)?;
    let start = stretch.get(before).copied()?;
    let center = start.at()?.midpoint(to);
    let inner = stretch.get(before + 1..stretch.len() - 1)?;
    let middle = inner.iter().copied().min_by_key(|reading| {
        reading
            .at()
            .map_or(i64::MAX as u64, |at| at.abs_diff(center))
    })?;
    Some(Span {
        start,
        middle,
        end,
        before,
    })
}

impl Span<'_> {
    /// How much a counter grew in the first half and in the second; `None`
    /// where one of the refreshes does not report it.
    pub fn growth(&self, of: fn(&Reading) -> Option<i64>) -> Option<[i64; 2]> {
        let (start, middle, end) = (of(self.start)?, of(self.middle)?, of(self.end)?);
        Some([middle.saturating_sub(start), end.saturating_sub(middle)])
    }

    /// How long it lasts, in seconds.
    pub fn seconds(&self) -> f64 {
        let (from, to) = (self.start.at(), self.end.at());
        from.zip(to)
            .map_or(0.0, |(from, to)| to.saturating_sub(from) as f64 / 1000.0)
    }
}
