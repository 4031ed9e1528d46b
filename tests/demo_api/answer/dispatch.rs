//! Why a campaign is, or is not, dialing: blockers, forecast and hints.

use serde_json::{Value, json};

use super::{capacity, counted, counted_noun, span};
use crate::campaign::{Campaign, Status};
use crate::carrier::Breaker;
use crate::gate::Gate;
use crate::problem::Problem;
use crate::store::figures::Figures;
use crate::task_state::{Family, Hold, State};
use crate::world::World;
use crate::zone::{HOUR, MINUTE, Ms};

/// How long a call may be in processing.
const PROCESSING_LIMIT: Ms = 2 * MINUTE;

/// The contract's `Dispatch`.
pub fn dispatch(world: &World, campaign: &Campaign, figures: &Figures) -> Result<Value, Problem> {
    let now = world.now();
    let gate = Gate::of(&world.dialer, campaign);
    let talking = figures.in_state(State::InProgress);
    let lines = figures.lines();
    let (queued, oldest) = world.store.queued(campaign.index)?;
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
        "hints": hints(world, campaign, gate, figures)?,
        "capacity_debug": capacity::debug(world, campaign, figures),
    });
    super::put(
        &mut answer,
        "blocking_campaign",
        blocking(world, campaign, gate),
    );
    Ok(answer)
}

/// The contract's `BlockingCampaign`, when another campaign goes first.
pub fn blocking(world: &World, campaign: &Campaign, gate: Gate) -> Option<Value> {
    if campaign.status != Status::Running {
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
    let lifts = gate.lifts_at().unwrap_or(now).max(now);
    let ends: Vec<Ms> = std::iter::once(now)
        .chain(ENDS.map(|end| now + end))
        .collect();
    let mut counts = world.store.due_within(campaign.index, lifts, &ends)?;
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

fn hints(
    world: &World,
    campaign: &Campaign,
    gate: Gate,
    figures: &Figures,
) -> Result<Vec<String>, Problem> {
    let now = world.now();
    let zone = campaign.plan.zone;
    let mut hints = Vec::new();
    if gate == Gate::NoLine && campaign.own_limit() < campaign.concurrency {
        hints.push(format!(
            "Pending is high while active stays flat at {}: this is a capacity problem, not a contact problem. Raising concurrency will not help.",
            counted(figures.in_family(Family::Live))
        ));
    }
    if gate == Gate::HigherPriority
        && let Some(first) = world.dialer.goes_before(campaign)
    {
        hints.push(format!(
            "{} has priority {} and uses the shared lines first. This campaign dials when lines are left.",
            first.plan.name, first.plan.priority
        ));
    }
    if let Gate::WindowClosed(Some(opens)) = gate {
        hints.push(format!(
            "Dialing goes on by itself {}.",
            zone.day_and_clock(opens)
        ));
    }
    hints.extend(carrier_hints(campaign));
    let (stuck, oldest) =
        world
            .store
            .overdue(campaign.index, State::Processing, now - PROCESSING_LIMIT)?;
    if let (1.., Some(since)) = (stuck, oldest) {
        hints.push(format!(
            "{} past the 2 min limit in Processing, the oldest for {}.",
            counted_noun(stuck, "task is", "tasks are"),
            span(now - since)
        ));
    }
    let foreign = figures.held_by(Hold::NoNumber);
    if foreign > 0 {
        hints.push(format!(
            "{} in Italy can never be dialed: no number of the pool matches their country.",
            counted_noun(foreign, "contact", "contacts")
        ));
    }
    if figures.unheld() == 0 && figures.lines() == 0 && campaign.may_dial(now) {
        hints.push(format!(
            "{}. Nothing is stuck; every waiting contact has a time.",
            world.store.last_dial(campaign.index)?.map_or_else(
                || String::from("Nothing has been dialed yet"),
                |at| format!("No dial for {}", span(now - at))
            )
        ));
    }
    Ok(hints)
}

fn carrier_hints(campaign: &Campaign) -> Vec<String> {
    let zone = campaign.plan.zone;
    let Some(pool) = &campaign.pool else {
        return Vec::new();
    };
    pool.trunks
        .iter()
        .filter_map(|trunk| match trunk.breaker {
            Breaker::Closed => None,
            Breaker::Open { since, retries_at } => Some(format!(
                "{} has answered SIP 503 since {}; its breaker lets a probe through at {}.",
                trunk.carrier,
                zone.clock(since),
                zone.clock(retries_at)
            )),
            Breaker::HalfOpen { since, .. } => Some(format!(
                "{} has answered SIP 503 since {}; a probe call is out now.",
                trunk.carrier,
                zone.clock(since)
            )),
        })
        .collect()
}
