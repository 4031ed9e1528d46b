//! Where in its list the page of an answer stands.

use super::document::{Paging, Style};
use super::looking::{number_at, truth_at};
use super::paging::{Begin, MOST_ROWS, Neighbors};
use super::scope::Scope;
use crate::domain::json::{Made, object};
use crate::domain::page::Total;

/// Rows that APIs give at most, whatever they are asked for.
const MOSTS: [u64; 6] = [10, 20, 25, 30, 50, 100];

/// Where a page of the contract stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Position {
    /// Its number, when it is known.
    pub number: Option<u64>,
    /// Rows a page.
    pub size: u64,
    /// Rows in all.
    pub total: Total,
    /// The contract's cursor of the page after.
    pub next: Option<String>,
    /// The contract's cursor of the page before.
    pub prev: Option<String>,
    /// Rows of the answer that are before the page.
    pub skip: u64,
    /// What the operator should know, in words.
    pub told: Option<String>,
}

impl Position {
    /// The contract's `page`.
    pub fn made(&self) -> Made {
        let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let (total, kind) = match self.total {
            Total::Exact(total) => (Some(whole(total)), "exact"),
            Total::AtLeast(total) => (Some(whole(total)), "at_least"),
            Total::Unknown => (None, "unknown"),
        };
        object([
            ("size", whole(self.size).into()),
            ("number", self.number.map(whole).into()),
            ("total", total.into()),
            ("total_is", kind.into()),
            ("next", self.next.clone().into()),
            ("prev", self.prev.clone().into()),
        ])
    }
}

/// Where the page of an answer stands. `rows` are those of the answer, counted
/// before some are left out; `neighbors` what it says of the pages around.
pub(super) fn position(
    paging: &Paging,
    begin: &Begin,
    size: u64,
    rows: u64,
    scope: &Scope<'_>,
    neighbors: Neighbors,
) -> Position {
    let total = match paging
        .total
        .as_ref()
        .and_then(|path| number_at(path, scope))
    {
        Some(total) if paging.is_at_least => Total::AtLeast(total),
        Some(total) => Total::Exact(total),
        None => Total::Unknown,
    };
    let more = paging.more.as_ref().and_then(|path| truth_at(path, scope));
    let known = Known {
        size,
        is_size_told: paging.size.is_some() || paging.largest.is_some(),
        rows,
        total,
        more,
    };
    match (&paging.style, begin) {
        (Style::Page { pages, .. }, Begin::Page(number)) => {
            let pages = pages.as_ref().and_then(|path| number_at(path, scope));
            known.page(*number, pages)
        }
        (Style::Offset { .. }, Begin::Offset(offset)) => known.offset(*offset),
        (_, Begin::Whole { skip }) => known.whole(*skip, paging),
        (_, Begin::Word { number, word, .. }) => {
            let next = neighbors.next.filter(|next| Some(next) != word.as_ref());
            let next = next.filter(|_| more != Some(false));
            Position {
                number: number.map(u64::from),
                // Where the API has a size of its own, its pages are taken as they are.
                size: size.max(rows),
                total,
                next,
                prev: neighbors.prev,
                skip: 0,
                told: neighbors.told,
            }
        }
        // No other pair is made by `begin`.
        _ => known.offset(0),
    }
}

/// What an answer tells of its place.
struct Known {
    size: u64,
    /// Whether the API is asked for a size, or the mapping tells its own.
    is_size_told: bool,
    rows: u64,
    total: Total,
    more: Option<bool>,
}

impl Known {
    /// The total, which the last page tells where the API does not.
    fn total(&self, before: u64, more: bool) -> Total {
        let is_last = !more && (self.rows > 0 || before == 0);
        match self.total {
            Total::Unknown if is_last => Total::Exact(before.saturating_add(self.rows)),
            total => total,
        }
    }

    /// The rows a page that came, where they were fewer than asked for although
    /// the list goes on.
    fn cut(&self, before: u64) -> Option<u64> {
        let Total::Exact(total) = self.total else {
            return None;
        };
        let goes_on = before.saturating_add(self.rows) < total;
        (self.rows > 0 && self.rows < self.size && goes_on).then_some(self.rows)
    }

    /// Whether the rows alone look as if there were more: as many as asked for,
    /// or as many as APIs give at most without saying so.
    fn seems_full(&self) -> bool {
        self.rows >= self.size || !self.is_size_told || MOSTS.contains(&self.rows)
    }

    fn page(self, number: u64, pages: Option<u64>) -> Position {
        let before = |size: u64| number.saturating_sub(1).saturating_mul(size);
        let cut = self.cut(before(self.size));
        let own = (!self.is_size_told && self.rows > 0).then_some(self.rows);
        let size = own.or(cut).unwrap_or(self.size).max(self.rows);
        let more = self.rows > 0
            && match (self.more, self.total, pages) {
                (Some(more), ..) => more,
                (None, Total::Exact(total), _) => number.saturating_mul(size) < total,
                (None, _, Some(pages)) => number < pages,
                (None, ..) => self.seems_full(),
            };
        // The last of pages of an unknown size does not tell how many there are.
        let total = match self.total(before(size), more) {
            Total::Exact(total) if own.is_some() && number > 1 => Total::AtLeast(total),
            total => total,
        };
        Position {
            number: Some(number),
            size,
            total,
            next: more.then(|| format!("page:{}", number.saturating_add(1))),
            prev: (number > 1).then(|| format!("page:{}", number - 1)),
            skip: 0,
            told: cut.filter(|_| self.is_size_told).map(too_large),
        }
    }

    fn offset(self, offset: u64) -> Position {
        // Rows beyond the page come again with the next one.
        let end = offset.saturating_add(self.rows.min(self.size));
        let cut = self.cut(offset);
        let more = self.rows > 0
            && match (self.more, self.total) {
                (Some(more), _) => more,
                (None, Total::Exact(total)) => end < total,
                (None, _) => self.seems_full(),
            };
        Position {
            number: { offset.checked_rem(self.size) == Some(0) }
                .then(|| (offset / self.size.max(1)).saturating_add(1)),
            size: self.size,
            total: self.total(offset, more),
            next: more.then(|| format!("row:{end}")),
            prev: (offset > 0).then(|| format!("row:{}", offset.saturating_sub(self.size))),
            skip: 0,
            told: cut.map(too_large),
        }
    }

    fn whole(self, skip: u64, paging: &Paging) -> Position {
        let end = skip.saturating_add(self.size);
        let total = match (self.total, &paging.style) {
            (Total::Unknown, Style::Limit) => {
                let asked = end.saturating_add(1).min(MOST_ROWS);
                let largest = paging.largest.and_then(|rows| u64::try_from(rows).ok());
                let asked = largest.map_or(asked, |largest| asked.min(largest));
                match paging.size.is_some() && self.rows < asked {
                    true => Total::Exact(self.rows),
                    false => Total::AtLeast(self.rows),
                }
            }
            (Total::Unknown, _) => Total::Exact(self.rows),
            (told, Style::Limit) => told,
            // All are here to be counted.
            (_, _) => Total::Exact(self.rows),
        };
        let aligned = skip.checked_rem(self.size) == Some(0);
        Position {
            number: aligned.then(|| (skip / self.size.max(1)).saturating_add(1)),
            size: self.size,
            total,
            next: (self.rows > end).then(|| format!("row:{end}")),
            prev: (skip > 0).then(|| format!("row:{}", skip.saturating_sub(self.size))),
            skip,
            told: None,
        }
    }
}

fn too_large(rows: u64) -> String {
    format!(
        "The API gives {rows} rows a page, fewer than asked for: its mapping lacks \"largest\": {rows}."
    )
}

#[cfg(test)]
mod tests;
