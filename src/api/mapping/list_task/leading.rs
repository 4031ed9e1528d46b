//! The words that lead from page to page.

use super::{ListTask, Under};
use crate::api::error::{ApiError, ErrorKind};
use crate::api::mapping::frame::Turn;
use crate::api::mapping::paging::Begin;
use crate::api::mapping::trail::Trail;

impl<'a> ListTask<'a> {
    /// The list with its order and filters, whatever the page.
    pub(super) fn key(&self, size: u64) -> String {
        let asked = &self.asked;
        format!(
            "{} {:?} {:?} {:?} {size}",
            self.name, asked.ids, asked.filters, asked.sort
        )
    }

    /// Begins anew where a word of an earlier answer has lost its meaning.
    pub(super) fn lost(&mut self, mut under: Under<'a>, error: ApiError) -> Result<Turn, ApiError> {
        let may_be_the_word = matches!(
            error.kind,
            ErrorKind::Refused { .. } | ErrorKind::NotFound(_)
        );
        match under.begin {
            Begin::Word {
                word: Some(_),
                wanted: wanted @ Some(_),
                ..
            } if may_be_the_word && under.steps == 1 => {
                under.begin = Begin::Word {
                    word: None,
                    number: Some(1),
                    wanted,
                };
                under.trail = Trail::default();
                Ok(self.send(under))
            }
            _ => Err(error),
        }
    }

    /// Keeps the trail for the next question.
    pub(super) fn keep(&self, under: &Under<'a>) {
        let memory = self.frame.setting.memory;
        memory.keep_trail(&self.key(under.size), under.trail.clone());
    }
}
