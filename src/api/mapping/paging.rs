//! Pages of the contract over the pages of a foreign API: what is asked, and
//! where in the list the answer stands.

use super::address;
use super::document::{NextAddress, Paging, Style};
use super::draft::Draft;
use super::looking::text_at;
use super::scope::Scope;
use super::trail::Trail;
use crate::domain::json::Made;
use crate::domain::page::Place;

/// Most rows that are asked for at once of a list without pages.
pub(super) const MOST_ROWS: u64 = 10_000;

/// Why an address is not followed.
const OUTSIDE: &str =
    "The address of the next page is outside of the API's base and is not followed.";

/// Where in the foreign list a request begins.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Begin {
    /// At the first of all rows; those before `skip` are not of the page.
    Whole {
        /// Rows before the page.
        skip: u64,
    },
    /// At a page, from 1.
    Page(u64),
    /// After so many rows.
    Offset(u64),
    /// Where a word or an address of an earlier answer says; at the first row
    /// for none.
    Word {
        /// The word.
        word: Option<String>,
        /// Which page this is, from 1, when it is known.
        number: Option<u32>,
        /// The page that is wanted, when it is another one further on.
        wanted: Option<u32>,
    },
}

/// Rows a page that the API is asked for.
pub(super) fn size(paging: &Paging, asked: u32) -> u64 {
    let largest = paging.largest.and_then(|rows| u64::try_from(rows).ok());
    let asked = u64::from(asked);
    match largest.filter(|rows| *rows > 0) {
        // The only size there is.
        Some(own) if paging.size.is_none() && !is_whole(paging) => own,
        Some(largest) => asked.min(largest),
        None => asked,
    }
}

/// Whether rows come from the first one on, whatever the page.
fn is_whole(paging: &Paging) -> bool {
    matches!(paging.style, Style::None | Style::Limit)
}

/// Where to begin for a page of the contract; `None` for a cursor that is none
/// of this list's. `own` is the list's path.
pub(super) fn begin(
    paging: &Paging,
    place: &Place,
    size: u64,
    trail: &Trail,
    own: &str,
) -> Option<Begin> {
    let before = |number: u32| u64::from(number.saturating_sub(1)).saturating_mul(size);
    let counted = |cursor: &str, unit: &str| -> Option<u64> {
        cursor.strip_prefix(unit)?.strip_prefix(':')?.parse().ok()
    };
    Some(match (&paging.style, place) {
        (Style::Page { .. }, Place::Number(number)) => Begin::Page(u64::from(*number)),
        (Style::Page { .. }, Place::Cursor(cursor)) => Begin::Page(counted(cursor, "page")?.max(1)),
        (Style::Offset { .. }, Place::Number(number)) => Begin::Offset(before(*number)),
        (Style::Offset { .. }, Place::Cursor(cursor)) => Begin::Offset(counted(cursor, "row")?),
        (Style::None | Style::Limit, Place::Number(number)) => Begin::Whole {
            skip: before(*number),
        },
        (Style::None | Style::Limit, Place::Cursor(cursor)) => Begin::Whole {
            skip: counted(cursor, "row")?,
        },
        (Style::Cursor { .. } | Style::Next(_), Place::Number(number)) => {
            let (known, word) = match trail.nearest(*number) {
                Some((known, word)) => (known, Some(word.to_owned())),
                None => (1, None),
            };
            Begin::Word {
                word,
                number: Some(known),
                wanted: Some(*number),
            }
        }
        (style, Place::Cursor(cursor)) => {
            let number = trail.number_of(cursor);
            if matches!(style, Style::Next(_)) && number.is_none() && !is_of(cursor, own) {
                return None;
            }
            Begin::Word {
                number,
                word: Some(cursor.clone()),
                wanted: None,
            }
        }
    })
}

/// Whether an address that no answer has given leads to the list of that path.
/// It may be of a prepared link: one that leads elsewhere would make whoever
/// follows the link ask, or do, anything below the API's base.
pub(super) fn is_of(address: &str, own: &str) -> bool {
    address::is_below(address) && address::is_same_path(address, own)
}

/// The request for the page that begins there.
pub(super) fn asked(paging: &Paging, begin: &Begin, size: u64, mut draft: Draft) -> Draft {
    let whole = |number: u64| Made::Number(number.to_string());
    let rows = match begin {
        Begin::Whole { skip } if paging.style == Style::Limit => {
            // One row more tells whether there is another page.
            let wanted = skip.saturating_add(size).saturating_add(1).min(MOST_ROWS);
            let largest = paging.largest.and_then(|rows| u64::try_from(rows).ok());
            Some(largest.map_or(wanted, |largest| wanted.min(largest)))
        }
        Begin::Whole { .. } => None,
        _ => Some(size),
    };
    if let (Some(name), Some(rows)) = (&paging.size, rows) {
        draft.set(paging.place, name, whole(rows));
    }
    match (&paging.style, begin) {
        (Style::Page { page, first, .. }, Begin::Page(number)) => {
            let number = i64::try_from(*number).unwrap_or(i64::MAX);
            let number = number.saturating_sub(1).saturating_add(*first);
            draft.set(paging.place, page, number.into());
        }
        (Style::Offset { offset }, Begin::Offset(rows)) => {
            draft.set(paging.place, offset, whole(*rows));
        }
        (Style::Cursor { cursor, starts, .. }, Begin::Word { word, .. }) => {
            if let Some(word) = word.as_ref().or(starts.as_ref()) {
                draft.set(paging.place, cursor, word.into());
            }
        }
        (
            Style::Next(_),
            Begin::Word {
                word: Some(rest), ..
            },
        ) => return draft.at(rest.clone()),
        _ => {}
    }
    draft
}

/// What an answer says of the page after and the page before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Neighbors {
    /// The word or the address of the page after.
    pub next: Option<String>,
    /// The same of the page before.
    pub prev: Option<String>,
    /// Why the address of the page after is not followed.
    pub told: Option<String>,
}

/// Reads the words of a cursor, or the addresses, that an answer gives. `url`
/// is what was asked, below `base`.
pub(super) fn neighbors(paging: &Paging, scope: &Scope<'_>, base: &str, url: &str) -> Neighbors {
    let mut told = None;
    let (next, prev) = match &paging.style {
        Style::Cursor { next, prev, .. } => {
            let prev = prev.as_ref().and_then(|prev| text_at(prev, scope));
            (text_at(next, scope), prev)
        }
        Style::Next(at) => {
            let (next, prev) = match at {
                NextAddress::At(path) => (text_at(path, scope), None),
                NextAddress::Link => {
                    let header = scope.header("link").unwrap_or_default();
                    let link = |word| address::link(header, word).map(str::to_owned);
                    (link("next"), link("prev"))
                }
            };
            let followed = |to: &String| {
                address::below(base, url, to).or_else(|| address::of_same_list(base, url, to))
            };
            let below = next.as_ref().and_then(followed);
            if next.is_some() && below.is_none() {
                told = Some(OUTSIDE.to_owned());
            }
            (below, prev.as_ref().and_then(followed))
        }
        _ => (None, None),
    };
    Neighbors { next, prev, told }
}

#[cfg(test)]
mod tests;
