//! The one place that spawns reads. A screen names a key and how to fetch it;
//! what comes back is drawn by the `Loaded` widget.

use super::clock::now;
use super::session::Session;
use super::signing_in::SigningIn;
use super::telling::read_failed;
use crate::api::client::{Ask, Fetched};
use crate::api::error::{ApiError, ErrorKind};
use crate::domain::remote::Remote;
use crate::living::spawn_with;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::AbortController;

/// What is known of one remote value, as a signal.
pub type RemoteSignal<T> = RwSignal<Remote<Arc<T>, ApiError>>;

/// An answer on its way.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<Fetched<T>, ApiError>>>>;

/// A remote value and the means to ask again.
pub struct RemoteHandle<T: Send + Sync + 'static> {
    /// What is known of it.
    pub state: RemoteSignal<T>,
    /// Failed answers in a row since the last good one.
    pub failures: RwSignal<u32>,
    refresh: StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl<T: Send + Sync + 'static> Clone for RemoteHandle<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for RemoteHandle<T> {}

impl<T: Send + Sync + 'static> RemoteHandle<T> {
    /// Asks again now. While a request is in flight this does nothing.
    pub fn refresh(self) {
        if !self.state.with_untracked(Remote::is_asking) {
            self.ask();
        }
    }

    /// Asks again now, giving up on a request in flight: for after an action,
    /// when the answer on its way may be older than the action.
    pub fn ask(self) {
        if let Some(ask) = self.refresh.try_get_value() {
            ask();
        }
    }
}

/// Reads `fetch(key)` now and whenever the key changes. A new key keeps the
/// old value on screen until its answer is there; a `None` key asks nothing.
/// The request in flight is aborted when the key changes or the owner goes, so
/// that the last key always wins.
pub fn use_remote<K, T>(
    key: impl Fn() -> Option<K> + 'static,
    fetch: impl Fn(K, Ask) -> Answer<T> + 'static,
) -> RemoteHandle<T>
where
    K: Clone + PartialEq + 'static,
    T: Send + Sync + 'static,
{
    let state: RemoteSignal<T> = RwSignal::new(Remote::Loading);
    let failures = RwSignal::new(0_u32);
    // What a console asks before it is one is not what its screens show.
    let session = use_context::<Session>();
    let latest: Rc<std::cell::RefCell<Asking<K>>> = Rc::default();

    let send = {
        let latest = Rc::clone(&latest);
        move || {
            let Some((key, etag, controller)) = latest.borrow_mut().begin() else {
                return;
            };
            state.update(Remote::start);
            let answer = fetch(
                key,
                Ask {
                    signal: controller.signal(),
                    etag,
                },
            );
            let latest = Rc::clone(&latest);
            spawn_with(state, async move {
                let answer = answer.await;
                if controller.signal().aborted() {
                    return;
                }
                latest.borrow_mut().end(&answer);
                if let (Some(session), Err(error)) = (session, &answer) {
                    read_failed(session.around, error);
                }
                failures.try_update(|n| {
                    *n = if answer.is_ok() {
                        0
                    } else {
                        n.saturating_add(1)
                    }
                });
                state.try_update(|state| settle(state, answer));
            });
        }
    };
    let send: Rc<dyn Fn()> = Rc::new(send);

    let keyed = Rc::clone(&latest);
    let ask = Rc::clone(&send);
    Effect::new(move |_| {
        let wanted = key();
        let nothing = wanted.is_none();
        let changed = keyed.borrow_mut().turn_to(wanted);
        if changed && nothing {
            state.set(Remote::Loading);
        } else if changed {
            ask();
        }
    });
    if let Some(signing) = use_context::<SigningIn>() {
        let is_out = move |state: &Remote<Arc<T>, ApiError>| {
            let error = state.error();
            error.is_some_and(|error| error.kind == ErrorKind::SignedOut)
        };
        let failed = move || state.with_untracked(is_out);
        signing.follow(Rc::new(failed), Rc::clone(&send));
    }
    let ending = StoredValue::new_local(latest);
    on_cleanup(move || {
        if let Some(latest) = ending.try_get_value() {
            latest.borrow_mut().abort();
        }
    });
    RemoteHandle {
        state,
        failures,
        refresh: StoredValue::new_local(send),
    }
}

fn settle<T>(state: &mut Remote<Arc<T>, ApiError>, answer: Result<Fetched<T>, ApiError>) {
    match answer {
        Ok(Fetched::New { value, .. }) => state.finish(Ok(Arc::new(value)), now()),
        Ok(Fetched::Unchanged) => state.unchanged(now()),
        Err(error) => state.finish(Err(error), now()),
    }
}

/// What is being asked, and what the value in hand is known by.
struct Asking<K> {
    key: Option<K>,
    etag: Option<String>,
    in_flight: Option<AbortController>,
}

impl<K> Default for Asking<K> {
    fn default() -> Self {
        Self {
            key: None,
            etag: None,
            in_flight: None,
        }
    }
}

impl<K: Clone + PartialEq> Asking<K> {
    fn turn_to(&mut self, key: Option<K>) -> bool {
        if self.key == key {
            return false;
        }
        self.abort();
        self.key = key;
        self.etag = None;
        true
    }

    fn begin(&mut self) -> Option<(K, Option<String>, AbortController)> {
        self.abort();
        let key = self.key.clone()?;
        let controller = AbortController::new().ok()?;
        self.in_flight = Some(controller.clone());
        Some((key, self.etag.clone(), controller))
    }

    fn end<T>(&mut self, answer: &Result<Fetched<T>, ApiError>) {
        self.in_flight = None;
        if let Ok(Fetched::New { etag, .. }) = answer {
            self.etag.clone_from(etag);
        }
    }
}

impl<K> Asking<K> {
    fn abort(&mut self) {
        if let Some(controller) = self.in_flight.take() {
            controller.abort();
        }
    }
}
