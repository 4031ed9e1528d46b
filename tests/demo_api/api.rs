//! The contract's addresses.

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::answer::{campaigns, debug, snapshot};
use crate::asked::Asked;
use crate::campaign::Campaign;
use crate::problem::{self, Problem};
use crate::scenario::{USER, WORKSPACE};
use crate::world::World;
use crate::{acting, attempt_report, etag, live};
use crate::{call_log, find, jobs, number_list, retry, task_list, triage};

/// The world, shared by all requests.
pub type Shared = Arc<Mutex<World>>;

type Parameters = Result<Query<Vec<(String, String)>>, QueryRejection>;

/// The contract itself.
const CONTRACT: &str = include_str!("../../docs/openapi.yaml");

/// The routes below `/api`, without the failure sentinels.
pub fn router(world: Shared, recorded: Router) -> Router {
    Router::new()
        .route("/capabilities", get(capabilities))
        .route("/openapi.yaml", get(contract))
        .route("/calls", get(list_calls))
        .route("/find", get(find_anything))
        .route("/live/{card}", get(live::answer))
        .route("/campaigns", get(list_campaigns))
        .route("/campaigns/{campaign}/snapshot", get(get_snapshot))
        .route("/campaigns/{campaign}/tasks", get(list_tasks))
        .route("/campaigns/{campaign}/tasks/{task}", get(get_task))
        .route("/campaigns/{campaign}/numbers", get(list_numbers))
        .route(
            "/campaigns/{campaign}/attempt-report",
            get(attempt_report::report),
        )
        .route("/campaigns/{campaign}/actions/{action}", post(acting::act))
        .merge(jobs::routes::router())
        .merge(triage::router())
        .merge(retry::routes::router())
        .with_state(world)
        .merge(recorded)
        .fallback(async || Problem::missing("The API has no such address."))
        .method_not_allowed_fallback(async || Problem::method())
        .layer(from_fn(problem::stamp))
}

/// Runs something on the world as it is now, off the threads that serve connections.
pub async fn with_world<T: Send + 'static>(
    world: &Shared,
    work: impl FnOnce(&mut World) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let world = Arc::clone(world);
    tokio::task::spawn_blocking(move || {
        let mut world = world.lock().unwrap_or_else(PoisonError::into_inner);
        world.catch_up()?;
        work(&mut world)
    })
    .await
    .map_err(|error| Problem::failed(format!("The request was not finished: {error}")))?
}

/// The campaign of an ID.
pub fn campaign<'a>(world: &'a World, id: &str) -> Result<&'a Campaign, Problem> {
    world.dialer.find(id).ok_or_else(|| {
        if world.archive.holds(id) {
            Problem::missing("Only a summary of this campaign is kept.")
        } else {
            Problem::missing(format!("There is no campaign \u{201c}{id}\u{201d}."))
        }
    })
}

/// The query of a request.
pub fn asked(parameters: Parameters) -> Result<Asked, Problem> {
    match parameters {
        Ok(Query(pairs)) => Ok(Asked::new(pairs)),
        Err(error) => Err(Problem::unreadable(error.body_text())),
    }
}

async fn capabilities() -> Json<Value> {
    Json(json!({
        "workspace": {"id": WORKSPACE.0, "name": WORKSPACE.1},
        "user": {"name": USER.0, "role": USER.1},
        "product": concat!("Ringside demo API ", env!("CARGO_PKG_VERSION")),
        "provides": [
            "campaigns", "snapshot", "tasks", "task_debug", "numbers", "actions",
            "dispatch", "callbacks", "cost", "goal", "call_window", "activity",
            "timeline", "dispositions", "sentiment", "retries", "ab_test", "intelligence",
            "states", "pace", "upload", "launch", "previous_run",
            "calls", "attempt_report", "find",
            "jobs", "records", "journey", "spinners", "live",
            "failures", "duplicates", "targeted_retries",
        ],
        "projects": jobs::projects(),
    }))
}

async fn contract() -> Response {
    ([(header::CONTENT_TYPE, "application/yaml")], CONTRACT).into_response()
}

async fn list_campaigns(
    State(world): State<Shared>,
    parameters: Parameters,
) -> Result<Json<Value>, Problem> {
    let asked = asked(parameters)?;
    with_world(&world, |world| {
        campaigns::list(world, crate::recorded_rows(), asked).map(Json)
    })
    .await
}

async fn list_calls(
    State(world): State<Shared>,
    parameters: Parameters,
) -> Result<Json<Value>, Problem> {
    let asked = asked(parameters)?;
    with_world(&world, |world| call_log::list(world, asked).map(Json)).await
}

async fn find_anything(
    State(world): State<Shared>,
    parameters: Parameters,
) -> Result<Json<Value>, Problem> {
    let asked = asked(parameters)?;
    with_world(&world, |world| find::find(world, asked).map(Json)).await
}

async fn get_snapshot(
    State(world): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let known = etag::known(&headers);
    with_world(&world, move |world| {
        if let Some(archived) = world.archive.snapshot(&id, world.now()) {
            return Ok(Json(archived).into_response());
        }
        let campaign = campaign(world, &id)?;
        let tag = etag::of(world, campaign);
        etag::answer(known.as_deref(), &tag, || {
            snapshot::snapshot(world, campaign).map(Json)
        })
    })
    .await
}

async fn list_tasks(
    State(world): State<Shared>,
    Path(id): Path<String>,
    parameters: Parameters,
) -> Result<Json<Value>, Problem> {
    let asked = asked(parameters)?;
    with_world(&world, move |world| {
        task_list::list(world, campaign(world, &id)?, asked).map(Json)
    })
    .await
}

async fn get_task(
    State(world): State<Shared>,
    Path((id, task)): Path<(String, String)>,
) -> Result<Json<Value>, Problem> {
    with_world(&world, move |world| {
        let campaign = campaign(world, &id)?;
        // The call log leads to tasks of earlier runs, too.
        let mut runs = world.dialer.runs(campaign);
        let run = runs.find(|run| debug::has_task(world, run, &task));
        debug::debug(world, run.unwrap_or(campaign), &task).map(Json)
    })
    .await
}

async fn list_numbers(
    State(world): State<Shared>,
    Path(id): Path<String>,
    parameters: Parameters,
) -> Result<Json<Value>, Problem> {
    let asked = asked(parameters)?;
    with_world(&world, move |world| {
        number_list::list(world, campaign(world, &id)?, asked).map(Json)
    })
    .await
}
