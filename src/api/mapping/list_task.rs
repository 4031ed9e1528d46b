//! A page of a list of the contract, asked of a foreign API.

mod counted;
mod page;

pub(super) use page::{pairs, put};

use super::document::{List, Style};
use super::draft::Draft;
use super::filter::{Narrowing, refused};
use super::frame::{Answer, Frame, Turn, not_provided, parsed, unreadable};
use super::merge::{Merged, Round, unanswered};
use super::paging::{self, Begin, Neighbors};
use super::question::Asked;
use super::rows;
use super::trail::Trail;
use crate::api::error::ApiError;
use crate::api::exchange::Incoming;
use crate::domain::json::Made;

/// Most requests for one page: those that lead to it from the last known one.
const MOST_STEPS: u32 = 12;

/// One page on its way.
pub(super) struct ListTask<'a> {
    frame: Frame<'a>,
    name: &'static str,
    asked: Asked,
    state: State<'a>,
}

enum State<'a> {
    Start,
    Asked(Box<Under<'a>>),
    Merging(Box<Under<'a>>, Box<First>, Round<'a>),
    Over,
}

/// What is known while a page is asked for.
struct Under<'a> {
    list: &'a List,
    /// The request without its place in the list.
    draft: Draft,
    size: u64,
    begin: Begin,
    url: String,
    trail: Trail,
    steps: u32,
}

/// The answer that holds the page.
struct First {
    answer: Incoming,
    begin: Begin,
    neighbors: Neighbors,
}

impl<'a> ListTask<'a> {
    /// For a question about the list of that name.
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
            State::Start => self.start(),
            State::Asked(under) => self.answered(under, answers.next().unwrap_or_else(unanswered)),
            State::Merging(under, first, round) => {
                let merged = round.end(answers)?;
                self.finish(&under, &first, merged)
            }
            State::Over => Ok(Turn::Made(Made::Absent)),
        }
    }

    fn start(&mut self) -> Result<Turn, ApiError> {
        let Some(list) = self.frame.mapping.list(self.name) else {
            let subject = self.asked.subject();
            return Err(not_provided(format!("This API does not report {subject}.")));
        };
        let narrowing = Narrowing::of(self.name, list);
        let sort = narrowing.sort(&self.asked)?;
        let slots = self.frame.slots(&self.asked, sort, None);
        let mut draft = self.frame.draft(&list.request, &[], &slots)?;
        narrowing.send(&self.asked, &mut draft)?;
        let size = paging::size(&list.paging, self.asked.size);
        let trail = match list.paging.style {
            Style::Cursor { .. } | Style::Next(_) => {
                self.frame.setting.memory.trail(&self.key(size))
            }
            _ => Trail::default(),
        };
        let Some(begin) = paging::begin(&list.paging, &self.asked.place, size, &trail) else {
            return Err(refused("The cursor is of another list.".to_owned()));
        };
        Ok(self.send(Under {
            list,
            draft,
            size,
            begin,
            url: String::new(),
            trail,
            steps: 0,
        }))
    }

    /// The list with its order and filters, whatever the page.
    fn key(&self, size: u64) -> String {
        let asked = &self.asked;
        format!(
            "{} {:?} {:?} {:?} {size}",
            self.name, asked.ids, asked.filters, asked.sort
        )
    }

    fn send(&mut self, mut under: Under<'a>) -> Turn {
        under.steps += 1;
        let draft = under.draft.clone();
        let draft = paging::asked(&under.list.paging, &under.begin, under.size, draft);
        let request = self.frame.outgoing(draft);
        under.url.clone_from(&request.url);
        self.state = State::Asked(Box::new(under));
        Turn::Send(vec![request])
    }

    fn answered(&mut self, mut under: Box<Under<'a>>, answer: Answer) -> Result<Turn, ApiError> {
        let answer = match (self.frame.heard(answer), &under.begin) {
            (Ok(answer), _) => answer,
            // A word of an earlier answer may have lost its meaning.
            (
                Err(_),
                Begin::Word {
                    word: Some(_),
                    wanted: wanted @ Some(_),
                    ..
                },
            ) if under.steps == 1 => {
                under.begin = Begin::Word {
                    word: None,
                    number: Some(1),
                    wanted: *wanted,
                };
                under.trail = Trail::default();
                return Ok(self.send(*under));
            }
            (Err(error), _) => return Err(error),
        };
        let (count, mut neighbors) = self.looked_at(&under, &answer)?;
        if let Begin::Word {
            number,
            wanted,
            word,
        } = under.begin.clone()
        {
            let same = neighbors.next.is_some() && neighbors.next == word;
            let leads_on = match (&neighbors.next, number) {
                (Some(next), Some(number)) => under.trail.learn(number.saturating_add(1), next),
                _ => true,
            };
            if same || !leads_on {
                neighbors.next = None;
            }
            let is_before = number
                .zip(wanted)
                .is_some_and(|(number, wanted)| number < wanted);
            // A page that came empty although the list goes on is passed over.
            if let Some(next) = neighbors.next.clone().filter(|_| is_before || count == 0) {
                if under.steps < MOST_STEPS {
                    let ahead = u32::from(is_before && count > 0);
                    under.begin = Begin::Word {
                        word: Some(next),
                        number: number.map(|number| number.saturating_add(ahead)),
                        wanted,
                    };
                    return Ok(self.send(*under));
                }
                if is_before {
                    self.keep(&under);
                    return Err(refused(
                        "This API is paged by cursor: a page far on cannot be opened by its number. Go there page by page."
                            .to_owned(),
                    ));
                }
            } else if is_before {
                // Past the end is an empty page.
                under.begin = Begin::Word {
                    word,
                    number: wanted,
                    wanted: None,
                };
                self.keep(&under);
                return self.past_the_end(&under, &answer);
            }
            self.keep(&under);
        }
        let first = First {
            begin: under.begin.clone(),
            answer,
            neighbors,
        };
        if under.list.merges.is_empty() {
            return self.finish(&under, &first, Merged::default());
        }
        let ids = self.ids(under.list, &first.answer)?;
        let slots = self.frame.slots(&self.asked, None, None);
        let fields = [&under.list.fields, &under.list.page];
        let round = Round::begin(self.frame, &under.list.merges, fields, &ids, &slots);
        let requests = round.requests().cloned().collect();
        self.state = State::Merging(under, Box::new(first), round);
        Ok(Turn::Send(requests))
    }

    fn keep(&self, under: &Under<'a>) {
        let memory = self.frame.setting.memory;
        memory.keep_trail(&self.key(under.size), under.trail.clone());
    }

    /// How many rows came, and what the answer says of its neighbors.
    fn looked_at(
        &self,
        under: &Under<'a>,
        answer: &Incoming,
    ) -> Result<(usize, Neighbors), ApiError> {
        let document = parsed(answer)?;
        let scope = self.frame.scope(document.root(), answer, &[], &[]);
        let base = self.frame.setting.base;
        let neighbors = paging::neighbors(&under.list.paging, &scope, base, &under.url);
        let rows = rows::found(&under.list.rows, &scope).map_err(unreadable)?;
        Ok((rows.len(), neighbors))
    }

    /// The contract IDs of the rows.
    fn ids(&self, list: &List, answer: &Incoming) -> Result<Vec<String>, ApiError> {
        let document = parsed(answer)?;
        let whole = self.frame.scope(document.root(), answer, &[], &[]);
        let rows = rows::found(&list.rows, &whole).map_err(unreadable)?;
        let kind = self.name.strip_suffix('s').unwrap_or(self.name);
        let ids = &self.frame.mapping.conventions.ids;
        let ids = rows
            .iter()
            .filter_map(|row| ids.of_row(kind, &row.scope(&whole)));
        Ok(ids.collect())
    }
}
