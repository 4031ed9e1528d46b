//! What is safe, and what to do first.

use super::{Case, CauseKey, CheckId, CheckState};
use crate::domain::format::Formats;
use crate::domain::status::CampaignStatus;
use crate::domain::triage::strategy::{self, QUEUED};

/// "No duplicates found. 229 contacts are safe to retry; 89 are not. Retry a
/// 20-contact sample first."
pub fn of(key: CauseKey, case: &Case<'_>) -> String {
    let parts = [duplicates(key, case), safe(key, case), first(key, case)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" ")
}

/// Whether anybody was called twice, where the cause does not say it.
fn duplicates(key: CauseKey, case: &Case<'_>) -> Option<String> {
    if key.symptom() == Some(super::Symptom::Duplicates) {
        return None;
    }
    let checks = [
        CheckId::SecondRun,
        CheckId::Deliveries,
        CheckId::Recipients,
        CheckId::ReachedAgain,
    ];
    let is = |state: CheckState| checks.iter().any(|id| case.state(*id) == state);
    let told = if is(CheckState::Fail) {
        "Duplicates were found; see the checks."
    } else if is(CheckState::Unknown) {
        "Whether anybody was called twice is not known."
    } else if is(CheckState::Warn) {
        "No duplicate call was found; see the checks."
    } else {
        "No duplicates found."
    };
    Some(told.to_owned())
}

/// "229 contacts are safe to retry; 89 are not."
fn safe(key: CauseKey, case: &Case<'_>) -> Option<String> {
    if matches!(key, CauseKey::NoneFound) {
        return None;
    }
    let split = strategy::split(case.evidence, case.groups);
    let Some((retry, leave)) = split.retry_contacts.zip(split.leave_out_contacts) else {
        let told = "Which contacts are safe to retry is not known.";
        return (key != CauseKey::NotEnoughEvidence).then(|| told.to_owned());
    };
    let formats = case.evidence.formats;
    let noun = |count: i64| {
        if count == 1 {
            " contact is"
        } else {
            " contacts are"
        }
    };
    Some(match (retry, leave) {
        (0, 0) => return None,
        (0, leave) => {
            let queued = split.leave_out.iter().find(|row| row.label == QUEUED);
            let queued = queued.map_or(0, |row| row.contacts);
            without_retry(queued, leave.saturating_sub(queued), formats)
        }
        (retry, 0) => [&*formats.count(retry), noun(retry), " safe to retry."].concat(),
        (retry, leave) => {
            let safe = [&*formats.count(retry), noun(retry), " safe to retry; "].concat();
            let verb = if leave == 1 { " is not." } else { " are not." };
            [&*safe, &formats.count(leave), verb].concat()
        }
    })
}

/// "34 contacts have a retry queued already; 28 are not safe to retry."
fn without_retry(queued: i64, unsafe_ones: i64, formats: &Formats<'_>) -> String {
    let counted = |count: i64, one: &str, several: &str| {
        let words = if count == 1 { one } else { several };
        [&*formats.count(count), words].concat()
    };
    let planned = counted(
        queued,
        " contact has a retry queued already",
        " contacts have a retry queued already",
    );
    match (queued, unsafe_ones) {
        (0, count) => counted(
            count,
            " contact failed, and is not safe to retry.",
            " contacts failed; none of them is safe to retry.",
        ),
        (_, 0) => planned + ".",
        (_, count) => {
            let rest = counted(count, " is not safe to retry.", " are not safe to retry.");
            [&*planned, "; ", &rest].concat()
        }
    }
}

/// What to do first.
fn first(key: CauseKey, case: &Case<'_>) -> Option<String> {
    let split = strategy::split(case.evidence, case.groups);
    let retry = split
        .is_retry_wise
        .then_some("Retry a 20-contact sample first.");
    let told = match key {
        CauseKey::BreakerPaused | CauseKey::CarrierFailing => {
            retry.unwrap_or("Wait until the carrier takes calls again before any retry.")
        }
        CauseKey::PermitsTaken => {
            "Free lines first: put numbers back, lower another campaign’s concurrency, or wait."
        }
        CauseKey::Paused => after_stop(case)?,
        CauseKey::WindowClosed => "Nothing is broken; dialing goes on when it opens.",
        CauseKey::RuntimeDown => "Start the runtime; the run then goes on by itself.",
        CauseKey::Stalled => {
            "Check the runtime, then open the journey of a record that is in a step."
        }
        CauseKey::WaitingOutside => "Nothing is broken here; ask whoever it waits for.",
        CauseKey::InvalidNumbers => {
            "Do not retry these numbers. Have the file corrected at its source."
        }
        CauseKey::FailingSegment => "Look at one task of that part before any retry.",
        CauseKey::NumberReputation => "Do not retry them. Look at the from-numbers first.",
        CauseKey::Pace => "Lower the concurrency before any retry.",
        CauseKey::Account => "Put the account right before any retry.",
        CauseKey::SecondRun => "Stop the second run first. Retry nothing until it is explained.",
        CauseKey::RepeatedRecipients => {
            "Pause it and correct the upload. Retry nothing until then."
        }
        CauseKey::DeliveredTwice => {
            "Escalate it: dispatch should have dropped them. Retry nothing until then."
        }
        CauseKey::ReachedAgain => "Retry nothing until it is explained.",
        CauseKey::SlowerThanUsual => "Look at what holds dispatch back before adding lines.",
        CauseKey::NoneFound => return None,
        CauseKey::NotEnoughEvidence => "Refresh the evidence in a minute.",
    };
    Some(told.to_owned())
}

/// What leads out of a pause, an end, or the time before the start.
fn after_stop(case: &Case<'_>) -> Option<&'static str> {
    let status = &case.evidence.snapshot()?.campaign.status;
    Some(match CampaignStatus::from_wire(status) {
        CampaignStatus::Paused => "Resume it once the reason is gone.",
        CampaignStatus::Draft | CampaignStatus::Scheduled => "Nothing dials before its start.",
        _ => "Clone or restart it to call the others.",
    })
}
