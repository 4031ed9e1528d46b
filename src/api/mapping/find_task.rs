//! A search over everything: the lists that can be searched, one after the
//! other in what they find.

use super::Mapping;
use super::filter::Narrowing;
use super::frame::{Answer, Frame, Turn, not_provided};
use super::list_task::ListTask;
use super::parts::{self, PartTold};
use super::question::{Asked, Wanted};
use super::together::Together;
use super::whole_list::{member, text};
use crate::api::error::{ApiError, ErrorKind};
use crate::domain::json::{Made, object};
use crate::domain::page::Place;

/// Most matches of one list, and of all.
const MOST_OF_ONE: u32 = 10;
const MOST: usize = 20;

/// What is searched: the list, what one of its rows is, and the members that
/// can stand for it, before its ID.
const SEARCHED: [(&str, &str, &[&str]); 4] = [
    ("campaigns", "campaign", &["name"]),
    ("jobs", "job", &["spinner.name"]),
    ("records", "record", &["contact.name", "phone"]),
    ("calls", "call", &["contact.name", "phone"]),
];

/// The lists of a mapping that can be searched.
pub(super) fn searched(mapping: &Mapping) -> Vec<&'static str> {
    let can = |name: &&'static str| {
        let list = mapping.list(name);
        list.is_some_and(|list| {
            Narrowing::of(name, list)
                .filters()
                .iter()
                .any(|name| name == "q")
        })
    };
    SEARCHED
        .into_iter()
        .map(|(name, ..)| name)
        .filter(can)
        .collect()
}

/// A search on its way.
pub(super) struct FindTask<'a> {
    lists: Together<'a>,
    is_possible: bool,
}

impl<'a> FindTask<'a> {
    /// For a question with a text to search for.
    pub fn new(frame: Frame<'a>, asked: &Asked) -> Self {
        let names = searched(frame.mapping);
        let list = |name: &'static str| {
            let asked = Asked {
                wanted: Wanted::List(name),
                ids: Vec::new(),
                filters: vec![("q".to_owned(), asked.filter("q").to_vec())],
                sort: None,
                place: Place::Number(1),
                size: MOST_OF_ONE,
            };
            (name.to_owned(), ListTask::new(frame, name, asked))
        };
        let is_possible = !names.is_empty();
        let names = if asked.filter("q").is_empty() {
            Vec::new()
        } else {
            names
        };
        Self {
            lists: Together::new(names.into_iter().map(list).collect()),
            is_possible,
        }
    }

    /// Hears the answers to what was sent last.
    pub fn next(&mut self, answers: &mut impl Iterator<Item = Answer>) -> Result<Turn, ApiError> {
        if !self.is_possible {
            return Err(not_provided("This API has no search.".to_owned()));
        }
        let requests = self.lists.next(answers);
        if !requests.is_empty() {
            return Ok(Turn::Send(requests));
        }
        let mut found = Vec::new();
        let mut told = Vec::new();
        let lists = std::mem::replace(&mut self.lists, Together::new(Vec::new()));
        let mut failed = None;
        for (name, result) in lists.results() {
            match result {
                Ok(page) => found.extend(matches(&name, &page)),
                Err(error) if error.kind == ErrorKind::SignedOut => return Err(error),
                Err(error) => {
                    told.push(PartTold::failed(&name, Vec::new(), None, &error));
                    failed = Some(error);
                }
            }
        }
        match failed {
            Some(error) if found.is_empty() => Err(error),
            _ => {
                found.truncate(MOST);
                let items = Made::List(found);
                Ok(Turn::Made(object([
                    ("items", items),
                    ("parts", parts::made(&told)),
                ])))
            }
        }
    }
}

/// What a page of a list holds, as matches.
fn matches(list: &str, page: &Made) -> Vec<Made> {
    let Some((_, kind, labels)) = SEARCHED.iter().find(|(name, ..)| *name == list) else {
        return Vec::new();
    };
    let Some(Made::List(rows)) = member(page, "items") else {
        return Vec::new();
    };
    let one = |row: &Made| {
        let id = text(row, "id")?;
        let label = { labels.iter() }.find_map(|path| text(row, path));
        let sub = text(row, "status").or_else(|| text(row, "state"));
        let campaign = text(row, "campaign_id").or_else(|| text(row, "campaign.id"));
        let absent = |text: Option<String>| text.map_or(Made::Absent, Made::Text);
        Some(object([
            ("kind", (*kind).into()),
            ("id", (&id).into()),
            ("label", label.unwrap_or(id).into()),
            ("sub", absent(sub)),
            ("campaign_id", absent(campaign)),
            ("task_id", absent(text(row, "task_id"))),
        ]))
    };
    rows.iter().filter_map(one).collect()
}
