//! The Jobs page: the runs of a project, the records of the selected run, and
//! the journey of one record. It asks only when it is told to.

use super::list_head;
use super::not_provided::if_provided;
use super::part::LazyPart;
use crate::domain::format::Formats;
use crate::domain::job::{JobDetail, JobId, JobPage};
use crate::domain::route::{JobQuery, JobsPlace, JobsQuery, OpenRecord, RecordQuery, Route};
use crate::domain::timestamp::Timestamp;
use crate::part;
use crate::state::navigation::Entry;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::state::session::{Session, use_session};
use crate::ui::{Overlay, Skeleton, SkeletonKind};
use leptos::html;
use leptos::prelude::*;
use page::Page;
use std::sync::Arc;

mod evidence;
mod figures;
mod head;
mod journey;
mod page;
mod record;
mod record_table;
mod run;
mod run_cells;
mod runs;
mod start;
mod steps;
mod ticking;

/// The Jobs page: where on it the operator is, and what is asked for it.
#[derive(Clone, Copy)]
pub struct Jobs {
    session: Session,
    /// The run, record and journey that are open.
    place: Memo<JobsPlace>,
    /// How both lists are filtered, sorted and paged.
    query: Memo<JobsQuery>,
    runs_query: Memo<JobQuery>,
    runs: RemoteHandle<JobPage>,
    /// The zone that the page's times are told in, when it is reported.
    zone: Memo<Option<String>>,
    /// The selected run, once it has been read.
    run: RwSignal<Option<Arc<JobDetail>>>,
    /// What leads to the journey, and takes the focus back from it.
    to_journey: NodeRef<html::A>,
    /// The journey where it lies over the records.
    overlay: Overlay,
}

impl Jobs {
    /// What is at an address of the page with other things open and listed.
    fn at(job: Option<JobId>, record: Option<OpenRecord>, query: &JobsQuery) -> Route {
        Route::Jobs(JobsPlace {
            job,
            record,
            query: query.to_query(),
        })
    }

    fn href(self, route: &Route) -> String {
        self.session.navigation.href(route)
    }

    fn go(self, route: &Route) {
        self.session.navigation.go(route, Entry::New);
    }

    /// A run with these of its records, next to the same list of runs. Tracks
    /// how the runs are listed.
    fn of_run(self, id: &str, records: RecordQuery) -> Route {
        let runs = self.runs_query.get();
        Self::at(
            Some(JobId(id.to_owned())),
            None,
            &JobsQuery { runs, records },
        )
    }

    /// What is open with runs listed in another way.
    fn ask_runs(self, change: impl FnOnce(JobQuery) -> JobQuery) {
        let JobsQuery { runs, records } = self.query.get_untracked();
        let JobsPlace { job, record, .. } = self.place.get_untracked();
        let runs = change(runs);
        self.go(&Self::at(job, record, &JobsQuery { runs, records }));
    }

    /// What is open with records listed in another way.
    fn ask_records(self, change: impl FnOnce(RecordQuery) -> RecordQuery) {
        let JobsQuery { runs, records } = self.query.get_untracked();
        let JobsPlace { job, record, .. } = self.place.get_untracked();
        let records = change(records);
        self.go(&Self::at(job, record, &JobsQuery { runs, records }));
    }

    /// A record of the selected run, or none, with the same lists. Tracks the
    /// address.
    fn record(self, id: Option<&str>, journey: bool) -> Route {
        let open = |id: &str| OpenRecord {
            id: id.to_owned(),
            journey,
        };
        Self::at(self.place.get().job, id.map(open), &self.query.get())
    }

    /// Writes something as of the moment it was read, in the page's zone.
    fn write<R>(self, read_at: Option<&Timestamp>, write: impl FnOnce(&Formats<'_>) -> R) -> R {
        let zone = self.zone.get();
        list_head::write(self.session, read_at, zone.as_deref(), write)
    }

    /// Asks for everything on screen again.
    fn refresh(self) {
        self.session.refresh.update(|n| *n = n.wrapping_add(1));
    }

    fn open(session: Session) -> Self {
        let route = session.navigation.route();
        let place = Memo::new(move |_| {
            route.with(|route| match route {
                Route::Jobs(place) => place.clone(),
                _ => JobsPlace::default(),
            })
        });
        let query = Memo::new(move |_| place.with(|place| JobsQuery::from_query(&place.query)));
        let runs_query = Memo::new(move |_| query.with(|query| query.runs.clone()));
        let runs = use_remote(
            move || Some(runs_query.get()),
            move |query, ask| Box::pin(session.client().jobs(query, ask)),
        );
        let zone = Memo::new(move |_| {
            runs.state.with(|state| {
                let mut items = state.value()?.items.iter().filter_map(|row| row.good());
                items.find_map(|job| job.time_zone.as_deref().map(str::to_owned))
            })
        });
        Self {
            session,
            place,
            query,
            runs_query,
            runs,
            zone,
            run: RwSignal::new(None),
            to_journey: NodeRef::new(),
            overlay: Overlay::default(),
        }
    }
}

/// The screen of the runs.
#[component]
pub fn JobsScreen() -> impl IntoView {
    view! {
        <LazyPart
            fetch
            what="The Jobs page"
            skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }.into_any()
        />
    }
}

part!(
    /// Fetches the screen.
    fetch, jobs, build
);

fn build() -> AnyView {
    if_provided("jobs", "Jobs", || {
        let jobs = Jobs::open(use_session());
        view! { <Page jobs/> }.into_any()
    })
}
