//! Starting a run: one at a time, never twice.

use super::once::Once;
use super::session::Session;
use crate::api::error::ApiError;
use crate::domain::spinner::{RunBody, RunResult};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The start of a run from one page.
#[derive(Clone, Copy)]
pub struct Starting {
    session: Session,
    /// Whether a start is on its way.
    pub pending: RwSignal<bool>,
    /// What the last start was refused with, until the next one.
    pub refused: RwSignal<Option<ApiError>>,
    once: Once<(String, RunBody)>,
}

impl Starting {
    /// For the page that owns the current scope.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            pending: RwSignal::new(false),
            refused: RwSignal::new(None),
            once: Once::new(),
        }
    }

    /// Starts a run of a spinner. While another start is on its way this does
    /// nothing: a second press cannot start a second run.
    pub fn start(self, spinner: String, body: RunBody, then: impl FnOnce(RunResult) + 'static) {
        if self.pending.get_untracked() {
            return;
        }
        self.pending.set(true);
        self.refused.set(None);
        let request = (spinner, body);
        let key = self.once.key(&request);
        let (spinner, body) = request;
        spawn_local(async move {
            let answer = self.session.client().start_run(spinner, body, key).await;
            self.once.answered(&answer);
            if self.pending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(result) => then(result),
                Err(error) => {
                    self.refused.try_set(Some(error));
                }
            }
        });
    }
}
