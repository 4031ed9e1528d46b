//! The carriers, each over all campaigns that are running or paused.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::answer::instant;
use crate::campaign::Campaign;
use crate::carrier::{Breaker, PROBES_TO_CLOSE, Trunk};
use crate::live::{ZONE, on_the_way};
use crate::pool::Pool;
use crate::problem::Problem;
use crate::store::readings::Recent;
use crate::world::World;
use crate::zone::{MINUTE, Ms};

/// How far back the failures are counted.
const LATELY: Ms = 5 * MINUTE;

/// A carrier's trunks together.
struct Carrier<'a> {
    recent: Recent,
    worst: &'a Trunk,
}

/// The contract's `carriers`, by name.
pub fn carriers(world: &World) -> Result<Vec<Value>, Problem> {
    let mut carriers: BTreeMap<&str, Carrier<'_>> = BTreeMap::new();
    for campaign in on_the_way(world) {
        let Some(pool) = &campaign.pool else {
            continue;
        };
        for (position, trunk) in pool.trunks.iter().enumerate() {
            let numbers = numbers(pool, position);
            if numbers.is_empty() {
                continue;
            }
            let recent = recent(world, campaign, &numbers)?;
            let carrier = carriers.entry(trunk.carrier).or_insert(Carrier {
                recent: Recent::default(),
                worst: trunk,
            });
            carrier.recent.attempts += recent.attempts;
            carrier.recent.failures += recent.failures;
            if severity(trunk.breaker) > severity(carrier.worst.breaker) {
                carrier.worst = trunk;
            }
        }
    }
    Ok(carriers.into_values().map(to_json).collect())
}

fn numbers(pool: &Pool, trunk: usize) -> Vec<i64> {
    let of_trunk = pool.numbers.iter().filter(|number| number.trunk == trunk);
    of_trunk.map(|number| number.id).collect()
}

/// None while the campaign's rows are still being written.
fn recent(world: &World, campaign: &Campaign, numbers: &[i64]) -> Result<Recent, Problem> {
    let now = world.now();
    Ok(match world.store_of(campaign) {
        Ok(store) => store.recent(campaign.index, numbers, now - LATELY, now)?,
        Err(_) => Recent::default(),
    })
}

/// How bad a breaker's state is: an open one that waits for longer is worse.
fn severity(breaker: Breaker) -> (u8, Ms) {
    match breaker {
        Breaker::Closed => (0, 0),
        Breaker::HalfOpen { good_probes, .. } => (1, -Ms::from(good_probes)),
        Breaker::Open { retries_at, .. } => (2, retries_at),
    }
}

fn to_json(carrier: Carrier<'_>) -> Value {
    let (breaker, retries_at, note) = match carrier.worst.breaker {
        Breaker::Closed => ("closed", None, None),
        Breaker::HalfOpen { good_probes, .. } => {
            let note = format!("{good_probes} of {PROBES_TO_CLOSE} probes pass");
            ("half_open", None, Some(note))
        }
        Breaker::Open { since, retries_at } => {
            let note = format!("SIP 503 since {}", ZONE.clock(since));
            ("open", Some(retries_at), Some(note))
        }
    };
    json!({
        "name": carrier.worst.carrier,
        "breaker": breaker,
        "recent_attempts": carrier.recent.attempts,
        "recent_failures": carrier.recent.failures,
        "recent_seconds": LATELY / 1_000,
        "retries_at": instant(ZONE, retries_at),
        "note": note,
    })
}
