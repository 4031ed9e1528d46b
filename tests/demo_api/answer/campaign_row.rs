//! One campaign as a row of the list.

use serde_json::{Value, json};

use super::counts::{attempts, counts, progress};
use super::why::{Why, why};
use super::{actions, dispatch, instant, money, put};
use crate::campaign::{Campaign, Status};
use crate::gate::Gate;
use crate::people;
use crate::problem::Problem;
use crate::world::World;
use crate::zone::Ms;

/// A row of the list with what it is sorted by.
pub struct Entry {
    /// Tells rows apart and breaks ties; the same for the whole life of the world.
    pub place: i64,
    /// For comparing: without case and diacritics.
    pub folded: String,
    pub id: String,
    /// In lower case, for searching.
    pub lower_id: String,
    pub status: String,
    /// How serious it is, then the rank of its status.
    pub attention: (u8, u8),
    pub created: Ms,
    pub progress: f64,
    pub priority: i64,
    pub row: Value,
}

/// The order of statuses: what goes on comes first.
pub fn status_rank(status: &str) -> u8 {
    match status {
        "running" => 0,
        "paused" => 1,
        "scheduled" => 2,
        "draft" => 3,
        "failed" => 4,
        "completed" => 5,
        "cancelled" => 6,
        _ => 7,
    }
}

/// The order of severities: what is serious comes first.
pub fn severity_rank(severity: &str) -> u8 {
    match severity {
        "critical" => 0,
        "warning" => 1,
        _ => 2,
    }
}

/// A simulated campaign.
pub fn simulated(world: &World, campaign: &Campaign) -> Result<Entry, Problem> {
    let figures = world.figures(campaign)?;
    let plan = &campaign.plan;
    let zone = plan.zone;
    let why = why(world, campaign, &figures);
    let (ai, telephony) = figures.cost_micros();
    let gate = Gate::of(&world.dialer, campaign);
    let mut row = json!({
        "id": plan.id,
        "name": plan.name,
        "status": campaign.status.wire(),
        "time_zone": zone.name(),
        "why": why.to_json(),
        "counts": counts(world, campaign, &figures),
        "attempts": attempts(campaign, &figures),
        "priority": plan.priority,
        "created_at": zone.rfc3339(plan.created_at),
        "actions": actions::plain_actions(world, campaign, &figures),
    });
    put(
        &mut row,
        "spend",
        plan.reports_cost.then(|| money(ai + telephony)),
    );
    put(
        &mut row,
        "budget",
        plan.budget.map(|cents| money(cents * 10_000)),
    );
    put(
        &mut row,
        "call_window",
        plan.window
            .as_ref()
            .filter(|_| !campaign.status.is_ended())
            .map(|window| window.to_json(zone, world.now())),
    );
    put(
        &mut row,
        "blocked_by",
        dispatch::blocking(world, campaign, gate).filter(|_| gate == Gate::HigherPriority),
    );
    if campaign.status == Status::Scheduled {
        put(&mut row, "starts_at", Some(instant(zone, plan.starts_at)));
    }
    put(
        &mut row,
        "ended_at",
        campaign.ended_at.map(|at| Value::from(zone.rfc3339(at))),
    );
    Ok(Entry {
        place: campaign.index as i64,
        folded: people::folded(&plan.name),
        id: plan.id.to_string(),
        lower_id: plan.id.to_lowercase(),
        status: campaign.status.wire().to_owned(),
        attention: attention(&why, campaign.status.wire()),
        created: plan.created_at,
        progress: progress(&figures),
        priority: i64::from(plan.priority),
        row,
    })
}

/// A campaign whose rows are still being written: it reports no figures yet.
pub fn unprepared(campaign: &Campaign) -> Entry {
    let plan = &campaign.plan;
    let why = Why::preparing();
    Entry {
        place: campaign.index as i64,
        folded: people::folded(&plan.name),
        id: plan.id.to_string(),
        lower_id: plan.id.to_lowercase(),
        status: campaign.status.wire().to_owned(),
        attention: attention(&why, campaign.status.wire()),
        created: plan.created_at,
        progress: 0.0,
        priority: i64::from(plan.priority),
        row: json!({
            "id": plan.id,
            "name": plan.name,
            "status": campaign.status.wire(),
            "time_zone": plan.zone.name(),
            "why": why.to_json(),
            "priority": plan.priority,
            "created_at": plan.zone.rfc3339(plan.created_at),
        }),
    }
}

fn attention(why: &Why, status: &str) -> (u8, u8) {
    (severity_rank(why.severity), status_rank(status))
}

/// A row that another part of the demo made.
pub fn foreign(place: i64, row: Value) -> Entry {
    let text = |key: &str| {
        row.get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let status = text("status");
    let severity = row
        .pointer("/why/severity")
        .and_then(Value::as_str)
        .unwrap_or("clear")
        .to_owned();
    let created = chrono::DateTime::parse_from_rfc3339(&text("created_at"))
        .map_or(0, |at| at.timestamp_millis());
    let processed = row.pointer("/counts/processed").and_then(Value::as_f64);
    let total = row.pointer("/counts/total").and_then(Value::as_f64);
    let progress = match (processed, total) {
        (Some(processed), Some(total)) if total > 0.0 => processed / total,
        _ => 0.0,
    };
    Entry {
        place,
        folded: people::folded(&text("name")),
        lower_id: text("id").to_lowercase(),
        id: text("id"),
        attention: (severity_rank(&severity), status_rank(&status)),
        status,
        created,
        progress,
        // What reports no priority comes after what does.
        priority: row
            .get("priority")
            .and_then(Value::as_i64)
            .unwrap_or(i64::MAX),
        row,
    }
}
