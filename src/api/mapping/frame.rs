//! What every part of a dialogue works with.

use super::Mapping;
use super::draft::Draft;
use super::error_reading::Reading;
use super::filling::Unfilled;
use super::filter::refused;
use super::memory::Memory;
use super::question::Asked;
use super::scope::Scope;
use super::slots::Slots;
use super::template::Slot;
use crate::api::decode::json_of;
use crate::api::error::{ApiError, ErrorKind};
use crate::api::exchange::{Incoming, Outgoing};
use crate::domain::block::Unreadable;
use crate::domain::json::{Document, Json, Made};

/// Where and when a question is asked.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The API's address, absolute or from the root of the page's origin.
    pub base: &'a str,
    /// What the configuration sets in place of the mapping's variables.
    pub variables: &'a [(String, String)],
    /// ID and name of the workspace, where the configuration has one.
    pub workspace: Option<(&'a str, &'a str)>,
    /// The present, epoch milliseconds.
    pub now: i64,
    /// What is kept from one question to the next.
    pub memory: &'a Memory,
}

/// An answer, or why there is none.
pub(super) type Answer = Result<Incoming, ApiError>;

/// What a part of a dialogue comes to when it has heard the answers.
pub(super) enum Turn {
    /// These are asked next, all at once.
    Send(Vec<Outgoing>),
    /// The answer of the contract.
    Made(Made),
}

/// The mapping and the setting.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub mapping: &'a Mapping,
    pub setting: &'a Setting<'a>,
}

impl<'a> Frame<'a> {
    /// What the placeholders of a request stand for.
    pub fn slots<'s>(
        &self,
        asked: &'s Asked,
        sort: Option<&'s str>,
        body: Option<&'s str>,
    ) -> Slots<'s>
    where
        'a: 's,
    {
        Slots {
            asked,
            ids: &self.mapping.conventions.ids,
            variables: [&self.mapping.variables, self.setting.variables],
            sort,
            body,
        }
    }

    /// A request with its placeholders filled.
    pub fn draft(
        &self,
        request: &super::document::Request,
        ids: &[String],
        slots: &Slots<'_>,
    ) -> Result<Draft, ApiError> {
        let draft = Draft::of(request, ids, &|slot| slots.value(slot));
        draft.map_err(|unfilled| match unfilled {
            Unfilled::Climbing => ApiError::new(ErrorKind::NotFound(Some(
                "No address can have this ID.".to_owned(),
            ))),
            Unfilled::Missing(slot) => refused(lack(&slot, &slots.asked.subject())),
        })
    }

    /// The request of a draft.
    pub fn outgoing(&self, draft: Draft) -> Outgoing {
        draft.outgoing(self.setting.base, None)
    }

    /// Passes on a good answer, or the failure that it means.
    pub fn heard(&self, answer: Answer) -> Result<Incoming, ApiError> {
        let answer = answer?;
        let document = parsed(&answer);
        self.reading().accepted(&answer, document.as_ref().ok())?;
        drop(document);
        Ok(answer)
    }

    /// The values of a good answer, or the failure that it means.
    pub fn judged<'d>(&self, answer: &'d Incoming) -> Result<Document<'d>, ApiError> {
        let document = parsed(answer);
        self.reading().accepted(answer, document.as_ref().ok())?;
        document
    }

    /// The rules by which answers are read.
    pub fn reading(&self) -> Reading<'a> {
        Reading {
            rules: &self.mapping.errors,
            conventions: &self.mapping.conventions,
            now: self.setting.now,
        }
    }

    /// What fields see of a whole answer.
    pub fn scope<'s>(
        &self,
        root: Json<'s>,
        answer: &'s Incoming,
        asked: &'s [(&'s str, &'s str)],
        merges: &'s [(&'s str, Json<'s>)],
    ) -> Scope<'s>
    where
        'a: 's,
    {
        Scope {
            conventions: &self.mapping.conventions,
            row: root,
            answer: root,
            around: None,
            key: None,
            merges,
            asked,
            headers: &answer.headers,
            now: self.setting.now,
        }
    }
}

/// Most bytes of an answer that are read: laid out it takes several times as
/// much.
pub(super) const MOST_BYTES: usize = 16 << 20;

/// The values of an answer.
pub(super) fn parsed(answer: &Incoming) -> Result<Document<'_>, ApiError> {
    if answer.body.len() > MOST_BYTES {
        return Err(unreadable(Unreadable {
            path: String::new(),
            expected: "an answer of at most 16 MB; a list this long needs paging".to_owned(),
        }));
    }
    let document = json_of(&answer.body).and_then(Document::parse);
    document.map_err(unreadable)
}

/// The error of an answer that is not what the mapping says.
pub(super) fn unreadable(trouble: Unreadable) -> ApiError {
    ApiError::new(ErrorKind::Unreadable {
        path: trouble.path,
        expected: trouble.expected,
    })
}

/// A question about a part of the contract that the mapping does not have.
pub(super) fn not_provided(message: String) -> ApiError {
    ApiError {
        kind: ErrorKind::NotFound(Some(message)),
        request_id: None,
        code: Some("NOT_PROVIDED".to_owned()),
    }
}

/// A question about a resource that the mapping does not have.
pub(super) fn not_reported(asked: &Asked) -> ApiError {
    not_provided(format!("This API does not report {}.", asked.subject()))
}

fn lack(slot: &Slot, subject: &str) -> String {
    match slot {
        Slot::Asked(kind, _) | Slot::Filter(kind, _) => {
            format!("This API reports {subject} of one {kind} only.")
        }
        Slot::Either(slots) => slots
            .last()
            .map_or_else(String::new, |slot| lack(slot, subject)),
        Slot::Sort => format!("This API needs an order for {subject}."),
        Slot::Body(name) => format!("This needs a {name}."),
        Slot::Variable(name) => {
            format!("The variable \"{name}\" of the mapping has no value; set it in config.json.")
        }
    }
}
