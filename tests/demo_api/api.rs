//! The contract's addresses.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::answer::actions::{self, Verb};
use crate::answer::{campaigns, debug, snapshot};
use crate::asked::Asked;
use crate::campaign::Campaign;
use crate::idempotency::{Known, Request};
use crate::problem::{self, Problem};
use crate::scenario::{USER, WORKSPACE};
use crate::world::World;
use crate::{number_list, task_list};

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
        .route("/campaigns", get(list_campaigns))
        .route("/campaigns/{campaign}/snapshot", get(get_snapshot))
        .route("/campaigns/{campaign}/tasks", get(list_tasks))
        .route("/campaigns/{campaign}/tasks/{task}", get(get_task))
        .route("/campaigns/{campaign}/numbers", get(list_numbers))
        .route("/campaigns/{campaign}/actions/{action}", post(act))
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
    world
        .dialer
        .find(id)
        .ok_or_else(|| Problem::missing(format!("There is no campaign \u{201c}{id}\u{201d}.")))
}

fn asked(parameters: Parameters) -> Result<Asked, Problem> {
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
        ],
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

async fn get_snapshot(
    State(world): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned);
    with_world(&world, move |world| {
        let campaign = campaign(world, &id)?;
        let tag = crate::etag::of(world, campaign);
        let is_known = known.is_some_and(|known| crate::etag::matches(&known, &tag));
        let mut response = if is_known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            Json(snapshot::snapshot(world, campaign)?).into_response()
        };
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        Ok(response)
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
        debug::debug(world, campaign(world, &id)?, &task).map(Json)
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

async fn act(
    State(world): State<Shared>,
    Path((id, action)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Problem> {
    let key = idempotency_key(&headers)?;
    let reason = reason_of(&body)?;
    with_world(&world, move |world| {
        let index = campaign(world, &id)?.index;
        let request = Request {
            campaign: id,
            action: action.clone(),
            body: reason.clone().unwrap_or_default(),
        };
        match world.ledger.look_up(&key, &request) {
            Known::Same(answer) => {
                let mut answer = answer.clone();
                crate::answer::put(&mut answer, "replayed", Some(Value::from(true)));
                return Ok(Json(answer));
            }
            Known::Other => {
                return Err(Problem::value(
                    "/header/Idempotency-Key",
                    "This key was used for another action or body. Send a new key.",
                ));
            }
            Known::New => {}
        }
        let answer = do_action(world, index, &action, reason)?;
        world.ledger.remember(key, request, answer.clone());
        Ok(Json(answer))
    })
    .await
}

fn do_action(
    world: &mut World,
    index: usize,
    action: &str,
    reason: Option<String>,
) -> Result<Value, Problem> {
    let missing = || {
        Problem::missing(format!(
            "This campaign has no action \u{201c}{action}\u{201d}."
        ))
    };
    let campaign = world.dialer.campaigns.get(index).ok_or_else(missing)?;
    let verb = Verb::from_wire(action)
        .filter(|verb| Verb::offered(campaign).contains(verb))
        .ok_or_else(missing)?;
    if let Some(refusal) = actions::refusal(campaign, verb) {
        return Err(Problem::conflict(refusal));
    }
    let message = actions::act(world, index, verb, reason);
    world.catch_up()?;
    let figures = world.store.figures(index)?;
    let campaign = world.dialer.campaigns.get(index).ok_or_else(missing)?;
    Ok(json!({
        "action": action,
        "status": campaign.status.wire(),
        "applied_at": campaign.plan.zone.rfc3339(world.now()),
        "message": message,
        "replayed": false,
        "actions": actions::actions(world, campaign, &figures),
    }))
}

fn idempotency_key(headers: &HeaderMap) -> Result<String, Problem> {
    let key = headers
        .get("idempotency-key")
        .ok_or_else(|| Problem::unreadable("The header Idempotency-Key is missing."))?;
    let key = key.to_str().unwrap_or_default();
    if (8..=100).contains(&key.len()) {
        Ok(key.to_owned())
    } else {
        Err(Problem::value(
            "/header/Idempotency-Key",
            "Idempotency-Key must have 8 to 100 characters.",
        ))
    }
}

fn reason_of(body: &[u8]) -> Result<Option<String>, Problem> {
    let body: Value = serde_json::from_slice(body)
        .map_err(|error| Problem::unreadable(format!("The body is not JSON: {error}.")))?;
    let Some(fields) = body.as_object() else {
        return Err(Problem::value("", "The body must be a JSON object."));
    };
    match fields.get("reason") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(reason)) if reason.chars().count() <= 500 => {
            let reason = reason.trim();
            Ok((!reason.is_empty()).then(|| reason.to_owned()))
        }
        Some(_) => Err(Problem::value(
            "/reason",
            "reason must be text of at most 500 characters.",
        )),
    }
}
