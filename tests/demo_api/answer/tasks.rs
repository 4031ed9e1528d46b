//! Tasks as the contract shows them, and what there is to filter by.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::instant;
use crate::campaign::Campaign;
use crate::gate::Gate;
use crate::store::figures::{Figures, TaskCell};
use crate::store::rows::TaskRow;
use crate::task_state::{Family, Hold};
use crate::world::World;
use crate::{ids, people};

/// A task of a campaign. `gate` is what keeps the campaign now.
pub fn task(world: &World, campaign: &Campaign, gate: Gate, row: &TaskRow) -> Value {
    let zone = campaign.plan.zone;
    let talk = match row.talking_since {
        Some(since) => Some(world.now() - since),
        None => row.talk,
    };
    json!({
        "id": ids::task(row.row),
        "contact": {
            "id": ids::contact(row.row),
            "name": world.name(row.person),
            "time_zone": row.zone.name(),
            "url": format!("https://crm.northwind.example/contacts/{}", ids::contact(row.row)),
        },
        "phone": row.phone,
        "from": world.number(row.from_number),
        "from_sticky": row.sticky,
        "status": row.state.wire(),
        "status_since": zone.rfc3339(row.since),
        "blocker": blocker(gate, row),
        "blocker_text": blocker_text(world, campaign, gate, row),
        "next_eligible_at": instant(zone, next_eligible(gate, row)),
        "disposition": world.disposition(row.disposition),
        "attempts": row.attempts,
        "max_attempts": campaign.most_attempts(row.attempts),
        "system_retries": row.system_retries,
        "talk_seconds": talk.map(|talk| talk / 1_000),
        "score": row.score,
        "last_attempted_at": instant(zone, row.last_attempted),
        "sip_status": row.sip,
    })
}

/// The code that keeps a waiting task, or that ended a final one.
pub fn blocker(gate: Gate, row: &TaskRow) -> Option<&'static str> {
    if row.hold == Hold::None && row.state.family() == Family::Waiting {
        gate.wire()
    } else {
        row.hold.wire()
    }
}

fn next_eligible(gate: Gate, row: &TaskRow) -> Option<i64> {
    if row.state.family() != Family::Waiting || row.hold.needs_fix() {
        return None;
    }
    row.hold_until.max(gate.lifts_at())
}

/// What a blocker means for this task, in words.
pub fn blocker_text(
    world: &World,
    campaign: &Campaign,
    gate: Gate,
    row: &TaskRow,
) -> Option<String> {
    let zone = campaign.plan.zone;
    match row.hold {
        Hold::None if row.state.family() == Family::Waiting => gate_text(world, campaign, gate),
        Hold::None => None,
        Hold::CoolOff => Some(sip_text(row.sip).to_owned()),
        Hold::CarrierError if row.state.family() == Family::Final => {
            Some(format!("SIP {}, twice", row.sip.unwrap_or(503)))
        }
        Hold::CarrierError => Some(format!(
            "SIP {}; tried again after the cool-off",
            row.sip.unwrap_or(503)
        )),
        Hold::CallbackNotDue => Some(String::from("The contact asked to be called back")),
        Hold::QuietHours => row.hold_until.map(|until| {
            format!(
                "Until {} ({} for the contact)",
                zone.clock(until),
                row.zone.clock(until)
            )
        }),
        Hold::NoNumber => Some(format!(
            "No number in the pool dials {}; it needs a pool change",
            country(&row.phone)
        )),
        Hold::InvalidNumber => Some(format!("SIP {}, not tried again", row.sip.unwrap_or(404))),
        Hold::NoWorker => row
            .talk
            .map(|talk| format!("Call of {:.1} s, then closed", talk as f64 / 1_000.0)),
    }
}

fn sip_text(sip: Option<i64>) -> &'static str {
    match sip {
        Some(486) => "SIP 486, busy",
        Some(503) => "SIP 503, carrier error",
        _ => "SIP 480, no answer",
    }
}

fn country(phone: &str) -> &'static str {
    match phone.get(..3) {
        Some("+39") => "Italy",
        Some("+44") => "the United Kingdom",
        Some("+49") => "Germany",
        _ => "its country",
    }
}

/// What keeps the campaign, as it reads beside one of its tasks.
pub fn gate_text(world: &World, campaign: &Campaign, gate: Gate) -> Option<String> {
    let zone = campaign.plan.zone;
    match gate {
        Gate::Open => None,
        Gate::NotStarted(at) => Some(at.map_or_else(
            || String::from("The campaign is a draft"),
            |at| format!("The campaign starts {}", zone.day_and_clock(at)),
        )),
        Gate::Paused => Some(String::from("When the campaign is resumed")),
        Gate::Ended => Some(String::from("Never called")),
        Gate::WindowClosed(at) => at.map(|at| format!("Opens {}", zone.day_and_clock(at))),
        Gate::OutOfCredits => Some(String::from("When credits are added")),
        Gate::BreakerOpen(at) => Some(at.map_or_else(
            || String::from("A probe call is out"),
            |at| format!("Next probe {}", zone.clock(at)),
        )),
        Gate::HigherPriority => world
            .dialer
            .goes_before(campaign)
            .map(|first| format!("{} goes first", first.plan.name)),
        Gate::NoLine => Some(format!(
            "All {} lines are in use",
            campaign
                .own_limit()
                .min(world.dialer.shared_share(campaign).left())
        )),
    }
}

/// The contract's filters, with counts from the figures.
pub fn filters(world: &World, gate: Gate, figures: &Figures) -> Value {
    let status = facet(figures, |cell| Some(cell.state.wire().to_owned()));
    let blocker = facet(figures, |cell| {
        if cell.hold == Hold::None && cell.state.family() == Family::Waiting {
            gate.wire().map(str::to_owned)
        } else {
            cell.hold.wire().map(str::to_owned)
        }
    });
    let disposition = facet(figures, |cell| {
        world.disposition(cell.disposition).map(str::to_owned)
    });
    let from = facet(figures, |cell| {
        world.number(cell.from_number).map(str::to_owned)
    });
    json!({"status": status, "blocker": blocker, "disposition": disposition, "from": from})
}

fn facet(figures: &Figures, value: impl Fn(&TaskCell) -> Option<String>) -> Vec<Value> {
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    for cell in &figures.tasks {
        if let Some(value) = value(cell) {
            *counts.entry(value).or_default() += cell.count;
        }
    }
    let mut counts: Vec<(String, i64)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
        .into_iter()
        .map(|(value, count)| json!({"value": value, "count": count}))
        .collect()
}

/// A search text in the form in which it is compared, for cursors.
pub fn comparable(query: &str) -> String {
    people::folded(query.trim())
}
