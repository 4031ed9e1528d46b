//! The handle that every card of an incident is given.

use super::asked::Asked;
use super::assessed;
use crate::domain::duplicate_report::DuplicateReport;
use crate::domain::failure_report::FailureReport;
use crate::domain::format::Formats;
use crate::domain::history::History;
use crate::domain::job::JobDetail;
use crate::domain::route::{Route, TriagePlace};
use crate::domain::scope::Scope;
use crate::domain::snapshot::Snapshot;
use crate::domain::targeted_retry::Retry;
use crate::domain::triage::{Assessment, Evidence, Known, Symptom};
use crate::state::navigation::Entry;
use crate::state::remote::RemoteHandle;
use crate::state::session::Session;
use leptos::prelude::*;
use std::sync::Arc;

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
    /// What reports and retries are asked for by.
    pub scope: StoredValue<Scope>,
    /// The campaign's snapshot. Never asked for where no campaign is concerned.
    pub campaign: RemoteHandle<Snapshot>,
    /// The campaign's snapshots since the page was opened.
    pub history: RwSignal<History>,
    /// The run. Never asked for where no run is concerned.
    pub job: RemoteHandle<JobDetail>,
    /// How contacts failed. Never asked for where the API does not report it.
    pub failures: RemoteHandle<FailureReport>,
    /// Who was called twice. Never asked for where the API does not report it.
    pub duplicates: RemoteHandle<DuplicateReport>,
    /// The retry that the address names, else the latest one: set by the card
    /// that reads it, part of the evidence for the others.
    pub retry: RwSignal<Known<Option<Arc<Retry>>>>,
    /// The symptom that the address chooses.
    pub symptom: Memo<Option<Symptom>>,
    /// What is concluded from the evidence. Always there: what was not read is
    /// unknown in it.
    pub assessment: Memo<Arc<Assessment>>,
    asked: StoredValue<Asked>,
}

impl Triage {
    /// The incident of what is asked for.
    pub(super) fn of(
        session: Session,
        place: Memo<TriagePlace>,
        scope: Scope,
        asked: Asked,
    ) -> Self {
        let symptom = Memo::new(move |_| {
            let code = place.with(|place| place.symptom.clone());
            Symptom::from_code(code.as_deref()?)
        });
        let history = assessed::history(asked.campaign.remote);
        let retry = RwSignal::new(Known::Unknown("Not read yet.".to_owned()));
        Self {
            session,
            place,
            scope: StoredValue::new(scope),
            campaign: asked.campaign.remote,
            history,
            job: asked.job.remote,
            failures: asked.failures.remote,
            duplicates: asked.duplicates.remote,
            retry,
            symptom,
            assessment: assessed::assessment(session, asked, history, retry, symptom),
            asked: StoredValue::new(asked),
        }
    }

    /// What is asked for, part by part.
    pub(super) fn asked(self) -> Asked {
        self.asked.get_value()
    }

    /// Asks for the evidence again, each part by itself; one that fails keeps
    /// its last good answer.
    pub fn refresh(self) {
        self.session.refresh.update(|n| *n = n.wrapping_add(1));
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
        assessed::write(self.session, self.asked(), write)
    }

    /// Tells something of the evidence as it stands. Tracks all of it.
    pub fn with_evidence<R>(self, tell: impl FnOnce(&Evidence<'_>) -> R) -> R {
        assessed::with_evidence(self.session, self.asked(), self.history, self.retry, tell)
    }

    /// IANA name of the campaign's zone, else the run's. Tracked.
    pub fn zone(self) -> Option<String> {
        self.asked().zone()
    }

    /// When the youngest evidence was read, by the server's clock, in epoch
    /// milliseconds. Tracked.
    pub fn captured_ms(self) -> Option<i64> {
        self.asked().captured_ms()
    }

    /// What is looked into, by name as soon as it is read. Tracked.
    pub fn name(self) -> String {
        let is_campaign = self.place.with(|place| place.campaign.is_some());
        let name = match is_campaign {
            true => self
                .campaign
                .state
                .with(|state| Some(state.value()?.campaign.name.clone())),
            false => self
                .job
                .state
                .with(|state| Some(state.value()?.job.name().to_owned())),
        };
        let id = || {
            self.place
                .with(|place| place.subject().unwrap_or_default().to_owned())
        };
        name.unwrap_or_else(id)
    }

    /// The campaign's ID, as soon as it is known. Tracked.
    pub fn campaign_id(self) -> Option<String> {
        let asked = self
            .place
            .with(|place| Some(place.campaign.as_ref()?.0.clone()));
        asked.or_else(|| {
            let state = self.campaign.state;
            state.with(|state| Some(state.value()?.campaign.id.0.clone()))
        })
    }

    /// The run's ID, as soon as it is known. Tracked.
    pub fn job_id(self) -> Option<String> {
        let asked = self.place.with(|place| Some(place.job.as_ref()?.0.clone()));
        asked.or_else(|| {
            let state = self.job.state;
            state.with(|state| Some(state.value()?.job.id.0.clone()))
        })
    }

    /// Whether some evidence is on its way. Tracked.
    pub fn is_asking(self) -> bool {
        let asked = self.asked();
        let parts = [
            asked.campaign.is_asking(),
            asked.job.is_asking(),
            asked.failures.is_asking(),
            asked.duplicates.is_asking(),
        ];
        parts.contains(&true)
    }

    /// Whether every part of the evidence was answered, or has failed. Tracked.
    pub fn is_settled(self) -> bool {
        let asked = self.asked();
        let awaited = [
            asked.campaign.is_awaited(),
            asked.job.is_awaited(),
            asked.failures.is_awaited(),
            asked.duplicates.is_awaited(),
        ];
        !awaited.contains(&true)
    }

    /// When the youngest evidence came or was confirmed, by the client's
    /// clock, in epoch milliseconds. Tracked.
    pub fn fetched_at(self) -> Option<i64> {
        let asked = self.asked();
        let parts = [
            asked.campaign.fetched_at(),
            asked.job.fetched_at(),
            asked.failures.fetched_at(),
            asked.duplicates.fetched_at(),
        ];
        parts.into_iter().flatten().max()
    }
}
