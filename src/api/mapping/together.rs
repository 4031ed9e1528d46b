//! Several lists that are asked for at once.

use super::frame::{Answer, Turn};
use super::list_task::ListTask;
use crate::api::error::ApiError;
use crate::api::exchange::Outgoing;
use crate::domain::json::Made;

/// Lists on their way, each under a name.
pub(super) struct Together<'a> {
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    name: String,
    task: ListTask<'a>,
    /// Answers that it waits for.
    waits: usize,
    result: Option<Result<Made, ApiError>>,
}

impl<'a> Together<'a> {
    /// Before anything is asked.
    pub fn new(lists: Vec<(String, ListTask<'a>)>) -> Self {
        let entries = lists.into_iter().map(|(name, task)| Entry {
            name,
            task,
            waits: 0,
            result: None,
        });
        Self {
            entries: entries.collect(),
        }
    }

    /// Hears the answers to what was sent last, and tells what is sent next;
    /// nothing at the end.
    pub fn next(&mut self, answers: &mut impl Iterator<Item = Answer>) -> Vec<Outgoing> {
        let mut requests = Vec::new();
        for entry in &mut self.entries {
            if entry.result.is_some() {
                continue;
            }
            let own: Vec<Answer> = answers.by_ref().take(entry.waits).collect();
            let mut turn = entry.task.next(&mut own.into_iter());
            while matches!(&turn, Ok(Turn::Send(more)) if more.is_empty()) {
                turn = entry.task.next(&mut std::iter::empty());
            }
            match turn {
                Ok(Turn::Send(more)) => {
                    entry.waits = more.len();
                    requests.extend(more);
                }
                Ok(Turn::Made(made)) => entry.result = Some(Ok(made)),
                Err(error) => entry.result = Some(Err(error)),
            }
        }
        requests
    }

    /// What became of each.
    pub fn results(self) -> impl Iterator<Item = (String, Result<Made, ApiError>)> {
        let entries = self.entries.into_iter();
        entries.filter_map(|entry| Some((entry.name, entry.result?)))
    }
}
