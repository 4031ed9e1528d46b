//! Actions on campaigns, each done once under its idempotency key.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use serde_json::{Value, json};

use crate::answer::actions::{self, Verb};
use crate::api::{Shared, campaign, with_world};
use crate::idempotency::{Known, Request};
use crate::problem::Problem;
use crate::world::World;

/// Answers a request to act.
pub async fn act(
    State(world): State<Shared>,
    Path((id, action)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Problem> {
    let key = idempotency_key(&headers)?;
    let reason = reason_of(&body)?;
    with_world(&world, move |world| {
        let campaign = campaign(world, &id)?;
        world.store_of(campaign)?;
        let index = campaign.index;
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
    let campaign = world.dialer.campaigns.get(index).ok_or_else(missing)?;
    let figures = world.store_of(campaign)?.figures(index)?;
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
