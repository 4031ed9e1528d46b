//! How the dials of a campaign failed.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::{is_recorded, segments};
use crate::answer::calls::carrier;
use crate::answer::instant;
use crate::api::campaign;
use crate::campaign::Campaign;
use crate::problem::Problem;
use crate::store::failures::{FailedContacts, FailedDials};
use crate::task_state::{Family, State};
use crate::world::World;
use crate::zone::Ms;

/// The contract's `FailureReport` of a campaign.
pub fn of_campaign(world: &World, id: &str) -> Result<Value, Problem> {
    if is_recorded(id) {
        return Err(Problem::missing(
            "The recording does not say how dials failed.",
        ));
    }
    let campaign = campaign(world, id)?;
    let (zone, now) = (campaign.plan.zone, world.now());
    let store = world.store_of(campaign)?;
    let figures = world.figures(campaign)?;
    let failed = figures.attempts_where(|cell| cell.outcome.is_failure());
    let done = figures.in_state(State::Completed) + figures.in_state(State::Processing);
    let reached = done + store.spoken_to_but_open(campaign.index)?;
    let contacts = store.failed_contacts(campaign.index)?;
    let window = campaign.started_at.map(|from| {
        json!({
            "from": instant(zone, Some(from)),
            "to": instant(zone, campaign.ended_at.or(Some(now))),
        })
    });
    Ok(json!({
        "captured_at": zone.rfc3339(now),
        "window": window,
        "time_zone": zone.name(),
        "attempts": {"finished": figures.finished(), "failed": failed},
        "contacts": {
            "failed": contacts.iter().map(|alike| alike.count).sum::<i64>(),
            "reached": reached,
        },
        "groups": groups(campaign, &contacts, &store.failed_dials(campaign.index)?),
        "segments": segments::of_campaign(world, campaign, &figures)?,
    }))
}

/// Dials that failed alike.
#[derive(Default)]
struct Group {
    contacts: i64,
    scheduled: i64,
    attempts: i64,
    first_at: Option<Ms>,
    last_at: Option<Ms>,
    /// By task: which dial the first failed one was, and the dials so far.
    tasks: HashMap<i64, (i64, i64)>,
}

impl Group {
    fn add(&mut self, dials: &FailedDials) {
        self.attempts += dials.count;
        let first = self.first_at.unwrap_or(Ms::MAX);
        self.first_at = Some(first.min(dials.first_at));
        self.last_at = self.last_at.max(Some(dials.last_at));
        let met = (dials.first_attempt, dials.task_attempts);
        let task = self.tasks.entry(dials.task).or_insert(met);
        task.0 = task.0.min(dials.first_attempt);
    }

    /// Dials of each task after its first that failed so.
    fn retries(&self) -> impl Iterator<Item = i64> {
        self.tasks.values().map(|(failed, dials)| dials - failed)
    }
}

fn groups(campaign: &Campaign, contacts: &[FailedContacts], dials: &[FailedDials]) -> Vec<Value> {
    let mut groups: BTreeMap<(i64, Option<&str>), Group> = BTreeMap::new();
    for dials in dials {
        let key = (dials.sip, carrier(campaign, dials.number));
        groups.entry(key).or_default().add(dials);
    }
    for alike in contacts {
        let key = (alike.sip, carrier(campaign, alike.number));
        let group = groups.entry(key).or_default();
        group.contacts += alike.count;
        let is_coming = alike.state.family() == Family::Waiting || alike.state == State::Leased;
        group.scheduled += if is_coming { alike.count } else { 0 };
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, group)| Reverse((group.contacts, group.attempts)));
    let zone = campaign.plan.zone;
    let told = groups.into_iter().map(|((sip, carrier), group)| {
        let (code, label) = named(sip);
        json!({
            "contacts": group.contacts,
            "sip_status": sip,
            "code": code,
            "label": label,
            "carrier": carrier,
            "attempts": group.attempts,
            "retried": group.retries().filter(|dials| *dials > 0).count(),
            "retry_scheduled": group.scheduled,
            "most_retries": group.retries().max().unwrap_or(0),
            "first_at": instant(zone, group.first_at),
            "last_at": instant(zone, group.last_at),
        })
    });
    told.collect()
}

/// The dialer's own code of a failure, and what it calls it.
fn named(sip: i64) -> (&'static str, &'static str) {
    match sip {
        404 => ("invalid_number", "Invalid number"),
        484 => ("invalid_number", "Incomplete number"),
        504 => ("provider_timeout", "Provider timeout"),
        _ => ("carrier_error", "Carrier error"),
    }
}
