//! Filters and orders of the contract in a foreign API's words.

use super::document::{Filter, List, Request, Style};
use super::draft::Draft;
use super::members::members;
use super::question::Asked;
use super::template::{Blank, Slot};
use super::time;
use super::value::same_word;
use crate::api::error::{ApiError, ErrorKind};
use crate::domain::capabilities::covers;
use crate::domain::json::Made;

/// Orders that have one direction only.
const ONE_WAY: [&str; 2] = ["attention", "status"];

/// What a list can be narrowed and ordered by.
pub(super) struct Narrowing<'a> {
    name: &'a str,
    list: &'a List,
    reported: Vec<String>,
}

impl<'a> Narrowing<'a> {
    pub fn of(name: &'a str, list: &'a List) -> Self {
        Self {
            name,
            list,
            reported: list.fields.paths(),
        }
    }

    /// Whether the rows are narrowed and ordered here.
    pub fn is_here(&self) -> bool {
        self.list.paging.style == Style::None
    }

    fn reports(&self, paths: &[&str]) -> bool {
        { paths.iter() }.any(|path| self.reported.iter().any(|known| covers(known, path)))
    }

    /// Whether the request sees to a filter itself.
    pub fn is_sent(&self, filter: &str) -> bool {
        self.declared(filter).is_some() || uses(&self.list.request, filter)
    }

    fn declared(&self, filter: &str) -> Option<&'a Filter> {
        let mut declared = self.list.filters.iter();
        declared
            .find(|(known, _)| known == filter)
            .map(|(_, filter)| filter)
    }

    /// Every filter that there is, by the contract's name.
    pub fn filters(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .list
            .filters
            .iter()
            .map(|(name, _)| name.clone())
            .collect();
        let known = members(self.name).filters;
        let more = known.iter().filter(|(name, _, paths)| {
            uses(&self.list.request, name) || (self.is_here() && self.reports(paths))
        });
        for (name, ..) in more {
            if !names.iter().any(|known| known == name) {
                names.push((*name).to_owned());
            }
        }
        names
    }

    /// Every order that there is, by the contract's word.
    pub fn sorts(&self) -> Vec<String> {
        let mut words: Vec<String> = self
            .list
            .sorts
            .iter()
            .map(|(word, _)| word.clone())
            .collect();
        if self.is_here() {
            let known = members(self.name).sorts.iter();
            for (word, _) in known.filter(|(_, paths)| self.reports(paths)) {
                let directions: &[&str] = match ONE_WAY.contains(word) {
                    true => &[""],
                    false => &["", "-"],
                };
                let both = { directions.iter() }.map(|sign| [sign, *word].concat());
                let new: Vec<String> = both.filter(|word| !words.contains(word)).collect();
                words.extend(new);
            }
        }
        words
    }

    /// The API's word for the order that is asked for, or for the contract's
    /// own where none is; `None` without one. The error says what cannot be.
    pub fn sort(&self, asked: &Asked) -> Result<Option<&'a str>, ApiError> {
        let word = asked.sort.as_deref();
        let wanted = word.unwrap_or(members(self.name).default_sort);
        let declared = self.list.sorts.iter().find(|(known, _)| known == wanted);
        match (declared, word) {
            (Some((_, theirs)), _) => Ok(Some(theirs)),
            (None, None) => Ok(None),
            (None, Some(word)) if self.sorts().iter().any(|known| known == word) => Ok(None),
            (None, Some(word)) => Err(refused(format!(
                "This API cannot sort {} by {}.",
                self.name,
                word.trim_start_matches('-').replace('_', " ")
            ))),
        }
    }

    /// Whether the rows are put in order here.
    pub fn is_ordered_here(&self, asked: &Asked) -> bool {
        let wanted = asked.sort.as_deref();
        let wanted = wanted.unwrap_or(members(self.name).default_sort);
        self.is_here() && !self.list.sorts.iter().any(|(known, _)| known == wanted)
    }

    /// Adds the filters that are asked for. The error names the one that
    /// cannot be.
    pub fn send(&self, asked: &Asked, draft: &mut Draft) -> Result<(), ApiError> {
        let known = self.filters();
        for (name, values) in &asked.filters {
            if !known.contains(name) {
                return Err(refused(format!(
                    "This API cannot filter {} by {}.",
                    self.name,
                    name.replace('_', " ")
                )));
            }
            if let Some(filter) = self.declared(name) {
                let theirs = values.iter().flat_map(|value| translated(filter, value));
                draft.add(filter.place, &filter.name, theirs.collect(), filter.join);
            }
        }
        Ok(())
    }
}

/// The API's words for one of the contract's.
fn translated(filter: &Filter, value: &str) -> Vec<Made> {
    let exact = filter.values.iter().find(|(word, _)| word == value);
    let same = || { filter.values.iter() }.find(|(word, _)| same_word(word, value));
    match exact.or_else(same) {
        Some((_, theirs)) => theirs.clone(),
        None => {
            let time = filter
                .time
                .and_then(|notation| time::number(value, notation));
            vec![time.unwrap_or_else(|| value.into())]
        }
    }
}

/// Whether a request has a placeholder for a filter, or for the ID that it is.
fn uses(request: &Request, filter: &str) -> bool {
    let is_it = |slot: &Slot| {
        slot.is_any(&|slot| match slot {
            Slot::Asked(name, _) | Slot::Filter(name, _) => name == filter,
            _ => false,
        })
    };
    let texts = request.query.iter().chain(&request.headers);
    request.path.slots().any(is_it)
        || { texts }.any(|(_, template)| template.slots().any(is_it))
        || { request.json.iter() }.any(|(_, blank)| has(blank, &is_it))
        || request.body.as_ref().is_some_and(|body| has(body, &is_it))
}

fn has(blank: &Blank, is_it: &impl Fn(&Slot) -> bool) -> bool {
    match blank {
        Blank::Text(template) => template.slots().any(is_it),
        Blank::List(items) => items.iter().any(|item| has(item, is_it)),
        Blank::Object(members) => members.iter().any(|(_, value)| has(value, is_it)),
        Blank::Fixed(_) | Blank::Ids => false,
    }
}

/// A question that the API has no answer for; it was not asked.
pub(super) fn refused(message: String) -> ApiError {
    ApiError::new(ErrorKind::Unsupported(message))
}
