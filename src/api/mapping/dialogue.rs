//! One question of the contract on its way through a foreign API: what is sent,
//! step by step, and the answer at the end.

use super::Mapping;
use super::action::ActTask;
use super::capabilities;
use super::compact::compact;
use super::filter::refused;
use super::find_task::FindTask;
use super::frame::{Answer, Frame, Setting, Turn, not_reported};
use super::item_task::ItemTask;
use super::list_task::ListTask;
use super::question::{Asked, Question, Wanted};
use crate::api::error::ApiError;
use crate::api::exchange::{Incoming, Outgoing};
use crate::domain::json::Made;

/// Most requests for one question.
const MOST_REQUESTS: usize = 40;

/// What comes next.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// These are sent, all at once; their answers go to [`Dialogue::next`] in
    /// the same order.
    Send(Vec<Outgoing>),
    /// The answer, contract JSON.
    Answered(String),
    /// There is no answer.
    Refused(ApiError),
}

/// A question on its way. It does nothing by itself: whoever has it sends what
/// it says and hands it the answers.
pub struct Dialogue<'a> {
    frame: Frame<'a>,
    task: Task<'a>,
    sent: usize,
    etag: Option<String>,
}

enum Task<'a> {
    List(Box<ListTask<'a>>),
    Item(Box<ItemTask<'a>>),
    Act(Box<ActTask<'a>>),
    Find(FindTask<'a>),
    Capabilities(Option<Box<ItemTask<'a>>>),
    Refused(ApiError),
}

impl Mapping {
    /// Begins a question of the contract.
    pub fn ask<'a>(&'a self, question: &Question<'a>, at: &'a Setting<'a>) -> Dialogue<'a> {
        let frame = Frame {
            mapping: self,
            setting: at,
        };
        let asked = Asked::of(question);
        let task = match asked.wanted.clone() {
            Wanted::List(name) => Task::List(Box::new(ListTask::new(frame, name, asked))),
            Wanted::Item(name) => Task::Item(Box::new(ItemTask::new(frame, name, asked))),
            Wanted::Find => Task::Find(FindTask::new(frame, &asked)),
            Wanted::Act { of, name } => {
                let (body, key) = (question.body, question.key);
                Task::Act(Box::new(ActTask::new(frame, (of, &name), asked, body, key)))
            }
            Wanted::Capabilities => {
                let own = self.item("capabilities");
                let own = own.map(|_| Box::new(ItemTask::new(frame, "capabilities", asked)));
                Task::Capabilities(own)
            }
            Wanted::Report | Wanted::Other(_) => Task::Refused(not_reported(&asked)),
        };
        Dialogue {
            frame,
            task,
            sent: 0,
            etag: None,
        }
    }

    /// The request for the file of a campaign's attempts.
    pub fn report(&self, question: &Question<'_>, at: &Setting<'_>) -> Result<Outgoing, ApiError> {
        let asked = Asked::of(question);
        let item = self
            .item("attempt_report")
            .filter(|_| asked.wanted == Wanted::Report);
        let Some(item) = item else {
            return Err(not_reported(&asked));
        };
        let frame = Frame {
            mapping: self,
            setting: at,
        };
        let draft = frame.draft(&item.request, &[], &frame.slots(&asked, None, None))?;
        let mut request = frame.outgoing(draft);
        for (name, value) in &mut request.headers {
            // What is added where the mapping says nothing asks for JSON.
            if name == "Accept" && value == "application/json" {
                "text/csv".clone_into(value);
            }
        }
        Ok(request)
    }
}

impl Dialogue<'_> {
    /// Hears the answers to what was sent last, in its order; none at first.
    pub fn next(&mut self, answers: Vec<Result<Incoming, ApiError>>) -> Step {
        self.etag = match answers.as_slice() {
            [Ok(answer)] if self.sent == 1 => answer.header("etag").map(str::to_owned),
            _ => None,
        };
        let mut answers = answers.into_iter();
        loop {
            match self.turn(&mut answers) {
                Ok(Turn::Send(requests)) if requests.is_empty() => {}
                Ok(Turn::Send(requests)) => {
                    self.sent = self.sent.saturating_add(requests.len());
                    if self.sent > MOST_REQUESTS {
                        return Step::Refused(refused(
                            "This question takes more requests than are sent at once.".to_owned(),
                        ));
                    }
                    return Step::Send(requests);
                }
                Ok(Turn::Made(made)) => return Step::Answered(compact(&made)),
                Err(error) => return Step::Refused(error),
            }
        }
    }

    /// The ETag of an answer that was made of one answer alone.
    pub fn etag(&self) -> Option<&str> {
        self.etag.as_deref()
    }

    fn turn(&mut self, answers: &mut impl Iterator<Item = Answer>) -> Result<Turn, ApiError> {
        match &mut self.task {
            Task::List(task) => task.next(answers),
            Task::Item(task) => task.next(answers),
            Task::Act(task) => task.next(answers),
            Task::Find(task) => task.next(answers),
            Task::Capabilities(own) => {
                let mut members = Vec::new();
                if let Some(task) = own {
                    match task.next(answers)? {
                        Turn::Made(Made::Object(told)) => members = told,
                        Turn::Made(_) => {}
                        send => return Ok(send),
                    }
                }
                capabilities::add(self.frame.mapping, self.frame.setting, &mut members);
                Ok(Turn::Made(Made::Object(members)))
            }
            Task::Refused(error) => Err(error.clone()),
        }
    }
}

#[cfg(test)]
mod tests;
