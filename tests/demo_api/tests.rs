//! What must hold in the demo's world at any time, and over HTTP.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod acting;
mod blocks;
mod calls;
mod console;
mod containment;
mod effects;
mod finding;
mod incidents;
mod invariants;
mod job_faults;
mod job_movement;
mod job_records;
mod job_start;
mod jobs;
mod live;
mod paging;
mod races;
mod record_action;
mod recount;
mod reports;
mod retries;
mod rules;
mod scenarios;
mod signals;
mod triage;
mod trouble;
mod verdicts;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::{Router, response::Response};
use serde_json::Value;
use tower::ServiceExt;

use crate::world::{Origin, World};

/// A frozen world whose largest campaign has `million` tasks.
fn origin(million: u32) -> Origin {
    Origin {
        start: 1_794_515_400_000,
        seed: 7,
        speed: 0.0,
        million,
        archived: 0,
        database: None,
    }
}

/// Worlds that were made, by the tasks of their largest campaign: living through the history
/// takes ten times as long as copying what it came to.
static MADE: Mutex<BTreeMap<u32, World>> = Mutex::new(BTreeMap::new());

fn world(million: u32) -> World {
    let mut worlds = MADE.lock().unwrap();
    let world = worlds.entry(million);
    world
        .or_insert_with(|| made(origin(million)))
        .anew()
        .unwrap()
}

/// A world with all its rows.
fn made(origin: Origin) -> World {
    let (mut world, preparation) = World::create(origin).unwrap();
    if let Some(preparation) = preparation {
        world.attach(preparation.run().unwrap());
    }
    world
}

/// A small world, as requests share it.
pub fn shared() -> Arc<Mutex<World>> {
    Arc::new(Mutex::new(world(0)))
}

/// The API over a world, without the sentinels.
fn api(world: World) -> Router {
    crate::api::router(Arc::new(Mutex::new(world)), crate::recorded::router())
}

async fn ask(api: &Router, request: Request<Body>) -> (StatusCode, HeaderMap, Value) {
    let response: Response = api.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    (parts.status, parts.headers, json)
}

async fn read(api: &Router, address: &str) -> (StatusCode, Value) {
    let request = Request::get(address).body(Body::empty()).unwrap();
    let (status, _, json) = ask(api, request).await;
    (status, json)
}

async fn good(api: &Router, address: &str) -> Value {
    let (status, json) = read(api, address).await;
    assert_eq!(status, StatusCode::OK, "{address}: {json}");
    json
}

async fn do_action(
    api: &Router,
    id: &str,
    action: &str,
    key: &str,
    body: &str,
) -> (StatusCode, Value) {
    let request = Request::post(format!("/campaigns/{id}/actions/{action}"))
        .header("Idempotency-Key", key)
        .body(Body::from(body.to_owned()))
        .unwrap();
    let (status, _, json) = ask(api, request).await;
    (status, json)
}

fn number(json: &Value, pointer: &str) -> i64 {
    json.pointer(pointer).and_then(Value::as_i64).unwrap()
}

fn sum(rows: &Value, key: &str) -> i64 {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| row[key].as_i64().unwrap())
        .sum()
}
