//! Actions on campaigns, each done once under its idempotency key.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use serde_json::{Value, json};

use crate::answer::verb::{self, Verb};
use crate::answer::{actions, doing};
use crate::api::{Shared, campaign, with_world};
use crate::idempotency::Request;
use crate::problem::Problem;
use crate::wish::Wish;
use crate::world::{Done, World};

/// Answers a request to act.
pub async fn act(
    State(world): State<Shared>,
    Path((id, action)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Problem> {
    let key = idempotency_key(&headers)?;
    let wish = Wish::read(&body)?;
    with_world(&world, move |world| {
        let campaign = campaign(world, &id)?;
        world.store_of(campaign)?;
        let index = campaign.index;
        let request = Request {
            on: id,
            action: action.clone(),
            body: wish.clone(),
        };
        if let Some(answer) = world.ledger.replayed(&key, &request, "action")? {
            return Ok(Json(answer));
        }
        let answer = do_action(world, index, &action, wish)?;
        world.ledger.remember(key, request, answer.clone());
        Ok(Json(answer))
    })
    .await
}

fn do_action(world: &mut World, index: usize, action: &str, wish: Wish) -> Result<Value, Problem> {
    let missing = || {
        Problem::missing(format!(
            "This campaign has no action \u{201c}{action}\u{201d}."
        ))
    };
    let campaign = world.dialer.campaigns.get(index).ok_or_else(missing)?;
    let verb = Verb::from_wire(action)
        .filter(|verb| Verb::offered(campaign).contains(verb))
        .ok_or_else(missing)?;
    let id = campaign.plan.id.clone();
    let figures = world.figures(campaign)?;
    if let Some(refusal) = verb::refusal(campaign, &figures, verb, world.now()) {
        return Err(Problem::conflict(refusal));
    }
    let done = match verb {
        Verb::Restart => world.restart(index)?,
        Verb::Clone => world.copy(index)?,
        Verb::AttemptReport => {
            return Err(Problem::conflict(
                "The attempt report is a download, not an action: GET attempt-report.",
            ));
        }
        _ => {
            let message = doing::act(world, index, verb, wish)
                .map_err(|refused| Problem::value(refused.pointer, refused.detail))?;
            Done::message(message)
        }
    };
    world.catch_up()?;
    // A restart has put the campaign's next run in its place.
    let campaign = world.dialer.find(&id).ok_or_else(missing)?;
    let figures = world.figures(campaign)?;
    let mut answer = json!({
        "action": action,
        "status": campaign.status.wire(),
        "applied_at": campaign.plan.zone.rfc3339(world.now()),
        "message": done.message,
        "replayed": false,
        "actions": actions::actions(world, campaign, &figures),
    });
    crate::answer::put(&mut answer, "campaign_id", done.made.map(Value::from));
    Ok(answer)
}

/// The key under which something is done once.
pub fn idempotency_key(headers: &HeaderMap) -> Result<String, Problem> {
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
