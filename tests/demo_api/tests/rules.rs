//! Every status against every action, over HTTP: what is offered is done, and what is not
//! offered is refused in the same words.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use serde_json::Value;

use super::{do_action, good, number, read, world};

const VERBS: [&str; 7] = [
    "start",
    "pause",
    "resume",
    "stop",
    "restart",
    "clone",
    "attempt_report",
];

/// The manual's table of actions, with what it leaves to the server: a scheduled campaign may be
/// started and canceled early. `stop` stands for `cancel` where a campaign has that.
const TABLE: [(&str, [bool; 7]); 7] = [
    ("draft", [true, false, false, false, false, true, true]),
    ("scheduled", [true, false, false, true, false, true, true]),
    ("running", [false, true, false, true, false, true, true]),
    ("paused", [true, false, true, true, false, true, true]),
    ("completed", [false, false, false, false, true, true, true]),
    ("failed", [false, false, false, false, true, true, true]),
    ("cancelled", [false, false, false, false, false, true, true]),
];

fn action<'a>(snapshot: &'a Value, verb: &str) -> Option<&'a Value> {
    let actions = snapshot["actions"].as_array().unwrap();
    actions.iter().find(|action| action["name"] == verb)
}

/// What the table says, given what the campaign has.
fn expected(snapshot: &Value, status: &str, column: usize) -> bool {
    let (_, row) = TABLE.iter().find(|(known, _)| *known == status).unwrap();
    let checks = snapshot["launch"]["checks"].as_array();
    let fails = checks.is_some_and(|checks| checks.iter().any(|check| check["state"] == "fail"));
    let has_attempts = number(snapshot, "/attempts/dialed") > 0;
    row[column]
        && match VERBS[column] {
            "start" => !fails,
            "attempt_report" => has_attempts,
            _ => true,
        }
}

#[tokio::test]
async fn every_status_and_every_action_agree_with_the_table() {
    let world = Arc::new(Mutex::new(world(0)));
    let api = crate::api::router(Arc::clone(&world), axum::Router::new());
    let list = good(&api, "/campaigns?size=200").await;
    let ids: Vec<&str> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].as_str().unwrap())
        .filter(|id| !id.starts_with("cmp_recorded"))
        .collect();
    let mut seen = BTreeSet::new();
    for id in ids {
        for (column, verb) in VERBS.into_iter().enumerate() {
            let snapshot = good(&api, &format!("/campaigns/{id}/snapshot")).await;
            let status = snapshot["campaign"]["status"].as_str().unwrap().to_owned();
            seen.insert(status.clone());
            let (verb, other) = match verb {
                "stop" if action(&snapshot, "stop").is_none() => ("cancel", Some("stop")),
                "stop" => ("stop", Some("cancel")),
                verb => (verb, None),
            };
            let offered = action(&snapshot, verb).unwrap();
            let mut open = expected(&snapshot, &status, column);
            if verb == "stop" && status == "scheduled" {
                open = false;
            }
            assert_eq!(
                offered["available"], open,
                "{status} {verb} of {id}: {offered}"
            );
            assert_eq!(offered["reason"].is_null(), open, "{status} {verb}");
            assert_eq!(offered["effect"].is_string(), open, "{status} {verb}");
            let (code, answer) = if verb == "attempt_report" {
                read(&api, &format!("/campaigns/{id}/attempt-report")).await
            } else {
                do_action(&api, id, verb, &format!("key-{id}-{verb}"), "{}").await
            };
            if open {
                assert_eq!(code, StatusCode::OK, "{status} {verb} of {id}: {answer}");
                world.lock().unwrap().reset().unwrap();
            } else {
                assert_eq!(
                    code,
                    StatusCode::CONFLICT,
                    "{status} {verb} of {id}: {answer}"
                );
                assert_eq!(answer["detail"], offered["reason"], "{status} {verb}");
            }
            if let Some(other) = other {
                let (code, _) = do_action(&api, id, other, "key-other-verb", "{}").await;
                assert_eq!(code, StatusCode::NOT_FOUND, "{id} has no {other}");
            }
        }
    }
    assert_eq!(seen.len(), TABLE.len(), "every status is met: {seen:?}");
}

#[tokio::test]
async fn a_restart_keeps_the_run_before_and_calls_the_same_contacts_again() {
    let world = Arc::new(Mutex::new(world(0)));
    let api = crate::api::router(Arc::clone(&world), axum::Router::new());
    for (id, status) in [("cmp_4nb7c", "completed"), ("cmp_6yd2s", "failed")] {
        let address = format!("/campaigns/{id}/snapshot");
        let before = good(&api, &address).await;
        let ended = before["campaign"]["status"].as_str().unwrap().to_owned();
        assert_eq!(ended, status, "{id}");
        let (code, answer) = do_action(&api, id, "restart", &format!("key-{id}"), "{}").await;
        assert_eq!(
            (code, &answer["status"]),
            (StatusCode::OK, &"draft".into()),
            "{answer}"
        );
        let after = good(&api, &address).await;
        assert_eq!(after["counts"]["total"], before["counts"]["total"]);
        assert_eq!(
            after["counts"]["by_status"]["pending"],
            after["counts"]["total"]
        );
        assert_eq!(number(&after, "/attempts/dialed"), 0);
        let run = &after["previous_run"];
        assert_eq!(run["finished"], before["attempts"]["finished"]);
        assert_eq!(run["spend"], before["cost"]["total"]);
        assert_eq!(run["status"], ended.as_str());
        assert!(after["campaign"]["started_at"].is_null());
        let (code, _) = do_action(&api, id, "start", &format!("go-{id}"), "{}").await;
        assert_eq!(code, StatusCode::OK);
    }
    let listed = good(&api, "/campaigns?q=cmp_4nb7c").await;
    assert_eq!(number(&listed, "/page/total"), 1);
    world.lock().unwrap().advance(600_000).unwrap();
    let running = good(&api, "/campaigns/cmp_4nb7c/snapshot").await;
    assert!(number(&running, "/attempts/dialed") > 0, "it dials");
    super::blocks::assert_blocks_add_up(&running);
    world.lock().unwrap().reset().unwrap();
    let reset = good(&api, "/campaigns/cmp_4nb7c/snapshot").await;
    assert_eq!(reset["campaign"]["status"], "completed");
}

#[tokio::test]
async fn a_clone_has_the_setup_and_nobody_to_call() {
    let api = super::api(world(0));
    let (code, answer) = do_action(&api, "cmp_8f3k2q", "clone", "key-0001", "{}").await;
    assert_eq!(
        (code, &answer["status"]),
        (StatusCode::OK, &"running".into()),
        "{answer}"
    );
    let id = answer["campaign_id"].as_str().unwrap();
    let (original, copy) = (
        good(&api, "/campaigns/cmp_8f3k2q/snapshot").await,
        good(&api, &format!("/campaigns/{id}/snapshot")).await,
    );
    for kept in [
        "agent",
        "number_pool",
        "max_attempts",
        "retry_delay_seconds",
        "priority",
    ] {
        assert_eq!(copy["campaign"][kept], original["campaign"][kept], "{kept}");
    }
    assert_eq!(copy["campaign"]["name"], "Q4 policy renewals (copy)");
    assert_eq!(copy["campaign"]["status"], "draft");
    assert_eq!(number(&copy, "/counts/total"), 0);
    let start = action(&copy, "start").unwrap();
    assert!(
        start["reason"].as_str().unwrap().contains("contacts"),
        "{start}"
    );
    let (_, again) = do_action(&api, "cmp_8f3k2q", "clone", "key-0001", "{}").await;
    assert_eq!(
        (&again["campaign_id"], &again["replayed"]),
        (&id.into(), &true.into())
    );
}
