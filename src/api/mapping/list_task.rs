//! A page of a list of the contract, asked of a foreign API.

mod counted;
mod leading;
mod page;

pub(super) use page::{pairs, put};

use super::document::{List, Style};
use super::draft::Draft;
use super::filter::{Narrowing, refused};
use super::frame::{Answer, Frame, Turn, not_reported, parsed, unreadable};
use super::merge::{Merged, Round, unanswered};
use super::paging::{self, Begin, Neighbors};
use super::question::Asked;
use super::rows;
use super::trail::Trail;
use crate::api::error::ApiError;
use crate::api::exchange::Incoming;
use crate::domain::json::{Json, Made};

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

/// The answer that holds the page, while merges are waited for.
struct First {
    answer: Incoming,
    neighbors: Neighbors,
}

/// The answer that holds the page, laid out.
struct Come<'s> {
    answer: &'s Incoming,
    root: Json<'s>,
    begin: &'s Begin,
    neighbors: &'s Neighbors,
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
                let document = parsed(&first.answer)?;
                let come = Come {
                    answer: &first.answer,
                    root: document.root(),
                    begin: &under.begin,
                    neighbors: &first.neighbors,
                };
                self.finish(under.list, under.size, &come, merged)
            }
            State::Over => Ok(Turn::Made(Made::Absent)),
        }
    }

    fn start(&mut self) -> Result<Turn, ApiError> {
        let Some(list) = self.frame.mapping.list(self.name) else {
            return Err(not_reported(&self.asked));
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
        let place = &self.asked.place;
        let Some(begin) = paging::begin(&list.paging, place, size, &trail, draft.path()) else {
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
        let answer = answer?;
        let document = match self.frame.judged(&answer) {
            Ok(document) => document,
            Err(error) => return self.lost(*under, error),
        };
        let root = document.root();
        let whole = self.frame.scope(root, &answer, &[], &[]);
        let base = self.frame.setting.base;
        let mut neighbors = paging::neighbors(&under.list.paging, &whole, base, &under.url);
        let rows = rows::found(&under.list.rows, &whole).map_err(unreadable)?;
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
            // Without its number it is not kept, and would be refused when asked for.
            if number.is_none() && matches!(under.list.paging.style, Style::Next(_)) {
                let own = under.draft.path();
                neighbors.next = neighbors.next.filter(|next| paging::is_of(next, own));
            }
            let is_before = number
                .zip(wanted)
                .is_some_and(|(number, wanted)| number < wanted);
            // A page that came empty although the list goes on is passed over.
            if let Some(next) = neighbors
                .next
                .clone()
                .filter(|_| is_before || rows.is_empty())
            {
                if under.steps < MOST_STEPS {
                    let ahead = u32::from(is_before && !rows.is_empty());
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
            } else if let Some(told) = neighbors.told.clone().filter(|_| is_before) {
                self.keep(&under);
                return Err(refused(told));
            } else if is_before {
                // Past the end is an empty page.
                under.begin = Begin::Word {
                    word,
                    number: wanted,
                    wanted: None,
                };
                self.keep(&under);
                return self.past_the_end(&under, &whole);
            }
            self.keep(&under);
        }
        let come = Come {
            answer: &answer,
            root,
            begin: &under.begin,
            neighbors: &neighbors,
        };
        if under.list.merges.is_empty() {
            return self.finish(under.list, under.size, &come, Merged::default());
        }
        let kind = self.name.strip_suffix('s').unwrap_or(self.name);
        let ids = &self.frame.mapping.conventions.ids;
        let ids = { rows.iter() }.filter_map(|row| ids.of_row(kind, &row.scope(&whole)));
        let ids: Vec<String> = ids.collect();
        let slots = self.frame.slots(&self.asked, None, None);
        let fields = [&under.list.fields, &under.list.page];
        let round = Round::begin(self.frame, &under.list.merges, fields, &ids, &slots);
        let requests = round.requests().cloned().collect();
        let first = First { answer, neighbors };
        self.state = State::Merging(under, Box::new(first), round);
        Ok(Turn::Send(requests))
    }
}
