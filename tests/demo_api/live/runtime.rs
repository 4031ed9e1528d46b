//! What everything runs on: the runtime of the spinners, the job queue, the
//! workers, the carriers and the call windows.

mod carriers;

use serde_json::{Value, json};

use super::{ZONE, on_the_way};
use crate::answer::{blocks, instant};
use crate::campaign::Status;
use crate::fleet::{self, WORKERS};
use crate::problem::Problem;
use crate::world::World;
use crate::zone::{MINUTE, Ms};

/// A queue from which nothing was dialed for so long does not move.
const STILL: Ms = 2 * MINUTE;

/// The contract's `LiveRuntime`.
pub fn card(world: &World) -> Result<Value, Problem> {
    Ok(json!({
        "runtime": world.jobs.runtime.to_json(world.now()),
        "queue": queue(world)?,
        "workers": workers(world),
        "carriers": carriers::carriers(world)?,
        "windows": windows(world),
    }))
}

fn queue(world: &World) -> Result<Value, Problem> {
    let now = world.now();
    let (mut depth, mut oldest, mut last_dial) = (0, None::<Ms>, None::<Ms>);
    for campaign in world.dialer.shown().filter(|shown| blocks::is_live(shown)) {
        let Ok(store) = world.store_of(campaign) else {
            continue;
        };
        let (queued, since) = store.queued(campaign.index)?;
        depth += queued;
        oldest = [oldest, since].into_iter().flatten().min();
        last_dial = last_dial.max(store.last_dial(campaign.index)?);
    }
    Ok(json!({
        "name": "bulk_calls",
        "depth": depth,
        "oldest_seconds": oldest.map(|since| (now - since) / 1_000),
        "moving": depth == 0 || last_dial.is_some_and(|at| at > now - STILL),
    }))
}

fn workers(world: &World) -> Value {
    let silent: Vec<Value> = world
        .dialer
        .agenda
        .silent_now()
        .iter()
        .map(|silence| json!({"name": fleet::name(silence.worker), "since": ZONE.rfc3339(silence.from)}))
        .collect();
    json!({"up": WORKERS - silent.len() as i64, "total": WORKERS, "silent": silent})
}

/// The call windows of the running campaigns.
fn windows(world: &World) -> Value {
    let now = world.now();
    let windows = || {
        on_the_way(world)
            .filter(|campaign| campaign.status == Status::Running)
            .filter_map(|campaign| Some((campaign.plan.zone, campaign.plan.window.as_ref()?)))
    };
    let next = windows().filter_map(|(zone, window)| window.next_edge(zone, now));
    json!({
        "open": windows().filter(|(zone, window)| window.is_open(*zone, now)).count(),
        "total": windows().count(),
        "next_change_at": instant(ZONE, next.min()),
    })
}
