//! How long live tasks have been in their states, over all campaigns.

use serde_json::{Value, json};

use crate::answer::ages::{Age, ages};
use crate::answer::{blocks, put};
use crate::campaign::Campaign;
use crate::problem::Problem;
use crate::world::World;

/// Rows of those that are past a limit.
const MOST: usize = 10;

/// The contract's `LiveStates`.
pub fn card(world: &World) -> Result<Value, Problem> {
    let mut sums: Vec<Age> = Vec::new();
    let mut over: Vec<(&Campaign, Age)> = Vec::new();
    for campaign in world.dialer.shown().filter(|shown| blocks::is_live(shown)) {
        let figures = world.figures(campaign).ok();
        let reported = figures.and_then(|figures| ages(world, campaign, &figures));
        for age in reported.unwrap_or_default() {
            match sums.iter_mut().find(|sum| sum.state == age.state) {
                Some(sum) => sum.add(&age),
                None => sums.push(age),
            }
            if age.over_limit > 0 {
                over.push((campaign, age));
            }
        }
    }
    over.sort_by_key(|(campaign, age)| (std::cmp::Reverse(age.oldest), campaign.index));
    let worst: Vec<Value> = over.into_iter().take(MOST).map(worst).collect();
    let states: Vec<Value> = sums.into_iter().map(Age::to_json).collect();
    Ok(json!({"states": states, "worst": worst}))
}

fn worst((campaign, age): (&Campaign, Age)) -> Value {
    let mut row = age.to_json();
    put(&mut row, "campaign_id", Some(json!(campaign.plan.id)));
    put(&mut row, "campaign_name", Some(json!(campaign.plan.name)));
    row
}
