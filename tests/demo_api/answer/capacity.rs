//! The limits between a task and a line.

use serde_json::{Value, json};

use super::numbers::rounded;
use super::{instant, money};
use crate::campaign::Campaign;
use crate::carrier::{Breaker, RECENT, Trunk};
use crate::pool::Pool;
use crate::problem::Problem;
use crate::store::figures::Figures;
use crate::world::World;

/// The contract's `Capacity`.
pub fn capacity(world: &World, campaign: &Campaign, figures: &Figures) -> Result<Value, Problem> {
    let zone = campaign.plan.zone;
    let share = world.dialer.shared_share(campaign);
    let (by, at) = campaign
        .concurrency_set
        .map_or((None, None), |(by, at)| (Some(by), Some(at)));
    let pool = campaign.pool.as_ref();
    Ok(json!({
        "lines_in_use": figures.lines(),
        "tenant": {"line_cap": share.cap, "used_by_others": share.taken},
        "concurrency": {
            "limit": campaign.concurrency,
            "set_by": by,
            "set_at": instant(zone, at),
        },
        "number_pool": pool.map(|pool| number_pool(campaign, pool)),
        "carrier_rate": {
            "calls_per_second": campaign.plan.pace.calls_per_second,
            "mean_hold_seconds": figures.mean_hold_seconds().map(|mean| (mean * 10.0).round() / 10.0),
        },
        "carriers": carriers(world, campaign)?,
        "credits": credits(world, figures),
    }))
}

fn number_pool(campaign: &Campaign, pool: &Pool) -> Value {
    let flagged = || pool.members().filter_map(|number| number.flagged_at);
    json!({
        "numbers": pool.members().count(),
        "in_rotation": pool.in_rotation(),
        "lines_per_number": pool.lines_per_number,
        "flagged": flagged().count(),
        "flagged_since": instant(campaign.plan.zone, flagged().min()),
    })
}

fn carriers(world: &World, campaign: &Campaign) -> Result<Vec<Value>, Problem> {
    let Some(pool) = &campaign.pool else {
        return Ok(Vec::new());
    };
    pool.trunks
        .iter()
        .enumerate()
        .filter(|(position, _)| pool.numbers.iter().any(|number| number.trunk == *position))
        .map(|(position, trunk)| carrier(world, campaign, pool, position, trunk))
        .collect()
}

fn carrier(
    world: &World,
    campaign: &Campaign,
    pool: &Pool,
    position: usize,
    trunk: &Trunk,
) -> Result<Value, Problem> {
    let zone = campaign.plan.zone;
    let now = world.now();
    let numbers: Vec<i64> = pool
        .numbers
        .iter()
        .filter(|number| number.trunk == position)
        .map(|number| number.id)
        .collect();
    let since = match trunk.breaker {
        Breaker::Closed => now - RECENT,
        // What opened it, and every probe after that.
        Breaker::Open { since, .. } | Breaker::HalfOpen { since, .. } => since - RECENT,
    };
    // While paused nothing is dialed; what counts is what led to the pause.
    let since = campaign
        .pause
        .as_ref()
        .map_or(since, |pause| since.min(pause.at - RECENT));
    let recent = world
        .store_of(campaign)?
        .recent(campaign.index, &numbers, since, now)?;
    let (breaker, opened_at, retries_at) = match trunk.breaker {
        Breaker::Closed => ("closed", None, None),
        Breaker::Open { since, retries_at } => ("open", Some(since), Some(retries_at)),
        Breaker::HalfOpen { since, .. } => ("half_open", Some(since), None),
    };
    Ok(json!({
        "name": trunk.carrier,
        "breaker": breaker,
        "opened_at": instant(zone, opened_at),
        "retries_at": instant(zone, retries_at),
        "recent_attempts": recent.attempts,
        "recent_failures": recent.failures,
        "recent_seconds": (now - since) / 1_000,
        "sip_status": (recent.failures > 0).then_some(503),
    }))
}

fn credits(world: &World, figures: &Figures) -> Value {
    let left = world.dialer.credits_left();
    let (ai, telephony) = figures.cost_micros();
    let finished = figures.finished();
    let attempts_left = (finished > 0 && ai + telephony > 0)
        .then(|| (left as f64 / ((ai + telephony) as f64 / finished as f64)) as i64);
    json!({"balance": money(left), "attempts_left": attempts_left, "dry_run": false})
}

/// The dispatcher's own account of the limits: everything it decides by, as it holds it.
pub fn debug(world: &World, campaign: &Campaign, figures: &Figures) -> Value {
    let zone = campaign.plan.zone;
    let dialer = &world.dialer;
    let share = dialer.shared_share(campaign);
    let pool = campaign.pool.as_ref();
    json!({
        "campaign": campaign.plan.id,
        "state": campaign.status.wire(),
        "allowed": dialer.allowance(campaign.index),
        "in_use": campaign.lines,
        "leased": campaign.leased(),
        "tenant": {
            "cap": dialer.line_cap,
            "in_use": dialer.lines_in_use(),
            "binding_cap": share.cap,
            "taken_by_others": share.taken,
            "group": campaign.plan.line_group.and_then(|group| dialer.groups.get(group)).map(|group| json!({"name": group.name, "cap": group.cap})),
        },
        "concurrency": campaign.concurrency,
        "pool": pool.map(|pool| json!({
            "name": pool.name,
            "numbers": pool.numbers.len(),
            "in_rotation": pool.in_rotation(),
            "lines_per_number": pool.lines_per_number,
            "capacity": pool.line_capacity(),
            "lines": pool.numbers.iter().map(|number| json!({
                "number": number.e164,
                "in_use": number.lines_in_use,
                "weight": rounded(pool.weight_share(number)),
                "flagged_at": instant(zone, number.flagged_at),
                "removed_at": instant(zone, number.removed_at),
            })).collect::<Vec<_>>(),
        })),
        "carrier": {
            "cps": campaign.plan.pace.calls_per_second,
            "breakers": pool.map(|pool| pool.trunks.iter().map(|trunk| json!({trunk.carrier: format!("{:?}", trunk.breaker)})).collect::<Vec<_>>()),
        },
        "window": campaign.plan.window.as_ref().map(|window| json!({
            "open": window.is_open(zone, world.now()),
            "next_edge": instant(zone, window.next_edge(zone, world.now())),
        })),
        "workers": {"limit": campaign.plan.pace.workers, "talking": figures.in_state(crate::task_state::State::InProgress)},
        "retries": {"max_attempts": campaign.plan.pace.max_attempts, "cool_off_seconds": campaign.plan.pace.retry_delay / 1_000},
        "credits_usd": super::cents(dialer.credits_left()),
        "clock": zone.rfc3339(world.now()),
    })
}
