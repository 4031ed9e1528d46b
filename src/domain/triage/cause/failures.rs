//! What fails whatever the carrier.

use super::{Case, CauseKey, Found};
use crate::domain::carrier_health::{FAILING_SHARE, MINIMUM_ATTEMPTS};
use crate::domain::failure_class::FailureClass;
use crate::domain::failure_report::FailureReport;
use crate::domain::figures::share;
use crate::domain::severity::Severity;
use crate::domain::triage::failed::{class, contacts, groups, kinds, of};
use crate::domain::triage::segment;

/// The share of all failed contacts from which one class explains them.
const MOST: f64 = 0.5;

/// "412 of 480 failed contacts have numbers that cannot be called (SIP 404). 380
/// of 400 attempts in upload part 3 failed (95.0%)."
pub fn invalid_numbers(case: &Case<'_>) -> Option<Found> {
    let told = mostly(case, FailureClass::Permanent, MOST, " failed for good")?;
    let report = case.evidence.failed()?;
    let segment = segment::worst(report);
    if segment.is_none() && !is_large(report) {
        return None;
    }
    let segment = segment.map(|worst| [" ", &*worst.told(case.evidence.formats)].concat());
    let told = told + &segment.unwrap_or_default();
    Some(Found::new(
        CauseKey::InvalidNumbers,
        Severity::Critical,
        told,
    ))
}

/// Whether so many attempts failed for good that it is no matter of a few old
/// numbers, which every list has.
fn is_large(report: &FailureReport) -> bool {
    let failed = contacts(&of(report, |class| *class == FailureClass::Permanent));
    let finished = report.attempts.value().and_then(|it| it.finished.copied());
    let part = finished.and_then(|finished| share(failed, finished));
    part.is_some_and(|part| part >= FAILING_SHARE)
}

pub fn failing_segment(case: &Case<'_>) -> Option<Found> {
    let worst = segment::worst(case.evidence.failed()?)?;
    let told = [
        "Failures gather in one part: ",
        &*worst.told(case.evidence.formats),
    ]
    .concat();
    Some(Found::new(
        CauseKey::FailingSegment,
        Severity::Warning,
        told,
    ))
}

pub fn number_reputation(case: &Case<'_>) -> Option<Found> {
    let verb = " were declined or refused as unwanted";
    let told = mostly(case, FailureClass::Reputation, FAILING_SHARE, verb)?;
    Some(Found::new(
        CauseKey::NumberReputation,
        Severity::Warning,
        told,
    ))
}

pub fn account(case: &Case<'_>) -> Option<Found> {
    let verb = " failed because the account or its set-up does not allow the call";
    let told = mostly(case, FailureClass::Account, FAILING_SHARE, verb)?;
    Some(Found::new(CauseKey::Account, Severity::Critical, told))
}

/// "412 of 480 failed contacts …", when a class is this share of them, and
/// there are enough to say so.
fn mostly(case: &Case<'_>, wanted: FailureClass, least: f64, verb: &str) -> Option<String> {
    let report = case.evidence.failed()?;
    let all: Vec<_> = groups(report).collect();
    let own = all
        .iter()
        .filter(|group| class(group) == Some(wanted.clone()));
    let own: Vec<_> = own.copied().collect();
    let (count, failed) = (contacts(&own), contacts(&all));
    let is_most = share(count, failed).is_some_and(|part| part >= least);
    if !is_most || count < MINIMUM_ATTEMPTS {
        return None;
    }
    let figures = case.evidence.formats.of(count, failed);
    Some(
        [
            &*figures,
            " failed contacts",
            verb,
            " (",
            &kinds(&own),
            ").",
        ]
        .concat(),
    )
}
