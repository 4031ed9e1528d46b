//! The reports that incidents are judged by: they add up, and agree with the rest.

use std::collections::BTreeMap;

use axum::Router;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{api, good, number, read, sum, world};

/// Whatever is reported of failures adds up.
pub fn assert_failures_add_up(report: &Value, what: &str) {
    let contacts = number(report, "/contacts/failed");
    assert_eq!(sum(&report["groups"], "contacts"), contacts, "{what}");
    let attempts = ["finished", "failed"].map(|part| number(report, &format!("/attempts/{part}")));
    assert_eq!(sum(&report["groups"], "attempts"), attempts[1], "{what}");
    let mut kinds: BTreeMap<&str, [i64; 2]> = BTreeMap::new();
    for segment in report["segments"].as_array().into_iter().flatten() {
        let sums = kinds.entry(segment["kind"].as_str().unwrap()).or_default();
        sums[0] += number(segment, "/finished");
        sums[1] += number(segment, "/failed");
    }
    // An empty campaign has no part of any kind.
    assert!(
        kinds.values().all(|sums| *sums == attempts),
        "{what}: {kinds:?}"
    );
    let groups = report["groups"].as_array().unwrap();
    let sizes: Vec<i64> = groups
        .iter()
        .map(|group| number(group, "/contacts"))
        .collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{what}: {sizes:?}");
    for group in groups {
        let [retried, scheduled] = ["/retried", "/retry_scheduled"].map(|at| number(group, at));
        assert!(scheduled <= number(group, "/contacts"), "{what}: {group}");
        assert!(
            (retried > 0) == (number(group, "/most_retries") > 0),
            "{what}: {group}"
        );
    }
}

/// Whatever is reported of duplicates adds up.
pub fn assert_duplicates_add_up(report: &Value, what: &str) {
    let of = |part: &str| number(report, &format!("/deliveries/{part}"));
    assert_eq!(of("repeated"), of("dropped") + of("got_through"), "{what}");
    assert!(report["samples"].as_array().unwrap().len() <= 20, "{what}");
    if report["upload"].is_object() {
        assert!(
            number(report, "/upload/unique") <= number(report, "/upload/rows"),
            "{what}"
        );
    }
}

#[tokio::test]
async fn every_campaign_reports_failures_and_duplicates_that_add_up() {
    let api = api(world(200));
    let page = good(&api, "/campaigns?size=200").await;
    let mut known = 0;
    for row in page["items"].as_array().unwrap() {
        let id = row["id"].as_str().unwrap();
        let address = format!("/failures?campaign={id}");
        let (status, failures) = read(&api, &address).await;
        let duplicates = good(&api, &format!("/duplicates?campaign={id}")).await;
        if id.starts_with("cmp_recorded") {
            assert_eq!(status, StatusCode::NOT_FOUND);
            assert!(duplicates.get("deliveries").is_none() && duplicates.get("runs").is_none());
            continue;
        }
        assert_failures_add_up(&failures, id);
        assert_duplicates_add_up(&duplicates, id);
        let snapshot = good(&api, &format!("/campaigns/{id}/snapshot")).await;
        assert_eq!(
            failures["attempts"]["finished"], snapshot["attempts"]["finished"],
            "{id}"
        );
        let transient = |group: &&Value| number(group, "/sip_status") >= 500;
        let groups = failures["groups"].as_array().unwrap().iter();
        let carriers: i64 = groups
            .filter(transient)
            .map(|group| number(group, "/attempts"))
            .sum();
        assert_eq!(carriers, number(&snapshot, "/attempts/failed"), "{id}");
        known += 1;
    }
    assert!(known > 15, "{known}");
}

#[tokio::test]
async fn every_job_reports_failures_and_duplicates_that_add_up() {
    let api = api(world(200));
    let jobs = good(&api, "/jobs?size=200").await;
    for job in jobs["items"].as_array().unwrap() {
        let id = job["id"].as_str().unwrap();
        let failures = good(&api, &format!("/failures?job={id}")).await;
        assert_failures_add_up(&failures, id);
        assert_eq!(
            failures["attempts"]["failed"], job["counts"]["failed"],
            "{id}"
        );
        let duplicates = good(&api, &format!("/duplicates?job={id}")).await;
        assert_duplicates_add_up(&duplicates, id);
        assert_eq!(number(&duplicates, "/deliveries/repeated"), 0, "{id}");
        assert_eq!(duplicates["upload"]["id"], job["upload_id"], "{id}");
        for group in failures["groups"].as_array().unwrap() {
            let address = format!(
                "/records?job={id}&outcome={}",
                group["code"].as_str().unwrap()
            );
            let found = good(&api, &format!("{address}&size=1")).await;
            assert_eq!(found["page"]["total"], group["contacts"], "{id}");
        }
    }
}

#[tokio::test]
async fn failures_of_a_healthy_campaign_are_retried_where_that_helps() {
    let api = api(world(0));
    let report = good(&api, "/failures?campaign=cmp_8f3k2q").await;
    let groups = report["groups"].as_array().unwrap();
    let of = |sip: i64, at: &str| -> i64 {
        let met = groups.iter().filter(|group| group["sip_status"] == sip);
        met.map(|group| number(group, at)).sum()
    };
    assert!(of(404, "/contacts") > 10);
    assert_eq!((of(404, "/retried"), of(404, "/retry_scheduled")), (0, 0));
    assert_eq!(of(404, "/most_retries"), 0);
    assert!(of(503, "/attempts") > 0 && of(503, "/retried") > 0);
    assert!(number(&report, "/contacts/reached") > 1_000);
    let duplicates = good(&api, "/duplicates?campaign=cmp_8f3k2q").await;
    assert_eq!(duplicates["runs"], json!([]));
    assert_eq!(number(&duplicates, "/upload/rows"), 4_812 + 84 + 31 + 4);
    assert_eq!(number(&duplicates, "/upload/unique"), 4_812);
    assert_eq!(number(&duplicates, "/upload/repeated"), 0);
    assert!(
        number(&duplicates, "/deliveries/dropped") > 0,
        "lost leases"
    );
    assert_eq!(number(&duplicates, "/reached_again/contacts"), 0);
}

#[tokio::test]
async fn a_scope_is_one_campaign_or_one_job() {
    let api = api(world(0));
    for path in ["/failures", "/duplicates"] {
        for (query, wanted) in [
            ("", 422),
            ("?campaign=cmp_8f3k2q&job=job_77ae0", 422),
            ("?job=job_77ae0&job=job_2f10c", 422),
            ("?campaign=none", 404),
            ("?job=none", 404),
        ] {
            let (status, problem) = read(&api, &format!("{path}{query}")).await;
            assert_eq!(status.as_u16(), wanted, "{path}{query}");
            let explains = problem["errors"]
                .as_array()
                .is_some_and(|all| !all.is_empty());
            assert_eq!(explains, wanted == 422, "{path}{query}: {problem}");
        }
    }
}

#[tokio::test]
async fn what_is_too_large_for_memory_adds_up_too() {
    let api = api(world(2_000));
    for scope in ["campaign=cmp_million", "job=job_half_million"] {
        let report = good(&api, &format!("/failures?{scope}")).await;
        assert_failures_add_up(&report, scope);
        let report = good(&api, &format!("/duplicates?{scope}")).await;
        assert!(report["captured_at"].is_string(), "{scope}");
    }
}
