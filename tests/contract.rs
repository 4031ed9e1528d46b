//! Every example of the published contract decodes into the console's types,
//! and nothing of it is lost on the way.

#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use ringside::api::decode::decode;
use ringside::api::error::ErrorKind;
use ringside::api::problem::Refusal;
use ringside::domain::action::ActionResult;
use ringside::domain::block::good_rows;
use ringside::domain::campaign::CampaignPage;
use ringside::domain::capabilities::Capabilities;
use ringside::domain::duplicate_report::DuplicateReport;
use ringside::domain::failure_report::FailureReport;
use ringside::domain::field::Field;
use ringside::domain::job::{JobDetail, JobPage};
use ringside::domain::journey::Journey;
use ringside::domain::json::FromJson;
use ringside::domain::live_ops::{
    LiveCallbacks, LiveCalls, LiveCampaigns, LiveCredits, LiveJobs, LiveRuntime, LiveStates,
};
use ringside::domain::number::NumberPage;
use ringside::domain::page::Total;
use ringside::domain::record::{RecordDetail, RecordPage};
use ringside::domain::snapshot::Snapshot;
use ringside::domain::spinner::{RunResult, SpinnerPage};
use ringside::domain::targeted_retry::{Retry, RetryPage, RetryPreview, RetrySelection};
use ringside::domain::task::{TaskDebug, TaskPage};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Debug;

fn document() -> Value {
    yaml_serde::from_str(include_str!("../docs/openapi.yaml")).unwrap()
}

/// The examples by name.
fn examples() -> BTreeMap<String, Value> {
    let document = document();
    let examples = document["components"]["examples"].as_object().unwrap();
    let value = |(name, example): (&String, &Value)| (name.clone(), example["value"].clone());
    examples.iter().map(value).collect()
}

fn example<T: FromJson>(name: &str) -> T {
    let json = examples()[name].to_string();
    decode(json.as_bytes()).unwrap_or_else(|trouble| panic!("{name} at {trouble:?}"))
}

/// Decodes the example of that name, from its JSON, and shows it.
type Shown = fn(&str, &str) -> String;

/// What a decoded example looks like, to search for the values sent.
fn decoded(name: &str, json: &str) -> Option<String> {
    fn shown<T: FromJson + Debug>(name: &str, json: &str) -> String {
        match decode::<T>(json.as_bytes()) {
            Ok(value) => format!("{value:?}"),
            Err(trouble) => panic!("{name} does not decode: {trouble:?}"),
        }
    }
    let kinds: [(&str, Shown); 27] = [
        ("Capabilities", shown::<Capabilities>),
        ("CampaignPage", shown::<CampaignPage>),
        ("Snapshot", shown::<Snapshot>),
        ("TaskPage", shown::<TaskPage>),
        ("TaskDebug", shown::<TaskDebug>),
        ("NumberPage", shown::<NumberPage>),
        ("ActionResult", shown::<ActionResult>),
        ("LiveCampaigns", shown::<LiveCampaigns>),
        ("LiveCalls", shown::<LiveCalls>),
        ("LiveJobs", shown::<LiveJobs>),
        ("LiveCallbacks", shown::<LiveCallbacks>),
        ("LiveCredits", shown::<LiveCredits>),
        ("LiveRuntime", shown::<LiveRuntime>),
        ("LiveStates", shown::<LiveStates>),
        ("JobPage", shown::<JobPage>),
        ("JobDetail", shown::<JobDetail>),
        ("RecordPage", shown::<RecordPage>),
        ("RecordDetail", shown::<RecordDetail>),
        ("Journey", shown::<Journey>),
        ("SpinnerPage", shown::<SpinnerPage>),
        ("RunResult", shown::<RunResult>),
        ("FailureReport", shown::<FailureReport>),
        ("DuplicateReport", shown::<DuplicateReport>),
        ("RetryPage", shown::<RetryPage>),
        ("RetryPreview", shown::<RetryPreview>),
        ("RetrySelection", shown::<RetrySelection>),
        ("Retry", shown::<Retry>),
    ];
    let of_kind = kinds.iter().find(|(kind, _)| name.starts_with(kind));
    of_kind.map(|(_, shown)| shown(name, json))
}

/// Kinds of examples that are not held against the console's types here.
const UNDECODED: [&str; 6] = [
    "Problem",
    "ActionRequest",
    "RunRequest",
    "StartRetry",
    "CallPage",
    "FindResults",
];

/// Texts and figures of an example, but for what is kept as raw JSON and for
/// what only a later version of the contract knows.
fn leaves<'a>(value: &'a Value, into: &mut Vec<&'a Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| leaves(item, into)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| {
                !matches!(
                    name.as_str(),
                    "capacity_debug" | "data" | "region" | "final_output"
                )
            })
            .for_each(|(_, field)| leaves(field, into)),
        Value::String(_) | Value::Number(_) => into.push(value),
        Value::Bool(_) | Value::Null => {}
    }
}

/// Whether a figure stands in the text as a word of its own, as it was sent or
/// with the decimal that a float shows.
fn has_figure(shown: &str, figure: &str) -> bool {
    shown
        .split(|c: char| !(c.is_ascii_digit() || ".-e".contains(c)))
        .any(|word| word == figure || word.strip_suffix(".0") == Some(figure))
}

#[test]
fn every_value_of_every_example_arrives() {
    let mut decoded_examples = 0;
    for (name, example) in examples() {
        let Some(shown) = decoded(&name, &example.to_string()) else {
            assert!(
                UNDECODED.iter().any(|kind| name.starts_with(kind)),
                "{name}"
            );
            continue;
        };
        assert!(!shown.contains("Unreadable"), "{name}: {shown}");
        let mut sent = Vec::new();
        leaves(&example, &mut sent);
        for leaf in sent {
            let arrived = match leaf {
                Value::String(text) => shown.contains(&format!("{text:?}")),
                figure => has_figure(&shown, &figure.to_string()),
            };
            assert!(arrived, "{name}: {leaf} is lost in {shown}");
        }
        decoded_examples += 1;
    }
    assert!(decoded_examples >= 25, "{decoded_examples}");
}

#[test]
fn every_answer_has_an_example_of_its_own_and_a_minimal_one() {
    let document = document();
    let mut answers = 0;
    for operation in document["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|path| path.as_object().unwrap().values())
    {
        let content = &operation["responses"]["200"]["content"];
        if content.get("text/csv").is_some() {
            continue;
        }
        let examples = &content["application/json"]["examples"];
        let examples = examples
            .as_object()
            .unwrap_or_else(|| panic!("{} has none", operation["operationId"]));
        assert!(
            examples.contains_key("minimal") && examples.len() >= 3,
            "{}",
            operation["operationId"]
        );
        answers += 1;
    }
    assert_eq!(answers, 31);
}

#[test]
fn a_running_campaign_is_read_in_full() {
    let snapshot: Snapshot = example("SnapshotRunning");
    let counts = snapshot.counts.value().unwrap();
    assert_eq!(counts.by_status.value().unwrap().total(), counts.total);
    let attempts = snapshot.attempts.value().unwrap();
    assert_eq!(
        (attempts.answered.copied(), attempts.finished.copied()),
        (Some(2_583), Some(6_282))
    );
    let dispatch = snapshot.dispatch.value().unwrap();
    let capacity = dispatch.capacity.value().unwrap();
    assert_eq!(capacity.number_pool.value().unwrap().in_rotation, 6);
    assert_eq!(
        capacity.concurrency.value().unwrap().set_by.as_deref(),
        Some("A. Ruiz")
    );
    let forecast = dispatch.forecast.value().unwrap();
    assert_eq!(
        forecast.iter().map(|bucket| bucket.count).sum::<i64>(),
        1_713
    );
    assert_eq!(forecast[4].to_seconds, Field::Empty, "no upper end");
    assert!(
        dispatch
            .capacity_debug
            .value()
            .unwrap()
            .0
            .contains("\"tokens\":0.25")
    );
    let tasks = snapshot.tasks.value().unwrap();
    assert_eq!(tasks.page.known_total(), Total::Exact(4_812));
    assert_eq!(good_rows(&tasks.items).count(), 2);
}

#[test]
fn absent_and_null_stay_apart() {
    let minimal: Snapshot = example("SnapshotMinimal");
    assert!(
        minimal.counts.is_absent() && minimal.dispatch.is_absent() && minimal.tasks.is_absent()
    );
    assert_eq!(minimal.campaign.agent, Field::NotReported);
    let nulls: Snapshot = example("SnapshotNulls");
    assert_eq!(nulls.campaign.agent, Field::Empty);
    assert_eq!(
        nulls.dispatch.value().unwrap().slots_available,
        Field::Empty
    );
    assert_eq!(nulls.counts.value().unwrap().processed, Field::Empty);
    let tasks: TaskPage = example("TaskPageNulls");
    let first = good_rows(&tasks.items).next().unwrap();
    assert_eq!(
        (&first.attempts, &first.talk_seconds),
        (&Field::Empty, &Field::Empty),
        "never 0"
    );
    let minimal: TaskPage = example("TaskPageMinimal");
    assert_eq!(
        good_rows(&minimal.items).next().unwrap().attempts,
        Field::NotReported
    );
}

#[test]
fn the_recorded_campaign_keeps_its_contradiction() {
    let snapshot: Snapshot = example("SnapshotRecorded");
    let counts = snapshot.counts.value().unwrap();
    assert_eq!((counts.total, counts.processed.copied()), (156, Some(146)));
    assert_eq!(counts.progress.copied(), Some(0.133_333_333_333_333_33));
    assert!(counts.by_status.is_absent());
    assert_eq!(
        snapshot.attempts.value().unwrap().dialed,
        Field::NotReported
    );
}

#[test]
fn problems_become_errors_with_their_reason_and_request_id() {
    let problem = |name: &str, retry_after: Option<&str>| {
        let example = &examples()[name];
        let body = example.to_string();
        let refusal = Refusal {
            status: u16::try_from(example["status"].as_u64().unwrap()).unwrap(),
            request_id: None,
            retry_after: retry_after.map(str::to_owned),
            body: body.as_bytes(),
            now: 0,
        };
        let error = refusal.into_error();
        assert_eq!(
            error.request_id.as_deref(),
            example["request_id"].as_str(),
            "{name}"
        );
        error.kind
    };
    let conflict = problem("ProblemConflict", None);
    assert!(matches!(conflict, ErrorKind::Conflict(Some(reason)) if reason.contains("J. Park")));
    assert_eq!(
        problem("ProblemRateLimited", Some("7")),
        ErrorKind::RateLimited(Some(7))
    );
    let refused = problem("ProblemRefused", None);
    assert!(
        matches!(refused, ErrorKind::Refused { status: 422, message: Some(text) } if text.contains("Between 1 and 200"))
    );
    assert!(matches!(
        problem("ProblemMinimal", None),
        ErrorKind::ServerFailed { status: 500, .. }
    ));
}
