//! What called people twice.

use super::{Case, CauseKey, CheckId, Found};
use crate::domain::duplicate_report::UploadRun;
use crate::domain::format::Formats;
use crate::domain::moment::when;
use crate::domain::severity::Severity;
use crate::domain::triage::evidence::runs;

/// "job_b went over the same upload from 14:02 CST; 37 contacts were called
/// again after they had been reached."
pub fn second_run(case: &Case<'_>) -> Option<Found> {
    if !case.fails(CheckId::SecondRun) {
        return None;
    }
    let report = case.evidence.doubled()?;
    let runs = runs(report)?;
    let formats = case.evidence.formats;
    let second = runs
        .iter()
        .max_by_key(|run| run.started_at.value().and_then(|at| at.ms))?;
    let first = runs.iter().find(|run| run.job_id != second.job_id);
    let again = report
        .reached_again
        .value()
        .and_then(|it| it.contacts.copied());
    let again = again.filter(|contacts| *contacts > 0).map(|contacts| {
        let noun = if contacts == 1 {
            " contact was"
        } else {
            " contacts were"
        };
        let count = formats.count(contacts);
        ["; ", &*count, noun, " called again after being reached"].concat()
    });
    let first = first.map_or("another run", |first| &first.job_id);
    let told = [
        &*started(second, formats),
        " over the same upload as ",
        first,
        &again.unwrap_or_default(),
        ".",
    ];
    Some(Found::new(
        CauseKey::SecondRun,
        Severity::Critical,
        told.concat(),
    ))
}

/// "job_b was started 14:02 CST by J. Park".
fn started(run: &UploadRun, formats: &Formats<'_>) -> String {
    let at = run.started_at.value();
    let at = at.map_or_else(String::new, |at| [" ", &*when(at, formats)].concat());
    let by = run.started_by.as_deref();
    let by = by.map_or_else(String::new, |by| [" by ", by].concat());
    [&*run.job_id, " was started", &at, &by].concat()
}

pub fn delivered_twice(case: &Case<'_>) -> Option<Found> {
    let of_check = CheckId::Deliveries;
    told(
        case,
        of_check,
        CauseKey::DeliveredTwice,
        "Deliveries were carried out twice: ",
    )
}

pub fn repeated_recipients(case: &Case<'_>) -> Option<Found> {
    if !case.fails(CheckId::Recipients) {
        return None;
    }
    let repeated = case.evidence.doubled()?.upload.value()?.repeated.copied()?;
    let noun = match repeated {
        1 => " recipient stands in the upload more than once and was not skipped.",
        _ => " recipients stand in the upload more than once and were not skipped.",
    };
    let told = [&*case.evidence.formats.count(repeated), noun].concat();
    Some(Found::new(
        CauseKey::RepeatedRecipients,
        Severity::Critical,
        told,
    ))
}

pub fn reached_again(case: &Case<'_>) -> Option<Found> {
    let of_check = CheckId::ReachedAgain;
    told(
        case,
        of_check,
        CauseKey::ReachedAgain,
        "Called after being reached: ",
    )
}

/// The check's own evidence, when it fails.
fn told(case: &Case<'_>, id: CheckId, key: CauseKey, start: &str) -> Option<Found> {
    if !case.fails(id) {
        return None;
    }
    let check = super::super::check::found(case.groups, id)?;
    let told = [start, &*check.evidence].concat();
    Some(Found::new(key, Severity::Critical, told))
}
