//! Actions, their keys, and what they leave alone.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::Value;

use super::{api, ask, do_action, good, number, read, world};
use crate::world::World;
use crate::zone::MINUTE;

const RENEWALS: &str = "/campaigns/cmp_8f3k2q/snapshot";

#[tokio::test]
async fn a_pause_stops_new_dials_and_lets_calls_finish() {
    let mut world = world(0);
    let index = world.dialer.find("cmp_8f3k2q").unwrap().index;
    let now = world.now();
    world.dialer.campaigns[index].pause(None, Some("A. Ruiz"), now);
    let figures = |world: &World| {
        let campaign = &world.dialer.campaigns[index];
        world.store_of(campaign).unwrap().figures(index).unwrap()
    };
    let before = figures(&world);
    let in_flight = before.lines();
    assert_eq!(in_flight, 36);
    world.advance(12 * MINUTE).unwrap();
    let after = figures(&world);
    assert_eq!(after.dialed(), before.dialed());
    assert_eq!(after.finished(), before.finished() + in_flight);
    assert_eq!(after.lines(), 0);
}

#[tokio::test]
async fn the_same_key_does_nothing_twice() {
    let api = api(world(0));
    let (status, first) = do_action(&api, "cmp_8f3k2q", "pause", "key-0001", "{}").await;
    assert_eq!(status, StatusCode::OK, "{first}");
    assert_eq!(
        (&first["status"], &first["replayed"]),
        (&"paused".into(), &false.into())
    );
    let log = good(&api, RENEWALS).await["activity"]
        .as_array()
        .unwrap()
        .len();
    let (status, second) = do_action(&api, "cmp_8f3k2q", "pause", "key-0001", "{}").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(second["replayed"], true);
    assert_eq!(second["message"], first["message"]);
    assert_eq!(
        good(&api, RENEWALS).await["activity"]
            .as_array()
            .unwrap()
            .len(),
        log
    );
    for (action, body) in [("resume", "{}"), ("pause", r#"{"reason":"other"}"#)] {
        let (status, _) = do_action(&api, "cmp_8f3k2q", action, "key-0001", body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{action}");
    }
    let (status, refused) = do_action(&api, "cmp_8f3k2q", "pause", "key-0002", "{}").await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(
        refused["detail"],
        "Only a running campaign can be paused. This one is paused, by A. Ruiz at 14:30 CST."
    );
}

#[tokio::test]
async fn keys_and_bodies_are_checked_before_anything_is_done() {
    let api = api(world(0));
    let without_key = Request::post("/campaigns/cmp_8f3k2q/actions/pause")
        .body(Body::from("{}"))
        .unwrap();
    assert_eq!(ask(&api, without_key).await.0, StatusCode::BAD_REQUEST);
    for (key, body, expected) in [
        ("short", "{}", 422),
        ("long-enough", "", 400),
        ("long-enough", "[]", 422),
        ("long-enough", r#"{"reason":7}"#, 422),
    ] {
        let (status, problem) = do_action(&api, "cmp_8f3k2q", "pause", key, body).await;
        assert_eq!(status, expected, "{key} {body}");
        assert!(
            problem["request_id"]
                .as_str()
                .is_some_and(|id| id.starts_with("req_"))
        );
    }
    assert_eq!(good(&api, RENEWALS).await["campaign"]["status"], "running");
}

#[tokio::test]
async fn cancel_ends_waiting_contacts_and_a_draft_cannot_start() {
    let api = api(world(0));
    let waiting = good(&api, RENEWALS).await;
    let lines = number(&waiting, "/dispatch/calling_now");
    let (status, answer) = do_action(
        &api,
        "cmp_8f3k2q",
        "cancel",
        "key-0003",
        r#"{"reason":"wrong list"}"#,
    )
    .await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(answer["status"], "cancelled");
    let ended = good(&api, RENEWALS).await;
    assert_eq!(ended["campaign"]["cancel"]["reason"], "wrong list");
    assert!(ended.get("dispatch").is_none());
    let by_status = ended["counts"]["by_status"].as_object().unwrap();
    assert!(!by_status.contains_key("retry_scheduled"));
    assert!(by_status["manual_stopped"].as_i64() > Some(500));
    // Nobody called them, so they have no result.
    assert!(by_status["pending"].as_i64() > Some(500));
    assert_eq!(lines, 36);
    let (status, refused) = do_action(&api, "cmp_3tr6b", "start", "key-0004", "{}").await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(
        refused["detail"]
            .as_str()
            .unwrap()
            .contains("call windows, number pool")
    );
    let (status, _) = do_action(&api, "cmp_1a9ze", "cancel", "key-0005", "{}").await;
    assert_eq!(status, StatusCode::NOT_FOUND, "it offers stop instead");
}

#[tokio::test]
async fn a_snapshot_is_not_sent_again_until_something_changes() {
    let api = api(world(0));
    let with_tag = |tag: &str| {
        Request::get(RENEWALS)
            .header("If-None-Match", tag)
            .body(Body::empty())
            .unwrap()
    };
    let (_, headers, _) = ask(&api, with_tag("\"other\"")).await;
    let tag = headers["etag"].to_str().unwrap().to_owned();
    let (status, headers, body) = ask(&api, with_tag(&tag)).await;
    assert_eq!((status, &body), (StatusCode::NOT_MODIFIED, &Value::Null));
    assert_eq!(headers["etag"].to_str().unwrap(), tag);
    do_action(&api, "cmp_8f3k2q", "pause", "key-0006", "{}").await;
    let (status, headers, _) = ask(&api, with_tag(&tag)).await;
    assert_eq!(status, StatusCode::OK);
    assert_ne!(headers["etag"].to_str().unwrap(), tag);
}

#[tokio::test]
async fn failures_are_problems_with_a_request_id() {
    let api = api(world(0));
    for (address, expected) in [
        ("/nowhere", 404),
        ("/campaigns/cmp_none/snapshot", 404),
        ("/campaigns/cmp_8f3k2q/tasks/tsk_00000", 404),
        ("/campaigns?page=0", 422),
        ("/campaigns/cmp_8f3k2q/tasks?size=201", 422),
        ("/campaigns/cmp_8f3k2q/tasks?sort=-activity", 422),
        ("/campaigns/cmp_8f3k2q/tasks?page=1&cursor=x", 400),
        ("/campaigns/cmp_8f3k2q/tasks?cursor=x", 422),
    ] {
        let request = Request::get(address).body(Body::empty()).unwrap();
        let (status, headers, problem) = ask(&api, request).await;
        assert_eq!(status, expected, "{address}: {problem}");
        assert_eq!(headers["content-type"], "application/problem+json");
        assert_eq!(
            headers["x-request-id"].to_str().ok(),
            problem["request_id"].as_str()
        );
    }
    let (status, _) = read(&api, "/campaigns/cmp_8f3k2q/tasks?page=99999").await;
    assert_eq!(status, StatusCode::OK, "a page past the end is empty");
    let wrong_method = Request::delete("/campaigns").body(Body::empty()).unwrap();
    let (status, headers, problem) = ask(&api, wrong_method).await;
    assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(
        headers["x-request-id"].to_str().ok(),
        problem["request_id"].as_str()
    );
}

#[tokio::test]
async fn a_campaign_whose_rows_are_being_written_says_when_to_come_back() {
    let (world, preparation) = World::create(super::origin(30_500)).unwrap();
    assert!(preparation.is_some());
    let api = api(world);
    let request = Request::get("/campaigns/cmp_million/snapshot")
        .body(Body::empty())
        .unwrap();
    let (status, headers, _) = ask(&api, request).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(headers["retry-after"], "3");
    let list = good(&api, "/campaigns?q=million").await;
    assert!(list["items"][0].get("counts").is_none());
}

#[tokio::test]
async fn a_scheduled_campaign_starts_once_whoever_starts_it() {
    for (action, status) in [("start", "running"), ("cancel", "cancelled")] {
        let api = api(world(0));
        let (answer, _) = do_action(&api, "cmp_0vw81", action, "key-0007", "{}").await;
        assert_eq!(answer, StatusCode::OK);
        let snapshot = good(&api, "/campaigns/cmp_0vw81/snapshot").await;
        assert_eq!(snapshot["campaign"]["status"], status);
    }
    let mut world = world(0);
    let index = world.dialer.find("cmp_0vw81").unwrap().index;
    let now = world.now();
    world.dialer.campaigns[index].end_early(None, "A. Ruiz", now);
    world.advance(24 * 60 * MINUTE).unwrap();
    let campaign = &world.dialer.campaigns[index];
    assert_eq!(campaign.status.wire(), "cancelled");
    assert_eq!(campaign.started_at, None);
}
