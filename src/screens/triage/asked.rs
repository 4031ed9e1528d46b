//! Asking for the evidence of an incident, each part by itself.

use crate::domain::block::good_rows;
use crate::domain::campaign::CampaignId;
use crate::domain::duplicate_report::DuplicateReport;
use crate::domain::failure_report::FailureReport;
use crate::domain::job::{JobDetail, JobId};
use crate::domain::remote::Remote;
use crate::domain::scope::Scope;
use crate::domain::snapshot::Snapshot;
use crate::domain::triage::Known;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::state::session::Session;
use leptos::prelude::*;
use std::sync::Arc;

/// Whether something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// It is.
    Yes,
    /// It will be known once other answers are there.
    NotYet,
    /// The API does not have it.
    NotOffered,
    /// The incident is not about such a thing.
    NotConcerned,
}

/// One part of the evidence.
pub struct Part<T: Send + Sync + 'static> {
    /// What it is, as the subject of a sentence: "The failures report".
    pub what: &'static str,
    /// What the API would report, for the sentence that it does not.
    pub named: &'static str,
    /// Whether it is asked for.
    pub wanted: Memo<Wanted>,
    /// What came of it.
    pub remote: RemoteHandle<T>,
}

impl<T: Send + Sync + 'static> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Part<T> {}

/// Everything that is asked for.
#[derive(Clone, Copy)]
pub struct Asked {
    /// The campaign.
    pub campaign: Part<Snapshot>,
    /// The run.
    pub job: Part<JobDetail>,
    /// How contacts failed.
    pub failures: Part<FailureReport>,
    /// Who was called twice.
    pub duplicates: Part<DuplicateReport>,
}

impl<T: Send + Sync + 'static> Part<T> {
    /// The last good answer, else why there is none; `None` for what the
    /// incident is not about. Tracked.
    pub fn known(self) -> Option<Known<Arc<T>>> {
        match self.wanted.get() {
            Wanted::NotConcerned => None,
            Wanted::NotOffered => Some(Known::Unknown(
                ["The API does not report ", self.named, "."].concat(),
            )),
            Wanted::NotYet | Wanted::Yes => {
                Some(
                    self.remote
                        .state
                        .with(|state| match (state.value(), state.error()) {
                            (Some(value), _) => Known::Read(Arc::clone(value)),
                            (None, Some(error)) => Known::Unknown(
                                [self.what, " did not load: ", &*error.cause(), "."].concat(),
                            ),
                            (None, None) => Known::Unknown("Not read yet.".to_owned()),
                        }),
                )
            }
        }
    }

    /// Whether its first answer or failure is still awaited. Tracked.
    pub fn is_awaited(self) -> bool {
        match self.wanted.get() {
            Wanted::Yes => self
                .remote
                .state
                .with(|state| matches!(state, Remote::Loading)),
            Wanted::NotYet => true,
            Wanted::NotOffered | Wanted::NotConcerned => false,
        }
    }

    /// Whether it is on its way. Tracked.
    pub fn is_asking(self) -> bool {
        self.wanted.get() == Wanted::Yes && self.remote.state.with(|state| state.is_asking())
    }

    /// When its last good answer came or was confirmed, by the client's clock.
    /// Tracked.
    pub fn fetched_at(self) -> Option<i64> {
        self.remote.state.with(|state| state.fetched_at())
    }
}

/// Asks for everything about a campaign, a run, or both: the campaign that a
/// run dials and the run that a campaign came from belong to the incident.
pub fn ask(
    session: Session,
    scope: Scope,
    campaign: Option<CampaignId>,
    job: Option<JobId>,
) -> Asked {
    let of_duplicates = scope.clone();
    let duplicates = part(
        session,
        ("The duplicates report", "duplicates"),
        "duplicates",
        move || Found::Id(of_duplicates.clone()),
        move |scope, ask| Box::pin(session.client().duplicates(scope, ask)),
    );
    let failures = part(
        session,
        ("The failures report", "failures"),
        "failures",
        move || Found::Id(scope.clone()),
        move |scope, ask| Box::pin(session.client().failures(scope, ask)),
    );
    let job = part(
        session,
        ("The job", "jobs"),
        "jobs",
        move || match &job {
            Some(id) => Found::Id(id.clone()),
            None => own_run(duplicates),
        },
        move |id, ask| Box::pin(session.client().job(id, ask)),
    );
    let campaign = part(
        session,
        ("The campaign", "campaigns"),
        "",
        move || match &campaign {
            Some(id) => Found::Id(id.clone()),
            None => dialed(job),
        },
        move |id, ask| Box::pin(session.client().snapshot(id, ask)),
    );
    Asked {
        campaign,
        job,
        failures,
        duplicates,
    }
}

/// What a part is asked for by.
#[derive(Clone, PartialEq)]
enum Found<K> {
    Id(K),
    NotYet,
    Nothing,
}

/// The run that the campaign's contacts came from, by the duplicates report.
fn own_run(duplicates: Part<DuplicateReport>) -> Found<JobId> {
    if duplicates.is_awaited() {
        return Found::NotYet;
    }
    duplicates.remote.state.with(|state| {
        let runs = state.value().and_then(|report| report.runs.value());
        let runs = runs.map(Vec::as_slice).unwrap_or_default();
        let own = good_rows(runs).find(|run| run.is_scope.copied() == Some(true));
        own.map_or(Found::Nothing, |run| Found::Id(JobId(run.job_id.clone())))
    })
}

/// The campaign that the run dials.
fn dialed(job: Part<JobDetail>) -> Found<CampaignId> {
    if job.is_awaited() {
        return Found::NotYet;
    }
    job.remote.state.with(|state| {
        let id = state.value().and_then(|run| run.job.campaign_id.as_deref());
        id.map_or(Found::Nothing, |id| Found::Id(CampaignId(id.to_owned())))
    })
}

fn part<K, T>(
    session: Session,
    (what, named): (&'static str, &'static str),
    block: &'static str,
    find: impl Fn() -> Found<K> + Send + Sync + 'static,
    fetch: impl Fn(K, crate::api::client::Ask) -> crate::state::remote::Answer<T> + 'static,
) -> Part<T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    let key = Memo::new(move |_| find());
    let wanted = Memo::new(move |_| match key.get() {
        Found::Nothing => Wanted::NotConcerned,
        Found::NotYet => Wanted::NotYet,
        Found::Id(_) => offered(session, block),
    });
    let remote = use_remote(
        move || match (wanted.get(), key.get()) {
            (Wanted::Yes, Found::Id(key)) => Some(key),
            _ => None,
        },
        fetch,
    );
    session.follow_key(remote);
    Part {
        what,
        named,
        wanted,
        remote,
    }
}

/// Whether the API has a block. One that does not say what it has may be asked
/// for everything.
fn offered(session: Session, block: &str) -> Wanted {
    session.capabilities.state.with(|state| match state {
        _ if block.is_empty() => Wanted::Yes,
        Remote::Loading => Wanted::NotYet,
        known => match known.value().is_none_or(|known| known.offers(block)) {
            true => Wanted::Yes,
            false => Wanted::NotOffered,
        },
    })
}
