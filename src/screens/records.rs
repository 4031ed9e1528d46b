//! The records: what came of each contact, over all runs.

use super::list_head::ListHead;
use super::list_notes::StaleList;
use super::listed::Listed;
use super::listing::tools::Tools;
use super::listing::views::SavedViews;
use super::listing::way_out::WayOut;
use super::listing::{Kept, Listing};
use super::loaded::Loaded;
use super::not_provided::if_provided;
use super::part::LazyPart;
use super::parts_note::PartsOf;
use crate::domain::project::Project;
use crate::domain::record::RecordPage;
use crate::domain::record::facet::{contact_name, run_name};
use crate::domain::route::{RecordQuery, RecordsPlace, Route};
use crate::domain::timestamp::Timestamp;
use crate::part;
use crate::state::navigation::Entry;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::state::session::{Session, use_session};
use crate::ui::{Skeleton, SkeletonKind};
use drawer::RecordDrawer;
use export::Export;
use leptos::prelude::*;
use std::sync::Arc;
use table::RecordTable;

mod cells;
mod drawer;
mod export;
mod table;

/// The records and what is asked of them.
#[derive(Clone, Copy)]
pub struct Records {
    session: Session,
    remote: RemoteHandle<RecordPage>,
    query: Memo<RecordQuery>,
    open: Memo<Option<String>>,
    /// The rows on screen, for the drawer to go from one to the next.
    listed: Listed,
}

impl Listing for Records {
    type Query = RecordQuery;
    type Page = RecordPage;

    const ROW: &'static str = "record";
    const ROWS: &'static str = "records";
    const WHAT: &'static str = "The list of records";
    const SEARCH: &'static str = "Name, phone or any ID";
    const RESOURCE: &'static str = "records";
    const VIEWS: &'static str = "record_views";

    fn session(self) -> Session {
        self.session
    }

    fn query(self) -> Memo<RecordQuery> {
        self.query
    }

    fn remote(self) -> RemoteHandle<RecordPage> {
        self.remote
    }

    fn route(query: RecordQuery) -> Route {
        Route::to_records(&query)
    }

    fn captured_at(page: &RecordPage) -> Option<&Timestamp> {
        page.captured_at.value()
    }

    fn also_kept(self, page: &RecordPage, query: &RecordQuery) -> Vec<Kept<RecordQuery>> {
        let of_contact = query.contact.as_deref().map(|id| {
            let name = contact_name(page, id);
            Kept {
                label: ["All records of ", name.unwrap_or(id)].concat(),
                without: |query: RecordQuery| query.with_contact(None),
            }
        });
        let of_job = query.job.as_deref().map(|id| Kept {
            label: [
                "Run: ",
                &run_name(page, id).unwrap_or_else(|| id.to_owned()),
            ]
            .concat(),
            without: |query: RecordQuery| query.of_job(None).with_page(1),
        });
        let of_project = query.project.as_deref().map(|id| Kept {
            label: ["Project: ", &self.project_name(id)].concat(),
            without: |query: RecordQuery| query.with_project(None),
        });
        [of_contact, of_job, of_project]
            .into_iter()
            .flatten()
            .collect()
    }
}

impl Records {
    /// What a project is called; its ID when that is not told.
    fn project_name(self, id: &str) -> String {
        self.session.capabilities.state.with(|state| {
            let known = state.value().and_then(|known| known.projects.value());
            let mut projects = known.into_iter().flatten();
            let project = projects.find(|project| project.id == id);
            project.map_or(id, Project::label).to_owned()
        })
    }

    /// Opens a record's drawer, or closes it; the list stays as it is.
    fn show(self, record: Option<String>) {
        self.go(record, Entry::New);
    }

    /// Goes on to another row's drawer; Back still leads to the list.
    fn turn(self, record: String) {
        self.go(Some(record), Entry::Replaced);
    }

    fn go(self, open: Option<String>, entry: Entry) {
        let query = self.query.get_untracked().to_query();
        let place = RecordsPlace { open, query };
        self.session.navigation.go(&Route::Records(place), entry);
    }
}

/// The screen of the records.
#[component]
pub fn RecordsScreen() -> impl IntoView {
    view! {
        <LazyPart
            fetch
            what="The list of records"
            skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }.into_any()
        />
    }
}

part!(
    /// Fetches the screen.
    fetch, lists, build
);

fn build() -> AnyView {
    if_provided("records", "Records", || view! { <RecordsPage/> }.into_any())
}

#[component]
fn RecordsPage() -> impl IntoView {
    let session = use_session();
    let route = session.navigation.route();
    let place = Memo::new(move |_| {
        route.with(|route| match route {
            Route::Records(place) => place.clone(),
            _ => RecordsPlace::default(),
        })
    });
    let query = Memo::new(move |_| place.with(|place| RecordQuery::from_query(&place.query)));
    let open = Memo::new(move |_| place.with(|place| place.open.clone()));
    let remote = use_remote(
        move || Some(query.get()),
        move |query, ask| Box::pin(session.client().records(query, ask)),
    );
    let list = Records {
        session,
        remote,
        query,
        open,
        listed: Listed::default(),
    };
    session.title.set(None);
    session.follow_key(remote);
    view! {
        <div class="screen">
            <ListHead title="Records" session remote captured_at=|page| page.captured_at.value() actions=move || view! { <Export list/> }/>
            <StaleList remote/>
            <PartsOf session remote of=|page| (&page.parts, page.captured_at.value())/>
            <SavedViews list/>
            <Loaded
                remote
                what="The list of records"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }
                content=move |page| view! { <Shown list page/> }.into_any()
            />
            <WayOut list/>
            <RecordDrawer list/>
        </div>
    }
}

#[component]
fn Shown(list: Records, page: RwSignal<Arc<RecordPage>>) -> impl IntoView {
    view! {
        <section class="card" aria-label="Records">
            <Tools list page/>
            <RecordTable list page/>
        </section>
    }
}
