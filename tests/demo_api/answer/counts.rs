//! The counts of tasks and attempts, as the contract groups them.

use serde_json::{Value, json};

use super::numbers::rounded;
use crate::campaign::Campaign;
use crate::gate::Gate;
use crate::outcome::Outcome;
use crate::store::figures::{AttemptCell, Figures};
use crate::task_state::{Family, State};
use crate::world::World;

/// The contract's `TaskCounts`.
pub fn counts(world: &World, campaign: &Campaign, figures: &Figures) -> Value {
    let by_status: serde_json::Map<String, Value> = State::ALL
        .into_iter()
        .map(|state| (state, figures.in_state(state)))
        .filter(|(_, count)| *count > 0)
        .map(|(state, count)| (state.wire().to_owned(), Value::from(count)))
        .collect();
    let gate = Gate::of(&world.dialer, campaign);
    let ready = if gate.lacks_only_a_line() {
        figures.unheld()
    } else {
        0
    };
    json!({
        "total": figures.total(),
        "by_status": by_status,
        "attempted": figures.tasks_where(|cell| cell.attempts > 0),
        "ready": ready,
    })
}

/// The contract's `AttemptCounts`. The rates are left to the reader, who has the counts.
pub fn attempts(campaign: &Campaign, figures: &Figures) -> Value {
    let talked = |cell: &AttemptCell| cell.outcome == Outcome::Talked;
    let talk_ms = figures.sum(|cell| if talked(cell) { cell.talk_ms } else { 0 });
    let max = i64::from(campaign.plan.pace.max_attempts);
    let retries_remaining: i64 = figures
        .tasks
        .iter()
        .filter(|cell| cell.state.family() == Family::Waiting && cell.attempts > 0)
        .map(|cell| (max - cell.attempts) * cell.count)
        .sum();
    json!({
        "dialed": figures.dialed(),
        "finished": figures.finished(),
        "answered": figures.attempts_where(|cell| cell.outcome.is_answer()),
        "answered_live": figures.attempts_where(|cell| cell.outcome.is_live_answer()),
        "abandoned": figures.with_outcome(Outcome::Abandoned),
        "machine_detected": figures.with_outcome(Outcome::Machine),
        "failed": figures.with_outcome(Outcome::CarrierFailure),
        "talk_seconds": talk_ms / 1_000,
        "completed": figures.with_outcome(Outcome::Talked),
        "retries_remaining": retries_remaining,
    })
}

/// Share of tasks that are final, for sorting.
pub fn progress(figures: &Figures) -> f64 {
    let total = figures.total().max(1);
    rounded(figures.in_family(Family::Final) as f64 / total as f64)
}
