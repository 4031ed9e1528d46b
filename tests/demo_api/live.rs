//! Live Ops: one small answer a card, each by itself, so that one that fails
//! leaves the others standing.

mod callbacks;
mod calls;
mod campaigns;
mod credits;
mod runtime;
mod states;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::Value;

use crate::answer::put;
use crate::api::{Shared, with_world};
use crate::campaign::{Campaign, Status};
use crate::etag;
use crate::problem::Problem;
use crate::world::World;
use crate::zone::Zone;

/// The zone of the workspace, in which a card tells its times.
pub const ZONE: Zone = Zone::Chicago;

/// What a card says, but for when.
type Card = fn(&World) -> Result<Value, Problem>;

/// The card of a name in the contract's addresses.
pub fn card(name: &str) -> Option<Card> {
    Some(match name {
        "campaigns" => campaigns::card,
        "calls" => calls::card,
        "jobs" => jobs,
        "callbacks" => callbacks::card,
        "credits" => credits::card,
        "runtime" => runtime::card,
        "states" => states::card,
        _ => return None,
    })
}

fn jobs(world: &World) -> Result<Value, Problem> {
    Ok(world.jobs.live(world.now()))
}

/// Answers one card; with 304 where nothing of it but the time has changed.
pub async fn answer(
    State(world): State<Shared>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let known = etag::known(&headers);
    with_world(&world, move |world| {
        let card = card(&name).ok_or_else(|| Problem::missing("There is no such card."))?;
        let mut content = card(world)?;
        let tag = etag::of_content(world, &content);
        put(
            &mut content,
            "captured_at",
            Some(Value::from(ZONE.rfc3339(world.now()))),
        );
        etag::answer(known.as_deref(), &tag, || Ok(Json(content)))
    })
    .await
}

/// The campaigns that dial, or would if nobody had paused them.
pub fn on_the_way(world: &World) -> impl Iterator<Item = &Campaign> {
    world
        .dialer
        .shown()
        .filter(|campaign| matches!(campaign.status, Status::Running | Status::Paused))
}
