//! Where a page stands, by what its answer tells; APIs give fewer rows than
//! asked for, and totals that are none.

use super::Position;
use crate::api::mapping::document::{Paging, Style};
use crate::api::mapping::paging::{MOST_ROWS, Neighbors};
use crate::domain::page::{Total, pages};

/// Rows that APIs give at most, whatever they are asked for.
const MOSTS: [u64; 6] = [10, 20, 25, 30, 50, 100];

/// What an answer tells of its place.
pub(super) struct Known {
    /// Rows a page that were asked for.
    pub size: u64,
    /// Whether the API is asked for a size, or the mapping tells its own.
    pub is_size_told: bool,
    /// Rows that a full page of this list was seen to have.
    pub seen: Option<u64>,
    /// Rows that came.
    pub rows: u64,
    /// Rows in all, as told.
    pub total: Total,
    /// Whether there are more, as told.
    pub more: Option<bool>,
}

impl Known {
    /// Whether the total is less than what has been come by.
    fn is_exceeded(&self, end: u64) -> bool {
        matches!(self.total, Total::Exact(total) if self.rows > 0 && end > total)
    }

    fn exceeded(&self, end: u64) -> Option<String> {
        match self.total {
            Total::Exact(total) if self.is_exceeded(end) => Some(format!(
                "The API tells a total of {total}, although there are {end} rows up to the end of this page."
            )),
            _ => None,
        }
    }

    /// The total, which the last page tells where the API does not.
    fn total(&self, before: u64, more: bool) -> Total {
        let end = before.saturating_add(self.rows);
        let is_last = !more && (self.rows > 0 || before == 0);
        match self.total {
            Total::Exact(_) if self.is_exceeded(end) && more => Total::AtLeast(end),
            Total::Exact(_) if self.is_exceeded(end) => Total::Exact(end),
            Total::Unknown if is_last => Total::Exact(end),
            total => total,
        }
    }

    /// Whether the rows alone look as if there were more: as many as asked for,
    /// or as many as APIs give at most without saying so.
    fn seems_full(&self) -> bool {
        self.rows >= self.size || !self.is_size_told || MOSTS.contains(&self.rows)
    }

    /// Whether as many rows came as a page of that number and size has.
    fn fits(&self, number: u64, size: u64) -> bool {
        match self.total {
            Total::Exact(total) => {
                self.rows == size.min(total.saturating_sub(rows_before(number, size)))
            }
            _ => self.rows <= size,
        }
    }

    /// The rows a page that came, where they are not as many as asked for and
    /// it is not for the end of the list.
    fn cut(&self, number: u64) -> Option<u64> {
        let Total::Exact(total) = self.total else {
            return None;
        };
        let is_short = self.rows > 0 && self.rows < self.size && !self.fits(number, self.size);
        let is_within = number.saturating_mul(self.rows) <= total;
        (is_short && is_within).then_some(self.rows)
    }

    /// The rows a page where the API has a size of its own. The last page is
    /// shorter: there the number of pages tells it.
    fn own(&self, number: u64, count: Option<u64>) -> Option<u64> {
        if self.is_size_told || self.rows == 0 {
            return None;
        }
        Some(match (self.total, count) {
            (Total::Exact(total), Some(count))
                if number > 1 && count >= number && total.div_ceil(self.rows) != count =>
            {
                total.div_ceil(count).max(self.rows)
            }
            _ => self.rows,
        })
    }

    /// Of a list that is paged by number; `count` is the pages it is told to
    /// have.
    pub fn page(self, number: u64, count: Option<u64>) -> Position {
        let own = self.own(number, count);
        let seen = self
            .seen
            .filter(|seen| number > 1 && (self.rows == 0 || self.fits(number, *seen)));
        let size = seen.or(own).or_else(|| self.cut(number));
        let size = size.unwrap_or(self.size).max(self.rows);
        let before = rows_before(number, size);
        let end = before.saturating_add(self.rows);
        let more = self.rows > 0
            && match (self.more, self.total, count) {
                (Some(more), ..) => more,
                (None, Total::Exact(_), _) if self.is_exceeded(end) => self.seems_full(),
                (None, Total::Exact(_), Some(count)) if own.is_some() && number > 1 => {
                    number < count
                }
                (None, Total::Exact(total), _) => number.saturating_mul(size) < total,
                (None, _, Some(count)) => number < count,
                (None, ..) => self.seems_full(),
            };
        // The last of pages of an unknown size does not tell how many there are.
        let is_guess = self.total == Total::Unknown && own.is_some() && seen.is_none();
        let total = match self.total(before, more) {
            Total::Exact(total) if is_guess && number > 1 => Total::AtLeast(total),
            total => total,
        };
        let is_cut = self.is_size_told && self.rows > 0 && size < self.size;
        Position {
            number: Some(number),
            size,
            total,
            next: more.then(|| format!("page:{}", number.saturating_add(1))),
            prev: (number > 1).then(|| format!("page:{}", number - 1)),
            skip: 0,
            told: is_cut
                .then(|| too_large(size))
                .or_else(|| self.exceeded(end)),
        }
    }

    /// Of a list that is paged by the rows before.
    pub fn offset(self, offset: u64) -> Position {
        // Rows beyond the page come again with the next one.
        let end = offset.saturating_add(self.rows.min(self.size));
        let came = offset.saturating_add(self.rows);
        let goes_on = matches!(self.total, Total::Exact(total) if came < total);
        let cut = (goes_on && self.rows > 0 && self.rows < self.size).then_some(self.rows);
        let more = self.rows > 0
            && match (self.more, self.total) {
                (Some(more), _) => more,
                (None, Total::Exact(total)) if !self.is_exceeded(came) => end < total,
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
            told: cut.map(too_large).or_else(|| self.exceeded(came)),
        }
    }

    /// Of a list that is paged by words or addresses of the answer before.
    pub fn word(self, number: Option<u64>, word: Option<&str>, around: Neighbors) -> Position {
        let next = around.next.filter(|next| Some(next.as_str()) != word);
        let next = next.filter(|_| self.more != Some(false));
        // A page that is not the last is as large as the API makes them.
        let full = (next.is_some() && self.rows > 0).then_some(self.rows);
        let size = full.or(self.seen).unwrap_or(self.size).max(self.rows);
        let is_cut = self.is_size_told && self.rows > 0 && size < self.size;
        let leads_elsewhere = |total: u64| {
            let shown = u32::try_from(size).ok();
            let last = shown.and_then(|size| pages(Total::Exact(total), size));
            next.is_none() && self.rows > 0 && number.is_some() && number != last
        };
        let told_total = match self.total {
            Total::Exact(_) => self.total(0, next.is_some()),
            total => total,
        };
        let total = match told_total {
            // Without a page count: this is the last one, by another number.
            Total::Exact(total) if leads_elsewhere(total) => Total::AtLeast(total),
            total => total,
        };
        let cut = is_cut.then(|| too_large(size));
        Position {
            number,
            size,
            total,
            next,
            prev: around.prev,
            skip: 0,
            told: around.told.or(cut).or_else(|| self.exceeded(self.rows)),
        }
    }

    /// Of a list that begins at its first row whatever the page.
    pub fn whole(self, skip: u64, paging: &Paging) -> Position {
        let end = skip.saturating_add(self.size);
        let aligned = skip.checked_rem(self.size) == Some(0);
        let (total, told) = match paging.style {
            Style::Limit => self.limited(end, paging),
            // All are here to be counted.
            _ => (Total::Exact(self.rows), None),
        };
        Position {
            number: aligned.then(|| (skip / self.size.max(1)).saturating_add(1)),
            size: self.size,
            total,
            next: (self.rows > end).then(|| format!("row:{end}")),
            prev: (skip > 0).then(|| format!("row:{}", skip.saturating_sub(self.size))),
            skip,
            told,
        }
    }

    /// The rows of a list of which only the first can be had.
    fn limited(&self, end: u64, paging: &Paging) -> (Total, Option<String>) {
        let largest = paging.largest.and_then(|rows| u64::try_from(rows).ok());
        let most = largest.map_or(MOST_ROWS, |largest| largest.min(MOST_ROWS));
        let asked = end.saturating_add(1).min(most);
        let is_all = paging.size.is_some() && self.rows < asked;
        let had = if is_all { self.rows } else { most };
        match self.total {
            Total::Exact(_) if self.is_exceeded(self.rows) => {
                (self.total(0, !is_all), self.exceeded(self.rows))
            }
            Total::Exact(total) if total > had => {
                let told = format!("This API gives the first {had} of {total} rows.");
                (Total::AtLeast(had), Some(told))
            }
            Total::Unknown if is_all => (Total::Exact(self.rows), None),
            Total::Unknown => (Total::AtLeast(self.rows), None),
            told => (told, None),
        }
    }
}

fn rows_before(number: u64, size: u64) -> u64 {
    number.saturating_sub(1).saturating_mul(size)
}

fn too_large(rows: u64) -> String {
    format!(
        "The API gives {rows} rows a page, fewer than asked for: its mapping lacks \"largest\": {rows}."
    )
}
