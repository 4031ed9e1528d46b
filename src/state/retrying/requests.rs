//! What is asked of the API for a retry: each thing once, however often it is
//! pressed.

use super::{Asked, Retrying};
use crate::api::error::ApiError;
use crate::domain::dry_run::changed;
use crate::domain::format::Zone;
use crate::domain::targeted_retry::{Retry, RetryPreview, RetrySelection};
use crate::living::spawn_with;
use crate::state::telling::Deed;
use leptos::prelude::*;
use std::sync::Arc;

/// What a retry is started with.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// Whom to try again.
    pub selection: RetrySelection,
    /// How many go first.
    pub size: i64,
    /// Why, in the operator's words.
    pub reason: Option<String>,
}

impl Retrying {
    /// Forgets the dry run, one that is on its way included.
    pub fn forget(self) {
        self.rehearsals.update_value(|n| *n = n.wrapping_add(1));
        self.rehearsing.set(false);
        self.preview.set(None);
        self.changed.set(None);
        self.refused.set(None);
    }

    /// Asks what a retry would do, in place of what was asked before.
    pub fn rehearse(self, selection: RetrySelection) {
        self.forget();
        self.rehearsed.set_value(Some(selection.clone()));
        self.rehearsing.set(true);
        let asked = self.rehearsals.get_value();
        spawn_with(self.session.around, async move {
            let answer = self.session.client().preview_retry(selection).await;
            if self.rehearsals.try_get_value() != Some(asked) {
                return;
            }
            self.rehearsing.try_set(false);
            match answer {
                Ok(preview) => drop(self.preview.try_set(Some(Arc::new(preview)))),
                Err(error) => self.refuse(Asked::DryRun, error),
            }
        });
    }

    /// What the latest dry run was asked for.
    pub fn rehearsed_selection(self) -> Option<RetrySelection> {
        self.rehearsed.get_value()
    }

    /// Asks the same again.
    pub fn rehearse_again(self) {
        if let Some(selection) = self.rehearsed_selection() {
            self.rehearse(selection);
        }
    }

    /// Starts the sample, after a look at whether the dry run still holds: when
    /// it does not, nothing is started and what has changed is told, once; who
    /// presses again has read it. While something else is on its way this does
    /// nothing: a second press cannot start a second sample.
    pub fn start(self, start: Start, then: impl FnOnce(Retry) + 'static) {
        let Some(shown) = self.preview.get_untracked() else {
            return;
        };
        // One whose fate is not known may have begun: it is asked for again
        // as it was, under its own key.
        let is_told = self.changed.with_untracked(Option::is_some);
        let is_certain = is_told || self.starts.is_unanswered(&start);
        if !self.begin(Asked::Start) {
            return;
        }
        spawn_with(self.session.around, async move {
            if !is_certain {
                let selection = start.selection.clone();
                match self.session.client().preview_retry(selection).await {
                    Ok(now) => {
                        let told = self.compare(&shown, &now);
                        if told.is_some() {
                            self.preview.try_set(Some(Arc::new(now)));
                            self.changed.try_set(told);
                            self.pending.try_set(None);
                            return;
                        }
                    }
                    Err(error) => {
                        // The start itself was not sent: its fate is known.
                        self.pending.try_set(None);
                        self.refuse(Asked::DryRun, error);
                        return;
                    }
                }
            }
            let key = self.starts.key(&start);
            let Start {
                selection,
                size,
                reason,
            } = start;
            let client = self.session.client();
            let owner = selection.campaign_id.value().or(selection.job_id.value());
            let owner = owner.map_or("", String::as_str);
            let deed = Deed::ask(self.session.around, "start_retry", owner);
            let answer = client.start_retry(selection, size, reason, key).await;
            self.starts.answered(&answer);
            deed.answered(&answer);
            if self.pending.try_set(None).is_some() {
                return;
            }
            // Another one may be in the way: the list shows it.
            self.list.ask();
            match answer {
                Ok(retry) => then(retry),
                Err(error) => self.refuse(Asked::Start, error),
            }
        });
    }

    /// Releases or stops a retry.
    pub fn act(
        self,
        id: String,
        action: &str,
        reason: Option<String>,
        then: impl FnOnce(Retry) + 'static,
    ) {
        if !self.begin(Asked::Action) {
            return;
        }
        let deed = Deed::ask(self.session.around, action, &id);
        let request = (id, action.to_owned(), reason);
        let key = self.actions.key(&request);
        spawn_with(self.session.around, async move {
            let (id, action, reason) = request;
            let client = self.session.client();
            let answer = client.act_on_retry(id, action, reason, key).await;
            self.actions.answered(&answer);
            deed.answered(&answer);
            if self.pending.try_set(None).is_some() {
                return;
            }
            // After a refusal too: the state was not what the page showed.
            self.current.ask();
            self.list.ask();
            match answer {
                Ok(retry) => then(retry),
                Err(error) => self.refuse(Asked::Action, error),
            }
        });
    }

    fn compare(self, shown: &RetryPreview, now: &RetryPreview) -> Option<String> {
        let presentation = self.session.presentation;
        presentation.written_in(&Zone::Utc, 0, |formats| changed(shown, now, formats))
    }

    fn begin(self, asked: Asked) -> bool {
        let is_free = self.pending.with_untracked(Option::is_none);
        if is_free {
            self.refused.set(None);
            self.pending.set(Some(asked));
        }
        is_free
    }

    fn refuse(self, asked: Asked, error: ApiError) {
        self.refused.try_set(Some((asked, error)));
    }
}
