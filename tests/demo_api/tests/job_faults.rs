//! Sentinels in the addresses of jobs, records, journeys and spinners.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::{number, world};
use crate::api::Shared;

/// The API with its sentinels, and the controls.
fn whole() -> (Router, Router) {
    let world: Shared = Arc::new(Mutex::new(world(0)));
    let api = crate::api::router(Arc::clone(&world), Router::new());
    let outages = crate::control::outages(&world);
    (
        crate::fault::around(api, outages),
        crate::control::router(world),
    )
}

async fn send(router: &Router, request: Request<Body>) -> (StatusCode, String) {
    let response = router.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await;
    let text = String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned();
    (status, text)
}

async fn read(router: &Router, address: &str) -> (StatusCode, String) {
    send(router, Request::get(address).body(Body::empty()).unwrap()).await
}

async fn start(router: &Router, spinner: &str) -> (StatusCode, Value) {
    let request = Request::post(format!("/spinners/{spinner}/runs"))
        .header("Idempotency-Key", "key-of-a-sentinel")
        .body(Body::from("{}"))
        .unwrap();
    let (status, text) = send(router, request).await;
    (status, serde_json::from_str(&text).unwrap_or_default())
}

/// Addresses with a place for the id.
const PLACES: [&str; 9] = [
    "/jobs/ID",
    "/jobs?project=ID",
    "/records?job=ID",
    "/records/ID",
    "/records/ID/journey",
    "/spinners?project=ID",
    "/failures?campaign=ID",
    "/failures?job=ID",
    "/duplicates?campaign=ID",
];

#[tokio::test]
async fn every_place_refuses_breaks_and_changes_on_demand() {
    let (api, _) = whole();
    let mut unexpected = Vec::new();
    for place in PLACES {
        let of = async |id: &str| read(&api, &place.replace("ID", id)).await;
        let (status, good) = of("refuse-500").await;
        assert_eq!(status, StatusCode::OK, "{place}: {good}");
        let good: Value = serde_json::from_str(&good).unwrap();
        for (word, wanted) in [("404", 404), ("429", 429), ("503", 503), ("502html", 502)] {
            assert_eq!(
                of(&format!("fault-{word}")).await.0.as_u16(),
                wanted,
                "{place}"
            );
        }
        for word in ["truncated", "garbage", "empty", "html200"] {
            let (status, text) = of(&format!("fault-{word}")).await;
            assert_eq!(status, StatusCode::OK);
            assert!(
                serde_json::from_str::<Value>(&text).is_err(),
                "{place} {word}"
            );
        }
        for word in [
            "wrongtype",
            "wrongrow",
            "wrongblock",
            "unknownenum",
            "nulls",
            "nullsdeep",
            "absent",
            "absentdeep",
            "extra",
            "huge",
            "hostile",
            "numbers",
            "skew",
            "contradictory",
        ] {
            let (_, text) = of(&format!("fault-{word}")).await;
            let altered: Value = serde_json::from_str(&text).unwrap();
            // A single job has no row that could be wrong; what doubled nothing has no code, either.
            let is_spared = match word {
                "wrongrow" => place == "/jobs/ID" || place.starts_with("/duplicates"),
                "unknownenum" => place.starts_with("/duplicates"),
                _ => false,
            };
            if is_spared != same(&altered, &good) {
                unexpected.push(format!("{place} {word}"));
            }
            if word == "huge" {
                assert!(text.len() > 900_000, "{place}: {}", text.len());
            }
        }
    }
    assert_eq!(unexpected, [""; 0]);
}

/// The same, the ids of the sentinels apart.
fn same(altered: &Value, good: &Value) -> bool {
    let plain = |value: &Value| {
        let text = value.to_string();
        let ids = ["fault-wrongrow", "refuse-500"];
        ids.iter().fold(text, |text, id| text.replace(id, "ID"))
    };
    plain(altered) == plain(good)
}

#[tokio::test]
async fn a_good_answer_is_under_the_id_that_was_asked_for() {
    let (api, _) = whole();
    for (place, pointer) in [
        ("/jobs/ID", "/id"),
        ("/records/ID", "/record/id"),
        ("/records/ID/journey", "/record/id"),
        ("/records?job=ID", "/items/0/job/id"),
    ] {
        let address = place.replace("ID", "flaky-503~here");
        let (status, text) = read(&api, &address).await;
        let answer: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            (status, answer.pointer(pointer)),
            (StatusCode::OK, Some(&json!("flaky-503~here")))
        );
        assert_eq!(
            read(&api, &address).await.0,
            StatusCode::SERVICE_UNAVAILABLE
        );
    }
}

#[tokio::test]
async fn a_start_that_fails_starts_nothing() {
    let (api, controls) = whole();
    for (id, wanted) in [
        ("refuse-409", 409),
        ("fault-503", 503),
        ("fault-extra", 200),
    ] {
        let (status, answer) = start(&api, id).await;
        assert_eq!(status.as_u16(), wanted, "{answer}");
    }
    let (_, listed) = read(&controls, "/jobs").await;
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let queued = listed["jobs"].as_array().unwrap().iter();
    assert_eq!(queued.filter(|job| job["status"] == "queued").count(), 1);
    let (status, answer) = start(&api, "flaky-503").await;
    assert_eq!(
        (status, number(&answer, "/job/counts/total")),
        (StatusCode::OK, 1_180)
    );
}

#[tokio::test]
async fn a_part_of_the_api_fails_until_it_is_healed_or_the_demo_is_reset() {
    let (api, controls) = whole();
    let control = async |address: &str| {
        let request = Request::post(address).body(Body::empty()).unwrap();
        assert_eq!(
            send(&controls, request).await.0,
            StatusCode::OK,
            "{address}"
        );
    };
    control("/fail?path=/records&kind=fault-503").await;
    for (address, wanted) in [
        ("/records?size=1", 503),
        ("/records/none/journey", 503),
        ("/jobs", 200),
    ] {
        assert_eq!(read(&api, address).await.0.as_u16(), wanted, "{address}");
    }
    for end in ["/heal", "/reset"] {
        control("/fail?path=/records&kind=fault-503").await;
        control(end).await;
        let (status, ..) = read(&api, "/records?size=1").await;
        assert_eq!(status, StatusCode::OK, "{end}");
    }
}
