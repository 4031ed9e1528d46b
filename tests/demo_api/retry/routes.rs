//! The addresses of retries.

use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::starting::Owner;
use super::wish::{Selection, StartWish};
use super::{Ordered, answer};
use crate::acting::idempotency_key;
use crate::api::{Shared, asked, campaign, with_world};
use crate::asked::Asked;
use crate::ids;
use crate::jobs::paging::{Tail, Wanted, page};
use crate::problem::Problem;
use crate::wish::Wish;
use crate::world::World;

type Parameters = Result<Query<Vec<(String, String)>>, QueryRejection>;
type Answer = Result<Json<Value>, Problem>;

/// The routes below `/api`.
pub fn router() -> Router<Shared> {
    Router::new()
        .route("/retries", get(list).post(start))
        .route("/retries/preview", post(preview))
        .route("/retries/{retry}", get(one))
        .route("/retries/{retry}/actions/{action}", post(act))
}

async fn preview(State(world): State<Shared>, body: Bytes) -> Answer {
    let selection = Selection::read(&body)?;
    with_world(&world, move |world| {
        world.preview_retry(&selection).map(Json)
    })
    .await
}

async fn start(State(world): State<Shared>, headers: HeaderMap, body: Bytes) -> Answer {
    let key = idempotency_key(&headers)?;
    let wish = StartWish::read(&body)?;
    with_world(&world, move |world| world.start_retry(key, wish).map(Json)).await
}

async fn one(State(world): State<Shared>, Path(id): Path<String>) -> Answer {
    with_world(&world, move |world| {
        let held = ids::retry_number(&id).and_then(|number| world.held(number));
        let (owner, retry) = held
            .ok_or_else(|| Problem::missing(format!("There is no retry \u{201c}{id}\u{201d}.")))?;
        answer::retry(world, &owner, retry).map(Json)
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
    let reason = Wish::read(&body)?.reason;
    with_world(&world, move |world| {
        let done = world.act_on_retry(&id, &action, key, reason);
        done.map(Json)
    })
    .await
}

async fn list(State(world): State<Shared>, parameters: Parameters) -> Answer {
    let asked = asked(parameters)?;
    with_world(&world, |world| page_of(world, asked).map(Json)).await
}

fn page_of(world: &World, mut asked: Asked) -> Result<Value, Problem> {
    let (of_campaign, of_job) = (asked.one("campaign", 120), asked.one("job", 120));
    let (size, wanted) = (asked.size(), asked.page()?);
    asked.finish()?;
    let owner = match (of_campaign, of_job) {
        (Some(id), None) => Owner::Campaign(campaign(world, &id)?.index),
        (None, Some(id)) if world.jobs.retries(&id).is_some() => Owner::Job(id),
        (None, Some(id)) => {
            return Err(Problem::missing(format!(
                "There is no job \u{201c}{id}\u{201d}."
            )));
        }
        (None, None) => {
            return Err(Problem::value(
                "/query/campaign",
                "Name a campaign or a job.",
            ));
        }
        _ => {
            return Err(Problem::value(
                "/query/job",
                "Name a campaign or a job, not both.",
            ));
        }
    };
    let held = world.retries_of(&owner);
    let keys = held.iter().map(|(_, retry)| [-retry.number, retry.number]);
    let wanted = Wanted {
        page: wanted,
        size,
        sort: "-created",
        filter_mark: crate::task_list::mark(&[&[format!("{owner:?}")]]),
    };
    let (numbers, info) = page(keys.collect(), &Tail::default(), &wanted)?;
    let rows: Result<Vec<Value>, Problem> = numbers
        .into_iter()
        .filter_map(|number| world.held(number))
        .map(|(owner, retry)| answer::retry(world, &owner, retry))
        .collect();
    Ok(json!({
        "items": rows?,
        "page": info,
        "captured_at": answer::captured(world, &owner, world.now()),
    }))
}

/// Orders what the next dispatches of retries come to: `errors`, `good`, or `usual` again.
pub async fn order(State(world): State<Shared>, parameters: Parameters) -> Answer {
    let Query(pairs) = parameters.map_err(|error| Problem::unreadable(error.body_text()))?;
    let outcome = pairs.into_iter().find(|(key, _)| key == "outcome");
    let outcome = outcome.map(|(_, value)| value).unwrap_or_default();
    let ordered = match outcome.as_str() {
        "errors" => Some(Ordered::Errors),
        "good" => Some(Ordered::Good),
        "usual" => None,
        _ => {
            return Err(Problem::value(
                "/query/outcome",
                "outcome must be errors, good or usual.",
            ));
        }
    };
    with_world(&world, move |world| {
        world.dialer.agenda.ordered = ordered;
        world.jobs.ordered = ordered;
        Ok(Json(json!({"outcome": outcome})))
    })
    .await
}
