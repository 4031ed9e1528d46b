//! When a sentinel fails, and how it refuses and breaks, over a stand-in of the API.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::kind::Kind;
use super::stub::{ask, json_of, read, routes, sentinels, snapshot};
use super::{Outages, around};
use axum::Router;
use axum::body::to_bytes;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};
use std::time::Duration;
use tower::ServiceExt;

#[tokio::test]
async fn the_prefix_may_be_nested_nested_as_a_service_or_not_there() {
    let all = Router::new()
        .nest_service("/api", sentinels())
        .merge(sentinels());
    for address in [
        "/api/campaigns/flaky-cut~prefix/snapshot",
        "/campaigns/flaky-cut~prefix2/snapshot",
    ] {
        let request = Request::builder().uri(address).body(String::new()).unwrap();
        assert_eq!(
            all.clone().oneshot(request).await.unwrap().status(),
            StatusCode::OK
        );
    }
}

#[tokio::test]
async fn other_campaigns_pass_through_untouched() {
    assert_eq!(
        json_of(read("/api/campaigns/cmp_8f3k2q/snapshot").await).await,
        snapshot("cmp_8f3k2q")
    );
    assert_eq!(
        read("/api/campaigns/cmp_none/snapshot").await.status(),
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn refusals_are_problems_with_a_request_id() {
    for (word, retry_after) in [
        ("401", None),
        ("403", None),
        ("404", None),
        ("409", None),
        ("422", None),
        ("429", Some("7")),
        ("500", None),
        ("503", Some("30")),
        ("504", None),
    ] {
        for place in ["/fault-K/snapshot", "/fault-K/tasks/t_1", "?q=fault-K~a"] {
            let response = read(&format!("/api/campaigns{}", place.replace('K', word))).await;
            assert_eq!(response.status().as_str(), word);
            assert_eq!(
                response.headers()[header::CONTENT_TYPE],
                "application/problem+json"
            );
            assert_eq!(
                response
                    .headers()
                    .get(header::RETRY_AFTER)
                    .map(|v| v.to_str().unwrap()),
                retry_after
            );
            let id = response.headers()["x-request-id"].clone();
            let problem = json_of(response).await;
            assert_eq!(problem["request_id"], id.to_str().unwrap());
            assert_eq!(problem["status"].to_string(), word);
            assert_eq!(problem["errors"].is_array(), word == "422");
        }
    }
}

#[tokio::test]
async fn a_flaky_campaign_is_good_and_bad_in_turn_and_good_is_under_its_own_id() {
    for good in [true, false, true, false] {
        let response = read("/api/campaigns/flaky-500~turns/snapshot").await;
        assert_eq!(response.status() == StatusCode::OK, good);
        if good {
            assert_eq!(json_of(response).await, snapshot("flaky-500~turns"));
        }
    }
    let tasks = read("/api/campaigns/flaky-500~turns/tasks?page=9").await;
    assert_eq!(
        tasks.status(),
        StatusCode::OK,
        "tasks have turns of their own"
    );
    let list: Vec<_> = [
        read("/api/campaigns?q=flaky-500~turns").await,
        read("/api/campaigns?q=flaky-500~turns").await,
    ]
    .iter()
    .map(Response::status)
    .collect();
    assert_eq!(list, [StatusCode::OK, StatusCode::INTERNAL_SERVER_ERROR]);
}

#[tokio::test]
async fn refuse_fails_actions_only_and_a_failing_action_never_acts() {
    assert_eq!(
        json_of(read("/api/campaigns/refuse-409/snapshot").await).await,
        snapshot("refuse-409")
    );
    let action = |id: &str| format!("/api/campaigns/{id}/actions/pause");
    assert_eq!(
        ask("POST", &action("refuse-409")).await.status(),
        StatusCode::CONFLICT
    );
    assert_eq!(
        ask("POST", &action("fault-503")).await.status(),
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(
        json_of(ask("POST", &action("flaky-503")).await).await,
        json!({ "acted": true })
    );
    let made_up = json_of(ask("POST", &action("refuse-extra")).await).await;
    assert_eq!(
        (&made_up["acted"], &made_up["status"]),
        (&Value::Null, &json!("paused"))
    );
}

#[tokio::test(start_paused = true)]
async fn slow_and_late_are_good_in_the_end_and_hang_is_not_answered() {
    for (word, seconds) in [("slow", 3), ("late", 12)] {
        let asked = tokio::time::Instant::now();
        let id = format!("fault-{word}");
        let answer = json_of(read(&format!("/api/campaigns/{id}/snapshot")).await).await;
        assert_eq!(answer, snapshot(&id));
        assert_eq!(asked.elapsed().as_secs(), seconds);
    }
    let hanging = tokio::time::timeout(
        Duration::from_secs(590),
        read("/api/campaigns/fault-hang/snapshot"),
    );
    assert!(hanging.await.is_err());
}

#[tokio::test(start_paused = true)]
async fn what_breaks_on_the_wire_is_not_json() {
    let full = snapshot("fault-cut").to_string().len();
    let cut = read("/api/campaigns/fault-cut/snapshot").await;
    assert_eq!(cut.headers()[header::CONTENT_LENGTH], full.to_string());
    assert!(to_bytes(cut.into_body(), 1 << 20).await.is_err());
    for (word, content_type) in [
        ("truncated", "application/json"),
        ("garbage", "application/json"),
        ("empty", "application/json"),
        ("html200", "text/html; charset=utf-8"),
    ] {
        let response = read(&format!("/api/campaigns/fault-{word}/snapshot")).await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[header::CONTENT_TYPE], content_type);
        let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        assert!(
            serde_json::from_slice::<Value>(&body).is_err(),
            "{word} is readable"
        );
        assert_eq!(body.is_empty(), word == "empty");
    }
    let proxy = read("/api/campaigns/fault-502html/snapshot").await;
    assert_eq!(
        (proxy.status(), proxy.headers().get("x-request-id")),
        (StatusCode::BAD_GATEWAY, None)
    );
}

#[tokio::test]
async fn every_altering_kind_alters_and_cannot_be_taken_for_the_good_answer() {
    for kind in Kind::all()
        .iter()
        .skip_while(|kind| **kind != Kind::WrongType)
    {
        let response = read(&format!("/api/campaigns/fault-{}/snapshot", kind.word())).await;
        assert_eq!(
            response.headers()[header::ETAG],
            format!("\"v7-{}\"", kind.word())
        );
        let good = snapshot(&format!("fault-{}", kind.word()));
        assert_ne!(
            json_of(response).await,
            good,
            "{} alters nothing",
            kind.word()
        );
    }
}

#[tokio::test]
async fn an_outage_covers_every_address_under_its_path_until_it_ends() {
    let outages = Outages::default();
    let api = around(routes(), outages.clone());
    let status = async |address: &str| {
        let request = Request::builder().uri(address).body(String::new()).unwrap();
        api.clone().oneshot(request).await.unwrap().status()
    };
    assert!(outages.begin("/campaigns", "fault-503"));
    for address in ["/campaigns", "/campaigns/cmp_8f3k2q/tasks?size=5"] {
        assert_eq!(status(address).await, StatusCode::SERVICE_UNAVAILABLE);
    }
    outages.end();
    assert_eq!(status("/campaigns").await, StatusCode::OK);
}
