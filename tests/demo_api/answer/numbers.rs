//! The number pool of a campaign, number by number.

use serde_json::{Value, json};

use super::instant;
use crate::campaign::Campaign;
use crate::carrier::Breaker;
use crate::outcome::Outcome;
use crate::pool::{Number, Pool};
use crate::store::figures::Figures;

/// Every number of the pool, those in rotation first; empty without a pool.
pub fn numbers(campaign: &Campaign, figures: &Figures) -> Vec<Value> {
    let Some(pool) = &campaign.pool else {
        return Vec::new();
    };
    pool.numbers
        .iter()
        .map(|number| row(campaign, pool, number, figures))
        .collect()
}

fn row(campaign: &Campaign, pool: &Pool, number: &Number, figures: &Figures) -> Value {
    let finished = figures
        .attempts_where(|cell| cell.number == number.id && cell.outcome != Outcome::InFlight);
    let answered =
        figures.attempts_where(|cell| cell.number == number.id && cell.outcome.is_answer());
    let trunk = pool.trunks.get(number.trunk);
    let carrier_fails = trunk.is_some_and(|trunk| trunk.breaker != Breaker::Closed);
    let status = if number.removed_at.is_some() {
        "removed"
    } else if number.flagged_at.is_some() {
        "spam_flagged"
    } else if carrier_fails {
        "carrier_errors"
    } else {
        "in_rotation"
    };
    let reputation = if number.flagged_at.is_some() {
        "2 of 3 lists"
    } else {
        "clear on 3 lists"
    };
    json!({
        "id": number.wire_id(),
        "number": number.e164,
        "provider": trunk.map(|trunk| trunk.carrier),
        "status": status,
        "attempts": figures.attempts_where(|cell| cell.number == number.id),
        "finished": finished,
        "answered": answered,
        "answer_rate": (finished > 0).then(|| rounded(answered as f64 / finished as f64)),
        "weight": rounded(pool.weight_share(number)),
        "reputation": reputation,
        "flagged_at": instant(campaign.plan.zone, number.flagged_at),
    })
}

/// Four decimals are a hundredth of a percent.
pub fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
