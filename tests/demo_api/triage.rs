//! What incidents are judged by: how attempts failed, and who was called twice.

pub mod duplicates;
pub mod failures;
pub mod segments;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::Value;

use crate::api::{Shared, asked, with_world};
use crate::asked::Asked;
use crate::problem::Problem;
use crate::world::World;

type Parameters = Result<Query<Vec<(String, String)>>, QueryRejection>;

/// What a report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    Campaign(String),
    Job(String),
}

impl Scope {
    /// Reads `campaign` or `job`, of which exactly one must be given.
    pub fn read(asked: &mut Asked) -> Result<Self, Problem> {
        let (campaign, job) = (asked.one("campaign", 120), asked.one("job", 120));
        let refuse = |pointer, detail| Err(Problem::value(pointer, detail));
        match (campaign, job) {
            (Some(campaign), None) => Ok(Self::Campaign(campaign)),
            (None, Some(job)) => Ok(Self::Job(job)),
            (None, None) => refuse("/query/campaign", "Either campaign or job must be given."),
            (Some(_), Some(_)) => refuse("/query/job", "Give campaign or job, not both."),
        }
    }
}

/// Whether a campaign is a recording of another system, which told neither failures nor duplicates.
fn is_recorded(id: &str) -> bool {
    let rows = crate::recorded_rows();
    rows.iter()
        .any(|row| row.get("id").and_then(Value::as_str) == Some(id))
}

/// The routes below `/api`.
pub fn router() -> Router<Shared> {
    Router::new()
        .route("/failures", get(get_failures))
        .route("/duplicates", get(get_duplicates))
}

async fn get_failures(
    State(world): State<Shared>,
    parameters: Parameters,
) -> Result<Json<Value>, Problem> {
    reported(&world, parameters, |world, scope| match scope {
        Scope::Campaign(id) => failures::of_campaign(world, &id),
        Scope::Job(id) => world.jobs.failure_report(&id, world.now()),
    })
    .await
}

async fn get_duplicates(
    State(world): State<Shared>,
    parameters: Parameters,
) -> Result<Json<Value>, Problem> {
    reported(&world, parameters, |world, scope| match scope {
        Scope::Campaign(id) => duplicates::of_campaign(world, &id),
        Scope::Job(id) => world.jobs.duplicate_report(&id, world.now()),
    })
    .await
}

async fn reported(
    world: &Shared,
    parameters: Parameters,
    report: fn(&mut World, Scope) -> Result<Value, Problem>,
) -> Result<Json<Value>, Problem> {
    let mut asked = asked(parameters)?;
    let scope = Scope::read(&mut asked)?;
    asked.finish()?;
    with_world(world, move |world| report(world, scope).map(Json)).await
}
