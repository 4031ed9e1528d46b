//! Where in its list the page of an answer stands.

mod known;

use super::document::{Paging, Style};
use super::looking::{number_at, truth_at};
use super::paging::{Begin, Neighbors};
use super::scope::Scope;
use crate::domain::json::{Made, object};
use crate::domain::page::Total;
use known::Known;

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
/// before some are left out; `neighbors` what it says of the pages around;
/// `seen` the rows that a full page of the list was seen to have.
pub(super) fn position(
    paging: &Paging,
    begin: &Begin,
    size: u64,
    rows: u64,
    scope: &Scope<'_>,
    neighbors: Neighbors,
    seen: Option<u64>,
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
        seen,
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
            known.word(number.map(u64::from), word.as_deref(), neighbors)
        }
        // No other pair is made by `begin`.
        _ => known.offset(0),
    }
}

#[cfg(test)]
mod tests;
