//! How large a share of the attempts fails at the carriers, and whether
//! failures gather in one part of the contacts.

use super::{Evidence, Finding, Known};
use crate::domain::carrier_health::MINIMUM_ATTEMPTS;
use crate::domain::failure_report::FailureReport;
use crate::domain::figures::share;
use crate::domain::format::Formats;
use crate::domain::snapshot::Snapshot;
use crate::domain::triage::failed::{kinds, of, total};
use crate::domain::triage::segment::{self, worst_carrier};

/// The share of attempts that carriers and providers may fail. The runbook
/// (source document 003) escalates what exceeds the "expected transient
/// threshold"; the design names 2%.
pub const EXPECTED_SHARE: f64 = 0.02;

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let formats = evidence.formats;
    let report = match &evidence.failures {
        Known::Read(report) => report,
        Known::Unknown(why) => return of_snapshot(evidence.snapshot(), why, formats),
    };
    let gathered = segment::worst(report).map(|worst| worst.told(formats));
    let finished = report.attempts.value().and_then(|it| it.finished.copied());
    let groups = of(report, |class| class.is_carriers());
    let failed = total(&groups, |group| &group.attempts);
    let found = match (failed, finished) {
        (Some(failed), Some(finished)) => {
            let mut told = [
                &*formats.of(failed, finished),
                " attempts failed at the carriers",
            ]
            .concat();
            if failed > 0 {
                let kinds = kinds(&groups);
                told.push_str(&[" (", &*kinds, ")"].concat());
            }
            if let Some((carrier, count)) = worst_carrier(&groups) {
                told.push_str(&[", ", &*formats.count(count), " of them on ", &carrier].concat());
            }
            told.push('.');
            judged(failed, finished, told, formats)
        }
        _ => of_snapshot(
            evidence.snapshot(),
            "How many attempts failed is not reported.",
            formats,
        ),
    };
    match gathered {
        Some(told) => Finding {
            evidence: [&*told, " ", &*found.evidence].concat(),
            title: match found.state {
                super::CheckState::Fail => found.title,
                _ => "Failures gather in one part".to_owned(),
            },
            state: super::CheckState::Fail,
            figure: found.figure,
        },
        None => found,
    }
}

/// By the campaign's own counters, where no report tells more.
fn of_snapshot(snapshot: Option<&Snapshot>, why: &str, formats: &Formats<'_>) -> Finding {
    let attempts = snapshot.and_then(|snapshot| snapshot.attempts.value());
    let counts = attempts.and_then(|it| Some((it.failed.copied()?, it.finished.copied()?)));
    let Some((failed, finished)) = counts else {
        return Finding::unknown(why);
    };
    let told = [
        &*formats.of(failed, finished),
        " attempts ended in a carrier or network failure.",
    ];
    judged(failed, finished, told.concat(), formats)
}

fn judged(failed: i64, finished: i64, told: String, formats: &Formats<'_>) -> Finding {
    if failed < 0 || finished < 0 || failed > finished {
        let why = [&*told, " These figures cannot both be true."].concat();
        return Finding::unknown(&why);
    }
    let Some(part) = share(failed, finished).filter(|_| finished >= MINIMUM_ATTEMPTS) else {
        let least = formats.count(MINIMUM_ATTEMPTS);
        return Finding::unknown(
            &[&*told, " Below ", &least, " attempts nothing is judged."].concat(),
        );
    };
    let expected = [
        "expected ",
        &*formats.decimal(EXPECTED_SHARE * 100.0, 0),
        "%",
    ]
    .concat();
    let found = match part > EXPECTED_SHARE {
        true => Finding::fail(&["Carrier errors above the ", &*expected].concat(), told),
        false => Finding::pass(&["Carrier errors within the ", &*expected].concat(), told),
    };
    found.figure(formats.percent(part))
}

/// The share of attempts that failed at the carriers, when it can be judged.
pub fn carrier_share(report: &FailureReport) -> Option<f64> {
    let groups = of(report, |class| class.is_carriers());
    let failed = total(&groups, |group| &group.attempts)?;
    let finished = report.attempts.value()?.finished.copied()?;
    share(failed, finished).filter(|_| finished >= MINIMUM_ATTEMPTS && failed <= finished)
}
