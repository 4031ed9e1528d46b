//! One thing of the contract, asked of a foreign API.

mod own;

use super::action;
use super::document::Item;
use super::field::Fields;
use super::frame::{Answer, Frame, Turn, not_reported, parsed};
use super::list_task::{ListTask, pairs, put};
use super::merge::{Laid, Merged, Round, unanswered};
use super::parts::{self, PartTold};
use super::question::{Asked, Wanted};
use super::scope::Scope;
use super::together::Together;
use crate::api::error::{ApiError, ErrorKind};
use crate::api::exchange::Incoming;
use crate::domain::calendar;
use crate::domain::json::Made;
use crate::domain::page::Place;
use crate::domain::route::{DEFAULT_SIZE, MAXIMUM_SIZE};

/// One thing on its way.
pub(super) struct ItemTask<'a> {
    frame: Frame<'a>,
    name: &'static str,
    asked: Asked,
    state: State<'a>,
}

enum State<'a> {
    Start,
    Asked(&'a Item),
    Joining {
        item: &'a Item,
        first: Incoming,
        round: Option<Round<'a>>,
        merged: Merged<'a>,
        includes: Together<'a>,
    },
    Over,
}

const NONE: &Fields = &Fields(Vec::new());

/// The lists that can be included, by the contract's names.
const LISTS: [&str; 7] = [
    "campaigns",
    "tasks",
    "numbers",
    "calls",
    "jobs",
    "records",
    "spinners",
];

impl<'a> ItemTask<'a> {
    /// For a question about the thing of that name.
    pub fn new(frame: Frame<'a>, name: &'static str, asked: Asked) -> Self {
        Self {
            frame,
            name,
            asked,
            state: State::Start,
        }
    }

    /// Hears the answers to what was sent last.
    pub fn next(&mut self, answers: &mut impl Iterator<Item = Answer>) -> Result<Turn, ApiError> {
        match std::mem::replace(&mut self.state, State::Over) {
            State::Start => {
                let Some(item) = self.frame.mapping.item(self.name) else {
                    return Err(not_reported(&self.asked));
                };
                let slots = self.frame.slots(&self.asked, None, None);
                let draft = self.frame.draft(&item.request, &[], &slots)?;
                self.state = State::Asked(item);
                Ok(Turn::Send(vec![self.frame.outgoing(draft)]))
            }
            State::Asked(item) => {
                let answer = answers.next().unwrap_or_else(unanswered);
                let first = answer?;
                self.frame.judged(&first)?;
                self.join(item, first)
            }
            State::Joining {
                item,
                first,
                round,
                merged,
                includes,
            } => {
                let merged = match round {
                    Some(round) => round.end(answers)?,
                    None => merged,
                };
                self.included(item, first, merged, includes, answers)
            }
            State::Over => Ok(Turn::Made(Made::Absent)),
        }
    }

    /// Sends the merges and asks for the included lists, together.
    fn join(&mut self, item: &'a Item, first: Incoming) -> Result<Turn, ApiError> {
        let slots = self.frame.slots(&self.asked, None, None);
        let ids: Vec<String> = self.asked.ids.iter().map(|(_, id)| id.clone()).collect();
        let round = Round::begin(self.frame, &item.merges, [&item.fields, NONE], &ids, &slots);
        let mut requests: Vec<_> = round.requests().cloned().collect();
        let lists = item.include.iter().filter_map(|(member, list)| {
            let name = LISTS.into_iter().find(|known| known == list)?;
            let asked = Asked {
                wanted: Wanted::List(name),
                ids: self.asked.ids.clone(),
                filters: Vec::new(),
                sort: None,
                place: Place::Number(1),
                size: match name {
                    "numbers" => MAXIMUM_SIZE,
                    _ => DEFAULT_SIZE,
                },
            };
            Some((member.clone(), ListTask::new(self.frame, name, asked)))
        });
        let mut includes = Together::new(lists.collect());
        requests.extend(includes.next(&mut std::iter::empty()));
        if requests.is_empty() {
            let merged = round.end(&mut std::iter::empty())?;
            return self.finish(item, &first, &merged, includes);
        }
        self.state = State::Joining {
            item,
            first,
            round: Some(round),
            merged: Merged::default(),
            includes,
        };
        Ok(Turn::Send(requests))
    }

    fn included(
        &mut self,
        item: &'a Item,
        first: Incoming,
        merged: Merged<'a>,
        mut includes: Together<'a>,
        answers: &mut impl Iterator<Item = Answer>,
    ) -> Result<Turn, ApiError> {
        let requests = includes.next(answers);
        if requests.is_empty() {
            return self.finish(item, &first, &merged, includes);
        }
        self.state = State::Joining {
            item,
            first,
            round: None,
            merged,
            includes,
        };
        Ok(Turn::Send(requests))
    }

    fn finish(
        &self,
        item: &Item,
        first: &Incoming,
        merged: &Merged<'_>,
        includes: Together<'_>,
    ) -> Result<Turn, ApiError> {
        let frame = self.frame;
        let document = parsed(first)?;
        let ids = pairs(&self.asked.ids);
        let laid = Laid::of(merged);
        let table = laid.table(frame);
        let whole = frame.scope(document.root(), first, &ids, &table.whole);
        let own = self.own(item, &whole)?;
        let merges = table.of_row(&own, &whole);
        let scope = Scope {
            merges: &merges,
            ..own.scope(&whole)
        };
        let mut members = match item.fields.evaluate(&scope) {
            Made::Object(members) => members,
            _ => Vec::new(),
        };
        let is_told = members.iter().any(|(name, value)| {
            name == "captured_at" && !matches!(value, Made::Absent | Made::Null)
        });
        if !is_told {
            put(
                &mut members,
                "captured_at",
                calendar::written(frame.setting.now).into(),
            );
        }
        let mut told = merged.told.clone();
        for (member, result) in includes.results() {
            match result {
                Ok(page) => put(&mut members, &member, page),
                Err(error) if error.kind == ErrorKind::SignedOut => return Err(error),
                Err(error) => {
                    told.push(PartTold::failed(
                        &member,
                        vec![member.clone()],
                        None,
                        &error,
                    ));
                }
            }
        }
        if let Some(partial) = frame.reading().partial(&whole) {
            told.push(PartTold {
                name: "some entries".to_owned(),
                fields: Vec::new(),
                at: Some(frame.setting.now),
                error: Some(partial),
            });
        }
        put(&mut members, "parts", parts::made(&told));
        let mut made = Made::Object(members);
        action::add_to_row(frame.mapping, self.name, &mut made);
        Ok(Turn::Made(made))
    }
}
