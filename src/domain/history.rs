//! What the figures were at the refreshes of this session.

use std::collections::VecDeque;

use super::figures::Figures;
use super::snapshot::Snapshot;

/// Refreshes that are remembered.
pub const HISTORY_LIMIT: usize = 240;

/// The figures of the latest refreshes, the oldest first. Bounded, so that a
/// page that is open all shift does not grow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    refreshes: VecDeque<Figures>,
}

impl History {
    /// Remembers a refresh. A refresh that found nothing new is not pushed.
    pub fn push(&mut self, snapshot: &Snapshot) {
        if self.refreshes.len() >= HISTORY_LIMIT {
            self.refreshes.pop_front();
        }
        self.refreshes.push_back(Figures::of(snapshot));
    }

    /// The latest figures.
    pub fn latest(&self) -> Option<&Figures> {
        self.refreshes.back()
    }

    /// The figures of the refresh before the latest.
    pub fn previous(&self) -> Option<&Figures> {
        self.refreshes.iter().nth_back(1)
    }

    /// One tile's values by its key, the oldest first; refreshes that did not
    /// report it are left out.
    pub fn trend(&self, key: &str) -> Vec<f64> {
        self.refreshes
            .iter()
            .filter_map(|figures| figures.value(key))
            .collect()
    }
}

#[cfg(test)]
mod tests;
