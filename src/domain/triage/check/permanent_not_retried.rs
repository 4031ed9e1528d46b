//! Whether failures for good are left alone.

use super::{Evidence, Finding, Known};
use crate::domain::failure_class::FailureClass;
use crate::domain::triage::failed::{contacts, kinds, of, total};

const TITLE: &str = "Permanent failures are not retried";

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let report = match &evidence.failures {
        Known::Read(report) => report,
        Known::Unknown(why) => return Finding::unknown(why),
    };
    let formats = evidence.formats;
    let groups = of(report, |class| *class == FailureClass::Permanent);
    let failed = contacts(&groups);
    if failed == 0 {
        let told = "No contact’s last attempt failed for good.";
        return Finding::pass("No permanent failures", told.to_owned()).figure("0".to_owned());
    }
    let retried = total(&groups, |group| &group.retried);
    let scheduled = total(&groups, |group| &group.retry_scheduled);
    let what = [
        &*formats.count(failed),
        " failed for good with ",
        &kinds(&groups),
    ]
    .concat();
    let unknown = |why: &str| Finding::unknown(&[&*what, "; ", why].concat());
    let (again, planned) = match (retried, scheduled) {
        (None, Some(planned @ 1..)) => {
            let told = [
                &*what,
                "; whether they were dialed again is not reported",
                &planned_words(planned, evidence),
                ".",
            ];
            return Finding::warn("Permanent failures will be retried", told.concat());
        }
        (None, _) => return unknown("whether they were retried is not reported."),
        (Some(0), None) => {
            let why = "0 were dialed again since; whether a retry is scheduled is not reported.";
            return unknown(why);
        }
        (Some(again), planned) => (again, planned.unwrap_or(0)),
    };
    let most = groups
        .iter()
        .filter_map(|group| group.most_retries.copied())
        .max();
    let most = most.filter(|most| again > 0 && *most > 0);
    let most = most.map(|most| [", one of them ", &*formats.count(most), " times"].concat());
    let told = [
        &*what,
        "; ",
        &formats.count(again),
        " were dialed again since",
        &most.unwrap_or_default(),
        &planned_words(planned, evidence),
        ".",
    ];
    let told = told.concat();
    let figure = formats.of(again, failed);
    let found = match (again, planned) {
        (0, 0) => Finding::pass(TITLE, told),
        (0, _) => Finding::warn("Permanent failures will be retried", told),
        _ => Finding::fail("Permanent failures are retried", told),
    };
    found.figure(figure)
}

fn planned_words(planned: i64, evidence: &Evidence<'_>) -> String {
    match planned {
        0 => String::new(),
        _ => {
            let planned = evidence.formats.count(planned);
            ["; ", &*planned, " have a retry scheduled"].concat()
        }
    }
}
