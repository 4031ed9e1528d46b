//! Something that is asked for from one page: one request at a time, never
//! twice.

use super::once::Once;
use super::telling::Deed;
use crate::api::error::ApiError;
use crate::living::spawn_with;
use leptos::prelude::*;

/// Requests of one kind from one page.
pub struct Sending<R: Send + Sync + 'static> {
    /// Whether one is on its way.
    pub pending: RwSignal<bool>,
    /// What the last one was refused with, until the next one.
    pub refused: RwSignal<Option<ApiError>>,
    once: Once<R>,
}

impl<R: Send + Sync + 'static> Clone for Sending<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Send + Sync + 'static> Copy for Sending<R> {}

impl<R: Clone + PartialEq + Send + Sync + 'static> Sending<R> {
    /// For the page that owns the current scope.
    pub fn new() -> Self {
        Self {
            pending: RwSignal::new(false),
            refused: RwSignal::new(None),
            once: Once::new(),
        }
    }

    /// Sends a request under its idempotency key. While another one is on its
    /// way this does nothing: a second press cannot do it a second time.
    /// `deed` tells the page around of it, `then` is told of the answer while
    /// the page is still there.
    pub fn send<T: 'static, A>(
        self,
        request: R,
        deed: impl FnOnce(&R) -> Deed,
        ask: impl FnOnce(R, String) -> A,
        then: impl FnOnce(Option<T>) + 'static,
    ) where
        A: Future<Output = Result<T, ApiError>> + 'static,
    {
        if self.pending.get_untracked() {
            return;
        }
        self.pending.set(true);
        self.refused.set(None);
        let key = self.once.key(&request);
        let deed = deed(&request);
        let asked = ask(request, key);
        spawn_with(deed.around, async move {
            let answer = asked.await;
            self.once.answered(&answer);
            deed.answered(&answer);
            if self.pending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(result) => then(Some(result)),
                Err(error) => {
                    self.refused.try_set(Some(error));
                    then(None);
                }
            }
        });
    }
}

impl<R: Clone + PartialEq + Send + Sync + 'static> Default for Sending<R> {
    fn default() -> Self {
        Self::new()
    }
}
