//! Live Ops: what its cards say, and when they are sent again.

mod agreement;

use axum::http::{Request, StatusCode, header};
use axum::{Router, body::Body};
use serde_json::Value;

use super::{api, ask, good, number, read, world};
use crate::answer::doing;
use crate::answer::verb::Verb;
use crate::fleet;
use crate::live::card;
use crate::task_state::State;
use crate::wish::Wish;
use crate::world::World;
use crate::zone::{HOUR, MINUTE, Zone};

fn live(world: &World, name: &str) -> Value {
    card(name).unwrap()(world).unwrap()
}

fn at(json: &Value) -> i64 {
    let text = json.as_str().unwrap();
    chrono::DateTime::parse_from_rfc3339(text)
        .unwrap()
        .timestamp_millis()
}

fn do_to(world: &mut World, id: &str, verb: Verb) {
    let index = world.dialer.find(id).unwrap().index;
    doing::act(world, index, verb, Wish::default()).unwrap();
    world.catch_up().unwrap();
}

#[test]
fn callbacks_that_came_due_in_a_pause_are_late_when_it_ends() {
    let mut world = world(0);
    let late = |world: &World| number(&live(world, "callbacks"), "/past_due");
    do_to(&mut world, "cmp_8f3k2q", Verb::Pause);
    world.advance(2 * HOUR).unwrap();
    assert_eq!(late(&world), 0, "nobody would have dialed them");
    assert!(number(&live(&world, "callbacks"), "/due") > 0);
    do_to(&mut world, "cmp_8f3k2q", Verb::Resume);
    assert!(late(&world) > 0);
    let oldest = at(&live(&world, "callbacks")["oldest_past_due_at"]);
    assert!(oldest < world.now() - 5 * MINUTE);
    let next = at(&live(&world, "callbacks")["next_due_at"]);
    assert!(next >= world.now());
}

/// Tasks that a silent worker keeps from being analyzed.
fn stuck(world: &World, worker: i64) -> usize {
    let tasks = world
        .dialer
        .campaigns
        .iter()
        .flat_map(|campaign| &campaign.tasks);
    tasks
        .filter(|task| task.state == State::Processing && task.worker == worker)
        .count()
}

#[test]
fn a_silent_worker_holds_what_it_should_analyze_until_it_is_back() {
    let mut world = world(0);
    let workers = live(&world, "runtime")["workers"].clone();
    let silent = world.dialer.agenda.silent_now().unwrap();
    assert_eq!(workers["silent"][0]["name"], fleet::name(silent.worker));
    assert_eq!(Zone::Chicago.clock(silent.from), "14:22 CST");
    assert_eq!(
        (&workers["up"], &workers["total"]),
        (&11.into(), &12.into())
    );
    let held = stuck(&world, silent.worker);
    assert!(held > 0);
    let states = live(&world, "states");
    let over = states["worst"].as_array().unwrap().iter();
    let over: i64 = over
        .filter(|row| row["state"] == "_processing")
        .map(|row| row["over_limit"].as_i64().unwrap())
        .sum();
    assert!(over >= held as i64);
    world.advance(30 * MINUTE).unwrap();
    assert_eq!(stuck(&world, silent.worker), held, "it takes nothing new");
    world.advance(silent.to - world.now() + MINUTE).unwrap();
    let workers = live(&world, "runtime")["workers"].clone();
    assert_eq!(workers["up"], 12);
    let since_then = world
        .dialer
        .campaigns
        .iter()
        .flat_map(|campaign| &campaign.tasks);
    let old = since_then.filter(|task| {
        task.state == State::Processing && task.worker == silent.worker && task.since < silent.from
    });
    assert_eq!(old.count(), 0);
}

#[test]
fn credits_say_what_they_were_filled_up_to() {
    let card = live(&world(0), "credits");
    let amount = |name: &str| card[name]["amount"].as_f64().unwrap();
    assert!(0.0 < amount("balance") && amount("balance") <= amount("granted"));
    assert_eq!(card["balance"]["currency"], card["granted"]["currency"]);
}

#[test]
fn a_campaign_whose_pool_is_full_names_that_limit() {
    let card = live(&world(0), "campaigns");
    let whys = card["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["why"]);
    let (full, others): (Vec<_>, Vec<_>) = whys.partition(|why| {
        let text = why["text"].as_str().unwrap_or_default();
        text.starts_with("Number pool full")
    });
    assert!(!full.is_empty());
    assert!(full.iter().all(|why| why["limit"] == "number_pool"));
    assert!(others.iter().all(|why| why["limit"] != "number_pool"));
}

async fn tag(api: &Router, address: &str, known: &str) -> (StatusCode, String) {
    let request = Request::get(address)
        .header(header::IF_NONE_MATCH, known)
        .body(Body::empty())
        .unwrap();
    let (status, headers, _) = ask(api, request).await;
    let tag = headers[header::ETAG].to_str().unwrap().to_owned();
    (status, tag)
}

#[tokio::test]
async fn a_card_is_sent_again_only_when_it_says_something_else() {
    let world = std::sync::Arc::new(std::sync::Mutex::new(super::world(0)));
    let api = crate::api::router(world.clone(), crate::recorded::router());
    for name in [
        "campaigns",
        "calls",
        "jobs",
        "callbacks",
        "credits",
        "runtime",
        "states",
    ] {
        let address = format!("/live/{name}");
        assert!(good(&api, &address).await["captured_at"].is_string());
        let (_, before) = tag(&api, &address, "none").await;
        let again = tag(&api, &address, &before).await;
        assert_eq!(again, (StatusCode::NOT_MODIFIED, before), "{name}");
    }
    let (_, before) = tag(&api, "/live/calls", "none").await;
    world.lock().unwrap().advance(MINUTE).unwrap();
    let (status, after) = tag(&api, "/live/calls", &before).await;
    assert_eq!(status, StatusCode::OK);
    assert_ne!(before, after);
}

#[tokio::test]
async fn an_unknown_card_is_missing() {
    let api = api(world(0));
    assert_eq!(read(&api, "/live/weather").await.0, StatusCode::NOT_FOUND);
}
