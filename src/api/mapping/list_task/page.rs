//! From the answers to the page of the contract.

use super::counted::counted;
use super::{Come, ListTask, Under};
use crate::api::error::ApiError;
use crate::api::mapping::action;
use crate::api::mapping::document::{List, Style};
use crate::api::mapping::filter::Narrowing;
use crate::api::mapping::frame::{Turn, unreadable};
use crate::api::mapping::members::{Members, members};
use crate::api::mapping::merge::{Laid, Merged, Table};
use crate::api::mapping::paging::{Begin, Neighbors};
use crate::api::mapping::parts::{self, PartTold};
use crate::api::mapping::position::{self, Position};
use crate::api::mapping::rows::{self, RowAt};
use crate::api::mapping::scope::Scope;
use crate::api::mapping::whole_list::{Narrowed, narrowed};
use crate::domain::calendar;
use crate::domain::json::Made;
use crate::domain::page::Total;

impl<'a> ListTask<'a> {
    /// The page of rows that have come.
    pub(super) fn finish(
        &self,
        list: &List,
        size: u64,
        come: &Come<'_>,
        merged: Merged<'a>,
    ) -> Result<Turn, ApiError> {
        let frame = self.frame;
        let ids: Vec<(&str, &str)> = pairs(&self.asked.ids);
        let laid = Laid::of(&merged);
        let table = laid.table(frame);
        let whole = frame.scope(come.root, come.answer, &ids, &table.whole);
        let all = rows::all(&list.rows, &whole).map_err(unreadable)?;
        let is_whole = list.paging.style == Style::None;
        let stands = |rows: usize| {
            let rows = u64::try_from(rows).unwrap_or(u64::MAX);
            self.stands(list, size, rows, come, &whole)
        };
        let row = |row: &RowAt<'_>| self.row(list, row, &whole, &table);
        let mut narrowing = Narrowed::default();
        let (mut rows, position) = if is_whole {
            let found = rows::that_count(&list.rows, &whole, all);
            let all = found.iter().map(row).collect();
            narrowing = self.narrowed(list, all);
            let rows = std::mem::take(&mut narrowing.rows);
            let position = stands(rows.len());
            (cut(rows.into_iter(), &position), position)
        } else {
            // The API counts and divides all rows: what does not count goes
            // out of the page, and no other row comes in.
            let position = stands(all.len());
            let here = cut(all.into_iter(), &position);
            let found = rows::that_count(&list.rows, &whole, here);
            let rows: Vec<Made> = found.iter().map(row).collect();
            let position = match list.rows.only {
                Some(_) => uncounted(position, rows.len()),
                None => position,
            };
            (rows, position)
        };
        for row in &mut rows {
            action::add_to_row(frame.mapping, self.name, row);
        }
        let mut told = merged.told.clone();
        let alone = |name: &str, error: &String| PartTold {
            name: name.to_owned(),
            fields: Vec::new(),
            at: Some(frame.setting.now),
            error: Some(error.clone()),
        };
        told.extend(position.told.iter().map(|error| alone("next pages", error)));
        let partial = frame.reading().partial(&whole);
        told.extend(partial.iter().map(|error| alone("some entries", error)));
        let beside = list.page.evaluate(&whole);
        let mut position = match list.rows.only {
            Some(_) => position,
            None => counted(position, &self.asked, &beside),
        };
        if let (Total::Exact(total), Some(_)) = (position.total, &come.neighbors.told) {
            // A page that cannot be opened is not counted up to.
            position.total = Total::AtLeast(total);
        }
        let mut page = self.page(rows, &position, &told);
        put(&mut page, "status_counts", narrowing.status_counts);
        put(&mut page, "filters", narrowing.facets);
        if let Made::Object(beside) = beside {
            for (name, value) in beside {
                put(&mut page, &name, value);
            }
        }
        Ok(Turn::Made(Made::Object(page)))
    }

    /// The empty page beyond the last.
    pub(super) fn past_the_end(
        &self,
        under: &Under<'a>,
        whole: &Scope<'_>,
    ) -> Result<Turn, ApiError> {
        let none = Neighbors::default();
        let paging = &under.list.paging;
        let begin = &under.begin;
        let seen = under.trail.size;
        let position = position::position(paging, begin, under.size, 0, whole, none, seen);
        Ok(Turn::Made(Made::Object(self.page(
            Vec::new(),
            &position,
            &[],
        ))))
    }

    /// Where the page stands. How many rows a full page has is kept: later
    /// pages do not tell.
    fn stands(
        &self,
        list: &List,
        size: u64,
        rows: u64,
        come: &Come<'_>,
        whole: &Scope<'_>,
    ) -> Position {
        let memory = self.frame.setting.memory;
        let key = self.key(size);
        let mut trail = memory.trail(&key);
        let around = come.neighbors.clone();
        let seen = trail.size;
        let position =
            position::position(&list.paging, come.begin, size, rows, whole, around, seen);
        let is_full = match come.begin {
            Begin::Page(number) => *number == 1,
            Begin::Word { .. } => rows > 0,
            Begin::Whole { .. } | Begin::Offset(_) => false,
        };
        if is_full && position.next.is_some() {
            trail.size = Some(position.size);
            memory.keep_trail(&key, trail);
        }
        position
    }

    fn row(&self, list: &List, row: &RowAt<'_>, whole: &Scope<'_>, table: &Table<'_>) -> Made {
        let merges = table.of_row(row, whole);
        let scope = Scope {
            merges: &merges,
            ..row.scope(whole)
        };
        list.fields.evaluate(&scope)
    }

    /// Narrows and orders a whole list, as far as the request has not.
    fn narrowed(&self, list: &List, rows: Vec<Made>) -> Narrowed {
        let narrowing = Narrowing::of(self.name, list);
        let known: &'static Members = members(self.name);
        let is_ordered = narrowing.is_ordered_here(&self.asked);
        narrowed(rows, known, &self.asked, is_ordered, |filter| {
            narrowing.is_sent(filter)
        })
    }

    fn page(&self, rows: Vec<Made>, position: &Position, told: &[PartTold]) -> Vec<(String, Made)> {
        let now = calendar::written(self.frame.setting.now);
        vec![
            ("items".to_owned(), Made::List(rows)),
            ("page".to_owned(), position.made()),
            ("captured_at".to_owned(), now.into()),
            ("parts".to_owned(), parts::made(told)),
        ]
    }
}

/// The rows of the page, of all that are at hand.
fn cut<T>(rows: impl Iterator<Item = T>, position: &Position) -> Vec<T> {
    let number = |rows: u64| usize::try_from(rows).unwrap_or(usize::MAX);
    rows.skip(number(position.skip))
        .take(number(position.size))
        .collect()
}

/// The position of a page of which some rows do not count: the API's total is
/// of all rows, unless all are here.
fn uncounted(position: Position, rows: usize) -> Position {
    let is_all = position.next.is_none() && position.prev.is_none() && position.number == Some(1);
    let total = match position.total {
        Total::Exact(_) if is_all => Total::Exact(u64::try_from(rows).unwrap_or(u64::MAX)),
        _ => Total::Unknown,
    };
    Position { total, ..position }
}

/// Sets a member, unless there is nothing to set.
pub(in crate::api::mapping) fn put(object: &mut Vec<(String, Made)>, name: &str, value: Made) {
    if value == Made::Absent {
        return;
    }
    match object.iter_mut().find(|(known, _)| known == name) {
        Some((_, member)) => *member = value,
        None => object.push((name.to_owned(), value)),
    }
}

/// IDs by kind as fields see them.
pub(in crate::api::mapping) fn pairs(ids: &[(String, String)]) -> Vec<(&str, &str)> {
    { ids.iter() }
        .map(|(kind, id)| (kind.as_str(), id.as_str()))
        .collect()
}
