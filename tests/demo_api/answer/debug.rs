//! One task with the reason for its state, its events and the dispatcher's snapshots.

use serde_json::{Value, json};

use super::reason::reason;
use super::{events, tasks};
use crate::campaign::Campaign;
use crate::fleet;
use crate::gate::Gate;
use crate::ids;
use crate::outcome::Outcome;
use crate::problem::Problem;
use crate::store::history::AttemptRow;
use crate::store::rows::TaskRow;
use crate::task_state::State;
use crate::world::World;

/// Whether a campaign has a task.
pub fn has_task(world: &World, campaign: &Campaign, id: &str) -> bool {
    let row = ids::task_row(id);
    let store = world.store_of(campaign);
    row.zip(store.ok()).is_some_and(|(row, store)| {
        store
            .task(campaign.index, row)
            .is_ok_and(|task| task.is_some())
    })
}

/// The contract's `TaskDebug`.
pub fn debug(world: &World, campaign: &Campaign, id: &str) -> Result<Value, Problem> {
    let missing = || Problem::missing(format!("This campaign has no task \u{201c}{id}\u{201d}."));
    let row = ids::task_row(id).ok_or_else(missing)?;
    let row = world
        .store_of(campaign)?
        .task(campaign.index, row)?
        .ok_or_else(missing)?;
    let attempts = world.store_of(campaign)?.attempts_of(row.row)?;
    let lost = world.store_of(campaign)?.lost_leases_of(row.row)?;
    let gate = Gate::of(&world.dialer, campaign);
    Ok(json!({
        "captured_at": campaign.plan.zone.rfc3339(world.now()),
        "task": tasks::task(world, campaign, gate, &row),
        "reason": reason(world, campaign, gate, &row, attempts.last()),
        "same_blocker": same_blocker(world, campaign, gate, &row)?,
        "events": events::events(world, campaign, &row, &attempts, &lost),
        "snapshots": snapshots(world, campaign, &row, &attempts),
    }))
}

fn same_blocker(
    world: &World,
    campaign: &Campaign,
    gate: Gate,
    row: &TaskRow,
) -> Result<Option<i64>, Problem> {
    if tasks::blocker(gate, row).is_none() {
        return Ok(None);
    }
    let family = row.state.family().code();
    Ok(Some(world.store_of(campaign)?.sharing(
        campaign.index,
        row.hold.code(),
        family,
    )?))
}

/// The dispatcher's view at each lease and each end, newest first.
fn snapshots(
    world: &World,
    campaign: &Campaign,
    row: &TaskRow,
    attempts: &[AttemptRow],
) -> Vec<Value> {
    let zone = campaign.plan.zone;
    let mut snapshots = Vec::new();
    for attempt in attempts.iter().rev() {
        let from = world.number(attempt.number);
        if let Some(ended) = attempt.ended_at {
            let is_last = attempt.attempt == row.attempts;
            snapshots.push(json!({
                "at": zone.rfc3339(ended),
                "data": {
                    "state": if is_last { row.state.wire() } else { State::RetryScheduled.wire() },
                    "attempts": attempt.attempt,
                    "max_attempts": campaign.most_attempts(attempt.attempt),
                    "system_retries": row.system_retries,
                    "outcome": attempt.outcome.words(),
                    "last_sip": attempt.sip,
                    "class": class(attempt.outcome),
                    "from": from,
                    "variant": if attempt.variant == 0 { "A" } else { "B" },
                },
            }));
        }
        snapshots.push(json!({
            "at": zone.rfc3339(attempt.leased_at),
            "data": {
                "state": State::Leased.wire(),
                "worker": fleet::name(attempt.worker),
                "attempts": attempt.attempt - 1,
                "max_attempts": campaign.most_attempts(attempt.attempt),
                "from": from,
                "sticky": row.sticky,
            },
        }));
    }
    snapshots
}

fn class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::InvalidNumber => "permanent",
        Outcome::NoAnswer | Outcome::Busy => "retry_later",
        Outcome::CarrierFailure => "transient",
        Outcome::Abandoned => "pace",
        _ => "answered",
    }
}
