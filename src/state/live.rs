//! One campaign's live page: the snapshot on screen, the session's history of
//! snapshots, and the actions.

use super::acting::Acting;
use super::remote::{RemoteHandle, use_remote};
use super::session::Session;
use crate::domain::campaign::CampaignId;
use crate::domain::format::Formats;
use crate::domain::history::History;
use crate::domain::route::{Route, TaskQuery};
use crate::domain::snapshot::Snapshot;
use crate::domain::task::TaskId;
use leptos::prelude::*;
use std::sync::Arc;

/// A campaign page that has been opened.
#[derive(Clone, Copy)]
pub struct Opened {
    /// The console it belongs to.
    pub session: Session,
    /// The campaign.
    pub id: StoredValue<CampaignId>,
    /// Its snapshot.
    pub remote: RemoteHandle<Snapshot>,
    /// Its actions.
    pub acting: Acting,
    /// How the address filters, sorts and pages its tasks.
    pub query: Memo<TaskQuery>,
    /// The task whose drawer the address opens.
    pub open: Memo<Option<TaskId>>,
}

impl Opened {
    /// Opens a campaign: asks for its snapshot.
    pub fn new(mut session: Session, id: CampaignId) -> Self {
        session.presentation = session.presentation.of_a_screen();
        let wanted = id.clone();
        let remote = use_remote(
            move || Some(wanted.clone()),
            move |id, ask| Box::pin(session.client().snapshot(id, ask)),
        );
        let route = session.navigation.route();
        let query = Memo::new(move |_| {
            route.with(|route| match route {
                Route::Campaign { tasks, .. } => tasks.clone(),
                _ => TaskQuery::default(),
            })
        });
        let open = Memo::new(move |_| {
            route.with(|route| match route {
                Route::Campaign { open, .. } => open.clone(),
                _ => None,
            })
        });
        Self {
            session,
            id: StoredValue::new(id),
            remote,
            acting: Acting::new(session),
            query,
            open,
        }
    }
}

/// What the live page shows once its first snapshot is there.
#[derive(Clone, Copy)]
pub struct Live {
    /// The page.
    pub page: Opened,
    /// The snapshot on screen.
    pub snapshot: RwSignal<Arc<Snapshot>>,
    /// Earlier snapshots of this session, the one on screen included.
    pub history: RwSignal<History>,
}

impl Live {
    /// Follows the snapshot from here on, and provides itself to the scope.
    pub fn follow(page: Opened, snapshot: RwSignal<Arc<Snapshot>>) -> Self {
        let history = RwSignal::new(History::default());
        let live = Self {
            page,
            snapshot,
            history,
        };
        Effect::new(move |_| {
            let snapshot = snapshot.get();
            history.update(|history| history.push(&snapshot));
        });
        provide_context(live);
        live
    }

    /// A conclusion from the snapshot on screen; whoever reads it runs again
    /// only when the conclusion changes.
    pub fn shows<R: PartialEq + Send + Sync + 'static>(
        self,
        conclude: impl Fn(&Snapshot, &Formats<'_>) -> R + Send + Sync + 'static,
    ) -> Memo<R> {
        Memo::new(move |_| {
            self.snapshot
                .with(|snapshot| self.conclude(snapshot, &conclude))
        })
    }

    /// A conclusion from the snapshot on screen and the refreshes before it.
    pub fn recalls<R: PartialEq + Send + Sync + 'static>(
        self,
        conclude: impl Fn(&History, &Snapshot, &Formats<'_>) -> R + Send + Sync + 'static,
    ) -> Memo<R> {
        Memo::new(move |_| {
            let snapshot = self.snapshot.get();
            self.history.with(|history| {
                self.conclude(&snapshot, |snapshot, formats| {
                    conclude(history, snapshot, formats)
                })
            })
        })
    }

    /// How the address filters, sorts and pages the tasks.
    pub fn query(self) -> Memo<TaskQuery> {
        self.page.query
    }

    /// Whether the last refresh failed, so that the figures are older than they look.
    pub fn stale(self) -> Memo<bool> {
        let state = self.page.remote.state;
        Memo::new(move |_| state.with(|state| state.value().is_some() && state.error().is_some()))
    }

    /// Asks for something of the campaign along with each further snapshot, also
    /// with one that says that it has not changed: more can have changed than it tells.
    pub fn asks_along<T: Send + Sync + 'static>(self, remote: RemoteHandle<T>) {
        let state = self.page.remote.state;
        let read = Memo::new(move |_| state.with(|state| state.fetched_at()));
        Effect::new(move |before: Option<Option<Arc<Snapshot>>>| {
            read.get();
            let now = state.with_untracked(|state| state.value().cloned());
            match (before.flatten(), &now) {
                // An answer on its way is as good: of a slow API none would ever arrive.
                (Some(before), Some(now)) if Arc::ptr_eq(&before, now) => remote.refresh(),
                (Some(_), _) => remote.ask(),
                (None, _) => {}
            }
            now
        });
    }

    /// The same, once and untracked but for the zone.
    pub fn conclude<R>(
        self,
        snapshot: &Snapshot,
        conclude: impl Fn(&Snapshot, &Formats<'_>) -> R,
    ) -> R {
        let zone = snapshot.campaign.time_zone.as_deref();
        let now = snapshot.captured_at.ms.unwrap_or_default();
        self.page
            .session
            .presentation
            .with(zone, now, |formats| conclude(snapshot, formats))
    }
}

/// The live page that the current scope belongs to.
pub fn use_live() -> Live {
    expect_context::<Live>()
}
