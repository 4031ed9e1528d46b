//! The page of tasks that the address asks for, and what stands in for it.

use crate::domain::route::TaskQuery;
use crate::domain::task::TaskPage;
use crate::state::live::Live;
use crate::state::remote::{RemoteHandle, use_remote};
use leptos::prelude::*;
use std::sync::Arc;

/// A page of tasks on its way to the table.
pub type ShownTasks = Memo<Option<Arc<TaskPage>>>;

/// The page that the address asks for, when that is not the snapshot's own.
pub fn asked_page(live: Live) -> RemoteHandle<TaskPage> {
    let session = live.page.session;
    let query = live.query();
    let key = move || {
        let query = query.get();
        (query != TaskQuery::default()).then(|| (live.page.id.get_value(), query))
    };
    let asked = use_remote(key, move |(id, query), ask| {
        Box::pin(session.client().tasks(id, query, ask))
    });
    live.asks_along(asked);
    asked
}

/// Whether what is known of the tasks answers what the address asks for: the
/// snapshot does when it asks for nothing, a page only when it was asked for
/// by this very query.
pub fn answered(live: Live, asked: RemoteHandle<TaskPage>) -> Memo<bool> {
    let query = live.query();
    let of = Memo::new(move |before: Option<&Option<TaskQuery>>| {
        asked.state.with(|state| match state.value() {
            None => None,
            Some(_) if state.is_asking() || state.error().is_some() => before.cloned().flatten(),
            Some(_) => Some(query.get_untracked()),
        })
    });
    Memo::new(move |_| {
        let asks = query.get();
        asks == TaskQuery::default() || of.with(|of| of.as_ref() == Some(&asks))
    })
}

/// What the table shows: the asked page once it is there, what stood there
/// until then, so that rows never vanish while a page is on its way. When it
/// does not come, nothing: the rows of another question are no answer.
pub fn shown_tasks(live: Live, asked: RemoteHandle<TaskPage>, answered: Memo<bool>) -> ShownTasks {
    let query = live.query();
    Memo::new(move |_| {
        let of_snapshot = || {
            live.snapshot
                .with(|s| s.tasks.value().cloned())
                .map(Arc::new)
        };
        if query.with(|query| *query == TaskQuery::default()) {
            return of_snapshot();
        }
        let failed = asked.state.with(|state| state.error().is_some());
        if failed && !answered.get() {
            return None;
        }
        let page = asked.state.with(|state| state.value().cloned());
        page.or_else(of_snapshot)
    })
}
