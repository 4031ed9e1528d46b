//! What came of a record, in finished words.

use super::row::row;
use super::status::RecordStatus;
use super::{Metadata, Outreach, Record, RecordDetail};
use crate::domain::block::{Block, good_rows};
use crate::domain::cell::Cell;
use crate::domain::failure_class::{FailureClass, of_code};
use crate::domain::format::Formats;
use crate::domain::tone::Tone;

/// What is told of a record besides its status.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Where and why it failed, when it did.
    pub failure: Option<Failure>,
    /// When it ran, and in which run.
    pub facts: Vec<Fact>,
    /// What the run was given about the contact.
    pub metadata: Vec<Fact>,
    /// What came of reaching out.
    pub outreach: Vec<Fact>,
}

/// Why a record failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// "Failed in ai_agent."
    pub text: String,
    /// In the run's words, else its code.
    pub reason: Option<String>,
}

/// A label and what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: Cell,
    /// Set where the value is a warning or good news.
    pub tone: Option<Tone>,
}

impl Fact {
    fn new(label: &str, value: Cell) -> Self {
        Self {
            label: label.to_owned(),
            value,
            tone: None,
        }
    }
}

/// Tells of a record. Blocks that the API does not send are empty.
pub fn told(detail: &RecordDetail, formats: &Formats<'_>) -> Told {
    let metadata = detail.metadata.value().map_or(&[][..], Vec::as_slice);
    let given = |known: &Metadata| Fact::new(&known.label, Cell::text(&known.value));
    Told {
        failure: failure(&detail.record),
        facts: facts(&detail.record, formats),
        metadata: good_rows(metadata).map(given).collect(),
        outreach: match &detail.outreach {
            Block::Value(outreach) => reached(outreach, formats),
            _ => Vec::new(),
        },
    }
}

fn failure(record: &Record) -> Option<Failure> {
    if RecordStatus::from_wire(&record.status) != RecordStatus::Failed {
        return None;
    }
    let step = record.failed_step.as_deref().map(str::trim);
    let step = step.filter(|step| !step.is_empty());
    let error = record.error.value();
    let said = |field: Option<&str>| {
        let text = field.map(str::trim).filter(|text| !text.is_empty());
        text.map(str::to_owned)
    };
    let message = said(error.and_then(|error| error.message.as_deref()));
    Some(Failure {
        text: step.map_or("Failed.".to_owned(), |step| format!("Failed in {step}.")),
        reason: message.or_else(|| said(error.and_then(|error| error.code.as_deref()))),
    })
}

/// What kind of failure it is: by its error's code, else by its outcome.
fn class(record: &Record) -> Option<FailureClass> {
    if RecordStatus::from_wire(&record.status) != RecordStatus::Failed {
        return None;
    }
    let error = record.error.value().and_then(|error| error.code.as_deref());
    let by_outcome = || record.outcome.as_deref().and_then(of_code);
    error.and_then(of_code).or_else(by_outcome)
}

fn facts(record: &Record, formats: &Formats<'_>) -> Vec<Fact> {
    let status = RecordStatus::from_wire(&record.status);
    let in_progress = matches!(status, RecordStatus::Running | RecordStatus::Waiting);
    let ended = match record.ended_at.value() {
        None if in_progress => Cell::of("in progress".to_owned()),
        _ => Cell::from_field(&record.ended_at, |at| formats.clock_seconds(at)),
    };
    let row = row(record, formats);
    let mut facts = vec![
        Fact::new("Outcome", Cell::text(&record.outcome)),
        Fact::new(
            "Started",
            Cell::from_field(&record.started_at, |at| formats.clock_seconds(at)),
        ),
        Fact::new("Ended", ended),
        Fact::new("Duration", row.duration),
        Fact::new("Run", row.spinner),
    ];
    if record.attempts.is_reported() {
        let attempts = Cell::of_allowed(&record.attempts, &record.max_attempts, formats);
        facts.push(Fact::new("Attempts", attempts));
    }
    facts.extend(class(record).map(|class| {
        let label = Cell::of(class.label().into_owned());
        Fact::new("Failure class", label)
    }));
    if in_progress && let Some(step) = record.step.as_deref() {
        let since = record.step_since.value();
        let since = since.map(|at| [", since ", &formats.clock_seconds(at)].concat());
        let words = [step, &since.unwrap_or_default()].concat();
        facts.push(Fact::new("In step", Cell::of(words)));
    }
    facts
}

fn reached(outreach: &Outreach, formats: &Formats<'_>) -> Vec<Fact> {
    let result = match outreach.result.is_reported() && outreach.result.value().is_none() {
        true => Cell::of("not recorded".to_owned()),
        false => Cell::text(&outreach.result),
    };
    let when = outreach.reached_at.value();
    let when = when.map(|at| [", ", &formats.clock_seconds(at)].concat());
    let reached = Cell::from_field(&outreach.reached, |yes| match yes {
        true => ["yes", &when.unwrap_or_default()].concat(),
        false => "no".to_owned(),
    });
    let why = outreach.retry_reason.as_deref().map(str::trim);
    let why = why.filter(|why| !why.is_empty());
    let why = why.map(|why| [": ", why].concat()).unwrap_or_default();
    let retry = Cell::from_field(&outreach.retry_safe, |safe| {
        [if *safe { "Yes" } else { "No" }, &why].concat()
    });
    let tone = outreach.retry_safe.copied();
    vec![
        Fact::new("Result", result),
        Fact::new("Reached", reached),
        Fact {
            tone: tone.map(|safe| if safe { Tone::Ok } else { Tone::Warn }),
            ..Fact::new("Retry safe?", retry)
        },
    ]
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::decode;
    use crate::domain::mock;

    fn of(json: &str) -> Told {
        let detail: RecordDetail = decode(json).unwrap();
        mock::at(0, |formats| told(&detail, formats))
    }

    fn pairs(facts: &[Fact]) -> Vec<(&str, &str)> {
        facts
            .iter()
            .map(|fact| (fact.label.as_str(), fact.value.text.as_str()))
            .collect()
    }

    #[test]
    fn a_failure_says_where_and_why_and_whether_it_may_be_tried_again() {
        let told = of(
            r#"{"record":{"id":"rec_1","status":"failed","failed_step":"ai_agent","outcome":"ai_timeout",
                "error":{"code":"ai_timeout","message":"No model reply within 120 s."},"duration_seconds":135.7,
                "attempts":3,"max_attempts":3,
                "job":{"id":"job_1","spinner":"Payment reminder","version":7}},
               "metadata":[{"label":"Policy","value":"PL-88213"},{"label":"Due","value":null},7],
               "outreach":{"result":null,"reached":true,"reached_at":"2026-11-12T19:22:19Z",
                 "retry_safe":false,"retry_reason":"already reached"}}"#,
        );
        let failure = told.failure.unwrap();
        assert_eq!(failure.text, "Failed in ai_agent.");
        assert_eq!(
            failure.reason.as_deref(),
            Some("No model reply within 120 s.")
        );
        assert_eq!(pairs(&told.facts)[4], ("Run", "Payment reminder v7"));
        assert_eq!(pairs(&told.facts)[5], ("Attempts", "3/3"));
        assert_eq!(pairs(&told.facts)[6], ("Failure class", "Transient"));
        assert_eq!(
            pairs(&told.metadata),
            [("Policy", "PL-88213"), ("Due", "—")]
        );
        let outreach = pairs(&told.outreach);
        assert_eq!(outreach[0], ("Result", "not recorded"));
        assert!(outreach[1].1.starts_with("yes, "), "{outreach:?}");
        assert_eq!(outreach[2], ("Retry safe?", "No: already reached"));
        assert_eq!(told.outreach[2].tone, Some(Tone::Warn));
    }

    #[test]
    fn what_is_not_reported_is_never_a_no() {
        let told =
            of(r#"{"record":{"id":"1","status":"running","step":"ai_agent"},"outreach":{}}"#);
        assert_eq!((told.failure, told.metadata), (None, Vec::new()));
        assert!(
            told.outreach
                .iter()
                .all(|fact| !fact.value.reported && fact.tone.is_none())
        );
        assert!(pairs(&told.facts).contains(&("Ended", "in progress")));
        assert!(pairs(&told.facts).contains(&("In step", "ai_agent")));
        let odd = of(r#"{"record":{"id":"1","status":"odd"},"outreach":7,"metadata":"x"}"#);
        assert_eq!((odd.outreach, odd.failure), (Vec::new(), None));
    }
}
