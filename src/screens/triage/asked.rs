//! Asking for the evidence of an incident, each part by itself.

use super::evidence_part::{Found, Name, Part, part};
use crate::domain::block::good_rows;
use crate::domain::campaign::CampaignId;
use crate::domain::duplicate_report::DuplicateReport;
use crate::domain::failure_report::FailureReport;
use crate::domain::job::{JobDetail, JobId};
use crate::domain::scope::Scope;
use crate::domain::snapshot::Snapshot;
use crate::state::session::Session;
use leptos::prelude::*;

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
        named("The duplicates report", "duplicates"),
        |report: &DuplicateReport| report.captured_at.value(),
        move || Found::Id(of_duplicates.clone()),
        move |scope, ask| Box::pin(session.client().duplicates(scope, ask)),
    );
    let failures = part(
        session,
        named("The failures report", "failures"),
        |report: &FailureReport| report.captured_at.value(),
        move || Found::Id(scope.clone()),
        move |scope, ask| Box::pin(session.client().failures(scope, ask)),
    );
    let job = part(
        session,
        named("The job", "jobs"),
        |run: &JobDetail| run.captured_at.value(),
        move || match &job {
            Some(id) => Found::Id(id.clone()),
            None => own_run(duplicates),
        },
        move |id, ask| Box::pin(session.client().job(id, ask)),
    );
    let campaign = part(
        session,
        named("The campaign", ""),
        |snapshot: &Snapshot| Some(&snapshot.captured_at),
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

fn named(what: &'static str, block: &'static str) -> Name {
    Name { what, block }
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
