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

/// The tasks of a state, and how long they have been in it.
#[derive(Clone, Copy, Debug)]
pub struct Age {
    pub state: State,
    pub count: i64,
    /// Past half of the state's limit, but not past it.
    pub over_half: i64,
    pub over_limit: i64,
    /// The longest, in milliseconds.
    pub oldest: Option<Ms>,
}

impl Age {
    fn of(state: State, count: i64) -> Self {
        Self {
            state,
            count,
            over_half: 0,
            over_limit: 0,
            oldest: None,
        }
    }

    /// Takes in a task that has been in the state for so long.
    fn take(&mut self, age: Ms) {
        self.oldest = self.oldest.max(Some(age));
        match self.state.limit() {
            Some(limit) if age > limit => self.over_limit += 1,
            Some(limit) if age > limit / 2 => self.over_half += 1,
            _ => {}
        }
    }

    /// Takes in the tasks of another campaign.
    pub fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.over_half += other.over_half;
        self.over_limit += other.over_limit;
        self.oldest = self.oldest.max(other.oldest);
    }

    /// The contract's `StateAge`.
    pub fn to_json(self) -> Value {
        json!({
            "state": self.state.wire(),
            "count": self.count,
            "over_half": self.over_half,
            "over_limit": self.over_limit,
            "oldest_seconds": self.oldest.map(|age| age / 1_000),
            "limit_seconds": self.state.limit().map(|limit| limit / 1_000),
        })
    }
}

/// The states that are not final, the live ones first.
pub fn unfinished() -> impl Iterator<Item = State> {
    [Family::Live, Family::Waiting]
        .into_iter()
        .flat_map(|family| {
            State::ALL
                .into_iter()
                .filter(move |state| state.family() == family)
        })
}

/// A campaign's tasks by state, in the order of [`unfinished`]; `None` where it does not report them.
pub fn ages(world: &World, campaign: &Campaign, figures: &Figures) -> Option<Vec<Age>> {
    if !campaign.plan.reports(Report::States) {
        return None;
    }
    let now = world.now();
    let mut ages: Vec<Age> = unfinished()
        .map(|state| Age::of(state, figures.in_state(state)))
        .collect();
    for task in &campaign.tasks {
        if let Some(age) = ages.iter_mut().find(|age| age.state == task.state) {
            age.take(now - task.since);
        }
    }
    for age in &mut ages {
        match age.state {
            // Tasks that only exist as rows wait since the campaign was created.
            State::Pending if campaign.sleeping > 0 => age.take(now - campaign.plan.created_at),
            State::CallbackScheduled => age.over_limit = past_due(campaign, now).count() as i64,
            _ => {}
        }
    }
    Some(ages)
}

/// Callbacks that should have been dialed by now.
pub fn past_due(campaign: &Campaign, now: Ms) -> impl Iterator<Item = &Task> {
    let is_past_due = move |task: &&Task| {
        task.state == State::CallbackScheduled
            && task.hold == Hold::None
            && task.due_at.is_some_and(|due| due + PAST_DUE < now)
    };
    let tasks: &[Task] = if campaign.may_dial(now) {
        &campaign.tasks
    } else {
        &[]
    };
    tasks.iter().filter(is_past_due)
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
