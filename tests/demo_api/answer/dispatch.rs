//! Why a campaign is, or is not, dialing: blockers, forecast and hints.

use serde_json::{Value, json};

use super::{ages, capacity, hints};
use crate::campaign::Campaign;
use crate::gate::Gate;
use crate::problem::Problem;
use crate::store::figures::Figures;
use crate::task_state::{Family, Hold, State};
use crate::world::World;
use crate::zone::{HOUR, MINUTE, Ms};

/// The contract's `Dispatch`.
pub fn dispatch(world: &World, campaign: &Campaign, figures: &Figures) -> Result<Value, Problem> {
    let now = world.now();
    let gate = Gate::of(&world.dialer, campaign);
    let talking = figures.in_state(State::InProgress);
    let lines = figures.lines();
    let (queued, oldest) = world.store_of(campaign)?.queued(campaign.index)?;
    let slots = if campaign.may_dial(now) && gate.lacks_only_a_line() {
        (i64::from(world.dialer.allowance(campaign.index)) - lines).max(0)
    } else {
        0
    };
    let mut answer = json!({
        "queue_system": "Sidekiq",
        "queue": "bulk_calls",
        "heartbeat_at": campaign.plan.zone.rfc3339(now - now.rem_euclid(5_000)),
        "slots_available": slots,
        "calling_now": lines,
        "talking": talking,
        "connecting": lines - talking,
        "queued": queued,
        "queued_oldest_seconds": oldest.map(|since| (now - since) / 1_000),
        "capacity": capacity::capacity(world, campaign, figures)?,
        "blockers": blockers(gate, figures),
        "forecast": forecast(world, campaign, gate, figures)?,
        "hints": hints::hints(world, campaign, gate, figures)?,
        "capacity_debug": capacity::debug(world, campaign, figures),
    });
    super::put(&mut answer, "pace", ages::pace(world, campaign, figures)?);
    super::put(
        &mut answer,
        "blocking_campaign",
        blocking(world, campaign, gate),
    );
    Ok(answer)
}

/// The contract's `BlockingCampaign`, when another campaign goes first and this one wants lines.
pub fn blocking(world: &World, campaign: &Campaign, gate: Gate) -> Option<Value> {
    if gate != Gate::HigherPriority && !campaign.wants_lines(world.now()) {
        return None;
    }
    let first = world.dialer.goes_before(campaign)?;
    Some(json!({
        "id": first.plan.id,
        "name": first.plan.name,
        "priority": first.plan.priority,
        "lines": first.lines,
        "binding": gate == Gate::HigherPriority,
    }))
}

/// Waiting tasks that cannot go now, by what keeps them, largest first.
fn blockers(gate: Gate, figures: &Figures) -> Vec<Value> {
    let held = Hold::ALL
        .into_iter()
        .filter_map(|hold| Some((hold.wire()?, figures.held_by(hold))));
    let unheld = gate.wire().map(|code| (code, figures.unheld()));
    let mut counts: Vec<(&str, i64)> = unheld
        .into_iter()
        .chain(held)
        .filter(|(_, count)| *count > 0)
        .collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
        .into_iter()
        .map(|(code, count)| json!({"code": code, "count": count}))
        .collect()
}

/// Waiting tasks by when they may go.
fn forecast(
    world: &World,
    campaign: &Campaign,
    gate: Gate,
    figures: &Figures,
) -> Result<Vec<Value>, Problem> {
    const ENDS: [Ms; 3] = [5 * MINUTE, 15 * MINUTE, HOUR];
    let now = world.now();
    let lifts = gate.expected_from(now);
    let ends: Vec<Ms> = std::iter::once(now)
        .chain(ENDS.map(|end| now + end))
        .collect();
    let mut counts = world
        .store_of(campaign)?
        .due_within(campaign.index, lifts, &ends)?;
    let unheld = ends.partition_point(|&end| end < lifts);
    if let Some(count) = counts.get_mut(unheld) {
        *count += figures.unheld();
    }
    let bounds = [
        (0, Some(0)),
        (0, Some(300)),
        (300, Some(900)),
        (900, Some(3_600)),
        (3_600, None),
    ];
    let mut groups: Vec<Value> = bounds
        .iter()
        .zip(counts)
        .map(|((from, to), count)| {
            json!({"from_seconds": from, "to_seconds": to, "count": count, "needs_fix": false})
        })
        .collect();
    let stuck =
        figures.tasks_where(|cell| cell.state.family() == Family::Waiting && cell.hold.needs_fix());
    groups
        .push(json!({"from_seconds": null, "to_seconds": null, "count": stuck, "needs_fix": true}));
    Ok(groups)
}
