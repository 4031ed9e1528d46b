//! Whether another run went over the same upload.

use super::{CheckState, Evidence, Finding, Known};
use crate::domain::duplicate_report::{DuplicateReport, UploadRun};
use crate::domain::format::Formats;
use crate::domain::moment::when;
use crate::domain::triage::evidence::{in_hours, runs};

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let report = match &evidence.duplicates {
        Known::Read(report) => report,
        Known::Unknown(why) => return Finding::unknown(why),
    };
    if report.runs.is_empty() {
        return Finding::pass(
            "No second job run",
            "No run went over its upload.".to_owned(),
        );
    }
    let Some(runs) = runs(report) else {
        return Finding::unknown("Runs over the same upload are not reported.");
    };
    let formats = evidence.formats;
    let count = formats.count(runs.len() as i64);
    let within = window(report, formats);
    let found = match runs.as_slice() {
        [] => {
            let told = ["No run went over its upload", &*within, "."].concat();
            Finding::pass("No second job run", told)
        }
        [only] => {
            let told = [
                &*only.job_id,
                " is the only run",
                &upload(report, only),
                &within,
                ".",
            ];
            Finding::pass("No second job run", told.concat())
        }
        several => {
            let told: Vec<String> = several.iter().map(|run| one(run, formats)).collect();
            let told = [&*told.join("; "), "."].concat();
            match doubles(several, report) {
                true => Finding::fail("A second job run over the same upload", told),
                false => Finding::new(
                    CheckState::Warn,
                    "The upload was run before",
                    [&*told, " One had ended before the other began."].concat(),
                ),
            }
        }
    };
    let noun = if runs.len() == 1 { " run" } else { " runs" };
    found.figure([&*count, noun].concat())
}

/// Whether runs overlap, or contacts were reached again: one after the other
/// may have been meant.
fn doubles(runs: &[&UploadRun], report: &DuplicateReport) -> bool {
    let again = report
        .reached_again
        .value()
        .and_then(|it| it.contacts.copied());
    again.is_some_and(|contacts| contacts > 0) || !one_after_the_other(runs)
}

/// Whether each run is known to have ended before the next one began.
fn one_after_the_other(runs: &[&UploadRun]) -> bool {
    let span = |run: &&UploadRun| {
        let began = run.started_at.value().and_then(|at| at.ms)?;
        let ended = run.ended_at.value().and_then(|at| at.ms);
        Some((began, ended.unwrap_or(i64::MAX)))
    };
    let Some(mut spans) = runs.iter().map(span).collect::<Option<Vec<_>>>() else {
        return false;
    };
    spans.sort_unstable();
    let next = spans.iter().skip(1);
    spans
        .iter()
        .zip(next)
        .all(|((_, ended), (began, _))| ended <= began)
}

/// "job_9c2 started 14:02 CST by J. Park".
fn one(run: &UploadRun, formats: &Formats<'_>) -> String {
    let at = run.started_at.value();
    let at = at.map_or_else(String::new, |at| {
        [" started ", &*when(at, formats)].concat()
    });
    let by = run.started_by.as_deref();
    let by = by.map_or_else(String::new, |by| [" by ", by].concat());
    [&*run.job_id, &at, &by].concat()
}

/// " on upload upl_19zk4", when it is known.
fn upload(report: &DuplicateReport, run: &UploadRun) -> String {
    let told = report
        .upload
        .value()
        .and_then(|upload| upload.id.as_deref());
    let id = told.or(run.upload_id.as_deref());
    id.map_or_else(String::new, |id| [" on upload ", id].concat())
}

/// " in 24 h".
fn window(report: &DuplicateReport, formats: &Formats<'_>) -> String {
    let seconds = report.window_seconds.copied();
    let seconds = seconds.filter(|seconds| *seconds > 0.0);
    seconds.map_or_else(String::new, |seconds| {
        [" in ", &*in_hours(seconds, formats)].concat()
    })
}
