//! Jobs and their records: figures that add up, and runs that move.

use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use super::{api, ask, good, number, read, sum, world};
use crate::zone::MINUTE;

/// Every record of a filter, page by page.
async fn walked(api: &Router, address: &str) -> Vec<Value> {
    let mut records = Vec::new();
    let mut page = good(api, &format!("{address}&size=200")).await;
    loop {
        records.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["page"]["next"].as_str() else {
            assert_eq!(
                number(&page, "/page/total"),
                records.len() as i64,
                "{address}"
            );
            return records;
        };
        page = good(api, &format!("{address}&size=200&cursor={next}")).await;
    }
}

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
async fn every_order_shows_each_record_once_and_in_order() {
    let api = api(world(0));
    let key = |record: &Value, name: &str| match name {
        "contact" => json!(crate::people::folded(
            record["contact"]["name"].as_str().unwrap()
        ))
        .to_string(),
        "duration" => format!(
            "{:09.1}",
            record["duration_seconds"].as_f64().unwrap_or(1e6)
        ),
        _ => record["started_at"].as_str().unwrap_or("9").to_owned(),
    };
    for name in ["started", "duration", "contact"] {
        for scope in [
            "job=job_2f10c",
            "project=prj_northwind&status=failed",
            "project=prj_northwind&status=queued&status=skipped&status=running",
        ] {
            let up = walked(&api, &format!("/records?{scope}&sort={name}")).await;
            let down = walked(&api, &format!("/records?{scope}&sort=-{name}")).await;
            assert_eq!(up.len(), down.len());
            let ids = |records: &[Value]| {
                let ids = records.iter().map(|record| record["id"].to_string());
                ids.collect::<std::collections::BTreeSet<_>>()
            };
            assert_eq!(
                (ids(&up).len(), &ids(&up)),
                (up.len(), &ids(&down)),
                "{scope} {name}"
            );
            let keys: Vec<String> = up.iter().map(|record| key(record, name)).collect();
            assert!(keys.is_sorted(), "{scope} {name}");
        }
    }
}

#[tokio::test]
async fn records_are_found_by_contact_name_phone_and_id() {
    let api = api(world(0));
    let record = &good(&api, "/records?job=job_77ae0&size=1").await["items"][0];
    let text = |pointer: &str| {
        record
            .pointer(pointer)
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned()
    };
    let id = text("/id");
    for wanted in [
        text("/id"),
        text("/contact/id"),
        text("/phone").replace('+', "%2B"),
    ] {
        let found = good(&api, &format!("/records?job=job_77ae0&q={wanted}")).await;
        assert_eq!(found["items"][0]["id"], json!(id), "{wanted}");
    }
    let name = text("/contact/name").replace(' ', "%20");
    let named = walked(&api, &format!("/records?job=job_77ae0&q={name}")).await;
    assert!(named.iter().any(|one| one["id"] == json!(id)));
    let of_contact = format!("/records?contact={}", text("/contact/id"));
    assert!(
        walked(&api, &of_contact).await.len() > 5,
        "one in every run of the spinner"
    );
    for (kind, wanted) in [("record", id.as_str()), ("job", "JOB_77AE0")] {
        let found = good(&api, &format!("/find?q={wanted}")).await;
        assert_eq!(found["items"][0]["kind"], kind);
    }
    let detail = good(&api, &format!("/records/{id}")).await;
    assert_eq!(detail["record"]["id"], json!(id));
    assert_eq!(detail["metadata"][0]["label"], "Policy");
}

#[tokio::test]
async fn a_journey_tells_what_its_record_says() {
    let api = api(world(0));
    for job in [
        "job_77ae0",
        "job_2f10c",
        "job_5c3d1",
        "job_90b2e",
        "job_e41f7",
        "job_b8a03",
    ] {
        let page = good(&api, &format!("/records?job={job}&size=60")).await;
        for record in page["items"].as_array().unwrap() {
            let id = record["id"].as_str().unwrap();
            let journey = good(&api, &format!("/records/{id}/journey")).await;
            assert_eq!(&journey["record"], record, "{id}");
            assert_tells(record, journey["steps"].as_array().unwrap());
            let is_done = record["ended_at"].is_string();
            assert_eq!(
                journey.get("final_output").is_some(),
                is_done || record["status"] == "skipped",
                "{id}"
            );
        }
    }
}

fn assert_tells(record: &Value, steps: &[Value]) {
    let with = |status: &str| {
        steps
            .iter()
            .filter(|step| step["status"] == status)
            .collect::<Vec<_>>()
    };
    let spent: f64 = steps
        .iter()
        .filter_map(|step| step["duration_seconds"].as_f64())
        .sum();
    match record["status"].as_str().unwrap() {
        "failed" => {
            assert_eq!(with("failed")[0]["name"], record["failed_step"], "{record}");
            assert_eq!(with("failed")[0]["outcome"], record["outcome"]);
        }
        "running" => assert_eq!(with("running")[0]["name"], record["step"], "{record}"),
        "waiting" => {
            assert_eq!(with("waiting")[0]["name"], record["step"], "{record}");
            assert!(!with("pending").is_empty());
        }
        "queued" | "skipped" => assert!(with("ok").is_empty(), "{record}"),
        _ => assert!(
            with("failed").is_empty() && with("pending").is_empty(),
            "{record}"
        ),
    }
    if let Some(took) = record["duration_seconds"].as_f64() {
        assert!((took - spent).abs() < 0.5, "{took} {spent}");
    }
    for step in steps.iter().filter(|step| step["kind"] == "ai_agent") {
        assert_eq!(step["limit_seconds"], 120);
        assert!(
            step["duration_seconds"]
                .as_f64()
                .is_none_or(|took| took <= 120.0)
        );
    }
}

#[tokio::test]
async fn the_record_behind_the_sentinels_is_one_that_timed_out() {
    let api = api(world(0));
    let id = crate::jobs::STAND_IN_RECORD;
    let journey = good(&api, &format!("/records/{id}/journey")).await;
    assert_eq!(journey["record"]["job"]["id"], crate::jobs::STAND_IN_JOB);
    assert_eq!(journey["record"]["outcome"], "ai_timeout");
    assert_eq!(number(&journey, "/similar/count"), 28);
}

#[tokio::test]
async fn half_a_million_records_are_paged_filtered_and_counted_at_once() {
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
        good(&api, &address).await;
        let asked = Instant::now();
        let page = good(&api, &address).await;
        let took = asked.elapsed().as_millis();
        assert_eq!(page["items"].as_array().unwrap().len(), 50, "{filter}");
        println!("{filter}: {took} ms");
        assert!(took < 1_000, "{filter}: {took} ms");
    }
}

async fn start(api: &Router, spinner: &str, key: &str, body: Value) -> (StatusCode, Value) {
    let request = Request::post(format!("/spinners/{spinner}/runs"))
        .header("Idempotency-Key", key)
        .body(Body::from(body.to_string()))
        .unwrap();
    let (status, _, json) = ask(api, request).await;
    (status, json)
}

#[tokio::test]
async fn a_run_is_started_once_under_its_key() {
    let api = api(world(0));
    let (status, first) = start(&api, "spn_payment", "key-of-start-1", json!({})).await;
    assert_eq!(status, StatusCode::OK, "{first}");
    assert_eq!(
        (&first["job"]["status"], &first["replayed"]),
        (&json!("queued"), &json!(false))
    );
    let (_, again) = start(&api, "spn_payment", "key-of-start-1", json!({})).await;
    assert_eq!(
        (&again["job"]["id"], &again["replayed"]),
        (&first["job"]["id"], &json!(true))
    );
    let queued = good(&api, "/jobs?q=payment&status=queued").await;
    assert_eq!(number(&queued, "/page/total"), 1);
    let plan = &good(&api, "/spinners").await["plan"];
    assert_eq!(
        (number(plan, "/jobs_used"), number(plan, "/records_used")),
        (372, 46_692)
    );
    let (status, _) = start(&api, "spn_leads", "key-of-start-1", json!({})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let other = json!({"project": "prj_claims"});
    for (spinner, body, wanted) in [
        ("spn_quotes", json!({}), StatusCode::CONFLICT),
        ("spn_none", json!({}), StatusCode::NOT_FOUND),
        ("spn_leads", other, StatusCode::UNPROCESSABLE_ENTITY),
        (
            "spn_leads",
            json!({"reason": 7}),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
    ] {
        let (status, problem) = start(&api, spinner, "key-of-start-2", body).await;
        assert_eq!(status, wanted, "{spinner}");
        assert!(problem.get("code").is_none());
    }
}

#[tokio::test]
async fn the_plan_refuses_what_is_more_than_it_allows() {
    let mut world = world(0);
    world.jobs.plan.use_jobs(412);
    let api = api(world);
    let (status, problem) = start(&api, "spn_payment", "key-of-limit-1", json!({})).await;
    assert_eq!(
        (status, &problem["code"]),
        (StatusCode::CONFLICT, &json!("PLAN_LIMIT"))
    );
    let detail = problem["detail"].as_str().unwrap();
    assert!(
        detail.starts_with("412 of 400 jobs of this month are used."),
        "{detail}"
    );
    let page = good(&api, "/spinners?project=prj_northwind").await;
    let action = &page["items"][0]["actions"][0];
    assert_eq!(
        (&action["available"], &action["reason"]),
        (&json!(false), &problem["detail"])
    );
}
