//! The demo's own controls, for tests and for people: its clock, and a reset.

use std::sync::PoisonError;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::middleware::from_fn;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::api::{Shared, campaign, with_world};
use crate::campaign::trouble::Trouble;
use crate::fault::Outages;
use crate::jobs;
use crate::problem::{self, Problem};
use crate::skipped_rows;
use crate::spare::Spare;
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
        .route("/retry", post(crate::retry::routes::order))
        .route("/campaigns", get(campaigns))
        .route("/fail", post(fail))
        .route("/heal", post(heal))
        .route("/jobs", get(all_jobs))
        .route("/plan", post(plan))
        .route("/runtime", post(runtime))
        .route("/scenario", post(scenario))
        .route("/spare", post(crate::spare::begin))
        .route("/uploads/{upload}/skipped.csv", get(skipped_rows::csv))
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

/// Makes a part of the API fail.
async fn fail(
    State(world): State<Shared>,
    query: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(pairs) = query.map_err(|error| Problem::unreadable(error.body_text()))?;
    let (path, kind) = (asked(&pairs, "path"), asked(&pairs, "kind"));
    if !path.starts_with('/') {
        return Err(Problem::value(
            "/query/path",
            "path must begin with a slash, such as /live/calls.",
        ));
    }
    with_world(&world, move |world| {
        if !world.outages.begin(&path, &kind) {
            return Err(Problem::value(
                "/query/kind",
                "kind must be a sentinel of docs/sentinels.md, such as fault-503.",
            ));
        }
        Ok(Json(json!({"path": path, "kind": kind})))
    })
    .await
}

/// Ends every failure that was begun; the world stays as it is.
async fn heal(State(world): State<Shared>) -> Result<Json<Value>, Problem> {
    with_world(&world, |world| {
        world.outages.end();
        Ok(Json(time(world)))
    })
    .await
}

/// The parts of the API that are made to fail, shared with what makes them fail.
pub fn outages(world: &Shared) -> Outages {
    let world = world.lock().unwrap_or_else(PoisonError::into_inner);
    world.outages.clone()
}

/// Whether little is reported, shared with what leaves the rest out.
pub fn spare(world: &Shared) -> Spare {
    let world = world.lock().unwrap_or_else(PoisonError::into_inner);
    world.spare.clone()
}

fn asked(pairs: &[(String, String)], wanted: &str) -> String {
    let pair = pairs.iter().find(|(key, _)| key == wanted);
    pair.map(|(_, value)| value.clone()).unwrap_or_default()
}

async fn reset(State(world): State<Shared>) -> Result<Json<Value>, Problem> {
    with_world(&world, |world| {
        world.reset()?;
        Ok(Json(time(world)))
    })
    .await
}

/// Makes trouble for a campaign or a job.
async fn scenario(
    State(world): State<Shared>,
    query: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(pairs) = query.map_err(|error| Problem::unreadable(error.body_text()))?;
    let (id, name) = (asked(&pairs, "campaign"), asked(&pairs, "name"));
    if pairs.iter().any(|(key, _)| key == "job") {
        return troubled_job(&world, asked(&pairs, "job"), &name).await;
    }
    let trouble = Trouble::ALL
        .into_iter()
        .find(|trouble| trouble.name() == name)
        .ok_or_else(|| {
            let names = Trouble::ALL.map(Trouble::name).join(", ");
            Problem::value("/query/name", format!("name must be one of {names}."))
        })?;
    with_world(&world, move |world| {
        let index = campaign(world, &id)?.index;
        if !world.dialer.suffer(index, trouble) {
            return Err(Problem::conflict(
                "Only a running campaign with a number pool can get into trouble, and into that of bad_numbers only one with a file.",
            ));
        }
        world.catch_up()?;
        Ok(Json(json!({
            "campaign": id,
            "scenario": trouble.name(),
            "does": trouble.effect(),
            "now": Zone::Chicago.rfc3339(world.now()),
        })))
    })
    .await
}

async fn troubled_job(world: &Shared, id: String, name: &str) -> Result<Json<Value>, Problem> {
    let all = jobs::trouble::Trouble::ALL;
    let named = all.into_iter().find(|trouble| trouble.name() == name);
    let trouble = named.ok_or_else(|| {
        let names = all.map(jobs::trouble::Trouble::name).join(", ");
        Problem::value("/query/name", format!("name must be one of {names}."))
    })?;
    with_world(world, move |world| {
        let now = world.now();
        world.jobs.suffer(&id, trouble, now)?;
        Ok(Json(json!({
            "job": id,
            "scenario": trouble.name(),
            "does": trouble.effect(),
            "now": Zone::Chicago.rfc3339(now),
        })))
    })
    .await
}

/// Takes the runtime down, or up again.
async fn runtime(
    State(world): State<Shared>,
    query: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(pairs) = query.map_err(|error| Problem::unreadable(error.body_text()))?;
    let is_down = match asked(&pairs, "status").as_str() {
        "down" => true,
        "running" => false,
        _ => {
            return Err(Problem::value(
                "/query/status",
                "status must be down or running.",
            ));
        }
    };
    with_world(&world, move |world| {
        let now = world.now();
        world.jobs.set_runtime(is_down, now);
        Ok(Json(world.jobs.runtime.to_json(now)))
    })
    .await
}

/// Sets how many jobs of the plan are used.
async fn plan(
    State(world): State<Shared>,
    query: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(pairs) = query.map_err(|error| Problem::unreadable(error.body_text()))?;
    let used = asked(&pairs, "used").parse::<u32>();
    let used = used.map_err(|_| Problem::value("/query/used", "used must be a whole number."))?;
    with_world(&world, move |world| {
        world.jobs.plan.use_jobs(i64::from(used));
        Ok(Json(world.jobs.plan.to_json()))
    })
    .await
}

/// The jobs, newest first, and what can be made to happen to a running one.
async fn all_jobs(State(world): State<Shared>) -> Result<Json<Value>, Problem> {
    with_world(&world, |world| {
        let scenarios: Vec<Value> = jobs::trouble::Trouble::ALL
            .into_iter()
            .map(|trouble| json!({"name": trouble.name(), "does": trouble.effect()}))
            .collect();
        Ok(Json(
            json!({"jobs": world.jobs.summaries(world.now()), "scenarios": scenarios}),
        ))
    })
    .await
}

async fn campaigns(State(world): State<Shared>) -> Result<Json<Value>, Problem> {
    with_world(&world, |world| {
        let campaigns: Vec<Value> = world
            .dialer
            .shown()
            .map(|campaign| {
                json!({
                    "id": campaign.plan.id,
                    "name": campaign.plan.name,
                    "status": campaign.status.wire(),
                    "shows": campaign.plan.shows,
                })
            })
            .collect();
        let scenarios: Vec<Value> = Trouble::ALL
            .into_iter()
            .map(|trouble| json!({"name": trouble.name(), "does": trouble.effect()}))
            .collect();
        Ok(Json(
            json!({"campaigns": campaigns, "scenarios": scenarios}),
        ))
    })
    .await
}
