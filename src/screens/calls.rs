//! The call log: every attempt of the workspace, newest first.

use super::list_head::ListHead;
use super::list_notes::StaleList;
use super::listing::tools::Tools;
use super::listing::views::SavedViews;
use super::listing::way_out::WayOut;
use super::listing::{Kept, Listing};
use super::loaded::Loaded;
use super::not_provided::if_provided;
use super::part::LazyPart;
use super::parts_note::PartsOf;
use crate::domain::block::good_rows;
use crate::domain::call::CallPage;
use crate::domain::campaign::CampaignId;
use crate::domain::route::{CallFilter, CallQuery, Route};
use crate::domain::timestamp::Timestamp;
use crate::part;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::state::session::{Session, use_session};
use crate::ui::{Skeleton, SkeletonKind};
use export::Export;
use leptos::prelude::*;
use std::sync::Arc;
use table::CallTable;

mod cells;
mod export;
mod table;

/// The call log and what is asked of it.
#[derive(Clone, Copy)]
pub struct Calls {
    session: Session,
    remote: RemoteHandle<CallPage>,
    query: Memo<CallQuery>,
}

impl Listing for Calls {
    type Query = CallQuery;
    type Page = CallPage;

    const ROW: &'static str = "call";
    const ROWS: &'static str = "calls";
    const WHAT: &'static str = "The call log";
    const SEARCH: &'static str = "Phone, contact or any ID";
    const RESOURCE: &'static str = "calls";
    const VIEWS: &'static str = "call_views";

    fn session(self) -> Session {
        self.session
    }

    fn query(self) -> Memo<CallQuery> {
        self.query
    }

    fn remote(self) -> RemoteHandle<CallPage> {
        self.remote
    }

    fn route(query: CallQuery) -> Route {
        Route::Calls(query)
    }

    fn captured_at(page: &CallPage) -> Option<&Timestamp> {
        page.captured_at.value()
    }

    fn also_kept(self, page: &CallPage, query: &CallQuery) -> Vec<Kept<CallQuery>> {
        let of_contact = |id: &str| {
            let mut contacts = good_rows(&page.items).filter_map(|call| call.contact.value());
            let contact = contacts.find(|contact| contact.id.as_deref() == Some(id));
            let name = contact.and_then(|contact| contact.name.as_deref());
            Kept {
                label: ["All attempts of ", name.unwrap_or(id)].concat(),
                without: |query: CallQuery| query.with_contact(None),
            }
        };
        query
            .contact
            .as_deref()
            .map(of_contact)
            .into_iter()
            .collect()
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
    if_provided("calls", "Call log", || view! { <CallsPage/> }.into_any())
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
            <PartsOf session remote of=|page| (&page.parts, page.captured_at.value())/>
            <SavedViews list=calls/>
            <Loaded
                remote
                what="The call log"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }
                content=move |page| view! { <Log calls page/> }.into_any()
            />
            <WayOut list=calls/>
        </div>
    }
}

#[component]
fn Log(calls: Calls, page: RwSignal<Arc<CallPage>>) -> impl IntoView {
    view! {
        <section class="card" aria-label="Calls">
            <Tools list=calls page more=move || view! { <BackToTasks calls/> }/>
            <CallTable calls page/>
        </section>
    }
}

/// From one campaign's calls back to its tasks.
#[component]
fn BackToTasks(calls: Calls) -> impl IntoView {
    let one = Memo::new(move |_| {
        calls
            .query
            .with(|query| match query.chosen(CallFilter::Campaign) {
                [id] => Some(id.clone()),
                _ => None,
            })
    });
    move || {
        one.get().map(|id| {
            let page = Route::to_campaign(CampaignId(id));
            let address = calls.session.navigation.href(&page);
            view! { <a class="row-link" href=address>"This campaign's tasks"</a> }
        })
    }
}
