//! One part of the evidence: whether it is asked for, and what came of it.

use crate::api::client::Ask;
use crate::domain::remote::Remote;
use crate::domain::timestamp::Timestamp;
use crate::domain::triage::Known;
use crate::state::remote::{Answer, RemoteHandle, use_remote};
use crate::state::session::Session;
use leptos::prelude::*;
use std::sync::Arc;

/// Whether something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// It is.
    Yes,
    /// It will be known once other answers are there.
    NotYet,
    /// The API does not have it.
    NotOffered,
    /// The incident is not about such a thing.
    NotConcerned,
}

/// One part of the evidence.
pub struct Part<T: Send + Sync + 'static> {
    /// What it is.
    pub name: Name,
    /// Whether it is asked for.
    pub wanted: Memo<Wanted>,
    /// What came of it.
    pub remote: RemoteHandle<T>,
    /// When an answer was read, by the server's clock.
    read_at: fn(&T) -> Option<&Timestamp>,
}

impl<T: Send + Sync + 'static> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Part<T> {}

impl<T: Send + Sync + 'static> Part<T> {
    /// The last good answer, else why there is none; `None` for what the
    /// incident is not about. Tracked.
    pub fn known(self) -> Option<Known<Arc<T>>> {
        match self.wanted.get() {
            Wanted::NotConcerned => None,
            Wanted::NotOffered => Some(Known::Unknown(
                ["The API does not report ", self.name.block, "."].concat(),
            )),
            Wanted::NotYet | Wanted::Yes => {
                Some(
                    self.remote
                        .state
                        .with(|state| match (state.value(), state.error()) {
                            (Some(value), _) => Known::Read(Arc::clone(value)),
                            (None, Some(error)) => Known::Unknown(
                                [self.name.what, " did not load: ", &*error.cause(), "."].concat(),
                            ),
                            (None, None) => Known::Unknown("Not read yet.".to_owned()),
                        }),
                )
            }
        }
    }

    /// When its last good answer was read, by the server's clock, in epoch
    /// milliseconds. Tracked.
    pub fn captured_ms(self) -> Option<i64> {
        let state = self.remote.state;
        state.with(|state| (self.read_at)(state.value()?)?.ms)
    }

    /// Whether its first answer or failure is still awaited. Tracked.
    pub fn is_awaited(self) -> bool {
        match self.wanted.get() {
            Wanted::Yes => self
                .remote
                .state
                .with(|state| matches!(state, Remote::Loading)),
            Wanted::NotYet => true,
            Wanted::NotOffered | Wanted::NotConcerned => false,
        }
    }

    /// Whether it is on its way. Tracked.
    pub fn is_asking(self) -> bool {
        self.wanted.get() == Wanted::Yes && self.remote.state.with(|state| state.is_asking())
    }

    /// When its last good answer came or was confirmed, by the client's clock.
    /// Tracked.
    pub fn fetched_at(self) -> Option<i64> {
        self.remote.state.with(|state| state.fetched_at())
    }
}

/// What a part is asked for by.
#[derive(Clone, PartialEq)]
pub enum Found<K> {
    /// This.
    Id(K),
    /// It will be known once other answers are there.
    NotYet,
    /// There is none.
    Nothing,
}

/// How a part is called.
#[derive(Clone, Copy)]
pub struct Name {
    /// As the subject of a sentence: "The failures report".
    pub what: &'static str,
    /// As the API names it among what it provides; empty for what every API
    /// has.
    pub block: &'static str,
}

/// Asks for a part as soon as it is known by what.
pub fn part<K, T>(
    session: Session,
    name: Name,
    read_at: fn(&T) -> Option<&Timestamp>,
    find: impl Fn() -> Found<K> + Send + Sync + 'static,
    fetch: impl Fn(K, Ask) -> Answer<T> + 'static,
) -> Part<T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    let key = Memo::new(move |_| find());
    let wanted = Memo::new(move |_| match key.get() {
        Found::Nothing => Wanted::NotConcerned,
        Found::NotYet => Wanted::NotYet,
        Found::Id(_) => offered(session, name.block),
    });
    let remote = use_remote(
        move || match (wanted.get(), key.get()) {
            (Wanted::Yes, Found::Id(key)) => Some(key),
            _ => None,
        },
        fetch,
    );
    session.follow_key(remote);
    Part {
        name,
        wanted,
        remote,
        read_at,
    }
}

/// Whether the API has a block. One that does not say what it has may be asked
/// for everything.
fn offered(session: Session, block: &str) -> Wanted {
    session.capabilities.state.with(|state| match state {
        _ if block.is_empty() => Wanted::Yes,
        Remote::Loading => Wanted::NotYet,
        known => match known.value().is_none_or(|known| known.offers(block)) {
            true => Wanted::Yes,
            false => Wanted::NotOffered,
        },
    })
}
