//! The parts of a snapshot that are there only when they apply, and what they add up to.

use serde_json::Value;

use super::{good, number, sum, world};
use crate::answer::snapshot::snapshot;
use crate::world::World;
use crate::zone::{HOUR, MINUTE};

fn at(json: &Value, pointer: &str) -> i64 {
    json.pointer(pointer).and_then(Value::as_i64).unwrap()
}

/// What the contract says that the parts of a snapshot sum to.
pub fn assert_blocks_add_up(shown: &Value) {
    let id = shown["campaign"]["id"].as_str().unwrap();
    let [finished, answered, failed, completed] = ["finished", "answered", "failed", "completed"]
        .map(|key| at(shown, &format!("/attempts/{key}")));
    if let Some(timeline) = shown.get("timeline") {
        let buckets = &timeline["buckets"];
        let counts = ["answered", "unanswered", "carrier_errors"].map(|key| sum(buckets, key));
        assert_eq!(counts.iter().sum::<i64>(), finished, "{id}: timeline");
        assert_eq!((counts[0], counts[2]), (answered, failed), "{id}: timeline");
        let filling = buckets.as_array().unwrap().iter();
        assert!(filling.filter(|bucket| bucket["filling"] == true).count() <= 1);
    }
    if let Some(retries) = shown.get("retries") {
        assert_eq!(sum(retries, "dialed"), finished, "{id}: retries");
        assert_eq!(sum(retries, "answered"), answered, "{id}: retries");
    }
    if let Some(dispositions) = shown.get("dispositions") {
        assert_eq!(at(dispositions, "/of"), completed, "{id}: dispositions");
        assert!(sum(&dispositions["items"], "count") <= completed, "{id}");
    }
    if let Some(sentiment) = shown.get("sentiment") {
        let scored = at(sentiment, "/scored");
        assert_eq!(sum(&sentiment["items"], "count"), scored, "{id}: sentiment");
        assert!(scored <= at(sentiment, "/of"), "{id}: sentiment");
    }
    if let Some(test) = shown.get("ab_test") {
        assert_eq!(sum(&test["variants"], "calls"), completed, "{id}: A/B");
        let reached = sum(&test["variants"], "reached");
        assert_eq!(reached, at(shown, "/goal/reached"), "{id}: A/B");
    }
    assert_states_add_up(shown, id);
    if let Some(upload) = shown.get("upload") {
        let parts = ["contacts", "duplicates", "invalid", "do_not_call"];
        let parts: i64 = parts
            .iter()
            .map(|part| at(upload, &format!("/{part}")))
            .sum();
        assert_eq!(at(upload, "/rows"), parts, "{id}: upload");
    }
}

fn assert_states_add_up(shown: &Value, id: &str) {
    for row in shown
        .get("states")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let state = row["state"].as_str().unwrap();
        let counted = shown["counts"]["by_status"].get(state);
        let counted = counted.and_then(Value::as_i64).unwrap_or(0);
        let [count, half, over] = ["/count", "/over_half", "/over_limit"].map(|part| at(row, part));
        assert_eq!(count, counted, "{id}: {state}");
        assert!(half + over <= count, "{id}: {state}");
        assert_eq!(row["oldest_seconds"].is_null(), count == 0, "{id}: {state}");
    }
}

fn shown(world: &World, id: &str) -> Value {
    snapshot(world, world.dialer.find(id).unwrap()).unwrap()
}

#[test]
fn each_part_is_there_on_some_campaigns_and_not_on_others() {
    let world = world(2_000);
    for (part, with, without) in [
        ("timeline", "cmp_8f3k2q", "cmp_7hh3p"),
        ("timeline", "cmp_4nb7c", "cmp_0vw81"),
        ("dispositions", "cmp_1a9ze", "cmp_5tm2e"),
        ("dispositions", "cmp_9cx5e", "cmp_3tr6b"),
        ("sentiment", "cmp_4nb7c", "cmp_2vk8d"),
        ("retries", "cmp_6yd2s", "cmp_5tm2e"),
        ("ab_test", "cmp_8f3k2q", "cmp_1a9ze"),
        ("ab_test", "cmp_2vk8d", "cmp_4nb7c"),
        ("intelligence", "cmp_2d71x", "cmp_1a9ze"),
        ("states", "cmp_5tm2e", "cmp_6wq8t"),
        ("states", "cmp_0vw81", "cmp_4nb7c"),
        ("upload", "cmp_3tr6b", "cmp_7rw2k"),
        ("upload", "cmp_8f3k2q", "cmp_1a9ze"),
        ("upload", "cmp_4nb7c", "cmp_2vk8d"),
        ("launch", "cmp_3tr6b", "cmp_0vw81"),
        ("previous_run", "cmp_7rw2k", "cmp_3tr6b"),
    ] {
        assert!(shown(&world, with).get(part).is_some(), "{part} of {with}");
        let absent = shown(&world, without).get(part).is_none();
        assert!(absent, "{part} of {without}");
    }
    let pace = |id| shown(&world, id)["dispatch"].get("pace").cloned();
    assert!(pace("cmp_1a9ze").unwrap()["dials_per_second"].as_f64() > Some(0.3));
    assert_eq!(pace("cmp_8dk1s").unwrap()["dials_per_second"], 0.0);
    assert_eq!(pace("cmp_7hh3p"), None);
}

#[test]
fn a_timeline_has_a_bucket_length_that_suits_its_span() {
    let world = world(36_000);
    for (id, seconds, buckets) in [
        ("cmp_8f3k2q", 900, 23),
        ("cmp_5kq0m", 3_600, 26),
        ("cmp_8dk1s", 86_400, 1),
        ("cmp_million", 86_400, 39),
    ] {
        let timeline = shown(&world, id)["timeline"].clone();
        let buckets_shown = timeline["buckets"].as_array().unwrap().len();
        assert_eq!(
            (at(&timeline, "/bucket_seconds"), buckets_shown),
            (seconds, buckets),
            "{id}"
        );
        let last = timeline["buckets"]
            .as_array()
            .unwrap()
            .last()
            .unwrap()
            .clone();
        assert_eq!(last["filling"], true, "{id}");
    }
    assert_blocks_add_up(&shown(&world, "cmp_million"));
}

#[test]
fn the_timeline_tells_what_was_done() {
    let timeline = shown(&world(0), "cmp_8f3k2q")["timeline"].clone();
    let told: Vec<(&str, &str)> = timeline["annotations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|told| {
            (
                told["kind"].as_str().unwrap(),
                told["text"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("concurrency", "Concurrency 14 → 20"),
            ("numbers", "2 numbers spam-flagged, pool 48 → 36 lines"),
            ("carrier", "Telnyx 503 burst, breaker open 8 min 4 s"),
            ("concurrency", "Concurrency 20 → 60"),
        ]
    );
}

#[tokio::test]
async fn a_draft_that_passes_its_checks_starts_and_the_run_before_is_not_listed() {
    let mut world = world(0);
    let draft = shown(&world, "cmp_3tr6b");
    let failed = draft["launch"]["checks"].as_array().unwrap().iter();
    assert_eq!(failed.filter(|check| check["state"] == "fail").count(), 2);
    let before = shown(&world, "cmp_7rw2k");
    let run = &before["previous_run"];
    assert_eq!(at(run, "/total"), number(&before, "/counts/total"));
    assert_eq!(
        at(run, "/completed") + at(run, "/failed"),
        at(run, "/total")
    );
    let index = world.dialer.find("cmp_7rw2k").unwrap().index;
    world.dialer.campaigns[index].launch(&mut world.dialer.agenda);
    world.advance(10 * MINUTE).unwrap();
    let after = shown(&world, "cmp_7rw2k");
    assert!(after.get("launch").is_none() && after.get("dispatch").is_some());
    assert!(number(&after, "/attempts/finished") > 10);
    assert_blocks_add_up(&after);
    let api = super::api(world);
    let listed = good(&api, "/campaigns?q=cmp_7rw2k").await;
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
}

#[test]
fn a_callback_left_lying_is_past_due_only_while_it_could_be_dialed() {
    let mut world = world(0);
    let index = world.dialer.find("cmp_1a9ze").unwrap().index;
    let past_due = |world: &World| {
        let states = shown(world, "cmp_1a9ze")["states"].clone();
        let row = states.as_array().unwrap().iter();
        let row = row
            .clone()
            .find(|row| row["state"] == "callback_scheduled")
            .unwrap();
        at(row, "/over_limit")
    };
    assert_eq!(past_due(&world), 0);
    let now = world.now();
    world.dialer.campaigns[index].pause(None, Some("A. Ruiz"), now);
    world.advance(HOUR).unwrap();
    assert_eq!(past_due(&world), 0, "paused");
    let by = "A. Ruiz";
    world.dialer.campaigns[index].resume(by, &mut world.dialer.agenda);
    assert!(past_due(&world) > 0);
}
