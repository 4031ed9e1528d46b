//! The addresses of jobs, records and spinners.

use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::Value;

use super::starting::RunWish;
use crate::acting::idempotency_key;
use crate::api::{Shared, asked, with_world};
use crate::problem::Problem;
use crate::wish::Wish;

type Parameters = Result<Query<Vec<(String, String)>>, QueryRejection>;
type Answer = Result<Json<Value>, Problem>;

/// The routes below `/api`.
pub fn router() -> Router<Shared> {
    Router::new()
        .route("/jobs", get(jobs))
        .route("/jobs/{job}", get(job))
        .route("/records", get(records))
        .route("/records/{record}", get(record))
        .route("/records/{record}/journey", get(journey))
        .route("/records/{record}/actions/{action}", post(act))
        .route("/spinners", get(spinners))
        .route("/spinners/{spinner}/runs", post(start))
}

async fn jobs(State(world): State<Shared>, parameters: Parameters) -> Answer {
    let asked = asked(parameters)?;
    with_world(&world, |world| {
        world.jobs.list(asked, world.now()).map(Json)
    })
    .await
}

async fn job(State(world): State<Shared>, Path(id): Path<String>) -> Answer {
    with_world(&world, move |world| {
        world.jobs.detail(&id, world.now()).map(Json)
    })
    .await
}

async fn records(State(world): State<Shared>, parameters: Parameters) -> Answer {
    let asked = asked(parameters)?;
    with_world(&world, |world| {
        world.jobs.records(asked, world.now()).map(Json)
    })
    .await
}

async fn record(State(world): State<Shared>, Path(id): Path<String>) -> Answer {
    with_world(&world, move |world| {
        world.jobs.record_detail(&id, world.now()).map(Json)
    })
    .await
}

async fn journey(State(world): State<Shared>, Path(id): Path<String>) -> Answer {
    with_world(&world, move |world| {
        world.jobs.journey(&id, world.now()).map(Json)
    })
    .await
}

async fn act(
    State(world): State<Shared>,
    Path((id, action)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let key = idempotency_key(&headers)?;
    let wish = Wish::read(&body)?;
    with_world(&world, move |world| {
        let now = world.now();
        let done = world.jobs.act_on_record(&id, &action, key, wish, now);
        done.map(Json)
    })
    .await
}

async fn spinners(State(world): State<Shared>, parameters: Parameters) -> Answer {
    let asked = asked(parameters)?;
    with_world(&world, |world| {
        world.jobs.spinners(asked, world.now()).map(Json)
    })
    .await
}

async fn start(
    State(world): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let key = idempotency_key(&headers)?;
    let wish = RunWish::read(&body)?;
    with_world(&world, move |world| {
        let now = world.now();
        world.jobs.start(&id, key, wish, now).map(Json)
    })
    .await
}
