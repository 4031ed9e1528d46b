//! Incident triage: from a symptom to its likely cause, to a safe retry and a
//! complete hand-over.

use super::part::LazyPart;
use crate::domain::campaign::CampaignId;
use crate::domain::format::Formats;
use crate::domain::history::History;
use crate::domain::job::{JobDetail, JobId};
use crate::domain::remote::Remote;
use crate::domain::route::{Route, TriagePlace};
use crate::domain::snapshot::Snapshot;
use crate::part;
use crate::state::navigation::Entry;
use crate::state::remote::RemoteHandle;
use crate::state::session::{Session, use_session};
use crate::ui::{Skeleton, SkeletonKind};
use leptos::prelude::*;

mod find;
mod head;
mod opening;
mod page;
mod start;

/// One incident that is looked into. Lives as long as its campaign and run are
/// on screen; what the address chooses beside them changes within it.
///
/// The cards take it as their property `triage`, read its signals in memos, and
/// never ask the API for what it holds.
#[derive(Clone, Copy)]
pub struct Triage {
    /// The console it belongs to.
    pub session: Session,
    /// What the address chooses: symptom, record and retry.
    pub place: Memo<TriagePlace>,
    /// The campaign's snapshot. Never asked for where no campaign is concerned.
    pub campaign: RemoteHandle<Snapshot>,
    /// The campaign's snapshots since the page was opened.
    pub history: RwSignal<History>,
    /// The run. Never asked for where no run is concerned.
    pub job: RemoteHandle<JobDetail>,
}

impl Triage {
    /// Asks for the evidence again, each part by itself; one that fails keeps
    /// its last good answer.
    pub fn refresh(self) {
        self.campaign.refresh();
        self.job.refresh();
    }

    /// Chooses something else of the same incident. `Entry::New` for what the
    /// operator chose, `Entry::Replaced` for what followed from it.
    pub fn choose(self, change: impl FnOnce(TriagePlace) -> TriagePlace, entry: Entry) {
        let place = change(self.place.get_untracked());
        self.session.navigation.go(&Route::Triage(place), entry);
    }

    /// Writes something with the zone of the incident, as of the moment of its
    /// youngest evidence by the server's clock. Tracks both.
    pub fn write<R>(self, write: impl FnOnce(&Formats<'_>) -> R) -> R {
        let zone = self.zone();
        let now = self.captured_ms().unwrap_or_else(crate::state::clock::now);
        self.session.presentation.with(zone.as_deref(), now, write)
    }

    /// What is looked into, by name as soon as it is read. Tracked.
    pub fn name(self) -> String {
        let campaign = self
            .campaign
            .state
            .with(|state| Some(state.value()?.campaign.name.clone()));
        let job = || {
            self.job
                .state
                .with(|state| Some(state.value()?.job.name().to_owned()))
        };
        let id = || {
            self.place
                .with(|place| place.subject().unwrap_or_default().to_owned())
        };
        let of_campaign = self.place.with(|place| place.campaign.is_some());
        if of_campaign { campaign } else { job() }.unwrap_or_else(id)
    }

    /// The campaign's ID, as soon as it is known. Tracked.
    pub fn campaign_id(self) -> Option<String> {
        let asked = self
            .place
            .with(|place| place.campaign.as_ref().map(|id| id.0.clone()));
        asked.or_else(|| {
            self.campaign
                .state
                .with(|state| Some(state.value()?.campaign.id.0.clone()))
        })
    }

    /// The run's ID, as soon as it is known. Tracked.
    pub fn job_id(self) -> Option<String> {
        let asked = self
            .place
            .with(|place| place.job.as_ref().map(|id| id.0.clone()));
        asked.or_else(|| {
            self.job
                .state
                .with(|state| Some(state.value()?.job.id.0.clone()))
        })
    }

    /// Whether some evidence is on its way. Tracked.
    pub fn is_asking(self) -> bool {
        let campaign = self.campaign.state.with(Remote::is_asking);
        let job = self.job.state.with(Remote::is_asking);
        (self.campaign_id().is_some() && campaign) || (self.job_id().is_some() && job)
    }

    /// When the youngest evidence came or was confirmed, by the client's
    /// clock, in epoch milliseconds. Tracked.
    pub fn fetched_at(self) -> Option<i64> {
        let campaign = self.campaign.state.with(Remote::fetched_at);
        let job = self.job.state.with(Remote::fetched_at);
        campaign.max(job)
    }

    /// IANA name of the campaign's zone, else the run's. Tracked.
    pub fn zone(self) -> Option<String> {
        let of_campaign = self.campaign.state.with(|state| {
            let zone = state.value()?.campaign.time_zone.as_deref()?;
            Some(zone.to_owned())
        });
        of_campaign.or_else(|| {
            self.job.state.with(|state| {
                let zone = state.value()?.job.time_zone.as_deref()?;
                Some(zone.to_owned())
            })
        })
    }

    /// When the youngest evidence was read, by the server's clock, in epoch
    /// milliseconds. Tracked.
    pub fn captured_ms(self) -> Option<i64> {
        let campaign = self
            .campaign
            .state
            .with(|state| state.value()?.captured_at.ms);
        let job = self
            .job
            .state
            .with(|state| state.value()?.captured_at.value()?.ms);
        campaign.max(job)
    }
}

/// The screen of triage.
#[component]
pub fn TriageScreen() -> impl IntoView {
    view! {
        <LazyPart
            fetch
            what="Triage"
            skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }.into_any()
        />
    }
}

part!(
    /// Fetches the screen.
    fetch, triage, build
);

/// Another campaign or run is another incident: nothing of one ever stands
/// under the name of another.
fn build() -> AnyView {
    let session = use_session();
    let route = session.navigation.route();
    let place = Memo::new(move |_| {
        route.with(|route| match route {
            Route::Triage(place) => place.clone(),
            _ => TriagePlace::default(),
        })
    });
    let scope = Memo::new(move |_| place.with(|place| (place.campaign.clone(), place.job.clone())));
    (move || match scope.get() {
        (None, None) => view! { <start::Start/> }.into_any(),
        (campaign, job) => view! { <Incident place campaign job/> }.into_any(),
    })
    .into_any()
}

#[component]
fn Incident(
    place: Memo<TriagePlace>,
    campaign: Option<CampaignId>,
    job: Option<JobId>,
) -> impl IntoView {
    let triage = opening::open(use_session(), place, campaign, job);
    view! { <page::Page triage/> }
}
