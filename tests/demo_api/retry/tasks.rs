//! The tasks of a campaign that a selection names.

use std::collections::HashMap;

use super::chosen::Chosen;
use super::reason::Reason;
use super::wish::{Filter, Selection, Who};
use crate::campaign::Campaign;
use crate::ids;
use crate::problem::Problem;
use crate::store::retrying::Tried;
use crate::world::World;

/// The tasks of a campaign that a selection names, and which of them may be dialed again.
pub fn choose(
    world: &World,
    campaign: &Campaign,
    selection: &Selection,
) -> Result<Chosen, Problem> {
    let store = world.store_of(campaign)?;
    let tried: Vec<Tried> = match &selection.who {
        Who::Ids(ids) => {
            let rows = selection.named(ids, "task", |id| {
                let row = ids::task_row(id)?;
                store.tried(campaign.index, row).ok()?.map(|_| row)
            })?;
            let tried = rows.into_iter().map(|row| store.tried(campaign.index, row));
            let tried: Result<Vec<Option<Tried>>, _> = tried.collect();
            tried?.into_iter().flatten().collect()
        }
        Who::Filter(filter) => store
            .unreached(campaign.index)?
            .into_iter()
            .filter(|tried| has_failed_as(campaign, tried, filter))
            .collect(),
    };
    let rows = campaign.tasks.iter().enumerate();
    let places: HashMap<i64, usize> = rows.map(|(place, task)| (task.row, place)).collect();
    let max_attempts = i64::from(campaign.plan.pace.max_attempts);
    let mut chosen = Chosen::default();
    for tried in tried {
        let obstacle = tried.standing.obstacle(campaign.status, max_attempts);
        match places.get(&tried.row) {
            Some(place) => chosen.add(*place, obstacle),
            // Of those that only exist as rows none can be dialed.
            None => chosen.add(0, obstacle.or(Some(Reason::AttemptsUsedUp))),
        }
    }
    Ok(chosen)
}

/// Whether the last dial of a task failed as a filter says. Somebody who was not there is meant
/// only when the filter names that.
fn has_failed_as(campaign: &Campaign, tried: &Tried, filter: &Filter) -> bool {
    let Some((outcome, sip)) = tried.standing.last else {
        return false;
    };
    let is_among = |wanted: &[String], value: Option<&str>| {
        wanted.is_empty() || wanted.iter().any(|one| Some(one.as_str()) == value)
    };
    let is_named = !filter.sip_status.is_empty() || !filter.code.is_empty();
    let carrier = campaign.pool.as_ref().and_then(|pool| {
        let mut numbers = pool.numbers.iter();
        let number = numbers.find(|number| Some(number.id) == tried.number)?;
        Some(pool.trunks.get(number.trunk)?.carrier)
    });
    let at = tried.ended_at;
    (outcome.is_failure() || is_named)
        && (filter.sip_status.is_empty() || sip.is_some_and(|sip| filter.sip_status.contains(&sip)))
        && is_among(&filter.code, outcome.failure_code(sip))
        && is_among(&filter.outcome, Some(tried.standing.state.wire()))
        && is_among(&filter.carrier, carrier)
        && filter
            .after
            .is_none_or(|after| at.is_some_and(|at| at >= after))
        && filter
            .before
            .is_none_or(|before| at.is_some_and(|at| at < before))
}
