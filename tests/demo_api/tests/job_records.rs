//! Records of jobs: in order, found, and told step by step.

use axum::Router;
use serde_json::{Value, json};

use super::{api, good, number, world};

/// Every record of a filter, page by page.
pub async fn walked(api: &Router, address: &str) -> Vec<Value> {
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
