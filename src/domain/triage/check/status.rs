//! What state the campaign and the run are in.

use super::{CheckState, Evidence, Finding, worse};
use crate::domain::campaign::Interruption;
use crate::domain::contradiction;
use crate::domain::format::Formats;
use crate::domain::job::JobDetail;
use crate::domain::job::status::{JobStatus, shown};
use crate::domain::moment::{at_or_on, when};
use crate::domain::rich::sentence;
use crate::domain::snapshot::Snapshot;
use crate::domain::status::CampaignStatus;
use crate::domain::timestamp::Timestamp;

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let formats = evidence.formats;
    let found = worse(
        evidence,
        |snapshot| of_campaign(snapshot, formats),
        |detail| of_job(detail, formats),
    );
    match (evidence.snapshot(), evidence.detail()) {
        (Some(snapshot), Some(detail)) => Finding {
            title: both(snapshot, detail, formats),
            ..found
        },
        _ => found,
    }
}

/// "Current status: Paused, job running".
fn both(snapshot: &Snapshot, detail: &JobDetail, formats: &Formats<'_>) -> String {
    let campaign = CampaignStatus::from_wire(&snapshot.campaign.status).label();
    let job = shown(&detail.job, formats).label.to_lowercase();
    ["Current status: ", &*campaign, ", job ", &job].concat()
}

fn of_campaign(snapshot: &Snapshot, formats: &Formats<'_>) -> Finding {
    let campaign = &snapshot.campaign;
    let status = CampaignStatus::from_wire(&campaign.status);
    let title = ["Current status: ", &*status.label()].concat();
    let started = campaign.started_at.value();
    let (state, evidence, since) = match &status {
        CampaignStatus::Running => (
            CheckState::Pass,
            began("Running", started, formats),
            started,
        ),
        CampaignStatus::Paused => {
            let pause = campaign.pause.value();
            let told = stop("Paused", pause, formats);
            (
                CheckState::Warn,
                told,
                pause.and_then(|pause| pause.at.value()),
            )
        }
        CampaignStatus::Failed => {
            let failure = campaign.failure.value();
            let told = stop("Failed", failure, formats);
            (
                CheckState::Fail,
                told,
                failure.and_then(|failure| failure.at.value()),
            )
        }
        CampaignStatus::Canceled => {
            let cancel = campaign.cancel.value();
            let told = stop("Canceled", cancel, formats);
            (
                CheckState::Warn,
                told,
                cancel.and_then(|cancel| cancel.at.value()),
            )
        }
        CampaignStatus::Completed => {
            let ended = campaign.ended_at.value();
            (CheckState::Pass, began("Completed", ended, formats), ended)
        }
        CampaignStatus::Draft | CampaignStatus::Scheduled => {
            let starts = campaign.starts_at.value();
            let starts = starts.map(|at| ["It starts ", &*when(at, formats), "."].concat());
            let told = starts.unwrap_or_else(|| "It has not been started.".to_owned());
            (CheckState::Warn, told, None)
        }
        CampaignStatus::Unknown(_) => {
            let told = "This console does not know that status and does not guess.";
            (CheckState::Unknown, told.to_owned(), None)
        }
    };
    let contradictions: Vec<String> = contradiction::find(snapshot, formats)
        .into_iter()
        .filter(|found| found.about == "status")
        .map(|found| found.text)
        .collect();
    Finding::new(state, &title, evidence)
        .figure(age(since, formats))
        .doubted(&contradictions)
}

fn of_job(detail: &JobDetail, formats: &Formats<'_>) -> Finding {
    let job = &detail.job;
    let status = JobStatus::from_wire(&job.status);
    let shown = shown(job, formats);
    let failed = shown.failed.map(|failed| [", ", &*failed].concat());
    let title = [
        "Current status: ",
        &*shown.label,
        &failed.clone().unwrap_or_default(),
    ]
    .concat();
    let (state, evidence, since) = match status {
        JobStatus::Failed => (CheckState::Fail, error(detail), job.ended_at.value()),
        JobStatus::Unknown(_) => {
            let told = "This console does not know that status and does not guess.";
            (CheckState::Unknown, told.to_owned(), None)
        }
        JobStatus::Completed | JobStatus::Partial => {
            let ended = job.ended_at.value();
            let well = failed.is_none() && status == JobStatus::Completed;
            let state = if well {
                CheckState::Pass
            } else {
                CheckState::Warn
            };
            (state, began("Ended", ended, formats), ended)
        }
        JobStatus::Queued => {
            let queued = job.queued_at.value();
            (CheckState::Pass, began("Queued", queued, formats), queued)
        }
        JobStatus::Waiting => {
            let since = job.waiting_on.value().and_then(|on| on.since.value());
            (CheckState::Warn, began("Waiting", since, formats), since)
        }
        JobStatus::Running => {
            let started = job.started_at.value();
            (
                CheckState::Pass,
                began("Running", started, formats),
                started,
            )
        }
    };
    Finding::new(state, &title, evidence).figure(age(since, formats))
}

fn error(detail: &JobDetail) -> String {
    let error = detail.job.error.value();
    let told = error.and_then(|error| error.message.as_deref().or(error.code.as_deref()));
    told.filter(|told| !told.trim().is_empty())
        .map_or_else(|| "Why it failed is not reported.".to_owned(), sentence)
}

/// "Running since 09:00 CST."
fn began(word: &str, at: Option<&Timestamp>, formats: &Formats<'_>) -> String {
    match at {
        Some(at) if word == "Completed" || word == "Ended" => {
            [word, " ", &*at_or_on(at, formats), "."].concat()
        }
        Some(at) => [word, " since ", &*when(at, formats), "."].concat(),
        None => "Since when is not reported.".to_owned(),
    }
}

/// "Auto-paused at 14:20:31 CST: Failure breaker, 26 of 50 attempts failed."
fn stop(word: &str, stopped: Option<&Interruption>, formats: &Formats<'_>) -> String {
    let Some(stopped) = stopped else {
        return "Since when, and why, is not reported.".to_owned();
    };
    let automatic = stopped.automatic.copied() == Some(true);
    let by = match (automatic, stopped.by.as_deref()) {
        (true, _) => " by the system".to_owned(),
        (false, Some(name)) => [" by ", name].concat(),
        (false, None) => String::new(),
    };
    let at = stopped.at.value();
    let at = at.map_or_else(String::new, |at| [" ", &*at_or_on(at, formats)].concat());
    let reason = stopped
        .reason
        .as_deref()
        .filter(|reason| !reason.trim().is_empty());
    let reason = reason.map_or_else(|| "The reason is not reported.".to_owned(), sentence);
    [word, &by, &at, ". ", &reason].concat()
}

fn age(since: Option<&Timestamp>, formats: &Formats<'_>) -> String {
    let readable = since.filter(|at| at.ms.is_some());
    readable.map_or_else(String::new, |at| formats.ago(at))
}
