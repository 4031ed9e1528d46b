//! One record that runs again on request: once, and only when nothing stands against it.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use super::{ask, good, number, world};
use crate::retry::Ordered;
use crate::world::World;
use crate::zone::MINUTE;

/// It timed out in `job_77ae0`; nobody was reached.
const RECORD: &str = "rec_0s1mi";

struct Served {
    world: Arc<Mutex<World>>,
    api: Router,
}

impl Served {
    fn new() -> Self {
        let world = Arc::new(Mutex::new(world(0)));
        let api = crate::api::router(Arc::clone(&world), crate::recorded::router());
        Self { world, api }
    }

    async fn act(&self, record: &str, action: &str, key: &str, body: Value) -> (StatusCode, Value) {
        let request = Request::post(format!("/records/{record}/actions/{action}"))
            .header("Idempotency-Key", key)
            .body(Body::from(body.to_string()))
            .unwrap();
        let (status, _, json) = ask(&self.api, request).await;
        (status, json)
    }

    async fn detail(&self) -> Value {
        good(&self.api, &format!("/records/{RECORD}")).await
    }

    async fn counts(&self) -> Value {
        good(&self.api, "/jobs/job_77ae0").await["counts"].take()
    }
}

#[tokio::test]
async fn a_failed_record_runs_again_from_its_first_step() {
    let served = Served::new();
    served.world.lock().unwrap().jobs.ordered = Some(Ordered::Good);
    let (before, counts) = (served.detail().await, served.counts().await);
    assert_eq!(before["record"]["status"], "failed");
    assert_eq!(
        (
            &before["actions"][0]["name"],
            &before["actions"][0]["available"]
        ),
        (&json!("retry"), &json!(true))
    );
    let body = json!({"reason": "The model was down"});
    let (status, first) = served
        .act(RECORD, "retry", "record-again-1", body.clone())
        .await;
    assert_eq!(
        (status, &first["status"]),
        (StatusCode::OK, &json!("running"))
    );
    let running = served.detail().await;
    assert_eq!(running["record"]["status"], "running");
    assert_eq!(
        number(&running, "/record/attempts"),
        number(&before, "/record/attempts") + 1
    );
    assert_eq!(running["actions"], first["actions"]);
    assert_eq!(running["actions"][0]["available"], false);
    let meanwhile = served.counts().await;
    assert_eq!(
        number(&meanwhile, "/failed"),
        number(&counts, "/failed") - 1
    );
    assert_eq!(number(&meanwhile, "/running"), 1);

    let (_, again) = served.act(RECORD, "retry", "record-again-1", body).await;
    assert_eq!(
        (&again["replayed"], &again["applied_at"]),
        (&json!(true), &first["applied_at"])
    );
    let (status, problem) = served
        .act(RECORD, "retry", "record-again-2", json!({}))
        .await;
    assert_eq!(
        (status, &problem["detail"]),
        (StatusCode::CONFLICT, &running["actions"][0]["reason"])
    );

    served.world.lock().unwrap().advance(30 * MINUTE).unwrap();
    let after = served.detail().await;
    assert!(
        ["completed", "skipped"].contains(&after["record"]["status"].as_str().unwrap()),
        "{after}"
    );
    assert!(after["record"]["started_at"].as_str() > before["record"]["started_at"].as_str());
    assert_eq!(number(&served.counts().await, "/running"), 0);
    let journey = good(&served.api, &format!("/records/{RECORD}/journey")).await;
    let told = journey["steps"][0]["message"].as_str().unwrap();
    assert!(told.ends_with(", again: The model was down"), "{told}");
}

#[tokio::test]
async fn what_fails_again_can_run_a_third_time() {
    let served = Served::new();
    served.world.lock().unwrap().jobs.ordered = Some(Ordered::Errors);
    for key in ["record-again-1", "record-again-2"] {
        let (status, answer) = served.act(RECORD, "retry", key, json!({})).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
        served.world.lock().unwrap().advance(30 * MINUTE).unwrap();
        assert_eq!(served.detail().await["record"]["status"], "failed");
    }
    assert_eq!(number(&served.detail().await, "/record/attempts"), 3);
}

#[tokio::test]
async fn what_stands_against_it_is_said_before_and_after() {
    let served = Served::new();
    let page = good(
        &served.api,
        "/records?job=job_77ae0&status=completed&size=1",
    )
    .await;
    let completed = page["items"][0]["id"].as_str().unwrap();
    let page = good(
        &served.api,
        "/records?job=job_77ae0&outcome=invalid_number&size=1",
    )
    .await;
    let invalid = page["items"][0]["id"].as_str().unwrap();
    for record in [completed, invalid] {
        let detail = good(&served.api, &format!("/records/{record}")).await;
        let (status, problem) = served
            .act(record, "retry", "record-again-3", json!({}))
            .await;
        assert_eq!(
            (status, &problem["detail"]),
            (StatusCode::CONFLICT, &detail["actions"][0]["reason"])
        );
    }
    {
        let mut world = served.world.lock().unwrap();
        let now = world.now();
        world.jobs.set_runtime(true, now);
    }
    let (status, problem) = served
        .act(RECORD, "retry", "record-again-4", json!({}))
        .await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(
        problem["detail"],
        "The runtime is down: nothing runs until it is started again."
    );
    for (record, action, key, body, wanted) in [
        (
            "rec_none",
            "retry",
            "record-again-5",
            json!({}),
            StatusCode::NOT_FOUND,
        ),
        (
            RECORD,
            "dance",
            "record-again-5",
            json!({}),
            StatusCode::NOT_FOUND,
        ),
        (
            RECORD,
            "retry",
            "short",
            json!({}),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            RECORD,
            "retry",
            "record-again-5",
            json!({"reason": 7}),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
    ] {
        assert_eq!(
            served.act(record, action, key, body).await.0,
            wanted,
            "{action}"
        );
    }
}
