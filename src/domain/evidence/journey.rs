//! The evidence of one record: its run, its steps and what it gave out.

use super::{fenced, item, masked, section};
use crate::domain::block::good_rows;
use crate::domain::field::Field;
use crate::domain::format::Formats;
use crate::domain::job::status::shown;
use crate::domain::job::{Job, progress};
use crate::domain::journey::told::{StepRow, Told, told};
use crate::domain::journey::{Journey, Step};
use crate::domain::json_text::indented;
use crate::domain::timestamp::Timestamp;

/// The journey of a record as Markdown, phone numbers masked; `job` is its run
/// where that is known.
pub fn evidence(journey: &Journey, job: Option<&Job>, formats: &Formats<'_>) -> String {
    let told = told(journey, formats);
    let mut sections = vec![identity(journey, job, formats)];
    sections.extend(section("Verdict", verdict(&told)));
    sections.extend(section("Steps", steps(journey, &told, formats)));
    sections.extend(section("Record", facts(journey, &told)));
    sections.extend(job.and_then(|job| of_run(job, formats)));
    let output = journey
        .final_output
        .value()
        .map(|json| fenced(&indented(&json.0)));
    sections.extend(section("Final output", output.into_iter().collect()));
    masked(&(sections.join("\n\n") + "\n"))
}

fn identity(journey: &Journey, job: Option<&Job>, formats: &Formats<'_>) -> String {
    let record = &journey.record;
    let code = |label: &str, id: &str| item(label, &["`", id, "`"].concat());
    let mut lines = vec![["# Evidence: ", record.who()].concat(), String::new()];
    lines.push(code("Record ID", &record.id));
    let of_record = record.job.value().map(|of| &of.id);
    let run = of_record.or(job.map(|job| &job.id));
    lines.extend(run.map(|id| code("Job ID", &id.0)));
    let ids = [
        (
            "Contact ID",
            record
                .contact
                .value()
                .and_then(|contact| contact.id.as_deref()),
        ),
        ("Campaign ID", record.campaign_id.as_deref()),
        ("Task ID", record.task_id.as_deref()),
        ("Upload ID", job.and_then(|job| job.upload_id.as_deref())),
    ];
    lines.extend(
        ids.into_iter()
            .filter_map(|(label, id)| Some(code(label, id?))),
    );
    let now = Timestamp::from_ms(formats.now);
    if let Some(began) = record.started_at.value() {
        let end = record.ended_at.value().unwrap_or(&now);
        lines.push(item("Time window", &formats.span(began, end)));
    }
    lines.push(item("Read at", &formats.iso(&now)));
    lines.join("\n")
}

fn verdict(told: &Told) -> Vec<String> {
    let similar = told.similar.as_ref();
    let similar = similar.map(|(count, more)| [&**count, more].concat());
    [["**", &*told.verdict.plain(), "**"].concat()]
        .into_iter()
        .chain(similar)
        .collect()
}

fn steps(journey: &Journey, told: &Told, formats: &Formats<'_>) -> Vec<String> {
    let line = |(step, row): (&Step, &StepRow)| {
        let began = step
            .started_at
            .value()
            .map(|at| [", began ", &*formats.iso(at)].concat());
        let limit = step.limit_seconds.copied();
        let limit = limit.map(|limit| [", limit ", &*formats.step(limit)].concat());
        let message = row.message.as_ref().map(|text| [". ", &**text].concat());
        let told = [began, limit, message]
            .into_iter()
            .flatten()
            .collect::<String>();
        [
            "- `",
            &*row.name,
            "` ",
            &row.outcome,
            ", ",
            &row.duration.text,
            &told,
        ]
        .concat()
    };
    good_rows(&journey.steps)
        .zip(&told.steps)
        .map(line)
        .collect()
}

fn facts(journey: &Journey, told: &Told) -> Vec<String> {
    let facts = told
        .facts
        .iter()
        .map(|(label, cell)| item(label, &cell.text));
    let record = &journey.record;
    let codes = [
        ("Status", Some(&*record.status)),
        ("Outcome", record.outcome.as_deref()),
        ("Failed step", record.failed_step.as_deref()),
        ("Phone", record.phone.as_deref()),
    ];
    let codes = codes
        .into_iter()
        .filter_map(|(label, text)| Some(item(label, text?)));
    facts.chain(codes).collect()
}

/// A run's own section: status, progress, failures by cause.
pub fn of_run(job: &Job, formats: &Formats<'_>) -> Option<String> {
    section("Run", run(job, formats))
}

fn run(job: &Job, formats: &Formats<'_>) -> Vec<String> {
    let status = shown(job, formats);
    let failed = status.failed.map(|failed| [" · ", &*failed].concat());
    let status = [&*status.label, &failed.unwrap_or_default()].concat();
    let mut lines = vec![item("Spinner", job.name()), item("Status", &status)];
    lines.extend(job.version().map(|version| item("Version", &version)));
    lines.extend(progress::done_of_total(job, formats).map(|text| item("Progress", &text)));
    if let Field::Value(at) = &job.started_at {
        lines.push(item("Started", &formats.iso(at)));
    }
    let failures = job.failures.value().map(Vec::as_slice).unwrap_or_default();
    for cause in good_rows(failures) {
        let label = cause.label.as_deref().unwrap_or(&cause.code);
        lines.push(item(label, &formats.count(cause.count)));
    }
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;
    use crate::domain::mock;

    #[test]
    fn everything_that_an_escalation_needs_is_in_it_with_numbers_masked() {
        let journey: Journey = decode(
            r#"{"record":{"id":"rec_51c9","status":"failed","outcome":"ai_timeout","phone":"+12175550148",
                "contact":{"id":"con_1","name":"Keisha Brandt"},"started_at":"2026-11-12T13:22:03-06:00",
                "ended_at":"2026-11-12T13:24:19-06:00","job":{"id":"job_77ae0"}},
                "steps":[{"name":"ai_agent","kind":"ai_agent","status":"failed","outcome":"ai_timeout",
                  "duration_seconds":120,"limit_seconds":120,"message":"no reply to +12175550148"}],
                "final_output":{"outcome":null}}"#,
        )
        .unwrap();
        let job: Job = decode(
            r#"{"id":"job_77ae0","status":"completed","spinner":{"name":"Payment reminder","version":7},
                "counts":{"total":1180,"completed":1143,"failed":37},
                "failures":[{"code":"ai_timeout","label":"ai_agent timed out","count":29}]}"#,
        )
        .unwrap();
        let now = Timestamp::from_text("2026-11-12T14:32:08-06:00")
            .ms
            .unwrap();
        let text = mock::at(now, |formats| evidence(&journey, Some(&job), formats));
        for part in [
            "# Evidence: Keisha Brandt",
            "- Record ID: `rec_51c9`",
            "- Job ID: `job_77ae0`",
            "- Time window: 12 Nov 2026, 13:22 to 13:24 CST (UTC−06:00)",
            "**Failed at step 1 of 1. ai_agent: No reply to",
            "- `ai_agent` ai_timeout, 120.0 s, limit 120.0 s. no reply to",
            "- Status: Completed · 37 failed",
            "- ai_agent timed out: 29",
            "\"outcome\": null",
        ] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
        assert!(!text.contains("2175550148"), "{text}");
    }
}
