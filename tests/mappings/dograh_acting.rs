//! Dograh: what can be done, and a part that fails while the rest stays.

use super::dograh::dograh;
use ringside::api::error::ErrorKind;
use ringside::api::exchange::{Incoming, Verb};
use ringside::domain::action::{Action, ActionResult};
use ringside::domain::block::Block;
use ringside::domain::field::Field;
use ringside::domain::json::decode;
use ringside::domain::lifecycle::arrange;
use ringside::domain::snapshot::Snapshot;

const RUNNING: &str = include_str!("../recorded/dograh_campaign_running_stuck.json");
const PAUSED: &str = include_str!("../recorded/dograh_campaign_paused_manual.json");
const CONFLICT: &str = include_str!("../recorded/dograh_error_400_conflict.json");

fn actions(campaign: &str) -> Vec<Action> {
    let snapshot: Snapshot = dograh(campaign).read("campaigns/1/snapshot");
    match snapshot.actions {
        Block::Value(actions) => *actions,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_may_be_done_follows_the_state_and_the_rest_is_said_not_to_exist() {
    for (campaign, available) in [(RUNNING, "pause"), (PAUSED, "resume")] {
        for action in actions(campaign) {
            let reason = action.reason.as_deref().unwrap_or_default();
            assert_eq!(
                action.available,
                action.name == available,
                "{}",
                action.name
            );
            let exists = ["start", "pause", "resume"].contains(&&*action.name);
            let said = reason == "This API has no such action.";
            assert_eq!(said, !exists, "{}: {reason}", action.name);
        }
    }
    let snapshot: Snapshot = dograh(PAUSED).read("campaigns/1/snapshot");
    assert_eq!(arrange(&snapshot).main.unwrap().name, "resume");
}

#[test]
fn a_pause_is_sent_and_its_status_told() {
    let dograh = dograh(RUNNING).with("/campaign/1/pause", PAUSED);
    let json = dograh.ask(
        Verb::Post,
        "campaigns/1/actions/pause",
        Some(r#"{"reason":null}"#),
    );
    let result: ActionResult = decode(&json.unwrap()).unwrap();
    assert_eq!((&*result.action, &*result.status), ("pause", "paused"));
    assert_eq!(dograh.asked(), ["POST /campaign/1/pause"]);
}

#[test]
fn a_state_conflict_of_400_is_a_conflict_in_the_servers_words() {
    let dograh = dograh(RUNNING).with("/campaign/1/start", CONFLICT);
    let refused = dograh.ask(
        Verb::Post,
        "campaigns/1/actions/start",
        Some(r#"{"reason":null}"#),
    );
    let told = "Campaign must be in 'created' state to start, current state: running";
    match refused.unwrap_err().kind {
        ErrorKind::Conflict(Some(message)) => {
            assert!(message.starts_with(told), "{message}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_failing_part_is_told_and_the_rest_stays() {
    let failed = Incoming {
        status: 503,
        headers: Vec::new(),
        body: br#"{"detail":"Database connection pool exhausted"}"#.to_vec(),
    };
    let dograh = dograh(RUNNING).with_answer("/campaign/1/progress", failed);
    let snapshot: Snapshot = dograh.read("campaigns/1/snapshot");
    let counts = snapshot.counts.value().unwrap();
    assert_eq!((counts.total, counts.processed.copied()), (156, Some(146)));
    assert_eq!(counts.progress, Field::NotReported);
    assert!(snapshot.tasks.value().is_some() && snapshot.numbers.value().is_some());
    let json = dograh.ask(Verb::Get, "campaigns/1/snapshot", None).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let parts = json["parts"].as_array().unwrap();
    let part = parts
        .iter()
        .find(|part| part["name"] == "progress")
        .unwrap();
    let error = part["error"].as_str().unwrap();
    assert!(
        error.contains("HTTP 503") && error.contains("pool exhausted"),
        "{error}"
    );
}
