//! Callbacks that wait, and those that are late.

use serde_json::{Value, json};

use super::ZONE;
use crate::answer::ages::past_due;
use crate::answer::instant;
use crate::campaign::Campaign;
use crate::outcome::Callback;
use crate::problem::Problem;
use crate::task::Task;
use crate::task_state::{Hold, State};
use crate::world::World;

/// The contract's `LiveCallbacks`.
pub fn card(world: &World) -> Result<Value, Problem> {
    let now = world.now();
    let campaigns = || world.dialer.shown();
    let late = || campaigns().flat_map(|campaign| past_due(campaign, now));
    let scheduled = || {
        let waiting = callbacks(campaigns());
        waiting.filter(|task| task.state == State::CallbackScheduled)
    };
    let next = scheduled().filter_map(|task| task.hold_until).min();
    Ok(json!({
        "pending": callbacks(campaigns()).count(),
        "due": scheduled().filter(|task| task.hold == Hold::None).count(),
        "past_due": late().count(),
        "oldest_past_due_at": instant(ZONE, late().filter_map(|task| task.due_at).min()),
        "next_due_at": instant(ZONE, next),
    }))
}

/// The tasks whose contact asked for a callback that has not been made.
fn callbacks<'a>(campaigns: impl Iterator<Item = &'a Campaign>) -> impl Iterator<Item = &'a Task> {
    campaigns
        .filter(|campaign| campaign.plan.callbacks)
        .flat_map(|campaign| &campaign.tasks)
        .filter(|task| task.callback == Callback::Pending)
}
