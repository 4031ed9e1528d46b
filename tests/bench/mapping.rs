//! What a page of a mapped API costs against the same page of the contract.
//!
//! The recorded answers are made as long as pages are on screen. A page of the
//! contract is decoded; a page of the other API goes through its mapping to
//! contract JSON, and that is decoded. Medians of many runs, in microseconds.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    missing_docs
)]

use ringside::api::decode::decode;
use ringside::api::exchange::{Incoming, Outgoing, Verb};
use ringside::api::mapping::{Mapping, Memory, Question, Setting, Step};
use ringside::domain::campaign::CampaignPage;
use ringside::domain::job::JobPage;
use ringside::domain::json::FromJson;
use ringside::domain::task::TaskPage;
use serde_json::Value;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

const RUNS: usize = 301;

/// The body of a recorded answer, its rows repeated until they are `count`.
fn recorded(name: &str, rows: &str, count: usize) -> Value {
    let text =
        fs::read_to_string(format!("tests/recorded/{name}.json")).expect("a recorded answer");
    let mut body = serde_json::from_str::<Value>(&text).expect("JSON")["body"].take();
    let list = body
        .pointer_mut(rows)
        .expect("rows")
        .as_array_mut()
        .expect("a list");
    let few = list.clone();
    *list = few.into_iter().cycle().take(count).collect();
    body
}

fn answered(mapping: &Mapping, address: &str, server: impl Fn(&Outgoing) -> Vec<u8>) -> String {
    let memory = Memory::default();
    let setting = Setting {
        base: "https://api.example",
        variables: &[],
        workspace: None,
        now: 1_795_000_000_000,
        memory: &memory,
    };
    let question = Question {
        verb: Verb::Get,
        address,
        body: None,
        key: None,
    };
    let mut dialogue = mapping.ask(&question, &setting);
    let mut answers = Vec::new();
    loop {
        match dialogue.next(answers) {
            Step::Send(requests) => {
                let answer = |request: &Outgoing| {
                    Ok(Incoming {
                        status: 200,
                        headers: Vec::new(),
                        body: server(request),
                    })
                };
                answers = requests.iter().map(answer).collect();
            }
            Step::Answered(json) => return json,
            Step::Refused(error) => panic!("{error}"),
        }
    }
}

/// The median time of one run, in microseconds.
fn median(mut run: impl FnMut()) -> f64 {
    for _ in 0..RUNS / 10 {
        run();
    }
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let begin = Instant::now();
            run();
            begin.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn compare<T: FromJson>(
    what: &str,
    mapping: &str,
    address: &str,
    server: impl Fn(&Outgoing) -> Vec<u8>,
) {
    let text = fs::read_to_string(format!("public/mappings/{mapping}.json")).expect("a mapping");
    let mapping = Mapping::read(&text).expect("a mapping without faults");
    let json = answered(&mapping, address, &server);
    let sent = server(&Outgoing {
        verb: Verb::Get,
        url: String::new(),
        headers: Vec::new(),
        body: None,
    });
    let contract = median(|| {
        black_box(decode::<T>(black_box(json.as_bytes())).is_ok());
    });
    let mapped = median(|| {
        let json = answered(&mapping, black_box(address), &server);
        black_box(decode::<T>(json.as_bytes()).is_ok());
    });
    println!(
        "{what:<34} {:>8.0} {contract:>10.0} {mapped:>10.0} {:>8.1}",
        sent.len() as f64 / 1000.0,
        mapped / contract
    );
}

fn main() {
    println!(
        "{:<34} {:>8} {:>10} {:>10} {:>8}",
        "page", "kB", "contract", "mapped", "ratio"
    );
    let campaigns = recorded("dograh_campaigns_list", "/campaigns", 200);
    let campaigns = campaigns.to_string().into_bytes();
    compare::<CampaignPage>(
        "200 campaigns, Dograh",
        "dograh",
        "campaigns?size=200",
        |_| campaigns.clone(),
    );
    let runs = recorded("dograh_runs_page1", "/runs", 50)
        .to_string()
        .into_bytes();
    let campaign = fs::read("tests/recorded/dograh_campaign_running_stuck.json").expect("recorded");
    compare::<TaskPage>(
        "50 tasks, Dograh, 2 requests",
        "dograh",
        "campaigns/1/tasks",
        |request| match request.url.ends_with("/campaign/1") {
            true => campaign.clone(),
            false => runs.clone(),
        },
    );
    let jobs = recorded("bullboard_failed", "/queues/0/jobs", 50)
        .to_string()
        .into_bytes();
    compare::<JobPage>("50 jobs, Bull Board", "bull-board", "jobs", |_| {
        jobs.clone()
    });
}
