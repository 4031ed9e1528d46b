//! The parts of a snapshot that are there only when they apply.

use serde_json::Value;

use super::ages::Age;
use super::{ages, conversations, put, setup, timeline, trials};
use crate::campaign::{Campaign, Status};
use crate::problem::Problem;
use crate::store::figures::Figures;
use crate::world::World;

/// Adds the parts that apply to a snapshot.
pub fn add(
    world: &World,
    campaign: &Campaign,
    figures: &Figures,
    answer: &mut Value,
) -> Result<(), Problem> {
    let states = is_live(campaign)
        .then(|| ages::ages(world, campaign, figures))
        .flatten();
    let parts = [
        ("timeline", timeline::timeline(world, campaign)?),
        (
            "dispositions",
            conversations::dispositions(campaign, figures),
        ),
        ("sentiment", conversations::sentiment(campaign, figures)),
        (
            "retries",
            trials::retries(campaign, figures).map(Value::from),
        ),
        ("ab_test", trials::ab_test(world, campaign, figures)?),
        ("intelligence", conversations::intelligence(campaign)),
        (
            "states",
            states.map(|ages| ages.into_iter().map(Age::to_json).collect()),
        ),
        ("upload", setup::upload(campaign, figures)),
        ("launch", setup::launch(campaign)),
        ("previous_run", setup::previous_run(world, campaign)?),
    ];
    for (name, part) in parts {
        put(answer, name, part);
    }
    Ok(())
}

/// Whether it is on its way: neither a draft nor over.
pub fn is_live(campaign: &Campaign) -> bool {
    campaign.status != Status::Draft && !campaign.status.is_ended()
}
