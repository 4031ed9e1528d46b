//! What another attempt brings, and how the sides of an A/B test compare.

use serde_json::{Value, json};

use super::money;
use super::numbers::rounded;
use crate::campaign::Campaign;
use crate::outcome::Outcome;
use crate::plan::Report;
use crate::problem::Problem;
use crate::store::figures::{AttemptCell, Figures};
use crate::world::World;

/// The contract's `retries`; `None` before the first dial has finished.
pub fn retries(campaign: &Campaign, figures: &Figures) -> Option<Vec<Value>> {
    if !campaign.plan.reports(Report::Retries) {
        return None;
    }
    let finished = |cell: &AttemptCell| cell.outcome != Outcome::InFlight;
    let cells = figures.attempts.iter().filter(|cell| finished(cell));
    let last = cells.map(|cell| cell.attempt).max()?;
    Some(
        (1..=last)
            .map(|attempt| {
                let is_it = |cell: &AttemptCell| cell.attempt == attempt;
                let dialed = figures.attempts_where(|cell| is_it(cell) && finished(cell));
                let answered =
                    figures.attempts_where(|cell| is_it(cell) && cell.outcome.is_answer());
                let micros = figures.sum(|cell| {
                    if is_it(cell) {
                        cell.ai_micros + cell.telephony_micros
                    } else {
                        0
                    }
                });
                let cost = (answered > 0).then(|| money(micros / answered));
                let mut step = json!({"attempt": attempt, "dialed": dialed, "answered": answered});
                let cost = campaign.plan.reports_cost.then_some(cost.into());
                super::put(&mut step, "cost_per_answer", cost);
                step
            })
            .collect(),
    )
}

/// The contract's `AbTest`; `None` without a challenger.
pub fn ab_test(
    world: &World,
    campaign: &Campaign,
    figures: &Figures,
) -> Result<Option<Value>, Problem> {
    let plan = &campaign.plan;
    let (Some(challenger), Some(goal)) = (plan.challenger, plan.goal) else {
        return Ok(None);
    };
    let code = world
        .disposition_code(campaign, goal.disposition)
        .unwrap_or_default();
    let reached = world
        .store_of(campaign)?
        .reached_by_variant(campaign.index, code)?;
    let (first, second) = challenger.descriptions;
    let sides = [
        ("A", plan.agent, first, 1.0 - challenger.share),
        ("B", challenger.agent, second, challenger.share),
    ];
    let variants: Vec<Value> = (0_i64..)
        .zip(sides)
        .zip(reached)
        .map(
            |((variant, (letter, agent, description, share)), reached)| {
                let calls = figures.attempts_where(|cell| {
                    cell.variant == variant && cell.outcome == Outcome::Talked
                });
                json!({
                    "id": format!("var_{}", letter.to_lowercase()),
                    "name": format!("{letter} - {agent}"),
                    "description": description,
                    "share": rounded(share),
                    "calls": calls,
                    "reached": reached,
                    "rate": (calls > 0).then(|| rounded(reached as f64 / calls as f64)),
                })
            },
        )
        .collect();
    Ok(Some(json!({
        "metric": "Goal",
        "minimum_calls": challenger.minimum_calls,
        "variants": variants,
    })))
}
