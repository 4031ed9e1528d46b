//! Apache Airflow 3: runs, mapped task instances, their tries, pools, and the
//! retry of a task instance.

use super::server::{body, parsed};
use ringside::api::error::{ApiError, ErrorKind};
use ringside::api::exchange::{Incoming, Outgoing, Verb};
use ringside::api::mapping::{Mapping, Memory, Question, Setting, Step};
use ringside::domain::block::good_rows;
use ringside::domain::field::Field;
use ringside::domain::job::{Job, JobDetail, JobPage};
use ringside::domain::journey::Journey;
use ringside::domain::json::{FromJson, decode};
use ringside::domain::live_ops::{LiveCalls, LiveJobs, LiveRuntime};
use ringside::domain::page::Total;
use ringside::domain::percent::encoded;
use ringside::domain::record::{Record, RecordDetail, RecordPage};
use ringside::domain::spinner::RunResult;
use serde_json::{Value, json};
use std::cell::RefCell;

const MAPPING: &str = include_str!("../../public/mappings/airflow.json");
const BY_CURSOR: &str = include_str!("../recorded/airflow_dagruns_cursor_p1.json");
const BY_OFFSET: &str = include_str!("../recorded/airflow_dagruns_offset.json");
const POOLS: &str = include_str!("../recorded/airflow_pools.json");
const RECORDS: &str = include_str!("../recorded/airflow_records_page1.json");
const UNSIGNED: &str = include_str!("../recorded/airflow_error_401.json");
const INVALID: &str = include_str!("../recorded/airflow_error_422.json");

const RUN: &str =
    "/api/v2/dags/outbound_reminders/dagRuns/manual__2026-11-20T08%3A21%3A40.841698%2B00%3A00";
const JOB: &str = "outbound_reminders~manual__2026-11-20T08%3A21%3A40.841698%2B00%3A00";
const RECORD: &str =
    "outbound_reminders~manual__2026-11-20T08%3A21%3A40.841698%2B00%3A00~call_contact~0";

/// Status and body for the path and the query of a request.
type Answers<'a> = &'a dyn Fn(&str, &str) -> (u16, Value);

/// What was asked of Airflow, and what came of the contract's question.
struct Asked {
    requests: Vec<Outgoing>,
    result: Result<String, ApiError>,
}

fn ask(verb: Verb, address: &str, body: Option<&str>, answers: Answers<'_>) -> Asked {
    ask_with(verb, address, body, &[], answers)
}

fn ask_with(
    verb: Verb,
    address: &str,
    body: Option<&str>,
    variables: &[(String, String)],
    answers: Answers<'_>,
) -> Asked {
    let mapping = Mapping::read(MAPPING).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let memory = Memory::default();
    let setting = Setting {
        base: "/airflow",
        variables,
        workspace: None,
        now: 1_795_165_200_000,
        memory: &memory,
    };
    let key = body.map(|_| "key_12345678");
    let question = Question {
        verb,
        address,
        body,
        key,
    };
    let mut dialogue = mapping.ask(&question, &setting);
    let requests = RefCell::new(Vec::new());
    let answer = |request: &Outgoing| {
        requests.borrow_mut().push(request.clone());
        let url = request.url.strip_prefix("/airflow").unwrap();
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let (status, body) = answers(path, query);
        Ok(Incoming {
            status,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: body.to_string().into_bytes(),
        })
    };
    let mut sent = Vec::new();
    let result = loop {
        match dialogue.next(std::mem::take(&mut sent)) {
            Step::Send(requests) => sent = requests.iter().map(answer).collect(),
            Step::Answered(json) => break Ok(json),
            Step::Refused(error) => break Err(error),
        }
    };
    Asked {
        requests: requests.into_inner(),
        result,
    }
}

impl Asked {
    fn value<T: FromJson>(&self) -> T {
        let json = self
            .result
            .as_ref()
            .unwrap_or_else(|error| panic!("{error}"));
        decode(json).unwrap_or_else(|trouble| panic!("{trouble}\n{json}"))
    }

    fn urls(&self) -> Vec<&str> {
        self.requests.iter().map(|request| &*request.url).collect()
    }
}

fn read<T: FromJson>(address: &str, answers: Answers<'_>) -> T {
    ask(Verb::Get, address, None, answers).value()
}

fn always(body: Value) -> impl Fn(&str, &str) -> (u16, Value) {
    move |_, _| (200, body.clone())
}

fn jobs(body: Value) -> Vec<Job> {
    let page: JobPage = read("jobs", &always(body));
    good_rows(&page.items).cloned().collect()
}

fn records(body: Value) -> Vec<Record> {
    let page: RecordPage = read("records", &always(body));
    good_rows(&page.items).cloned().collect()
}

#[test]
fn the_first_page_by_cursor_is_asked_for_with_an_empty_one() {
    let page = always(body(BY_CURSOR));
    let first = ask(Verb::Get, "jobs?size=2", None, &page);
    let url = first.urls()[0];
    assert!(url.starts_with("/airflow/api/v2/dags/~/dagRuns?"), "{url}");
    let query: Vec<&str> = url.split(['?', '&']).collect();
    assert!(
        query.contains(&"cursor=") && query.contains(&"limit=2"),
        "{url}"
    );
    assert!(!url.contains("offset"), "never both: {url}");
    let told: JobPage = first.value();
    assert_eq!(
        told.page.known_total(),
        Total::AtLeast(3),
        "it is capped by cursor"
    );
    let next = told.page.next.as_deref().unwrap();
    let second = ask(
        Verb::Get,
        &format!("jobs?size=2&cursor={}", encoded(next)),
        None,
        &page,
    );
    assert!(
        second.urls()[0].contains("cursor=kQI"),
        "{:?}",
        second.urls()
    );
}

#[test]
fn ids_with_colons_and_a_plus_are_one_segment_each() {
    let known = jobs(body(BY_OFFSET));
    assert_eq!(known[2].id.0, JOB);
    let run = body(BY_OFFSET)["dag_runs"][2].clone();
    let asked = ask(
        Verb::Get,
        &format!("jobs/{}", encoded(JOB)),
        None,
        &|path, _| match path == RUN {
            true => (200, run.clone()),
            false => (200, json!({"task_instances": [], "total_entries": 30})),
        },
    );
    assert_eq!(asked.urls()[0], format!("/airflow{RUN}"));
    let job: JobDetail = asked.value();
    assert_eq!(job.job.id.0, JOB);
    assert!(
        asked.urls()[1..]
            .iter()
            .all(|url| url.starts_with(&format!("/airflow{RUN}/taskInstances?")))
    );
}

#[test]
fn a_run_that_failed_shows_its_29_of_30_records() {
    let run = body(BY_OFFSET)["dag_runs"][2].clone();
    let detail: JobDetail = read(&format!("jobs/{}", encoded(JOB)), &|path, query| {
        if path == RUN {
            return (200, run.clone());
        }
        let total = match query {
            query if query.contains("state=success") => 29,
            query if query.contains("state=failed") => 1,
            query if query.contains("state=") => 0,
            _ => 30,
        };
        (200, json!({"task_instances": [], "total_entries": total}))
    });
    assert_eq!(detail.job.status, "failed");
    let counts = detail.job.counts.value().unwrap();
    let known = [
        &counts.completed,
        &counts.failed,
        &counts.skipped,
        &counts.running,
        &counts.waiting,
        &counts.queued,
    ];
    assert_eq!(counts.total, 30);
    assert_eq!(known.map(Field::copied), [29, 1, 0, 0, 0, 0].map(Some));
    assert_eq!(detail.job.message.as_deref(), Some("batch 1"));
    let spinner = detail.job.spinner.value().unwrap();
    assert_eq!(
        (&*spinner.name, spinner.version.copied()),
        ("outbound_reminders", Some(1))
    );
}

#[test]
fn counts_that_cannot_be_had_are_not_reported_and_said_to_be() {
    let run = body(BY_OFFSET)["dag_runs"][2].clone();
    let detail: JobDetail = read(
        &format!("jobs/{}", encoded(JOB)),
        &|path, _| match path == RUN {
            true => (200, run.clone()),
            false => (500, json!({"detail": "database is locked"})),
        },
    );
    assert!(detail.job.counts.is_absent());
    assert!(format!("{:?}", detail.parts).contains("failed"));
    let list = jobs(body(BY_OFFSET));
    assert!(
        list.iter().all(|job| job.counts.is_absent()),
        "never 0 of them"
    );
}

#[test]
fn a_finished_run_may_go_back_to_queued_without_times() {
    let mut page = body(BY_OFFSET);
    for name in ["start_date", "end_date", "duration"] {
        page["dag_runs"][2][name] = Value::Null;
    }
    page["dag_runs"][2]["state"] = json!("queued");
    page["dag_runs"][1]["state"] = Value::Null;
    let known = jobs(page);
    assert_eq!(
        [&*known[2].status, &*known[1].status, &*known[0].status],
        ["queued", "queued", "completed"]
    );
    assert!(known[2].started_at.is_reported() && known[2].started_at.value().is_none());
    assert_eq!(known[2].seconds(1_795_165_200_000), None);
}

#[test]
fn tries_allowed_are_one_more_than_max_tries() {
    let known = records(body(RECORDS));
    let tries = |record: &Record| (record.attempts.copied(), record.max_attempts.copied());
    assert_eq!(tries(&known[0]), (Some(3), Some(3)));
    assert_eq!(tries(&known[1]), (Some(1), Some(3)));
    let mut page = body(RECORDS);
    page["task_instances"][0]["max_tries"] = Value::Null;
    assert_eq!(records(page)[0].max_attempts.copied(), None);
}

#[test]
fn a_mapped_task_instance_is_a_record() {
    let record = records(body(RECORDS)).remove(0);
    assert_eq!(record.id, RECORD);
    assert_eq!(record.phone.as_deref(), Some("+14155550000"));
    assert_eq!(record.status, "completed");
    assert_eq!(record.duration_seconds.copied(), Some(0.608));
    assert_eq!(record.job.value().unwrap().id.0, JOB);
    assert_eq!(record.contact.value().unwrap().id.as_deref(), Some("c0000"));
    assert!(record.failed_step.value().is_none());
}

#[test]
fn every_state_is_one_of_the_contracts() {
    for (state, status) in [
        (json!("success"), "completed"),
        (json!("failed"), "failed"),
        (json!("upstream_failed"), "failed"),
        (json!("skipped"), "skipped"),
        (json!("running"), "running"),
        (json!("up_for_retry"), "waiting"),
        (json!("deferred"), "waiting"),
        (json!("scheduled"), "queued"),
        (Value::Null, "queued"),
        (json!("hibernating"), "hibernating"),
    ] {
        let mut page = body(RECORDS);
        page["task_instances"][0]["state"] = state.clone();
        let record = records(page).remove(0);
        assert_eq!(record.status, status, "{state}");
        let failed = record.failed_step.as_deref() == Some("call_contact");
        assert_eq!(failed, status == "failed", "{state}");
    }
}

#[test]
fn records_are_those_of_a_run_or_of_all_by_offset() {
    let page = always(body(RECORDS));
    let all = ask(
        Verb::Get,
        "records?page=3&size=20&status=failed&q=0004&sort=-started",
        None,
        &page,
    );
    let url = all.urls()[0];
    assert!(
        url.starts_with("/airflow/api/v2/dags/~/dagRuns/~/taskInstances?"),
        "{url}"
    );
    for part in [
        "offset=40",
        "limit=20",
        "state=failed&state=upstream_failed",
        "rendered_map_index_pattern=0004",
        "order_by=-start_date",
    ] {
        assert!(url.contains(part), "{part} in {url}");
    }
    assert!(!url.contains("cursor") && !url.contains("task_id"), "{url}");
    let variables = [("dag", "d"), ("task", "call_contact")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let address = format!("records?job={}", encoded(JOB));
    let one = ask_with(Verb::Get, &address, None, &variables, &page);
    assert!(
        one.urls()[0].starts_with(&format!("/airflow{RUN}/taskInstances?")),
        "{:?}",
        one.urls()
    );
    assert!(one.urls()[0].contains("task_id=call_contact"));
    let told: RecordPage = one.value();
    assert_eq!(told.page.known_total(), Total::Exact(30));
    let all = ask_with(Verb::Get, "records", None, &variables, &page);
    assert!(all.urls()[0].starts_with("/airflow/api/v2/dags/d/dagRuns/~/taskInstances?"));
}

#[test]
fn pools_are_the_lines_and_the_queue() {
    let answers = |path: &str, _: &str| match path {
        "/api/v2/monitor/health" => (
            200,
            json!({"scheduler": {"status": "healthy", "latest_scheduler_heartbeat": "2026-11-20T08:59:56.742263+00:00"}}),
        ),
        "/api/v2/pools" => (200, body(POOLS)),
        _ => (200, body(BY_CURSOR)),
    };
    let calls: LiveCalls = read("live/calls", &answers);
    assert_eq!(
        (calls.lines_in_use.copied(), calls.line_cap.copied()),
        (Some(0), Some(128))
    );
    let runtime: LiveRuntime = read("live/runtime", &answers);
    assert_eq!(runtime.runtime.value().unwrap().status, "running");
    let queue = runtime.queue.value().unwrap();
    assert_eq!(
        (queue.name.as_deref(), queue.depth.copied()),
        (Some("default_pool"), Some(0))
    );
    let jobs: LiveJobs = read("live/jobs", &answers);
    assert_eq!(
        (jobs.running.copied(), jobs.queued.copied()),
        (Some(0), Some(0))
    );
}

#[test]
fn a_missing_and_a_bad_token_both_mean_sign_in_again() {
    let refused = |status: u16, body: Value| {
        let asked = ask(Verb::Get, "jobs", None, &|_, _| (status, body.clone()));
        asked.result.unwrap_err().kind
    };
    assert_eq!(refused(401, body(UNSIGNED)), ErrorKind::SignedOut);
    assert_eq!(
        refused(403, json!({"detail": "Invalid JWT token"})),
        ErrorKind::SignedOut
    );
    let forbidden = refused(403, json!({"detail": "Forbidden"}));
    assert!(
        matches!(&forbidden, ErrorKind::Forbidden(Some(told)) if told == "Forbidden."),
        "{forbidden:?}"
    );
}

#[test]
fn a_list_of_details_is_told_in_words() {
    let status = u16::try_from(parsed(INVALID)["status"].as_u64().unwrap()).unwrap();
    let asked = ask(Verb::Get, "jobs", None, &|_, _| (status, body(INVALID)));
    let told = asked.result.unwrap_err().to_string();
    assert!(told.contains("Input should be a valid integer"), "{told}");
}

/// A record that failed, its tries, and its run.
fn failed() -> Value {
    let mut instance = body(RECORDS)["task_instances"][0].clone();
    instance["state"] = json!("failed");
    instance
}

#[test]
fn tries_are_the_steps_of_a_journey() {
    let journey: Journey = read(
        &format!("records/{}/journey", encoded(RECORD)),
        &|path, _| {
            if !path.ends_with("/tries") {
                return (200, failed());
            }
            let mut tries = [failed(), failed(), failed()];
            for (place, instance) in tries.iter_mut().enumerate() {
                instance["try_number"] = json!(place + 1);
            }
            // As captured: a try that runs still has the duration of the one before.
            tries[2]["state"] = json!("running");
            tries[2]["end_date"] = Value::Null;
            (200, json!({"task_instances": tries, "total_entries": 3}))
        },
    );
    let steps: Vec<_> = good_rows(&journey.steps).collect();
    let names: Vec<&str> = steps.iter().map(|step| &*step.name).collect();
    assert_eq!(
        names,
        [
            "call_contact, try 1",
            "call_contact, try 2",
            "call_contact, try 3"
        ]
    );
    assert_eq!(
        (&*steps[0].status, steps[0].duration_seconds.copied()),
        ("failed", Some(0.608))
    );
    assert_eq!(
        (&*steps[2].status, steps[2].duration_seconds.copied()),
        ("running", None)
    );
}

#[test]
fn a_failed_record_is_cleared_by_itself() {
    let detail: RecordDetail = read(&format!("records/{}", encoded(RECORD)), &always(failed()));
    let action = &detail.actions.value().unwrap()[0];
    assert_eq!((&*action.name, action.available), ("retry", true));
    assert!(action.must_confirm() && action.effect.as_deref().is_some());
    let good: RecordDetail = read(
        &format!("records/{}", encoded(RECORD)),
        &always(body(RECORDS)["task_instances"][0].clone()),
    );
    let action = &good.actions.value().unwrap()[0];
    assert_eq!(
        (action.available, action.why_not().as_deref()),
        (
            false,
            Some("Only a task instance that has failed is run again.")
        )
    );

    let address = format!("records/{}/actions/retry", encoded(RECORD));
    let asked = ask(
        Verb::Post,
        &address,
        Some(r#"{"reason":"Trunk is back"}"#),
        &|_, _| {
            (
                200,
                json!({"task_instances": [failed()], "total_entries": 1}),
            )
        },
    );
    let request = &asked.requests[0];
    assert_eq!(
        request.url,
        "/airflow/api/v2/dags/outbound_reminders/clearTaskInstances"
    );
    let sent: Value = serde_json::from_str(request.body.as_deref().unwrap()).unwrap();
    assert_eq!(
        sent,
        json!({
            "dry_run": false, "dag_run_id": "manual__2026-11-20T08:21:40.841698+00:00",
            "task_ids": [["call_contact", "0"]], "only_failed": true, "reset_dag_runs": true,
            "prevent_running_task": true, "note": "Trunk is back",
        })
    );
    assert!(asked.result.unwrap().contains("\"queued\""));
}

#[test]
fn a_run_of_a_dag_is_triggered() {
    let run = body(BY_OFFSET)["dag_runs"][0].clone();
    let asked = ask(
        Verb::Post,
        "spinners/outbound_reminders/runs",
        Some("{}"),
        &always(run),
    );
    assert_eq!(
        asked.urls(),
        ["/airflow/api/v2/dags/outbound_reminders/dagRuns"]
    );
    let sent: Value = serde_json::from_str(asked.requests[0].body.as_deref().unwrap()).unwrap();
    assert_eq!(sent, json!({"logical_date": null}));
    let result: RunResult = asked.value();
    assert_eq!(
        result.job.spinner.value().unwrap().name,
        "outbound_reminders"
    );
}
