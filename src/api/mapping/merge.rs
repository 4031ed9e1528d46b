//! Further requests of one answer: all sent at once, an optional one that fails
//! costing only its own members.

use super::document::{Merge, On};
use super::draft::Draft;
use super::field::Fields;
use super::frame::{Answer, Frame, parsed};
use super::looking::text_at;
use super::memory::Part;
use super::parts::{self, PartTold};
use super::rows::{self, RowAt};
use super::scope::Scope;
use super::slots::Slots;
use crate::api::error::{ApiError, ErrorKind};
use crate::api::exchange::{Incoming, Outgoing};
use crate::domain::json::{Document, Json};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The merges of an answer on their way.
pub(super) struct Round<'a> {
    frame: Frame<'a>,
    merges: &'a [Merge],
    fields: [&'a Fields; 2],
    /// What was sent, or why it could not be.
    sent: Vec<Result<Outgoing, ApiError>>,
}

/// What the merges of an answer came to.
#[derive(Default)]
pub(super) struct Merged<'a> {
    answers: Vec<(&'a Merge, Rc<Incoming>)>,
    /// How each went.
    pub told: Vec<PartTold>,
}

impl<'a> Round<'a> {
    /// Puts the requests together; `ids` are those of the rows, `fields` what
    /// the merges fill.
    pub fn begin(
        frame: Frame<'a>,
        merges: &'a [Merge],
        fields: [&'a Fields; 2],
        ids: &[String],
        slots: &Slots<'_>,
    ) -> Self {
        let request = |merge: &'a Merge| -> Result<Outgoing, ApiError> {
            let draft: Draft = frame.draft(&merge.request, ids, slots)?;
            Ok(frame.outgoing(draft))
        };
        Self {
            frame,
            merges,
            fields,
            sent: merges.iter().map(request).collect(),
        }
    }

    /// What is sent.
    pub fn requests(&self) -> impl Iterator<Item = &Outgoing> {
        self.sent.iter().filter_map(|sent| sent.as_ref().ok())
    }

    /// Takes the answers in, one for each request.
    pub fn end(self, answers: &mut impl Iterator<Item = Answer>) -> Result<Merged<'a>, ApiError> {
        let mut merged = Merged::default();
        let (memory, now) = (self.frame.setting.memory, self.frame.setting.now);
        for (merge, sent) in self.merges.iter().zip(self.sent) {
            let answer = match &sent {
                Ok(_) => answers.next().unwrap_or_else(unanswered),
                Err(error) => Err(error.clone()),
            };
            let answer = answer.and_then(|answer| {
                self.frame.judged(&answer)?;
                Ok(answer)
            });
            let filled =
                { self.fields.iter() }.flat_map(|fields| parts::filled(fields, &merge.name));
            let fields: Vec<String> = filled.collect();
            match answer {
                Ok(answer) => {
                    let part = Part {
                        at: now,
                        answer: Rc::new(answer),
                    };
                    merged.told.push(PartTold {
                        name: merge.name.clone(),
                        fields,
                        at: Some(now),
                        error: None,
                    });
                    merged.answers.push((merge, Rc::clone(&part.answer)));
                    if let (Ok(sent), false) = (&sent, merge.required) {
                        memory.keep_part(sent, part);
                    }
                }
                // Whoever is signed out has to sign in, whatever part says so.
                Err(error) if merge.required || error.kind == ErrorKind::SignedOut => {
                    return Err(error);
                }
                Err(error) => {
                    let last = sent.ok().and_then(|sent| memory.part(&sent));
                    let at = last.as_ref().map(|part| part.at);
                    merged
                        .told
                        .push(PartTold::failed(&merge.name, fields, at, &error));
                    if let Some(part) = last {
                        merged.answers.push((merge, part.answer));
                    }
                }
            }
        }
        Ok(merged)
    }
}

/// What stands for an answer that nobody gave.
pub(super) fn unanswered() -> Answer {
    Err(ApiError::new(ErrorKind::Unreachable))
}

/// The answers of merges, laid out.
pub(super) struct Laid<'a> {
    sources: Vec<(&'a Merge, Document<'a>, &'a Incoming)>,
}

impl<'a> Laid<'a> {
    /// Lays out what can be read; each was read once before.
    pub fn of(merged: &'a Merged<'a>) -> Self {
        let sources = merged.answers.iter().filter_map(|(merge, answer)| {
            let document = parsed(answer).ok()?;
            Some((*merge, document, &**answer))
        });
        Self {
            sources: sources.collect(),
        }
    }

    /// The merges that belong to the answer as a whole, and those of which a
    /// row belongs to each row.
    pub fn table<'s>(&'s self, frame: Frame<'s>) -> Table<'s> {
        let mut table = Table::default();
        for (merge, document, answer) in &self.sources {
            let scope = frame.scope(document.root(), answer, &[], &[]);
            match &merge.on {
                None => table.whole.push((merge.name.as_str(), document.root())),
                Some(on) => {
                    let rows = rows::found(&on.rows, &scope).unwrap_or_default();
                    let keyed = rows.into_iter().filter_map(|row| {
                        let key = text_at(&on.theirs, &row.scope(&scope))?;
                        Some((key, row.json))
                    });
                    table
                        .by_row
                        .push((merge.name.as_str(), on, keyed.collect()));
                }
            }
        }
        table
    }
}

/// The merges as rows see them.
#[derive(Default)]
pub(super) struct Table<'s> {
    /// Of the whole answer.
    pub whole: Vec<(&'s str, Json<'s>)>,
    by_row: Vec<(&'s str, &'s On, BTreeMap<String, Json<'s>>)>,
}

impl<'s> Table<'s> {
    /// What one row sees.
    pub fn of_row(&self, row: &RowAt<'s>, whole: &Scope<'s>) -> Vec<(&'s str, Json<'s>)> {
        let scope = row.scope(whole);
        let mut merges = self.whole.clone();
        for (name, on, rows) in &self.by_row {
            let row = text_at(&on.ours, &scope).and_then(|key| rows.get(&key));
            if let Some(row) = row {
                merges.push((name, *row));
            }
        }
        merges
    }
}
