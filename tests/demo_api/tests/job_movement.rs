//! Runs that move, stand still, wait, and follow each other.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use super::{ask, good, number, read, world};
use crate::api::Shared;

const RENEWAL: &str = "job_2f10c";

/// The API over a world with its controls.
fn with_controls() -> (Router, Router) {
    let world: Shared = Arc::new(Mutex::new(world(0)));
    let api = crate::api::router(Arc::clone(&world), Router::new());
    (api, crate::control::router(world))
}

async fn control(controls: &Router, address: &str) -> Value {
    let request = Request::post(address).body(Body::empty()).unwrap();
    let (status, _, json) = ask(controls, request).await;
    assert_eq!(status, StatusCode::OK, "{address}: {json}");
    json
}

async fn advance(controls: &Router, seconds: i64) {
    control(controls, &format!("/advance?seconds={seconds}")).await;
}

async fn job(api: &Router, id: &str) -> Value {
    good(api, &format!("/jobs/{id}")).await
}

fn done(job: &Value) -> i64 {
    let part = |name: &str| number(job, &format!("/counts/{name}"));
    part("completed") + part("failed") + part("skipped")
}

#[tokio::test]
async fn a_run_moves_ends_and_makes_room_for_the_next() {
    let (api, controls) = with_controls();
    let mut last = done(&job(&api, RENEWAL).await);
    assert_eq!(
        done(&job(&api, RENEWAL).await),
        last,
        "without time nothing moves"
    );
    for _ in 0..4 {
        advance(&controls, 60).await;
        let now = job(&api, RENEWAL).await;
        assert!(done(&now) > last, "{now}");
        assert!(now["progressed_at"].as_str() > Some("2026-11-12T14:30"));
        last = done(&now);
    }
    assert_eq!(job(&api, "job_90b2e").await["status"], "queued");
    advance(&controls, 480).await;
    let ended = job(&api, RENEWAL).await;
    assert_eq!((&ended["status"], done(&ended)), (&json!("completed"), 640));
    assert_eq!(
        (number(&ended, "/counts/failed"), &ended["step"]),
        (13, &Value::Null)
    );
    let next = job(&api, "job_90b2e").await;
    assert_eq!(
        (&next["status"], &next["queue_position"]),
        (&json!("running"), &Value::Null)
    );
    advance(&controls, 3_600).await;
    assert_eq!(job(&api, "job_90b2e").await["status"], "completed");
    assert_eq!(job(&api, "job_5c3d1").await["status"], "waiting");
}

#[tokio::test]
async fn how_time_is_cut_makes_no_difference() {
    let (at_once, controls) = with_controls();
    advance(&controls, 5_400).await;
    let (bit_by_bit, controls) = with_controls();
    for _ in 0..54 {
        advance(&controls, 100).await;
    }
    for id in [RENEWAL, "job_90b2e", "job_5c3d1"] {
        assert_eq!(
            job(&at_once, id).await["counts"],
            job(&bit_by_bit, id).await["counts"]
        );
        assert_eq!(
            job(&at_once, id).await["ended_at"],
            job(&bit_by_bit, id).await["ended_at"]
        );
    }
}

#[tokio::test]
async fn a_stalled_run_has_work_and_does_not_move() {
    let (api, controls) = with_controls();
    control(&controls, &format!("/scenario?job={RENEWAL}&name=stalled")).await;
    let before = job(&api, RENEWAL).await;
    advance(&controls, 1_200).await;
    let after = job(&api, RENEWAL).await;
    assert_eq!(
        (&after["counts"], &after["status"]),
        (&before["counts"], &json!("running"))
    );
    assert_eq!(after["progressed_at"], before["progressed_at"]);
    assert!(number(&after, "/eligible") > 0);
    let first = &good(&api, "/jobs?sort=attention&size=1").await["items"][0];
    assert_eq!(first["id"], RENEWAL);
}

#[tokio::test]
async fn slow_ai_steps_are_slow_and_the_run_goes_on() {
    let (api, controls) = with_controls();
    control(&controls, &format!("/scenario?job={RENEWAL}&name=slow_ai")).await;
    let before = job(&api, RENEWAL).await;
    advance(&controls, 420).await;
    let after = job(&api, RENEWAL).await;
    assert!(done(&after) > done(&before));
    assert_eq!(after["step"]["kind"], "ai_agent");
    let records = good(
        &api,
        &format!("/records?job={RENEWAL}&outcome=renewed&size=5"),
    )
    .await;
    for record in records["items"].as_array().unwrap() {
        let journey = good(
            &api,
            &format!("/records/{}/journey", record["id"].as_str().unwrap()),
        )
        .await;
        let took = journey["steps"][3]["duration_seconds"].as_f64().unwrap();
        assert!((100.0..=118.0).contains(&took), "{took}");
    }
}

#[tokio::test]
async fn ai_steps_that_time_out_fail_their_records() {
    let (api, controls) = with_controls();
    let failed = |job: &Value| number(job, "/counts/failed");
    let before = failed(&job(&api, RENEWAL).await);
    control(
        &controls,
        &format!("/scenario?job={RENEWAL}&name=ai_timeouts"),
    )
    .await;
    advance(&controls, 300).await;
    let after = job(&api, RENEWAL).await;
    assert!(failed(&after) > before + 10, "{after}");
    assert_eq!(after["failures"][0]["code"], "ai_timeout");
    let records = good(
        &api,
        &format!("/records?job={RENEWAL}&status=failed&size=200"),
    )
    .await;
    assert_eq!(number(&records, "/page/total"), failed(&after));
}

#[tokio::test]
async fn a_run_waits_for_a_person_or_another_system() {
    for (name, kind, step) in [
        ("human_wait", "human", "script_approval"),
        ("external_wait", "external", "claim_status"),
    ] {
        let (api, controls) = with_controls();
        control(&controls, &format!("/scenario?job={RENEWAL}&name={name}")).await;
        advance(&controls, 300).await;
        let waiting = job(&api, RENEWAL).await;
        assert_eq!(
            (&waiting["status"], number(&waiting, "/eligible")),
            (&json!("waiting"), 0)
        );
        assert_eq!(
            (&waiting["waiting_on"]["kind"], &waiting["step"]["name"]),
            (&json!(kind), &json!(step))
        );
        let records = good(
            &api,
            &format!("/records?job={RENEWAL}&status=waiting&size=1"),
        )
        .await;
        assert_eq!(
            number(&records, "/page/total"),
            number(&waiting, "/counts/waiting")
        );
        assert_eq!(records["items"][0]["step"], step);
    }
}

#[tokio::test]
async fn nothing_moves_while_the_runtime_is_down() {
    let (api, controls) = with_controls();
    control(&controls, "/runtime?status=down").await;
    let before = job(&api, RENEWAL).await;
    advance(&controls, 1_800).await;
    let down = job(&api, RENEWAL).await;
    assert_eq!(down["counts"], before["counts"]);
    assert_eq!(
        (
            &down["runtime"]["status"],
            &down["runtime"]["workers"]["up"]
        ),
        (&json!("down"), &json!(0))
    );
    assert_eq!(down["runtime"]["heartbeat_at"], "2026-11-12T14:30:00-06:00");
    assert_eq!(job(&api, "job_90b2e").await["status"], "queued");
    control(&controls, "/runtime?status=running").await;
    advance(&controls, 60).await;
    let up = job(&api, RENEWAL).await;
    assert!(done(&up) > done(&before));
    assert_eq!(up["runtime"]["heartbeat_at"], up["captured_at"]);
    control(&controls, "/reset").await;
    assert_eq!(job(&api, RENEWAL).await["counts"], before["counts"]);
}

#[tokio::test]
async fn the_controls_refuse_what_they_do_not_know() {
    let (api, controls) = with_controls();
    for (address, wanted) in [
        ("/scenario?job=job_none&name=stalled", StatusCode::NOT_FOUND),
        ("/scenario?job=job_77ae0&name=stalled", StatusCode::CONFLICT),
        (
            "/scenario?job=job_2f10c&name=gremlins",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        ("/runtime?status=asleep", StatusCode::UNPROCESSABLE_ENTITY),
        ("/plan?used=many", StatusCode::UNPROCESSABLE_ENTITY),
        (
            "/fail?path=live&kind=fault-503",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            "/fail?path=/live&kind=fault-x",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
    ] {
        let request = Request::post(address).body(Body::empty()).unwrap();
        let (status, _, _) = ask(&controls, request).await;
        assert_eq!(status, wanted, "{address}");
    }
    let (status, listed) = read(&controls, "/jobs").await;
    assert_eq!(
        (status, listed["scenarios"].as_array().unwrap().len()),
        (StatusCode::OK, 6)
    );
    assert_eq!(
        good(&api, "/jobs?size=1").await["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}
