//! What keeps a campaign or a run from moving.

use super::{Case, CauseKey, CheckId, CheckState, Found};
use crate::domain::cause::{Cause, cause, stopped};
use crate::domain::limits::Limits;
use crate::domain::moment::{at_or_on, when};
use crate::domain::rich::{sentence as as_sentence, uncapitalized};
use crate::domain::severity::Severity;
use crate::domain::stalled::{Verdict, sentence};
use crate::domain::status::CampaignStatus;
use crate::domain::verdict::verdict;

/// What the run's movement says, when it says this.
fn told(case: &Case<'_>, is: fn(&Verdict) -> bool) -> Option<String> {
    let verdict = case.evidence.verdict().filter(is)?;
    Some(sentence(&verdict, case.evidence.formats).plain())
}

pub fn runtime_down(case: &Case<'_>) -> Option<Found> {
    let verdict = case.evidence.verdict()?;
    let runtime = case.evidence.detail()?.runtime.value();
    let is_down = runtime.is_some_and(crate::domain::runtime::Runtime::is_down);
    if !is_down || verdict == Verdict::Ended {
        return None;
    }
    let formats = case.evidence.formats;
    let since = runtime.and_then(crate::domain::runtime::Runtime::down_since);
    let since = since.map_or_else(String::new, |at| [" since ", &*when(at, formats)].concat());
    let told = [
        "The runtime is down",
        &*since,
        ", so no record of this run moves.",
    ]
    .concat();
    Some(Found::new(CauseKey::RuntimeDown, Severity::Critical, told))
}

pub fn stalled(case: &Case<'_>) -> Option<Found> {
    let told = told(case, Verdict::is_stalled)?;
    Some(Found::new(CauseKey::Stalled, Severity::Critical, told))
}

pub fn waiting_outside(case: &Case<'_>) -> Option<Found> {
    let told = told(case, |verdict| matches!(verdict, Verdict::Waiting(Some(_))))?;
    Some(Found::new(CauseKey::WaitingOutside, Severity::Notice, told))
}

/// It moves, and slower than it did.
pub fn slower(case: &Case<'_>) -> Option<Found> {
    let found = |told| {
        Some(Found::new(
            CauseKey::SlowerThanUsual,
            Severity::Warning,
            told,
        ))
    };
    if let Some(told) = told(case, |verdict| matches!(verdict, Verdict::Slow(_))) {
        return found(told);
    }
    let check = super::super::check::found(case.groups, CheckId::Processed)?;
    let behind = check.state == CheckState::Warn && check.figure.starts_with('−');
    let moves = case.state(CheckId::CountersMoving) == CheckState::Pass;
    if !behind || !moves {
        return None;
    }
    found(
        [
            "Slower than before: ",
            &*uncapitalized(&check.title),
            ". ",
            &check.evidence,
        ]
        .concat(),
    )
}

/// It has not started yet.
pub fn not_started(case: &Case<'_>) -> Option<Found> {
    let campaign = &case.evidence.snapshot()?.campaign;
    let status = CampaignStatus::from_wire(&campaign.status);
    if !matches!(status, CampaignStatus::Draft | CampaignStatus::Scheduled) {
        return None;
    }
    let starts = campaign.starts_at.value();
    let told = match starts {
        Some(at) => {
            let at = when(at, case.evidence.formats);
            ["The campaign has not started; it starts ", &*at, "."].concat()
        }
        None => "The campaign has not been started.".to_owned(),
    };
    Some(Found::new(CauseKey::Paused, Severity::Notice, told))
}

/// A person's pause, or an end that left contacts over.
pub fn paused(case: &Case<'_>) -> Option<Found> {
    let campaign = &case.evidence.snapshot()?.campaign;
    let formats = case.evidence.formats;
    let (word, stop) = match CampaignStatus::from_wire(&campaign.status) {
        CampaignStatus::Paused => ("paused", campaign.pause.value()),
        CampaignStatus::Canceled => ("canceled", campaign.cancel.value()),
        CampaignStatus::Failed => {
            let failure = campaign.failure.value();
            let at = failure.and_then(|it| it.at.value());
            let at = at.map_or_else(String::new, |at| [" ", &*at_or_on(at, formats)].concat());
            let why = failure.and_then(|it| it.reason.as_deref()).map(as_sentence);
            let why = why.unwrap_or_else(|| "Why is not reported.".to_owned());
            let told = ["The campaign failed", &*at, ". ", &why].concat();
            return Some(Found::new(CauseKey::Paused, Severity::Critical, told));
        }
        _ => return None,
    };
    let by = match stop.map(|it| (it.automatic.copied(), it.by.as_deref())) {
        Some((Some(true), _)) => "The system",
        Some((_, Some(name))) => name,
        _ => "Somebody",
    };
    let at = stop.and_then(|it| it.at.value());
    let at = at.map_or_else(String::new, |at| [" ", &*at_or_on(at, formats)].concat());
    let why = stop.and_then(|it| it.reason.as_deref()).map(as_sentence);
    let why = why.map_or_else(|| ".".to_owned(), |why| [". ", &*why].concat());
    let told = [by, " ", word, " the campaign", &at, &why].concat();
    Some(Found::new(CauseKey::Paused, Severity::Warning, told))
}

pub fn window_closed(case: &Case<'_>) -> Option<Found> {
    let limits = Limits::of(case.evidence.snapshot()?);
    dialing_cause(&limits).filter(|cause| *cause == Cause::WindowClosed)?;
    let window = limits.snapshot.call_window.value();
    let opens = window.and_then(|window| window.opens_at.value());
    let told = opens.map_or_else(
        || "The call window is closed.".to_owned(),
        |at| {
            let at = when(at, case.evidence.formats);
            ["The call window is closed; it opens ", &*at, "."].concat()
        },
    );
    Some(Found::new(CauseKey::WindowClosed, Severity::Notice, told))
}

pub fn out_of_credits(case: &Case<'_>) -> Option<Found> {
    let limits = Limits::of(case.evidence.snapshot()?);
    dialing_cause(&limits).filter(|cause| *cause == Cause::CreditsOut)?;
    let told = "Credits have run out, so no call is placed.".to_owned();
    Some(Found::new(CauseKey::Account, Severity::Critical, told))
}

/// Nothing may be called now: waiting, or a fix, is all that helps.
pub fn none_ready(case: &Case<'_>) -> Option<Found> {
    let snapshot = case.evidence.snapshot()?;
    let severity = match dialing_cause(&Limits::of(snapshot))? {
        Cause::NoneReady => Severity::Notice,
        Cause::NoneCallable => Severity::Warning,
        _ => return None,
    };
    let told = verdict(snapshot, case.evidence.formats).answer;
    Some(Found::new(CauseKey::SlowerThanUsual, severity, told))
}

/// What decides while it runs; of a paused campaign only a person's word counts.
pub(super) fn dialing_cause(limits: &Limits<'_>) -> Option<Cause> {
    match cause(limits) {
        Cause::NotRunning => None,
        Cause::UnknownStatus => stopped(limits),
        decided => Some(decided),
    }
}
