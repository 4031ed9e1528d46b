//! Starting a run: once, and within the plan.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use super::{api, ask, good, number, world};

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
