//! Jobs: figures that add up, those of the designs, and the largest of them.

use axum::Router;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::job_records::walked;
use super::{api, good, number, read, sum, world};
use crate::zone::MINUTE;

async fn jobs(api: &Router) -> Vec<Value> {
    let page = good(api, "/jobs?size=200").await;
    page["items"].as_array().unwrap().clone()
}

async fn assert_adds_up(api: &Router, job: &Value) {
    let id = job["id"].as_str().unwrap();
    let parts = [
        "completed",
        "failed",
        "skipped",
        "running",
        "waiting",
        "queued",
    ];
    let counts = parts.map(|part| number(job, &format!("/counts/{part}")));
    assert_eq!(
        counts.iter().sum::<i64>(),
        number(job, "/counts/total"),
        "{id}"
    );
    assert_eq!(
        sum(&job["failures"], "count"),
        number(job, "/counts/failed"),
        "{id}"
    );
    for (part, count) in parts.into_iter().zip(counts) {
        let found = good(api, &format!("/records?job={id}&status={part}&size=1")).await;
        assert_eq!(number(&found, "/page/total"), count, "{id} {part}");
        let mut facet = found["filters"]["status"].as_array().unwrap().iter();
        let shown = facet.find(|value| value["value"] == part);
        assert_eq!(
            shown.map_or(0, |value| number(value, "/count")),
            count,
            "{id} {part}"
        );
    }
    for cause in job["failures"].as_array().unwrap() {
        let (code, step) = (
            cause["code"].as_str().unwrap(),
            cause["step"].as_str().unwrap(),
        );
        let found = walked(
            api,
            &format!("/records?job={id}&outcome={code}&step={step}"),
        )
        .await;
        assert_eq!(found.len() as i64, number(cause, "/count"), "{id} {code}");
    }
}

#[tokio::test]
async fn the_counts_of_every_job_are_those_of_its_records_while_time_goes_on() {
    let mut world = world(0);
    for step in [0, 1, 7, 45] {
        world.advance(step * MINUTE).unwrap();
        let now = world.now();
        for job in world.jobs.summaries(now) {
            let counts = job["counts"].as_object().unwrap();
            let parts = counts.iter().filter(|(name, _)| *name != "total");
            let parts: i64 = parts.map(|(_, count)| count.as_i64().unwrap()).sum();
            assert_eq!(parts, number(&job, "/counts/total"));
        }
    }
    let api = api(world);
    for job in jobs(&api).await {
        assert_adds_up(&api, &job).await;
    }
}

#[tokio::test]
async fn the_runs_are_those_of_the_designs() {
    let api = api(world(2_000));
    for job in jobs(&api).await.iter().take(12) {
        assert_adds_up(&api, job).await;
    }
    let payment = good(&api, "/jobs/job_77ae0").await;
    assert_eq!(payment["counts"]["completed"], 1_143);
    assert_eq!(
        payment["failures"],
        json!([
            {"code": "ai_timeout", "label": "ai_agent timed out", "step": "ai_agent", "count": 29},
            {"code": "invalid_number", "label": "Invalid number", "step": "place_call", "count": 8},
        ])
    );
    assert_eq!(payment["ended_at"], "2026-11-12T13:41:22-06:00");
    let renewal = good(&api, "/jobs/job_2f10c").await;
    let done = number(&renewal, "/counts/completed") + number(&renewal, "/counts/failed");
    assert_eq!((&renewal["status"], done), (&json!("running"), 412));
    let claims = good(&api, "/jobs/job_5c3d1").await;
    assert_eq!(claims["status"], "waiting");
    assert_eq!(
        (
            number(&claims, "/counts/completed"),
            number(&claims, "/counts/waiting")
        ),
        (88, 122)
    );
    assert_eq!(
        (number(&claims, "/eligible"), &claims["waiting_on"]["kind"]),
        (0, &json!("human"))
    );
    assert_eq!(claims["progressed_at"], "2026-11-12T13:58:20-06:00");
    let queued = good(&api, "/jobs/job_90b2e").await;
    assert_eq!(
        (&queued["status"], number(&queued, "/queue_position")),
        (&json!("queued"), 2)
    );
    let lost = good(&api, "/jobs/job_e41f7").await;
    assert_eq!(
        (&lost["status"], &lost["error"]["code"]),
        (&json!("failed"), &json!("runtime_lost"))
    );
    let today = good(
        &api,
        "/jobs?project=prj_northwind&after=2026-11-12T00:00:00-06:00",
    )
    .await;
    assert_eq!(number(&today, "/page/total"), 9);
    let (status, _) = read(&api, "/jobs/none").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn half_a_million_records_are_paged_filtered_and_counted() {
    let api = api(world(2_000));
    let job = good(&api, "/jobs/job_half_million").await;
    assert_adds_up(&api, &job).await;
    for filter in [
        "status=failed",
        "outcome=scored&page=400",
        "sort=contact&status=completed",
        "sort=-duration",
        "q=garcia",
        "q=5550",
    ] {
        let address = format!("/records?job=job_half_million&size=50&{filter}");
        let page = good(&api, &address).await;
        assert_eq!(page["items"].as_array().unwrap().len(), 50, "{filter}");
    }
}
