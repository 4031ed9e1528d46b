//! Bull Board: jobs of a queue, and its counts.

use super::server::{Server, body};
use ringside::domain::block::good_rows;
use ringside::domain::field::Field;
use ringside::domain::job::{Job, JobPage};
use ringside::domain::page::Total;
use serde_json::json;

const FAILED: &str = include_str!("../recorded/bullboard_failed.json");

const MAPPING: &str = include_str!("../../public/mappings/bull-board.json");

fn bull() -> Server {
    Server::new(MAPPING).with("/queues", FAILED)
}

fn job() -> Job {
    let page: JobPage = bull().read("jobs?status=failed&size=3");
    good_rows(&page.items).next().unwrap().clone()
}

#[test]
fn epoch_milliseconds_are_moments() {
    let job = job();
    let ms = |moment: &Field<ringside::domain::timestamp::Timestamp>| moment.value().unwrap().ms;
    assert_eq!(ms(&job.queued_at), Some(1_795_164_516_799));
    assert_eq!(ms(&job.started_at), Some(1_795_164_518_544));
    assert_eq!(ms(&job.ended_at), Some(1_795_164_518_595));
}

#[test]
fn without_a_total_it_is_the_count_of_the_status() {
    let bull = bull();
    let page: JobPage = bull.read("jobs?status=failed&size=3");
    assert_eq!(page.page.known_total(), Total::Exact(1));
    let counts = page.status_counts.value().unwrap();
    let count = |status: &str| {
        counts
            .iter()
            .find(|(word, _)| *word == status)
            .map(|(_, n)| n)
    };
    assert_eq!(count("completed"), Some(34));
    assert_eq!(
        (count("failed"), count("delayed"), count("running")),
        (Some(1), Some(5), Some(0))
    );
    let mut paged = body(FAILED);
    paged["queues"][0]["pagination"]["pageCount"] = json!(34);
    let longer = Server::new(MAPPING).with_body("/queues", &paged);
    let completed: JobPage = longer.read("jobs?status=completed&size=1");
    assert_eq!(completed.page.known_total(), Total::Exact(34));
    let all: JobPage = longer.read("jobs?size=1");
    assert_eq!(
        all.page.known_total(),
        Total::Exact(40),
        "all statuses together"
    );
    let asked = bull.asked();
    for part in [
        "activeQueue=bulk_calls",
        "status=failed",
        "page=1",
        "jobsPerPage=3",
    ] {
        assert!(asked[0].contains(part), "{asked:?}");
    }
}

#[test]
fn attempts_made_and_allowed_are_told_together() {
    assert_eq!(
        job().message.as_deref(),
        Some("3 attempts made, allowed: 3")
    );
}

#[test]
fn ids_that_are_numeric_strings_stay_text() {
    assert_eq!(job().id.0, "23");
    let mut long = body(FAILED);
    long["queues"][0]["jobs"][0]["id"] = json!("9007199254740993123");
    let page: JobPage = bull().with_body("/queues", &long).read("jobs");
    assert_eq!(
        good_rows(&page.items).next().unwrap().id.0,
        "9007199254740993123"
    );
}

#[test]
fn the_failed_job_is_told_value_by_value() {
    let job = job();
    assert_eq!(job.status, "failed");
    assert_eq!(job.spinner.value().unwrap().name, "place_call");
    assert_eq!(
        job.error.value().unwrap().message.as_deref(),
        Some("486 Busy Here")
    );
    assert!(
        job.counts.is_absent(),
        "no records are counted, not 0 of them"
    );
}
