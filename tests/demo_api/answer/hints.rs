//! Hints beside the dispatch figures: a sentence each, with its figures.

use super::{counted, counted_noun, span};
use crate::campaign::{Campaign, Status};
use crate::carrier::{Breaker, RECENT};
use crate::gate::Gate;
use crate::problem::Problem;
use crate::store::figures::Figures;
use crate::task_state::{Family, Hold, State};
use crate::world::World;

/// What an operator may want to know or do, most important first.
pub fn hints(
    world: &World,
    campaign: &Campaign,
    gate: Gate,
    figures: &Figures,
) -> Result<Vec<String>, Problem> {
    let mut hints: Vec<String> = gate_hint(world, campaign, gate, figures)
        .into_iter()
        .collect();
    hints.extend(pause_hints(world, campaign)?);
    hints.extend(carrier_hints(campaign));
    hints.extend(stuck_hint(world, campaign)?);
    let foreign = figures.held_by(Hold::NoNumber);
    if foreign > 0 {
        hints.push(format!(
            "{} in Italy can never be dialed: no number of the pool matches their country.",
            counted_noun(foreign, "contact", "contacts")
        ));
    }
    if figures.unheld() == 0 && figures.lines() == 0 && campaign.may_dial(world.now()) {
        hints.push(idle_hint(world, campaign)?);
    }
    Ok(hints)
}

fn gate_hint(world: &World, campaign: &Campaign, gate: Gate, figures: &Figures) -> Option<String> {
    match gate {
        Gate::NoLine if campaign.own_limit() < campaign.concurrency => Some(format!(
            "Pending is high while active stays flat at {}: this is a capacity problem, not a contact problem. Raising concurrency will not help.",
            counted(figures.in_family(Family::Live))
        )),
        Gate::HigherPriority => world.dialer.goes_before(campaign).map(|first| {
            format!(
                "{} has priority {} and uses the shared lines first. This campaign dials when lines are left.",
                first.plan.name, first.plan.priority
            )
        }),
        Gate::WindowClosed(Some(opens)) => Some(format!(
            "Dialing goes on by itself when the window opens, {}.",
            campaign.plan.zone.day_and_clock(opens)
        )),
        _ => None,
    }
}

/// Where the failures before an automatic pause came from, and how to go on.
fn pause_hints(world: &World, campaign: &Campaign) -> Result<Vec<String>, Problem> {
    let (Status::Paused, Some(pause), Some(pool)) =
        (campaign.status, &campaign.pause, &campaign.pool)
    else {
        return Ok(Vec::new());
    };
    if pause.by.is_some() {
        return Ok(Vec::new());
    }
    let mut parts = Vec::new();
    for (position, trunk) in pool.trunks.iter().enumerate() {
        let numbers: Vec<i64> = pool
            .numbers
            .iter()
            .filter(|number| number.trunk == position)
            .map(|number| number.id)
            .collect();
        let recent = world.store_of(campaign)?.recent(
            campaign.index,
            &numbers,
            pause.at - RECENT,
            pause.at,
        )?;
        if recent.failures > 0 {
            parts.push(format!(
                "{} {} of {}",
                trunk.carrier,
                counted(recent.failures),
                counted(recent.attempts)
            ));
        }
    }
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![
        format!(
            "SIP 503 in the 2 min before the pause: {}.",
            parts.join(", ")
        ),
        String::from(
            "Resume small: 20 calls show within 2 min whether the carriers have recovered.",
        ),
    ])
}

fn stuck_hint(world: &World, campaign: &Campaign) -> Result<Option<String>, Problem> {
    let (now, state) = (world.now(), State::Processing);
    let Some(limit) = state.limit() else {
        return Ok(None);
    };
    let (stuck, oldest) = world
        .store_of(campaign)?
        .overdue(campaign.index, state, now - limit)?;
    Ok(oldest.map(|since| {
        format!(
            "{} past the 2 min limit in Processing, the oldest for {}.",
            counted_noun(stuck, "task is", "tasks are"),
            span(now - since)
        )
    }))
}

fn idle_hint(world: &World, campaign: &Campaign) -> Result<String, Problem> {
    let last = world.store_of(campaign)?.last_dial(campaign.index)?;
    let quiet = last.map_or_else(
        || String::from("Nothing has been dialed yet"),
        |at| format!("No dial for {}", span(world.now() - at)),
    );
    Ok(format!(
        "{quiet}. Nothing is stuck; every waiting contact has a time."
    ))
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
