//! What the campaign costs, what a result costs, and where the budget will stand.

use super::cost::Cost;
use super::details::Definition;
use super::field::Field;
use super::figures::final_of_total;
use super::format::Formats;
use super::money::Money;
use super::rich::Rich;
use super::snapshot::Snapshot;
use super::status::CampaignStatus;
use super::tone::Tone;

/// Final tasks below which no final spend is projected: with fewer, a single
/// long call moves the projection by more than it says.
const PROJECTED_FROM: i64 = 30;

/// What operators are reminded of where the API sends no reminder of its own.
pub const REMINDER: &str = "Reconcile with SIP and carrier reports before invoicing.";

/// The cost card.
#[derive(Clone, Debug, PartialEq)]
pub struct CostSummary {
    /// Spent so far: "$480.77".
    pub total: String,
    /// AI and telephony, as far as they are reported.
    pub parts: Vec<CostPart>,
    /// What is left of the budget, what a result costs, where the spend ends.
    pub rows: Vec<Definition>,
    /// That the budget is passed, or will be, with its tone.
    pub warning: Option<(Rich, Tone)>,
    /// What to keep in mind before billing by these figures.
    pub reminder: String,
}

/// One part of the spend.
#[derive(Clone, Debug, PartialEq)]
pub struct CostPart {
    /// "AI".
    pub label: &'static str,
    /// "$346.15".
    pub value: String,
    /// Its share of the total, from 0 to 1; 0 where the currencies differ.
    pub fraction: f64,
    /// Its color: "ai", "telephony".
    pub series: &'static str,
}

/// The card of a snapshot; `None` when no cost is reported.
pub fn summary(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<CostSummary> {
    let cost = snapshot.cost.value()?;
    let own_note = cost.billing_note.as_deref().map(str::trim);
    Some(CostSummary {
        total: formats.money(&cost.total),
        parts: parts(cost, formats),
        rows: results(snapshot, cost, formats),
        warning: warning(snapshot, cost, formats),
        reminder: own_note
            .filter(|note| !note.is_empty())
            .unwrap_or(REMINDER)
            .to_owned(),
    })
}

fn parts(cost: &Cost, formats: &Formats<'_>) -> Vec<CostPart> {
    let part = |label, series, money: &Field<Money>| {
        let money = money.value()?;
        let comparable = money.currency == cost.total.currency && cost.total.amount > 0.0;
        let share = money.amount / cost.total.amount;
        Some(CostPart {
            label,
            value: formats.money(money),
            fraction: if comparable {
                share.clamp(0.0, 1.0)
            } else {
                0.0
            },
            series,
        })
    };
    let known = [
        part("AI", "ai", &cost.ai),
        part("Telephony", "telephony", &cost.telephony),
    ];
    known.into_iter().flatten().collect()
}

fn results(snapshot: &Snapshot, cost: &Cost, formats: &Formats<'_>) -> Vec<Definition> {
    let mut rows = Vec::new();
    if let Some(budget) = cost.budget.value() {
        let left = less(budget, &cost.total);
        let value = match left {
            Some(left) => [&*formats.money(&left), " of ", &formats.money(budget)].concat(),
            None => formats.money(budget),
        };
        rows.push(Definition::of("Budget left", value));
    }
    let attempts = snapshot.attempts.value();
    let per = [
        (
            "Per answered call",
            attempts.and_then(|attempts| attempts.answered.copied()),
        ),
        (
            "Per completed call",
            attempts.and_then(|attempts| attempts.completed.copied()),
        ),
        (
            "Per goal reached",
            snapshot.goal.value().map(|goal| goal.reached),
        ),
    ];
    for (label, count) in per {
        if let Some(count) = count.filter(|count| *count > 0) {
            let each = scaled(&cost.total, 1.0 / count as f64);
            rows.push(Definition::of(label, formats.money(&each)));
        }
    }
    if let Some(projected) = projected(snapshot, cost) {
        rows.push(Definition {
            strong: true,
            ..Definition::of("Projected final", formats.money(&projected))
        });
    }
    rows
}

/// Spend so far × all contacts ÷ final contacts: what the rest costs if it goes
/// as it went. `None` for too few final contacts, and when nothing is left.
pub fn projected(snapshot: &Snapshot, cost: &Cost) -> Option<Money> {
    if CampaignStatus::from_wire(&snapshot.campaign.status).has_ended() {
        return None;
    }
    let (finished, total) = final_of_total(snapshot)?;
    let projects = finished >= PROJECTED_FROM && finished < total && cost.total.amount > 0.0;
    projects.then(|| scaled(&cost.total, total as f64 / finished as f64))
}

fn warning(snapshot: &Snapshot, cost: &Cost, formats: &Formats<'_>) -> Option<(Rich, Tone)> {
    let budget = cost.budget.value()?;
    let past = |spend: &Money| less(spend, budget).filter(|over| over.amount > 0.0);
    let told = |start: &str, over: &Money| Rich::of(start).strong(&formats.money(over)).text(".");
    if let Some(over) = past(&cost.total) {
        return Some((told("The budget is passed by ", &over), Tone::Bad));
    }
    let over = past(&projected(snapshot, cost)?)?;
    Some((told("On course to pass the budget by ", &over), Tone::Warn))
}

fn scaled(money: &Money, factor: f64) -> Money {
    Money {
        amount: money.amount * factor,
        currency: money.currency.clone(),
    }
}

/// `None` for two currencies.
fn less(money: &Money, other: &Money) -> Option<Money> {
    (money.currency == other.currency).then(|| Money {
        amount: money.amount - other.amount,
        currency: money.currency.clone(),
    })
}

#[cfg(test)]
mod tests;
