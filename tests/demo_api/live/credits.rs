//! Credits left, and how much of the plan is used.

use serde_json::{Value, json};

use crate::answer::money;
use crate::problem::Problem;
use crate::scenario::CREDIT_GRANTED;
use crate::world::World;

/// The contract's `LiveCredits`.
pub fn card(world: &World) -> Result<Value, Problem> {
    let left = world.dialer.credits_left();
    Ok(json!({
        "balance": money(left),
        "granted": money(CREDIT_GRANTED),
        "attempts_left": attempts_left(world, left),
        "plan": world.jobs.plan.to_json(),
    }))
}

/// How many attempts an amount pays for, at what the finished ones have cost; `None` before the first.
fn attempts_left(world: &World, micros: i64) -> Option<i64> {
    let all = world.dialer.campaigns.iter();
    let (finished, spent) = all
        .filter_map(|campaign| world.figures(campaign).ok())
        .fold((0, 0), |(finished, spent), figures| {
            let (ai, telephony) = figures.cost_micros();
            (finished + figures.finished(), spent + ai + telephony)
        });
    (finished > 0 && spent > 0)
        .then(|| (micros.max(0) as f64 / (spent as f64 / finished as f64)) as i64)
}
