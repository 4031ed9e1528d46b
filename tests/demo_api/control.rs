//! The demo's own controls, for tests and for people: its clock, and a reset.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::middleware::from_fn;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::api::{Shared, with_world};
use crate::problem::{self, Problem};
use crate::world::World;
use crate::zone::{HOUR, Zone};

/// The longest skip of one request, in seconds.
const LONGEST_SKIP: f64 = 6.0 * HOUR as f64 / 1_000.0;

/// The routes below `/demo`.
pub fn router(world: Shared) -> Router {
    Router::new()
        .route("/advance", post(advance))
        .route("/clock", get(clock))
        .route("/reset", post(reset))
        .route("/campaigns", get(campaigns))
        .with_state(world)
        .fallback(async || Problem::missing("The demo has no such control."))
        .method_not_allowed_fallback(async || Problem::method())
        .layer(from_fn(problem::stamp))
}

fn time(world: &World) -> Value {
    json!({"now": Zone::Chicago.rfc3339(world.now()), "speed": world.clock.speed()})
}

async fn clock(State(world): State<Shared>) -> Result<Json<Value>, Problem> {
    with_world(&world, |world| Ok(Json(time(world)))).await
}

async fn advance(
    State(world): State<Shared>,
    query: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(pairs) = query.map_err(|error| Problem::unreadable(error.body_text()))?;
    let seconds = pairs
        .iter()
        .find(|(key, _)| key == "seconds")
        .and_then(|(_, value)| value.parse::<f64>().ok())
        .filter(|seconds| (0.0..=LONGEST_SKIP).contains(seconds))
        .ok_or_else(|| {
            Problem::value(
                "/query/seconds",
                format!("seconds must be a number from 0 to {LONGEST_SKIP}."),
            )
        })?;
    with_world(&world, move |world| {
        world.advance((seconds * 1_000.0) as i64)?;
        Ok(Json(time(world)))
    })
    .await
}

async fn reset(State(world): State<Shared>) -> Result<Json<Value>, Problem> {
    with_world(&world, |world| {
        world.reset()?;
        Ok(Json(time(world)))
    })
    .await
}

async fn campaigns(State(world): State<Shared>) -> Result<Json<Value>, Problem> {
    with_world(&world, |world| {
        let campaigns: Vec<Value> = world
            .dialer
            .campaigns
            .iter()
            .map(|campaign| {
                json!({
                    "id": campaign.plan.id,
                    "name": campaign.plan.name,
                    "status": campaign.status.wire(),
                    "shows": campaign.plan.shows,
                })
            })
            .collect();
        Ok(Json(json!({"campaigns": campaigns})))
    })
    .await
}
