//! The one thing an operator should know about a campaign now, in words.

use serde_json::{Value, json};

use super::{counted, setup};
use crate::campaign::{Campaign, Status};
use crate::carrier::{Breaker, Trunk};
use crate::gate::Gate;
use crate::pool::Pool;
use crate::store::figures::Figures;
use crate::world::World;

/// A sentence with how serious it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub severity: &'static str,
    pub text: String,
    /// The limit that holds the campaign back, by its name in the contract's `Capacity`.
    limit: Option<&'static str>,
}

impl Why {
    fn new(severity: &'static str, text: String) -> Self {
        Self {
            severity,
            text,
            limit: None,
        }
    }

    fn at(self, limit: &'static str) -> Self {
        Self {
            limit: Some(limit),
            ..self
        }
    }

    /// For a campaign whose rows are still being written.
    pub fn preparing() -> Self {
        let text = "Its rows are being written; ready in a few seconds";
        Self::new("notice", String::from(text))
    }

    /// The contract's `why`.
    pub fn to_json(&self) -> Value {
        json!({"severity": self.severity, "text": self.text, "limit": self.limit})
    }
}

/// Why a campaign is as it is.
pub fn why(world: &World, campaign: &Campaign, figures: &Figures) -> Why {
    match campaign.status {
        Status::Draft => draft(campaign),
        Status::Scheduled => scheduled(campaign),
        Status::Paused => paused(world, campaign),
        Status::Failed => failed(world, campaign),
        Status::Completed => completed(campaign),
        Status::Cancelled => cancelled(campaign),
        Status::Running => running(world, campaign, figures),
    }
}

/// The launch checks that a draft does not pass, in words; `None` when it may start.
pub fn missing(campaign: &Campaign) -> Option<String> {
    let checks = setup::checks(campaign);
    let failed: Vec<String> = checks
        .iter()
        .filter(|check| check.state == "fail")
        .map(setup::Check::name)
        .collect();
    (!failed.is_empty()).then(|| {
        format!(
            "{} of {} launch checks left: {}",
            failed.len(),
            checks.len(),
            failed.join(", ")
        )
    })
}

fn draft(campaign: &Campaign) -> Why {
    missing(campaign).map_or_else(
        || Why::new("clear", String::from("Ready to start")),
        |missing| Why::new("notice", missing),
    )
}

fn scheduled(campaign: &Campaign) -> Why {
    let zone = campaign.plan.zone;
    let at = campaign.plan.starts_at.unwrap_or_default();
    Why::new("notice", format!("Starts {}", zone.day_and_clock(at)))
}

fn paused(world: &World, campaign: &Campaign) -> Why {
    let zone = campaign.plan.zone;
    let Some(pause) = &campaign.pause else {
        return Why::new("warning", String::from("Paused"));
    };
    let at = zone.when(pause.at, world.now());
    match (&pause.by, &pause.reason) {
        (None, Some(reason)) => {
            Why::new("critical", format!("Auto-paused {at}: {}", brief(reason)))
        }
        (Some(by), Some(reason)) => Why::new("warning", format!("Paused by {by}, {at}: {reason}")),
        (Some(by), None) => Why::new("warning", format!("Paused by {by}, {at}")),
        (None, None) => Why::new("critical", format!("Auto-paused {at}")),
    }
}

/// What happened, without the name of the rule in front and what stands in brackets behind.
fn brief(reason: &str) -> &str {
    let event = reason.split_once(": ").map_or(reason, |(_, event)| event);
    event.split_once(" (").map_or(event, |(brief, _)| brief)
}

fn failed(world: &World, campaign: &Campaign) -> Why {
    let zone = campaign.plan.zone;
    let text = campaign.failure.as_ref().map(|failure| {
        format!(
            "{} at {}",
            failure.reason.as_deref().unwrap_or("Failed"),
            zone.when(failure.at, world.now())
        )
    });
    Why::new("critical", text.unwrap_or_else(|| String::from("Failed")))
}

fn completed(campaign: &Campaign) -> Why {
    let zone = campaign.plan.zone;
    let at = campaign.ended_at.unwrap_or_default();
    Why::new("clear", format!("Finished {}", zone.day_and_clock(at)))
}

fn cancelled(campaign: &Campaign) -> Why {
    let (by, reason) = campaign.cancel.as_ref().map_or((None, None), |cancel| {
        (cancel.by.as_deref(), cancel.reason.as_deref())
    });
    let who = by.map_or_else(
        || String::from("Canceled"),
        |by| format!("Canceled by {by}"),
    );
    Why::new(
        "notice",
        reason.map_or_else(|| who.clone(), |reason| format!("{who}: {reason}")),
    )
}

fn running(world: &World, campaign: &Campaign, figures: &Figures) -> Why {
    let zone = campaign.plan.zone;
    let lines = figures.lines();
    // A leased task has the next free line already.
    let is_full = campaign.lines + campaign.leased() >= campaign.own_limit();
    match Gate::of(&world.dialer, campaign) {
        Gate::WindowClosed(opens) => Why::new(
            "notice",
            opens.map_or_else(
                || String::from("Window closed"),
                |at| format!("Window closed; opens {}", zone.day_and_clock(at)),
            ),
        ),
        Gate::OutOfCredits => Why::new("critical", String::from("Out of credits")).at("credits"),
        Gate::BreakerOpen(_) => Why::new("critical", failing_carrier(campaign)),
        Gate::HigherPriority => Why::new(
            "warning",
            world.dialer.goes_before(campaign).map_or_else(
                || String::from("Blocked by a higher priority"),
                |first| {
                    format!(
                        "Blocked by {}, priority {}, which holds {} lines",
                        first.plan.name, first.plan.priority, first.lines
                    )
                },
            ),
        ),
        _ if figures.unheld() == 0 && lines == 0 => idle(world, campaign),
        Gate::NoLine if is_full && campaign.own_limit() < campaign.concurrency => Why::new(
            "warning",
            format!(
                "Number pool full: {lines} of {} lines, {} allowed",
                campaign.own_limit(),
                campaign.concurrency
            ),
        )
        .at("number_pool"),
        Gate::NoLine if is_full => Why::new(
            "clear",
            format!("Dialing at its concurrency of {}", campaign.concurrency),
        )
        .at("concurrency"),
        _ => Why::new(
            "clear",
            format!(
                "Dialing; {} of {} lines in use",
                counted(lines),
                campaign.own_limit()
            ),
        ),
    }
}

fn idle(world: &World, campaign: &Campaign) -> Why {
    let next = campaign
        .tasks
        .iter()
        .filter_map(|task| task.hold_until)
        .min();
    Why::new(
        "notice",
        next.map_or_else(
            || String::from("Nothing left to dial"),
            |at| {
                format!(
                    "Waiting for retries; the next is due {}",
                    campaign.plan.zone.when(at, world.now())
                )
            },
        ),
    )
}

fn failing_carrier(campaign: &Campaign) -> String {
    let name = campaign
        .pool
        .as_ref()
        .and_then(failing_trunk)
        .map_or("Carrier", |trunk| trunk.carrier);
    format!("{name} fails with SIP 503; no number can dial")
}

/// The first trunk whose breaker is not closed.
pub fn failing_trunk(pool: &Pool) -> Option<&Trunk> {
    pool.trunks
        .iter()
        .find(|trunk| trunk.breaker != Breaker::Closed)
}
