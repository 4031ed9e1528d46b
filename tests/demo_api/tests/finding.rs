//! The find box.

use axum::http::StatusCode;
use serde_json::Value;

use super::{api, good, read, world};

async fn found(api: &axum::Router, query: &str) -> Vec<Value> {
    let answer = good(api, &format!("/find?q={query}")).await;
    let items = answer["items"].as_array().unwrap().clone();
    assert!(items.len() <= 20);
    items
}

#[tokio::test]
async fn everything_is_found_by_its_id_and_comes_first() {
    let api = api(world(32_000));
    let calls = good(&api, "/calls?state=completed&size=1").await;
    let call = &calls["items"][0];
    let text = |pointer: &str| call.pointer(pointer).unwrap().as_str().unwrap();
    for (kind, id) in [
        ("call", text("/id")),
        ("task", text("/task_id")),
        ("contact", text("/contact/id")),
        ("campaign", text("/campaign/id")),
        ("campaign", "CMP_MILLION"),
    ] {
        let first = &found(&api, id).await[0];
        assert_eq!(first["kind"], kind, "{id}");
        assert_eq!(first["id"].as_str().unwrap(), id.to_lowercase(), "{id}");
        assert!(first["campaign_id"].is_string(), "{id}");
    }
    let by_phone = found(&api, &text("/phone").replace('+', "%2B")).await;
    assert!(
        by_phone
            .iter()
            .any(|item| item["id"] == text("/contact/id"))
    );
    let by_number = found(&api, &text("/from").replace('+', "%2B")).await;
    assert!(by_number.iter().any(|item| item["kind"] == "number"));
    let by_name = found(&api, "whitfield").await;
    assert!(
        by_name
            .iter()
            .all(|item| item["label"].as_str().unwrap().contains("Whitfield"))
    );
    assert!(by_name.len() > 5);
    let campaigns = found(&api, "Renewal").await;
    assert_eq!(
        campaigns[0]["label"], "Renewal survey",
        "what begins so comes first"
    );
}

#[tokio::test]
async fn nothing_is_found_for_nothing() {
    let api = api(world(0));
    for query in ["", "%20", "zzzzzz", "att_00000", "qq"] {
        assert_eq!(found(&api, query).await, Vec::<Value>::new(), "{query:?}");
    }
    let (status, _) = read(&api, "/find").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
}
