//! Lines that others hold, or that were never given.

use super::standing::dialing_cause;
use super::{Case, CauseKey, Found};
use crate::domain::cause::Cause;
use crate::domain::format::Formats;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::severity::Severity;
use crate::domain::triage::Symptom;

/// No line is left, or none was given.
pub fn taken(case: &Case<'_>) -> Option<Found> {
    let limits = Limits::of(case.evidence.snapshot()?);
    let formats = case.evidence.formats;
    let told = match dialing_cause(&limits)? {
        Cause::NoLines(kind) => no_lines(kind, &limits, formats)?,
        Cause::Outranked => outranked(&limits, formats),
        _ => return None,
    };
    Some(found(Severity::Critical, told, &limits))
}

/// It dials with all the lines that it can get.
pub fn full(case: &Case<'_>) -> Option<Found> {
    let limits = Limits::of(case.evidence.snapshot()?);
    let (lines, in_use, whose) = match dialing_cause(&limits)? {
        Cause::AtLimit {
            kind: LimitKind::TenantLines,
            lines,
            in_use,
        } => (
            lines,
            in_use,
            " tenant lines that other campaigns leave it.",
        ),
        Cause::AtLimit {
            kind: LimitKind::NumberPool,
            lines,
            in_use,
        } => (lines, in_use, " lines that its number pool can carry."),
        _ => return None,
    };
    let formats = case.evidence.formats;
    let told = match in_use >= lines {
        true => ["It uses all ", &*formats.count(lines), whose].concat(),
        false => ["It uses ", &*formats.of(in_use, lines), whose].concat(),
    };
    Some(found(Severity::Warning, told, &limits))
}

/// A campaign that still dials is not stuck.
fn found(severity: Severity, told: String, limits: &Limits<'_>) -> Found {
    let dials = limits.in_use().is_some_and(|lines| lines > 0);
    let symptom = if dials {
        Symptom::FewCalls
    } else {
        Symptom::Stuck
    };
    Found {
        symptom: Some(symptom),
        ..Found::new(CauseKey::PermitsTaken, severity, told)
    }
}

fn no_lines(kind: LimitKind, limits: &Limits<'_>, formats: &Formats<'_>) -> Option<String> {
    Some(match kind {
        LimitKind::TenantLines => {
            let tenant = limits.capacity.and_then(|capacity| capacity.tenant.value());
            match tenant.map(|tenant| tenant.line_cap).filter(|cap| *cap > 0) {
                Some(cap) => {
                    let cap = formats.count(cap);
                    [
                        "Other campaigns hold all ",
                        &*cap,
                        " tenant lines; none is left for this one.",
                    ]
                    .concat()
                }
                None => "The tenant has no lines.".to_owned(),
            }
        }
        LimitKind::Concurrency => "The campaign’s concurrency is set to 0.".to_owned(),
        LimitKind::NumberPool => "No number of its pool is in rotation.".to_owned(),
        _ => return None,
    })
}

fn outranked(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let first = limits
        .dispatch
        .and_then(|dispatch| dispatch.blocking_campaign.value());
    let name = first.map_or("A campaign of higher priority", |first| first.name.as_str());
    let lines = first.and_then(|first| first.lines.copied());
    let lines = lines.map(|lines| {
        let noun = if lines == 1 { " line" } else { " lines" };
        [" and holds ", &*formats.count(lines), noun].concat()
    });
    [
        name,
        " goes first",
        &lines.unwrap_or_default(),
        "; none is left for this one.",
    ]
    .concat()
}
