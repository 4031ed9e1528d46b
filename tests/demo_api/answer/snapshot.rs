//! Everything the live page of a campaign shows, as of one instant.

use serde_json::{Value, json};

use super::counts::{attempts, counts};
use super::{actions, blocks, containment, counted_noun, dispatch, instant, money, numbers, put};
use crate::campaign::{Campaign, Interruption};
use crate::problem::Problem;
use crate::store::figures::Figures;
use crate::store::filter::Filter;
use crate::store::order::{Order, Sort};
use crate::store::pages::Position;
use crate::task_list::{self, List};
use crate::world::World;

/// Rows in the snapshot's page of tasks and numbers.
const FIRST_PAGE: i64 = 50;

/// The contract's `Snapshot`.
pub fn snapshot(world: &World, campaign: &Campaign) -> Result<Value, Problem> {
    let figures = world.figures(campaign)?;
    let plan = &campaign.plan;
    let mut answer = json!({
        "captured_at": plan.zone.rfc3339(world.now()),
        "campaign": about(world, campaign),
        "actions": actions::actions(world, campaign, &figures),
        "counts": counts(world, campaign, &figures),
        "attempts": attempts(campaign, &figures),
        "tasks": first_tasks(world, campaign, &figures)?,
        "activity": activity(campaign),
    });
    put(&mut answer, "callbacks", callbacks(world, campaign)?);
    put(&mut answer, "cost", cost(campaign, &figures));
    put(&mut answer, "goal", goal(world, campaign, &figures));
    put(
        &mut answer,
        "call_window",
        plan.window
            .as_ref()
            .filter(|_| !campaign.status.is_ended())
            .map(|window| window.to_json(plan.zone, world.now())),
    );
    blocks::add(world, campaign, &figures, &mut answer)?;
    if blocks::is_live(campaign) {
        put(
            &mut answer,
            "dispatch",
            Some(dispatch::dispatch(world, campaign, &figures)?),
        );
    }
    if campaign.pool.is_some() {
        let items = numbers::numbers(campaign, &figures);
        let total = items.len();
        put(
            &mut answer,
            "numbers",
            Some(json!({
                "items": items,
                "page": {"size": FIRST_PAGE, "number": 1, "total": total, "total_is": "exact", "next": null, "prev": null},
                "captured_at": plan.zone.rfc3339(world.now()),
            })),
        );
    }
    Ok(answer)
}

fn first_tasks(world: &World, campaign: &Campaign, figures: &Figures) -> Result<Value, Problem> {
    task_list::answer(
        world,
        campaign,
        figures,
        &List {
            filter: Filter::default(),
            order: Order {
                sort: Sort::Activity,
                descending: false,
            },
            sort_name: String::from("activity"),
            filter_mark: task_list::mark(&[]),
            position: Position::Offset {
                skip: 0,
                total: Some(figures.total()),
            },
            number: Some(1),
            size: FIRST_PAGE,
        },
    )
}

/// The contract's `Campaign`.
fn about(world: &World, campaign: &Campaign) -> Value {
    let plan = &campaign.plan;
    let zone = plan.zone;
    let agent = plan.challenger.map_or_else(
        || plan.agent.to_owned(),
        |b| format!("{}, {}", plan.agent, b.agent),
    );
    let mut about = json!({
        "id": plan.id,
        "name": plan.name,
        "status": campaign.status.wire(),
        "time_zone": zone.name(),
        "priority": plan.priority,
        "priority_levels": 5,
        "agent": agent,
        "concurrency": campaign.concurrency,
        "max_attempts": plan.pace.max_attempts,
        "retry_delay_seconds": plan.pace.retry_delay / 1_000,
        "mode": plan.mode,
        "trigger": plan.trigger,
        "created_at": zone.rfc3339(plan.created_at),
        "starts_at": instant(zone, plan.starts_at.filter(|at| *at > world.now() && campaign.started_at.is_none())),
        "started_at": instant(zone, campaign.started_at),
        "ended_at": instant(zone, campaign.ended_at),
    });
    if plan.can_be_contained && !campaign.status.is_ended() {
        let (min, max) = containment::CONCURRENCY;
        let range = json!({"min": min, "max": max});
        put(&mut about, "concurrency_range", Some(range));
    }
    put(
        &mut about,
        "number_pool",
        campaign.pool.as_ref().map(|pool| Value::from(pool.name)),
    );
    for (key, interruption) in [
        ("pause", &campaign.pause),
        ("cancel", &campaign.cancel),
        ("failure", &campaign.failure),
    ] {
        let value = interruption
            .as_ref()
            .map(|interruption| self::interruption(campaign, interruption));
        put(&mut about, key, value);
    }
    about
}

fn interruption(campaign: &Campaign, interruption: &Interruption) -> Value {
    json!({
        "at": campaign.plan.zone.rfc3339(interruption.at),
        "reason": interruption.reason,
        "by": interruption.by,
        "automatic": interruption.by.is_none(),
        "note": interruption.note,
    })
}

fn callbacks(world: &World, campaign: &Campaign) -> Result<Option<Value>, Problem> {
    if !campaign.plan.callbacks {
        return Ok(None);
    }
    let callbacks = world.store_of(campaign)?.callbacks(campaign.index)?;
    Ok(Some(json!({
        "pending": callbacks.pending,
        "completed": callbacks.completed,
        "cancelled": callbacks.cancelled,
        "exhausted": callbacks.exhausted,
    })))
}

fn cost(campaign: &Campaign, figures: &Figures) -> Option<Value> {
    if !campaign.plan.reports_cost {
        return None;
    }
    let (ai, telephony) = figures.cost_micros();
    let mut cost = json!({
        "total": money(ai + telephony),
        "ai": money(ai),
        "telephony": money(telephony),
    });
    let budget = campaign.plan.budget.map(|cents| money(cents * 10_000));
    put(&mut cost, "budget", budget);
    let note = campaign.plan.billing_note.map(Value::from);
    put(&mut cost, "billing_note", note);
    Some(cost)
}

fn goal(world: &World, campaign: &Campaign, figures: &Figures) -> Option<Value> {
    let goal = campaign.plan.goal?;
    let code = world.disposition_code(campaign, goal.disposition)?;
    let reached = figures.tasks_where(|cell| cell.disposition == code);
    Some(json!({"label": goal.label, "target": goal.target, "reached": reached}))
}

fn activity(campaign: &Campaign) -> Vec<Value> {
    let zone = campaign.plan.zone;
    let plan = &campaign.plan;
    let contacts = i64::from(plan.audience.contacts) + i64::from(plan.audience.asleep);
    let created = json!({
        "at": zone.rfc3339(plan.created_at),
        "severity": "notice",
        "text": format!("Created with {}", counted_noun(contacts, "contact", "contacts")),
        "by": plan.trigger.strip_prefix("Manual, "),
    });
    campaign
        .activity
        .iter()
        .rev()
        .map(|entry| {
            json!({
                "at": zone.rfc3339(entry.at),
                "severity": entry.severity,
                "text": entry.text,
                "by": entry.by,
            })
        })
        .chain([created])
        .collect()
}
