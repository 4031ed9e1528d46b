//! Whatever a server answers, a shipped mapping makes an answer of it that is
//! read, row by row, or refuses in words. It never panics.

use super::server::{Server, body};
use proptest::prelude::*;
use ringside::api::exchange::{Incoming, Verb};
use ringside::domain::action::ActionResult;
use ringside::domain::call::CallPage;
use ringside::domain::campaign::CampaignPage;
use ringside::domain::capabilities::Capabilities;
use ringside::domain::duplicate_report::DuplicateReport;
use ringside::domain::failure_report::FailureReport;
use ringside::domain::found::FindResults;
use ringside::domain::job::{JobDetail, JobPage};
use ringside::domain::journey::Journey;
use ringside::domain::json::{FromJson, decode};
use ringside::domain::live_ops::{
    LiveCallbacks, LiveCalls, LiveCampaigns, LiveCredits, LiveJobs, LiveRuntime, LiveStates,
};
use ringside::domain::number::NumberPage;
use ringside::domain::record::{RecordDetail, RecordPage};
use ringside::domain::snapshot::Snapshot;
use ringside::domain::spinner::{RunResult, SpinnerPage};
use ringside::domain::task::{TaskDebug, TaskPage};
use serde_json::{Value, json};

/// The mappings that are shipped.
const SHIPPED: [&str; 5] = [
    include_str!("../../public/mappings/airflow.json"),
    include_str!("../../public/mappings/dograh.json"),
    include_str!("../../public/mappings/bull-board.json"),
    include_str!("../../public/mappings/vapi.json"),
    include_str!("../../public/mappings/bolna.json"),
];

/// Recorded answers that an odd one is made of.
const RECORDED: [&str; 12] = [
    include_str!("../recorded/dograh_campaigns_list.json"),
    include_str!("../recorded/dograh_campaign_running_stuck.json"),
    include_str!("../recorded/dograh_progress_running_stuck.json"),
    include_str!("../recorded/dograh_runs_page1.json"),
    include_str!("../recorded/dograh_numbers.json"),
    include_str!("../recorded/bullboard_failed.json"),
    include_str!("../recorded/vapi_v2_campaigns.json"),
    include_str!("../recorded/bolna_batch.json"),
    include_str!("../recorded/airflow_dagruns_cursor_p1.json"),
    include_str!("../recorded/airflow_dagruns_offset.json"),
    include_str!("../recorded/airflow_pools.json"),
    include_str!("../recorded/airflow_records_page1.json"),
];

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        ".{0,12}".prop_map(Value::from),
        Just(json!("9999999999999999999999999999")),
        Just(json!("1e-2147483648")),
        Just(json!("10e2147483647")),
        Just(json!("2024-02-29T04:22:89Z")),
        Just(json!("\u{202e}<b>0</b>\u{0}")),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 24, 5, |inner| {
        let name = prop_oneof![
            Just("id".to_owned()),
            Just("status".to_owned()),
            "[a-z$.]{0,6}"
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A recorded answer of which some values are others.
fn altered() -> impl Strategy<Value = Value> {
    let change = (any::<prop::sample::Index>(), any_json());
    let changes = prop::collection::vec(change, 1..6);
    (0..RECORDED.len(), changes).prop_map(|(which, changes)| {
        let mut answer = body(RECORDED[which]);
        for (place, value) in changes {
            let mut places = Vec::new();
            collect(&answer, String::new(), &mut places);
            let place = place.get(&places);
            *answer.pointer_mut(place).unwrap() = value;
        }
        answer
    })
}

fn collect(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{at}/{index}"), places);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                collect(member, format!("{at}/{name}"), places);
            }
        }
        _ => {}
    }
    places.push(at);
}

fn answer() -> impl Strategy<Value = Incoming> {
    let status = prop_oneof![4 => Just(200_u16), 1 => 201..600_u16];
    let json = prop_oneof![2 => altered(), 1 => any_json()];
    let body = prop_oneof![
        8 => json.prop_map(|json| json.to_string().into_bytes()),
        1 => prop::collection::vec(any::<u8>(), 0..64),
    ];
    (status, body).prop_map(|(status, body)| Incoming {
        status,
        headers: Vec::new(),
        body,
    })
}

/// A page is read whole, whatever its rows are.
fn is_page<T: FromJson>(json: &str) -> bool {
    decode::<T>(json).is_ok()
}

/// One thing is read, or what does not fit is named.
fn is_told<T: FromJson>(json: &str) -> bool {
    decode::<T>(json).map_or_else(|trouble| !trouble.expected.is_empty(), |_| true)
}

/// A question, and whether its answer is read.
type Asked = (&'static str, fn(&str) -> bool);

const ASKED: [Asked; 25] = [
    ("capabilities", is_told::<Capabilities>),
    ("campaigns?q=a&size=3", is_page::<CampaignPage>),
    ("campaigns/1/snapshot", is_told::<Snapshot>),
    ("campaigns/1/tasks", is_page::<TaskPage>),
    ("campaigns/1/tasks/2", is_told::<TaskDebug>),
    ("campaigns/1/numbers?page=2", is_page::<NumberPage>),
    ("calls?campaign=1", is_page::<CallPage>),
    ("jobs?status=failed", is_page::<JobPage>),
    ("jobs/1", is_told::<JobDetail>),
    ("jobs/dag~run%2B1", is_told::<JobDetail>),
    ("records", is_page::<RecordPage>),
    ("records/1", is_told::<RecordDetail>),
    ("records/dag~run~task~3", is_told::<RecordDetail>),
    ("records/dag~run~task~3/journey", is_told::<Journey>),
    ("spinners?size=200", is_page::<SpinnerPage>),
    ("live/campaigns", is_told::<LiveCampaigns>),
    ("live/calls", is_told::<LiveCalls>),
    ("live/jobs", is_told::<LiveJobs>),
    ("live/callbacks", is_told::<LiveCallbacks>),
    ("live/credits", is_told::<LiveCredits>),
    ("live/runtime", is_told::<LiveRuntime>),
    ("live/states", is_told::<LiveStates>),
    ("failures?campaign=1", is_told::<FailureReport>),
    ("duplicates?job=1", is_told::<DuplicateReport>),
    ("find?q=a", is_told::<FindResults>),
];

/// What is asked to be done, and whether its answer is read.
const DONE: [Asked; 5] = [
    ("campaigns/1/actions/start", is_told::<ActionResult>),
    ("campaigns/1/actions/pause", is_told::<ActionResult>),
    ("campaigns/1/actions/resume", is_told::<ActionResult>),
    (
        "records/dag~run~task~3/actions/retry",
        is_told::<ActionResult>,
    ),
    ("spinners/1/runs", is_told::<RunResult>),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_answer_is_read_or_refused_in_words(answer in answer()) {
        for mapping in SHIPPED {
            let server = Server::new(mapping).with_every(answer.clone());
            for (address, is_read) in ASKED {
                match server.ask(Verb::Get, address, None) {
                    Ok(json) => {
                        prop_assert!(serde_json::from_str::<Value>(&json).is_ok(), "{address}: {json}");
                        prop_assert!(is_read(&json), "{address}: {json}");
                    }
                    Err(error) => prop_assert!(!error.to_string().is_empty(), "{address}"),
                }
            }
            for (address, is_read) in DONE {
                match server.ask(Verb::Post, address, Some("{}")) {
                    Ok(json) => prop_assert!(is_read(&json), "{address}: {json}"),
                    Err(error) => prop_assert!(!error.to_string().is_empty(), "{address}"),
                }
            }
        }
    }
}
