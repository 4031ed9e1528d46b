//! Two operators who act at the same time.

use axum::http::StatusCode;
use serde_json::Value;

use super::{api, do_action, good, world};

fn log_entries(snapshot: &Value, word: &str) -> usize {
    let log = snapshot["activity"].as_array().unwrap().iter();
    log.filter(|entry| entry["text"].as_str().unwrap().starts_with(word))
        .count()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_act_at_once_one_is_told_why_not_and_nothing_is_done_twice() {
    for (id, action, word, says) in [
        (
            "cmp_8f3k2q",
            "pause",
            "Paused",
            "paused, by A. Ruiz at 14:30 CST",
        ),
        ("cmp_8f3k2q", "cancel", "Canceled", "has ended (canceled)"),
        ("cmp_4nb7c", "restart", "Restarted", "This one is a draft"),
        ("cmp_0vw81", "start", "Started", "This one is running"),
    ] {
        let api = api(world(0));
        let address = format!("/campaigns/{id}/snapshot");
        let before = log_entries(&good(&api, &address).await, word);
        let (one, other) = tokio::join!(
            do_action(&api, id, action, "operator-one", "{}"),
            do_action(&api, id, action, "operator-two", "{}"),
        );
        let mut codes = [one.0, other.0];
        codes.sort();
        assert_eq!(codes, [StatusCode::OK, StatusCode::CONFLICT], "{action}");
        let (_, lost) = if one.0 == StatusCode::CONFLICT {
            one
        } else {
            other
        };
        let reason = lost["detail"].as_str().unwrap();
        assert!(reason.contains(says), "{action}: {reason}");
        let after = log_entries(&good(&api, &address).await, word);
        let before = if action == "restart" { 0 } else { before };
        assert_eq!(after, before + 1, "{action}: done once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_sent_twice_at_once_is_done_once() {
    let api = api(world(0));
    let (one, other) = tokio::join!(
        do_action(&api, "cmp_8f3k2q", "clone", "operator-one", "{}"),
        do_action(&api, "cmp_8f3k2q", "clone", "operator-one", "{}"),
    );
    assert_eq!((one.0, other.0), (StatusCode::OK, StatusCode::OK));
    assert_eq!(one.1["campaign_id"], other.1["campaign_id"]);
    assert_ne!(one.1["replayed"], other.1["replayed"]);
}
