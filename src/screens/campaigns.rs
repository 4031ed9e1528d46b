//! The campaigns of the workspace: what needs a person first.

use super::list_notes::StaleList;
use super::loaded::Loaded;
use super::part::LazyPart;
use crate::domain::campaign::CampaignPage;
use crate::domain::format::Formats;
use crate::domain::route::{CampaignQuery, Route};
use crate::part;
use crate::state::navigation::Entry;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::state::session::{Session, use_session};
use crate::ui::{ActionButton, IconName, Skeleton, SkeletonKind};
use leptos::prelude::*;
use std::sync::Arc;
use table::CampaignTable;
use tools::Tools;

mod summary;
mod table;
mod tools;

/// The list and what is asked of it.
#[derive(Clone, Copy)]
pub struct Campaigns {
    session: Session,
    remote: RemoteHandle<CampaignPage>,
    query: Memo<CampaignQuery>,
}

impl Campaigns {
    /// Goes to the same list with another query.
    fn ask(self, change: impl FnOnce(CampaignQuery) -> CampaignQuery) {
        let route = Route::Campaigns(change(self.query.get_untracked()));
        self.session.navigation.go(&route, Entry::New);
    }

    /// Writes something of the page; every campaign's times in its own zone
    /// unless the operator chose another.
    fn write<R>(
        self,
        page: &CampaignPage,
        zone: Option<&str>,
        write: impl FnOnce(&Formats<'_>) -> R,
    ) -> R {
        let now = page.captured_at.value().and_then(|at| at.ms);
        let now = now.unwrap_or_else(crate::state::clock::now);
        self.session.presentation.with(zone, now, write)
    }
}

/// The home page.
#[component]
pub fn CampaignsScreen() -> impl IntoView {
    view! {
        <LazyPart
            fetch
            what="The list of campaigns"
            skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }.into_any()
        />
    }
}

#[component]
fn CampaignsPage() -> impl IntoView {
    let session = use_session();
    let route = session.navigation.route();
    let query = Memo::new(move |_| {
        route.with(|route| match route {
            Route::Campaigns(query) => query.clone(),
            _ => CampaignQuery::default(),
        })
    });
    let remote = use_remote(
        move || Some(query.get()),
        move |query, ask| Box::pin(session.client().campaigns(query, ask)),
    );
    let list = Campaigns {
        session,
        remote,
        query,
    };
    session.title.set(None);
    Effect::new(move |before: Option<u32>| {
        let asked = session.refresh.get();
        if before.is_some_and(|before| before != asked) {
            remote.refresh();
        }
        asked
    });
    view! {
        <div class="screen">
            <Head list/>
            <StaleList remote/>
            <Loaded
                remote
                what="The list of campaigns"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }
                content=move |page| view! { <List list page/> }.into_any()
            />
        </div>
    }
}

#[component]
fn Head(list: Campaigns) -> impl IntoView {
    let Campaigns {
        session, remote, ..
    } = list;
    let busy = Signal::derive(move || remote.state.with(|state| state.is_asking()));
    let no_reason = Signal::derive(|| None::<String>);
    let updated = Memo::new(move |_| {
        remote.state.with(|state| {
            let page = state.value()?;
            let at = page.captured_at.value()?;
            Some(list.write(page, None, |formats| formats.clock_seconds(at)))
        })
    });
    let age = session.age(remote);
    view! {
        <header class="page-head">
            <div class="page-title"><h1>"Campaigns"</h1></div>
            <div class="page-side">
                <p class="age">
                    {move || updated.get().map(|at| view! { <b>"Updated " {at}</b> })}
                    <span data-part="age">{age}</span>
                </p>
                <div class="page-actions">
                    <ActionButton
                        label="Refresh"
                        icon=IconName::Refresh
                        available=true
                        reason=no_reason
                        busy
                        on_press=move |()| remote.refresh()
                    />
                </div>
            </div>
        </header>
    }
}

part!(
    /// Fetches the list's screen.
    fetch, lists, build
);

fn build() -> AnyView {
    view! { <CampaignsPage/> }.into_any()
}

#[component]
fn List(list: Campaigns, page: RwSignal<Arc<CampaignPage>>) -> impl IntoView {
    view! {
        <summary::Summary list page/>
        <section class="card" aria-label="Campaign list">
            <Tools list page/>
            <CampaignTable list page/>
        </section>
    }
}
