//! The campaigns of the workspace: what needs a person first.

use super::list_head::{self, ListHead};
use super::list_notes::StaleList;
use super::loaded::Loaded;
use super::not_provided::NotHere;
use super::part::LazyPart;
use super::parts_note::PartsOf;
use crate::domain::campaign::CampaignPage;
use crate::domain::format::Formats;
use crate::domain::route::{CallQuery, CampaignQuery, JobsPlace, RecordsPlace, Route};
use crate::part;
use crate::state::navigation::Entry;
use crate::state::remote::use_remote;
use crate::state::session::{Session, use_session};
use crate::ui::{Skeleton, SkeletonKind};
use export::Export;
use leptos::prelude::*;
use std::sync::Arc;
use table::CampaignTable;
use tools::Tools;

mod export;
mod summary;
mod table;
mod tools;

/// The list and what is asked of it.
#[derive(Clone, Copy)]
pub struct Campaigns {
    session: Session,
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
        list_head::write(self.session, page.captured_at.value(), zone, write)
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
    let list = Campaigns { session, query };
    session.title.set(None);
    session.follow_key(remote);
    view! {
        <div class="screen">
            <ListHead title="Campaigns" session remote captured_at=|page| page.captured_at.value() actions=move || view! { <Export list remote/> }/>
            <StaleList remote/>
            <PartsOf session remote of=|page| (&page.parts, page.captured_at.value())/>
            <Loaded
                remote
                what="The list of campaigns"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }
                content=move |page| view! { <List list page/> }.into_any()
            />
        </div>
    }
}

part!(
    /// Fetches the list's screen.
    fetch, lists, build
);

fn build() -> AnyView {
    let session = use_session();
    let has = Memo::new(move |_| session.has("campaigns"));
    Effect::new(move |_| {
        if let Some(place) = (!has.get()).then(|| elsewhere(session)).flatten() {
            session.navigation.go(&place, Entry::Replaced);
        }
    });
    (move || match has.get() {
        true => view! { <CampaignsPage/> }.into_any(),
        false => view! {
            <div class="screen">
                <div class="page-head" part="head"><div class="page-title"><h1>"Campaigns"</h1></div></div>
                <section class="card" aria-label="Campaigns"><NotHere session resource="campaigns"/></section>
            </div>
        }
        .into_any(),
    })
    .into_any()
}

/// The home page of an API without campaigns: the first place that it has.
fn elsewhere(session: Session) -> Option<Route> {
    let places = [
        ("jobs", Route::Jobs(JobsPlace::default())),
        ("records", Route::Records(RecordsPlace::default())),
        ("live", Route::Live),
        ("calls", Route::Calls(CallQuery::default())),
    ];
    let mut there = places.into_iter();
    let place = there.find(|(part, _)| session.has(part) && !session.hides(part));
    place.map(|(_, route)| route)
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
