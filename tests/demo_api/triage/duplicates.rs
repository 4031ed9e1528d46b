//! Whether a campaign called anybody twice.

use serde_json::{Value, json};

use super::is_recorded;
use crate::api::campaign;
use crate::campaign::Campaign;
use crate::ids;
use crate::problem::Problem;
use crate::store::duplicates::Again;
use crate::world::World;
use crate::zone::{DAY, HOUR, Ms, Zone};

/// How far back is looked.
pub const WINDOW: Ms = DAY;
/// Contacts shown by name.
pub const SAMPLES: usize = 20;

/// The contract's `DuplicateReport` of a campaign.
pub fn of_campaign(world: &World, id: &str) -> Result<Value, Problem> {
    if is_recorded(id) {
        return Ok(json!({"captured_at": Zone::Chicago.rfc3339(world.now())}));
    }
    let campaign = campaign(world, id)?;
    let now = world.now();
    let store = world.store_of(campaign)?;
    // A day of the campaign of a million is looked through too slowly.
    let within = if campaign.has_sleepers() {
        HOUR
    } else {
        WINDOW
    };
    let again = store.reached_again(campaign.index, now - within)?;
    let repeated = store.repeated_leases(campaign.index, now - WINDOW)?;
    let samples: Result<Vec<Value>, Problem> = again
        .iter()
        .take(SAMPLES)
        .map(|contact| sample(world, campaign, contact))
        .collect();
    Ok(json!({
        "captured_at": campaign.plan.zone.rfc3339(now),
        "window_seconds": WINDOW / 1_000,
        "runs": world.jobs.runs_over(campaign.plan.upload.as_ref().map(|upload| upload.id), campaign.plan.id.as_ref(), now),
        "upload": upload(world, campaign)?,
        // A lease that is given again was dropped by the worker that lost it, before any dial.
        "deliveries": {"repeated": repeated, "dropped": repeated, "got_through": 0},
        "reached_again": {"contacts": again.len(), "window_seconds": within / 1_000},
        "samples": samples?,
    }))
}

/// The campaign's file; null where it was not made from one.
fn upload(world: &World, campaign: &Campaign) -> Result<Value, Problem> {
    let Some(upload) = &campaign.plan.upload else {
        return Ok(Value::Null);
    };
    let (unique, repeated) = world.store_of(campaign)?.recipients(campaign.index)?;
    Ok(json!({
        "id": upload.id,
        "name": upload.name,
        "rows": i64::from(campaign.plan.audience.contacts) + upload.skipped(),
        "unique": unique,
        "repeated": repeated,
        "skipped": upload.duplicates,
        "malformed": upload.invalid,
    }))
}

fn sample(world: &World, campaign: &Campaign, again: &Again) -> Result<Value, Problem> {
    let zone = campaign.plan.zone;
    let dials = world.store_of(campaign)?.attempts_of(again.task)?;
    let calls: Vec<String> = dials
        .iter()
        .map(|dial| zone.rfc3339(dial.dialed_at))
        .collect();
    let id = ids::contact(again.task);
    Ok(json!({
        "kind": "reached_again",
        "contact": {
            "id": id,
            "name": world.name(again.person),
            "url": format!("https://crm.northwind.example/contacts/{id}"),
        },
        "phone": again.phone,
        "calls": calls,
    }))
}
