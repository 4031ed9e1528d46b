//! The call log: every attempt of the workspace, newest first.

use super::list_head::{self, ListHead};
use super::list_notes::StaleList;
use super::loaded::Loaded;
use super::part::LazyPart;
use crate::domain::call::CallPage;
use crate::domain::format::Formats;
use crate::domain::route::{CallQuery, Route};
use crate::part;
use crate::state::navigation::Entry;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::state::session::{Session, use_session};
use crate::ui::{Skeleton, SkeletonKind};
use export::Export;
use leptos::prelude::*;
use std::sync::Arc;
use table::CallTable;
use tools::Tools;
use views::SavedViews;

mod cells;
mod chips;
mod export;
mod foot;
mod save;
mod table;
mod times;
mod tools;
mod views;

/// The call log and what is asked of it.
#[derive(Clone, Copy)]
pub struct Calls {
    session: Session,
    remote: RemoteHandle<CallPage>,
    query: Memo<CallQuery>,
}

impl Calls {
    /// Goes to the call log with another query.
    fn ask(self, change: impl FnOnce(CallQuery) -> CallQuery) {
        let route = Route::Calls(change(self.query.get_untracked()));
        self.session.navigation.go(&route, Entry::New);
    }

    /// The address of the call log with another query.
    fn href(self, query: CallQuery) -> String {
        self.session.navigation.href(&Route::Calls(query))
    }

    /// Writes something as of the page's moment, in the zone that the operator
    /// chose: the calls of many campaigns share one.
    fn write<R>(self, page: &CallPage, write: impl FnOnce(&Formats<'_>) -> R) -> R {
        list_head::write(self.session, page.captured_at.value(), None, write)
    }
}

/// The screen of the call log.
#[component]
pub fn CallsScreen() -> impl IntoView {
    view! {
        <LazyPart
            fetch
            what="The call log"
            skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }.into_any()
        />
    }
}

part!(
    /// Fetches the screen.
    fetch, lists, build
);

fn build() -> AnyView {
    view! { <CallsPage/> }.into_any()
}

#[component]
fn CallsPage() -> impl IntoView {
    let session = use_session();
    let route = session.navigation.route();
    let query = Memo::new(move |_| {
        route.with(|route| match route {
            Route::Calls(query) => query.clone(),
            _ => CallQuery::default(),
        })
    });
    let remote = use_remote(
        move || Some(query.get()),
        move |query, ask| Box::pin(session.client().calls(query, ask)),
    );
    let calls = Calls {
        session,
        remote,
        query,
    };
    session.title.set(None);
    session.follow_key(remote);
    view! {
        <div class="screen">
            <ListHead title="Call log" session remote captured_at=|page| page.captured_at.value() actions=move || view! { <Export calls/> }/>
            <StaleList remote/>
            <SavedViews calls/>
            <Loaded
                remote
                what="The call log"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }
                content=move |page| view! { <Log calls page/> }.into_any()
            />
            <WayOut calls/>
        </div>
    }
}

/// A log that did not load has no filters to take off; the address may be what
/// the API does not accept.
#[component]
fn WayOut(calls: Calls) -> impl IntoView {
    let failed = Memo::new(move |_| {
        let state = calls.remote.state;
        state.with(|state| state.value().is_none() && state.error().is_some())
    });
    let filtered = Memo::new(move |_| calls.query.with(CallQuery::is_filtered));
    move || {
        (failed.get() && filtered.get()).then(|| {
            let all = calls.href(CallQuery::default());
            view! { <p><a class="row-link" href=all>"The call log without these filters"</a></p> }
        })
    }
}

#[component]
fn Log(calls: Calls, page: RwSignal<Arc<CallPage>>) -> impl IntoView {
    view! {
        <section class="card" aria-label="Calls">
            <Tools calls page/>
            <CallTable calls page/>
        </section>
    }
}
