//! The checklist of a draft, and the estimate of what its run costs.

use crate::domain::block::Block;
use crate::domain::details::Definition;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::money::Money;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;
use crate::domain::vocabulary::vocabulary;

use super::{CostEstimate, LaunchCheck};

vocabulary! {
    /// What a launch check found.
    pub enum CheckState {
        Pass: "pass"; "Ready";
            "In place.";
            Ok; CircleCheck,
        Warn: "warn"; "Look at this";
            "The campaign can start, and this is worth a look first.";
            Warn; TriangleAlert,
        Fail: "fail"; "Missing";
            "The campaign cannot start without this.";
            Bad; OctagonX,
        NotKnown: "unknown"; "Not known";
            "The API could not tell.";
            Mute; DashedCircle,
    }
}

/// Whether a draft can start, and what it may cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Readiness {
    /// "Ready to start", "1 check is missing": tone and shape with it.
    pub badge: (String, Tone, Glyph),
    /// The checks, in the order received.
    pub checks: Vec<LaunchCheckRow>,
    /// The cost estimate line by line; empty when none is reported.
    pub estimate: Vec<Definition>,
    /// How the estimate is made: "1,840 contacts × up to 4 attempts = at most
    /// 7,360 dials"; may be empty.
    pub basis: String,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaunchCheckRow {
    /// Its name in code.
    pub key: String,
    /// Its name.
    pub label: String,
    /// What was found.
    pub state: CheckState,
    /// The finding in words; without any from the API, what the state means.
    pub text: String,
}

/// The readiness of a snapshot; `None` unless the API reports it.
pub fn readiness(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Readiness> {
    let Block::Value(launch) = snapshot.launch.read() else {
        return None;
    };
    let checks: Vec<LaunchCheckRow> = launch.checks.iter().map(row).collect();
    let estimate = launch.estimate.value();
    Some(Readiness {
        badge: badge(&checks, formats),
        estimate: estimate.map_or_else(Vec::new, |estimate| costs(estimate, formats)),
        basis: estimate.map_or_else(String::new, |estimate| basis(estimate, formats)),
        checks,
    })
}

fn row(check: &LaunchCheck) -> LaunchCheckRow {
    let state = CheckState::from_wire(&check.state);
    let text = check.text.as_deref().or(state.meaning());
    LaunchCheckRow {
        key: check.key.clone(),
        label: check.label.clone(),
        text: text.unwrap_or_default().to_owned(),
        state,
    }
}

fn badge(checks: &[LaunchCheckRow], formats: &Formats<'_>) -> (String, Tone, Glyph) {
    let count = |state: CheckState| checks.iter().filter(|check| check.state == state).count();
    let counted = |count: usize, one: &str, more: &str| {
        let words = if count == 1 { one } else { more };
        [&*formats.count(count as i64), words].concat()
    };
    let missing = count(CheckState::Fail);
    let doubtful = count(CheckState::Warn);
    let unsure = checks.len() - missing - doubtful - count(CheckState::Pass);
    if missing > 0 {
        let text = counted(missing, " thing is missing", " things are missing");
        (text, Tone::Bad, Glyph::OctagonX)
    } else if doubtful > 0 {
        let text = counted(doubtful, " thing to look at", " things to look at");
        (text, Tone::Warn, Glyph::TriangleAlert)
    } else if unsure > 0 {
        let text = counted(unsure, " check is not known", " checks are not known");
        (text, Tone::Mute, Glyph::DashedCircle)
    } else if checks.is_empty() {
        let text = "No checks reported".to_owned();
        (text, Tone::Mute, Glyph::DashedCircle)
    } else {
        ("Ready to start".to_owned(), Tone::Ok, Glyph::CircleCheck)
    }
}

fn costs(estimate: &CostEstimate, formats: &Formats<'_>) -> Vec<Definition> {
    let (low, high) = bounds(estimate);
    let mut rows = Vec::new();
    let mut push = |label: &str, money: Option<Money>, strong| {
        rows.extend(money.map(|money| Definition {
            label: label.to_owned(),
            value: formats.money(&money),
            strong,
        }));
    };
    push("At least, each dialed once", low, false);
    push("At most, every attempt used", high, true);
    push("Per attempt", estimate.per_attempt.value().cloned(), false);
    rows
}

/// The dialer's own bounds, else contacts × attempts × the price of one.
fn bounds(estimate: &CostEstimate) -> (Option<Money>, Option<Money>) {
    let dials = |attempts: Option<i64>| {
        let each = estimate.per_attempt.value()?;
        let dials = estimate.contacts.copied()? as f64 * attempts? as f64;
        Some(Money {
            amount: each.amount * dials,
            currency: each.currency.clone(),
        })
    };
    let own = |money: Option<&Money>| money.cloned();
    (
        own(estimate.low.value()).or_else(|| dials(Some(1))),
        own(estimate.high.value()).or_else(|| dials(estimate.max_attempts.copied())),
    )
}

fn basis(estimate: &CostEstimate, formats: &Formats<'_>) -> String {
    let (Some(contacts), Some(attempts)) =
        (estimate.contacts.copied(), estimate.max_attempts.copied())
    else {
        return String::new();
    };
    let noun = |count, one: &'static str, more| if count == 1 { one } else { more };
    let dials = contacts.saturating_mul(attempts);
    [
        &*formats.count(contacts),
        noun(contacts, " contact × up to ", " contacts × up to "),
        &formats.count(attempts),
        noun(attempts, " attempt = at most ", " attempts = at most "),
        &formats.count(dials),
        noun(dials, " dial.", " dials."),
    ]
    .concat()
}

#[cfg(test)]
mod tests;
