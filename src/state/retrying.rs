//! Targeted retries of one incident: what one would do, starting one, and
//! following it to its end.

use super::once::Once;
use super::polling::Following;
use super::remote::{RemoteHandle, use_remote};
use super::session::Session;
use crate::api::error::ApiError;
use crate::domain::block::good_rows;
use crate::domain::canary::{is_finished, is_moving};
use crate::domain::scope::Scope;
use crate::domain::targeted_retry::owner::{is_of, why_foreign};
use crate::domain::targeted_retry::{Retry, RetryPage, RetryPreview, RetrySelection};
use crate::domain::triage::Known;
use leptos::prelude::*;
use requests::Start;
use std::sync::Arc;

pub mod requests;

/// Seconds between two looks at a retry that dials.
const MOVING: u32 = 3;

/// Seconds between two looks at one that waits for a person.
const WAITING: u32 = 10;

/// Longest pause after failures, in seconds.
const LONGEST: i64 = 60;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What a retry would do.
    DryRun,
    /// A sample.
    Start,
    /// An action on the retry on screen.
    Action,
}

/// The retries of an incident.
#[derive(Clone, Copy)]
pub struct Retrying {
    session: Session,
    /// What the incident is about: no other retry is its.
    scope: Memo<Option<Scope>>,
    /// The retries of its campaign or run, newest first.
    pub list: RemoteHandle<RetryPage>,
    /// The retry on screen.
    pub current: RemoteHandle<Retry>,
    /// Its ID: the one that the address names, else the one that is not over.
    pub id: Memo<Option<String>>,
    /// The newest retry of the list that is not over, by its ID.
    listed: Memo<Option<String>>,
    /// The start or action that is on its way; one at a time.
    pub pending: RwSignal<Option<Asked>>,
    /// Whether a dry run is on its way.
    pub rehearsing: RwSignal<bool>,
    /// What the latest request was refused with, until the next one.
    pub refused: RwSignal<Option<(Asked, ApiError)>>,
    /// The latest dry run.
    pub preview: RwSignal<Option<Arc<RetryPreview>>>,
    /// What has changed since the dry run that was shown before, in a sentence.
    pub changed: RwSignal<Option<String>>,
    rehearsals: StoredValue<u32>,
    rehearsed: StoredValue<Option<RetrySelection>>,
    starts: Once<Start>,
    actions: Once<(String, String, Option<String>)>,
}

impl Retrying {
    /// Follows the retries of a scope for as long as the current scope lives.
    /// `named` is the retry that the address names.
    pub fn open(session: Session, scope: Memo<Option<Scope>>, named: Memo<Option<String>>) -> Self {
        let wanted = move || {
            session
                .offers("targeted_retries")
                .then(|| scope.get())
                .flatten()
        };
        let list = use_remote(wanted, move |scope, ask| {
            Box::pin(session.client().retries(scope, ask))
        });
        let listed = Memo::new(move |_| {
            let scope = scope.get()?;
            list.state.with(|state| unfinished(state.value()?, &scope))
        });
        let id = Memo::new(move |_| named.get().or_else(|| listed.get()));
        let current = use_remote(
            move || id.get(),
            move |id, ask| Box::pin(session.client().retry(id, ask)),
        );
        let every = Memo::new(move |_| {
            let scope = scope.get();
            let is_foreign =
                |retry: &Retry| scope.as_ref().is_none_or(|scope| !is_of(retry, scope));
            current.state.with(|state| match state.value() {
                Some(retry) if is_foreign(retry) => None,
                Some(retry) if is_moving(retry) => Some(MOVING),
                Some(retry) if is_finished(retry) => None,
                Some(_) => Some(WAITING),
                None => id.get().map(|_| WAITING),
            })
        });
        let following = Following {
            every: every.into(),
            longest: LONGEST,
            first: None,
        };
        following.start(session, current);
        let state = Memo::new(move |_| {
            current.state.with(|state| {
                state
                    .value()
                    .map(|retry| (retry.id.clone(), retry.state.clone()))
            })
        });
        // The list tells of it as well, and of what may be started after it.
        Effect::new(move |before: Option<Option<(String, String)>>| {
            let now = state.get();
            if before.flatten().is_some_and(|before| Some(before) != now) {
                list.ask();
            }
            now
        });
        session.follow_key(current);
        session.follow_key(list);
        Self {
            session,
            scope,
            list,
            current,
            id,
            listed,
            pending: RwSignal::new(None),
            rehearsing: RwSignal::new(false),
            rehearsals: StoredValue::new(0),
            rehearsed: StoredValue::new(None),
            refused: RwSignal::new(None),
            preview: RwSignal::new(None),
            changed: RwSignal::new(None),
            starts: Once::new(),
            actions: Once::new(),
        }
    }

    /// The retry on screen, when it is the one that is asked for, and of the
    /// incident. Tracked.
    pub fn retry(self) -> Option<Arc<Retry>> {
        let scope = self.scope.get()?;
        self.asked_for().filter(|retry| is_of(retry, &scope))
    }

    /// Why the retry that is asked for is not shown. Tracked.
    pub fn foreign(self) -> Option<String> {
        let scope = self.scope.get()?;
        self.asked_for()
            .and_then(|retry| why_foreign(&retry, &scope))
    }

    fn asked_for(self) -> Option<Arc<Retry>> {
        let id = self.id.get()?;
        let known = self.current.state.with(|state| state.value().cloned());
        known.filter(|retry| retry.id == id)
    }

    /// The ID of a retry that is not over, so that no other can be started.
    /// Tracked.
    pub fn running(self) -> Option<String> {
        let shown = self.retry();
        let listed = || self.listed.get();
        match shown {
            Some(retry) if !is_finished(&retry) => Some(retry.id.clone()),
            Some(retry) => listed().filter(|id| *id != retry.id),
            None => listed(),
        }
    }

    /// The retries of the incident that are listed, newest first. Tracked.
    pub fn with_listed<R>(self, tell: impl FnOnce(&[&Retry]) -> R) -> R {
        let scope = self.scope.get();
        self.list.state.with(|state| {
            let pages = state.value().into_iter().zip(&scope);
            let own = pages.flat_map(|(page, scope)| of_scope(page, scope));
            tell(&own.collect::<Vec<_>>())
        })
    }

    /// The retry on screen, else the newest one, else why it is not known
    /// whether there is one. Tracked.
    pub fn known(self) -> Known<Option<Arc<Retry>>> {
        if let Some(retry) = self.retry() {
            return Known::Read(Some(retry));
        }
        let unknown = |why: &str| Known::Unknown(why.to_owned());
        if !self.session.may_offer("targeted_retries") {
            return unknown("The API is not known to report retries.");
        }
        let unread = |what: &str, error: Option<&ApiError>| match error {
            Some(error) => Known::Unknown([what, " did not load: ", &*error.cause(), "."].concat()),
            None => unknown("Not read yet."),
        };
        if self.id.with(Option::is_some) && self.foreign().is_none() {
            return { self.current.state }.with(|state| unread("The retry", state.error()));
        }
        let newest = self.with_listed(|own| own.first().map(|retry| Arc::new((*retry).clone())));
        { self.list.state }.with(|state| match state.value() {
            Some(_) if newest.is_some() => Known::Read(newest),
            Some(page) if page.items.iter().any(|row| row.good().is_none()) => {
                unknown("Not every retry of the list can be read.")
            }
            Some(_) => Known::Read(None),
            None => unread("The list of retries", state.error()),
        })
    }

    /// Whether such a thing is on its way. Tracked.
    pub fn is_pending(self, asked: Asked) -> bool {
        self.pending.get() == Some(asked)
    }
}

/// The newest retry of a page that is not over.
fn unfinished(page: &RetryPage, scope: &Scope) -> Option<String> {
    of_scope(page, scope)
        .find(|retry| !is_finished(retry))
        .map(|retry| retry.id.clone())
}

/// The retries of a page that are of a scope.
fn of_scope<'a>(page: &'a RetryPage, scope: &Scope) -> impl Iterator<Item = &'a Retry> {
    good_rows(&page.items).filter(move |retry| is_of(retry, scope))
}
