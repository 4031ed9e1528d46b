//! The tiles of spend and goal.

use crate::domain::cost::Cost;
use crate::domain::field::Field;
use crate::domain::figures::share;
use crate::domain::format::{Formats, NONE};
use crate::domain::snapshot::Snapshot;

use super::Tile;

pub fn spend(snapshot: &Snapshot, formats: &Formats<'_>) -> Tile {
    let (key, label) = ("spend", "Spend");
    let Some(cost) = snapshot.cost.value() else {
        return Tile::missing(key, label, "cost", &snapshot.cost);
    };
    Tile::reported(
        key,
        label,
        formats.money(&cost.total),
        of_budget(cost, formats),
    )
}

/// "64.1% of $750.00".
fn of_budget(cost: &Cost, formats: &Formats<'_>) -> String {
    let budget = match &cost.budget {
        Field::Value(budget) => budget,
        Field::Empty => return "no budget set".to_owned(),
        Field::NotReported => return "budget not reported".to_owned(),
    };
    let comparable = budget.currency == cost.total.currency && budget.amount > 0.0;
    let text = formats.money(budget);
    if comparable {
        let part = formats.percent(cost.total.amount / budget.amount);
        [&part, " of ", &text].concat()
    } else {
        ["budget ", &text].concat()
    }
}

/// The goal's tile; `None` when no goal is set.
pub fn goal(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Tile> {
    let (key, label) = ("goal", "Goal progress");
    if snapshot.goal.is_absent() {
        return None;
    }
    let Some(goal) = snapshot.goal.value() else {
        return Some(Tile::missing(key, label, "goal", &snapshot.goal));
    };
    let value = share(goal.reached, goal.target)
        .map_or_else(|| NONE.to_owned(), |share| formats.percent(share));
    let mut lines = vec![super::tasks::equation(goal.reached, goal.target, formats)];
    if let Some(name) = goal.label.as_deref() {
        lines.push(["What counts: ", name].concat());
    }
    let tile = Tile::reported(key, label, value, formats.of(goal.reached, goal.target));
    Some(tile.explained("Reached ÷ target", lines))
}
