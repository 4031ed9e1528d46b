//! What the figures were at the refreshes of this session.

use std::collections::VecDeque;

use super::figures::Figures;
use super::snapshot::Snapshot;

mod reading;
mod stretch;

pub use reading::{NumberReading, Reading};
pub use stretch::{Span, recent};

/// Refreshes that are remembered.
pub const HISTORY_LIMIT: usize = 240;

/// Refreshes whose pool numbers are remembered: enough for what is judged by
/// the latest minutes, and small beside the figures.
const NUMBERS_LIMIT: usize = 30;

/// The latest refreshes, the oldest first. Bounded, so that a page that is open
/// all shift does not grow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    refreshes: VecDeque<Reading>,
}

impl History {
    /// Remembers a refresh. A refresh that found nothing new is not pushed.
    pub fn push(&mut self, snapshot: &Snapshot) {
        if self.refreshes.len() >= HISTORY_LIMIT {
            self.refreshes.pop_front();
        }
        self.refreshes.push_back(Reading::of(snapshot));
        if let Some(old) = self.refreshes.iter_mut().nth_back(NUMBERS_LIMIT) {
            old.numbers = Vec::new();
        }
    }

    /// The latest figures.
    pub fn latest(&self) -> Option<&Figures> {
        self.refreshes.back().map(|reading| &reading.figures)
    }

    /// The figures of the refresh before the latest.
    pub fn previous(&self) -> Option<&Figures> {
        let before = self.refreshes.iter().nth_back(1);
        before.map(|reading| &reading.figures)
    }

    /// One tile's values by its key, the oldest first; refreshes that did not
    /// report it are left out.
    pub fn trend(&self, key: &str) -> Vec<f64> {
        self.refreshes
            .iter()
            .filter_map(|reading| reading.figures.value(key))
            .collect()
    }

    /// Every refresh that is remembered, the oldest first.
    pub fn readings(&self) -> impl DoubleEndedIterator<Item = &Reading> {
        self.refreshes.iter()
    }

    /// The latest refreshes that may be compared with each other, the oldest
    /// first: the campaign dialed at each of them, none is far from the next,
    /// and no counter fell between them. Empty when it does not dial now.
    pub fn stretch(&self) -> Vec<&Reading> {
        stretch::latest(&self.refreshes)
    }
}

#[cfg(test)]
mod tests;
