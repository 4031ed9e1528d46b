//! Checks a mapping, and prints what it makes of recorded answers.
//!
//! ```text
//! make check-mapping FILE=public/mappings/dograh.json \
//!   SAMPLE="lists.campaigns=campaigns.json items.snapshot=campaign.json items.snapshot.progress=progress.json"
//! ```
//!
//! A sample is an answer as the API sent it, or `{"status": …, "headers": …,
//! "body": …}`. It is named by the part of the mapping that it answers; a
//! merge's by the merge's name after it.

mod answer;
mod belonging;
mod doubts;
mod member;
mod report;
mod resource;
mod words;

use answer::Answer;
use report::Report;
use ringside::api::mapping::Mapping;
use std::io::Write;
use std::process::ExitCode;

const USAGE: &str = "\
check_mapping FILE [PART=SAMPLE ...]

FILE    a mapping
PART    lists.campaigns, items.snapshot, …; items.snapshot.progress for the merge \"progress\"
SAMPLE  a file with the API's answer as JSON, or {\"status\": …, \"headers\": …, \"body\": …}
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let report = checked(&arguments);
    let mut output = std::io::stdout();
    let is_written = output.write_all(report.text.as_bytes()).is_ok();
    if is_written && report.faults == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What there is to say of the mapping that the arguments name.
fn checked(arguments: &[String]) -> Report {
    let mut report = Report::default();
    let Some((file, samples)) = arguments.split_first() else {
        report.fault(USAGE.trim_end());
        return report;
    };
    let Some(mapping) = read(file, &mut report) else {
        return report;
    };
    let mut answers = Vec::new();
    for sample in samples {
        match Answer::read(sample) {
            Ok(answer) => answers.push(answer),
            Err(trouble) => report.fault(&trouble),
        }
    }
    for answer in &answers {
        if let Err(trouble) = answer.belongs(&mapping) {
            report.fault(&trouble);
        } else if answer.merge.is_none() {
            resource::check(&mapping, answer, &answers, &mut report);
        }
    }
    report.end();
    report
}

fn read(file: &str, report: &mut Report) -> Option<Mapping> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(trouble) => {
            report.fault(&format!("{file}: {trouble}."));
            return None;
        }
    };
    match Mapping::read(&text) {
        Ok(mapping) => {
            let version = mapping.version.as_deref().unwrap_or_default();
            let name = format!("{} {version}", mapping.name);
            report.line(&format!(
                "{}: lists {}, items {}, actions {}. Nothing is wrong with the document.",
                name.trim_end(),
                mapping.lists.len(),
                mapping.items.len(),
                mapping.actions.len()
            ));
            Some(mapping)
        }
        Err(faults) => {
            for fault in faults {
                report.fault(&format!("{file}: {fault}"));
            }
            report.end();
            None
        }
    }
}

#[cfg(test)]
mod tests;
