//! One card's endpoint, whatever its answer is.

use crate::api::error::ApiError;
use crate::domain::live_ops::CardKind;
use crate::state::polling::Following;
use crate::state::remote::RemoteHandle;
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of one card's endpoint.
#[derive(Clone, Copy)]
pub struct Feed {
    /// Which card.
    pub kind: CardKind,
    /// Whether the API does not report it: it is not asked for.
    pub absent: Memo<bool>,
    /// When its last good answer was received or confirmed, by the client's
    /// clock.
    pub fetched_at: Memo<Option<i64>>,
    /// For how long, in milliseconds, its last good answer has been confirmed
    /// since it was received.
    pub confirmed: Memo<i64>,
    /// Why its last answer was none, until there is a good one.
    pub trouble: Memo<Option<ApiError>>,
    /// Whether a request is on its way.
    pub asking: Memo<bool>,
    /// Seconds from one try to the next; `None` while the cards are held.
    pub wait: Memo<Option<i64>>,
    ask: Callback<()>,
}

impl Feed {
    /// The feed of a card.
    pub fn of<T: Send + Sync + 'static>(
        kind: CardKind,
        remote: RemoteHandle<T>,
        following: Following,
        absent: Memo<bool>,
    ) -> Self {
        let state = remote.state;
        let received = Memo::new(move |before: Option<&Option<(usize, i64)>>| {
            let known = state.with(|state| {
                let answer = Arc::as_ptr(state.value()?) as usize;
                Some((answer, state.fetched_at()?))
            });
            let same = before
                .copied()
                .flatten()
                .filter(|(answer, _)| known.is_some_and(|(now, _)| now == *answer));
            same.or(known)
        });
        let fetched_at = Memo::new(move |_| state.with(|state| state.fetched_at()));
        let confirmed = Memo::new(move |_| {
            let received = received.get().map(|(_, at)| at);
            let span = fetched_at.get().zip(received);
            span.map_or(0, |(now, at)| now.saturating_sub(at).max(0))
        });
        Self {
            confirmed,
            kind,
            absent,
            fetched_at,
            trouble: Memo::new(move |before: Option<&Option<ApiError>>| {
                if absent.get() {
                    return None;
                }
                let error = state.with(|state| state.error().cloned());
                match (error, remote.failures.get()) {
                    (Some(error), _) => Some(error),
                    (None, 0) => None,
                    (None, _) => before.cloned().flatten(),
                }
            }),
            asking: Memo::new(move |_| !absent.get() && state.with(|state| state.is_asking())),
            wait: Memo::new(move |_| following.wait(remote)),
            ask: Callback::new(move |()| remote.refresh()),
        }
    }

    /// Asks again now. While a request is on its way this does nothing.
    pub fn refresh(self) {
        self.ask.run(());
    }
}
