//! How long tasks have been where they are, and how fast the campaign dials.

use serde_json::{Value, json};

use super::instant;
use crate::campaign::Campaign;
use crate::plan::Report;
use crate::problem::Problem;
use crate::store::figures::Figures;
use crate::task::Task;
use crate::task_state::{Family, Hold, State};
use crate::world::World;
use crate::zone::{HOUR, MINUTE, Ms};

/// How far back the dials per second look.
const LAST_DIALS: Ms = MINUTE;
/// How far back the connected per hour look.
const LAST_ANSWERS: Ms = 15 * MINUTE;
/// A callback that was due this long ago, and not dialed, is past due.
const PAST_DUE: Ms = 5 * MINUTE;

/// The contract's `states`: every state that is not final, the live ones first.
pub fn states(world: &World, campaign: &Campaign, figures: &Figures) -> Option<Vec<Value>> {
    if !campaign.plan.reports(Report::States) {
        return None;
    }
    let of_family = |family| {
        State::ALL
            .into_iter()
            .filter(move |state| state.family() == family)
    };
    Some(
        of_family(Family::Live)
            .chain(of_family(Family::Waiting))
            .map(|state| age(world, campaign, figures, state))
            .collect(),
    )
}

fn age(world: &World, campaign: &Campaign, figures: &Figures, state: State) -> Value {
    let now = world.now();
    let limit = state.limit();
    let ages = || {
        let in_state = campaign.tasks.iter().filter(|task| task.state == state);
        in_state.map(|task| now - task.since)
    };
    let between = |low: Ms, high: Ms| ages().filter(|age| (low + 1..=high).contains(age)).count();
    // Tasks that only exist as rows wait since the campaign was created.
    let asleep = (state == State::Pending && campaign.sleeping > 0)
        .then_some(now - campaign.plan.created_at);
    let over_limit = match limit {
        Some(limit) => between(limit, Ms::MAX),
        None if state == State::CallbackScheduled => past_due(campaign, now),
        None => 0,
    };
    json!({
        "state": state.wire(),
        "count": figures.in_state(state),
        "over_half": limit.map_or(0, |limit| between(limit / 2, limit)),
        "over_limit": over_limit,
        "oldest_seconds": ages().chain(asleep).max().map(|age| age / 1_000),
        "limit_seconds": limit.map(|limit| limit / 1_000),
    })
}

/// Callbacks that should have been dialed by now.
fn past_due(campaign: &Campaign, now: Ms) -> usize {
    let is_past_due = |task: &&Task| {
        task.state == State::CallbackScheduled
            && task.hold == Hold::None
            && task.due_at.is_some_and(|due| due + PAST_DUE < now)
    };
    if campaign.may_dial(now) {
        campaign.tasks.iter().filter(is_past_due).count()
    } else {
        0
    }
}

/// The contract's `Pace`.
pub fn pace(
    world: &World,
    campaign: &Campaign,
    figures: &Figures,
) -> Result<Option<Value>, Problem> {
    if !campaign.plan.reports(Report::Pace) {
        return Ok(None);
    }
    let now = world.now();
    let store = world.store_of(campaign)?;
    let dialed = store.dialed_since(campaign.index, now - LAST_DIALS)?;
    let answered = store.answered_since(campaign.index, now - LAST_ANSWERS)?;
    let last = store.last_dial(campaign.index)?;
    let per_second = dialed as f64 * 1_000.0 / LAST_DIALS as f64;
    Ok(Some(json!({
        "dials_per_second": (per_second * 100.0).round() / 100.0,
        "ringing": figures.in_state(State::Ringing),
        "connected_per_hour": answered * HOUR / LAST_ANSWERS,
        "last_dial_at": instant(campaign.plan.zone, last),
    })))
}
