//! Retries as the contract shows them.

use serde_json::{Value, json};

use super::chosen::Chosen;
use super::reason::Reason;
use super::run::{Entry, Phase, Retry, errors};
use super::starting::Owner;
use crate::answer::{counted, instant};
use crate::campaign::Campaign;
use crate::ids;
use crate::jobs::retrying::{AT_ONCE, GAP};
use crate::problem::Problem;
use crate::wording::counted_noun;
use crate::world::World;
use crate::zone::{Ms, Zone};

/// Seconds that a dial, and a record, takes at least and at most, by experience.
const DIAL_SECONDS: (f64, f64) = (25.0, 110.0);
const RECORD_SECONDS: (f64, f64) = (40.0, 130.0);

/// What the parts of a retry are called.
pub struct Nouns {
    pub scope: &'static str,
    one: &'static str,
    many: &'static str,
}

impl Nouns {
    pub const fn of(owner: &Owner) -> Self {
        match owner {
            Owner::Campaign(_) => Self {
                scope: "campaign",
                one: "contact",
                many: "contacts",
            },
            Owner::Job(_) => Self {
                scope: "job",
                one: "record",
                many: "records",
            },
        }
    }

    fn count(&self, count: usize) -> String {
        counted_noun(count as i64, self.one, self.many)
    }
}

/// The contract's `RetryPreview`.
pub fn preview(world: &World, owner: &Owner, chosen: &Chosen) -> Value {
    let eligible = chosen.eligible.len();
    let excluded: Vec<(Reason, i64)> = chosen.excluded.clone().into_iter().collect();
    let left_out: i64 = excluded.iter().map(|(_, count)| count).sum();
    let (size, nouns) = (eligible.min(20), Nouns::of(owner));
    let message = match eligible {
        0 => nothing_eligible(chosen),
        _ => format!(
            "{} would be tried again, {size} of them first.",
            nouns.count(eligible)
        ),
    };
    json!({
        "captured_at": instant(zone(world, owner), Some(world.now())),
        "selected": eligible as i64 + left_out,
        "eligible": eligible,
        "excluded": excluded_json(&excluded),
        "sample": (eligible > 0).then(|| json!({"size": size, "needed": size - size / 10})),
        "lasts_seconds": lasts(world, owner, eligible),
        "message": message,
    })
}

/// Why a retry would dial nobody.
pub fn nothing_eligible(chosen: &Chosen) -> String {
    let most = chosen.excluded.iter().max_by_key(|(_, count)| **count);
    match most {
        None => String::from("Nothing failed that way: there is nothing to try again."),
        Some((reason, count)) => format!(
            "Nothing of it may be tried again. {} of them: {}.",
            counted(*count),
            reason.label()
        ),
    }
}

/// The contract's `Retry`.
pub fn retry(world: &World, owner: &Owner, retry: &Retry) -> Result<Value, Problem> {
    let zone = zone(world, owner);
    let rest = retry.entries.get(retry.sample..).unwrap_or_default();
    let left = rest.iter().filter(|entry| entry.is_waiting()).count();
    let (campaign, job) = match owner {
        Owner::Campaign(index) => {
            let campaign = world.dialer.campaigns.get(*index);
            let id = campaign.map(|campaign| world.dialer.shown_id(campaign));
            (json!(id), Value::Null)
        }
        Owner::Job(id) => (Value::Null, json!(id)),
    };
    Ok(json!({
        "id": retry.id,
        "state": retry.phase.wire(),
        "campaign_id": campaign,
        "job_id": job,
        "selection": retry.selection,
        "created_at": instant(zone, Some(retry.created_at)),
        "created_by": crate::scenario::USER.0,
        "reason": retry.reason,
        "captured_at": instant(zone, Some(world.now())),
        "counts": counts(retry),
        "excluded": excluded_json(&retry.excluded),
        "sample": sample(retry, zone),
        "dispatches": dispatches(world, owner, retry)?,
        "actions": actions(retry, owner, left),
        "lasts_seconds": lasts(world, owner, left),
        "message": message(retry, owner, left),
        "replayed": false,
    }))
}

fn excluded_json(excluded: &[(Reason, i64)]) -> Vec<Value> {
    let mut excluded = excluded.to_vec();
    excluded.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    let rows = excluded.iter().map(
        |(reason, count)| json!({"reason": reason.wire(), "count": count, "label": reason.label()}),
    );
    rows.collect()
}

fn counts(retry: &Retry) -> Value {
    let entries = &retry.entries;
    let having = |is: &dyn Fn(&Entry) -> bool| entries.iter().filter(|entry| is(entry)).count();
    let left_out: i64 = retry.excluded.iter().map(|(_, count)| count).sum();
    json!({
        "selected": entries.len() as i64 + left_out,
        "eligible": entries.len(),
        "sample": retry.sample,
        "rest": entries.len() - retry.sample,
        "dispatched": having(&|entry| entry.dispatched_at.is_some()),
        "in_flight": having(&|entry| entry.in_flight_since().is_some()),
        "finished": having(&|entry| entry.ended.is_some()),
        "reached": having(&|entry| entry.ended.is_some_and(|ended| ended.reached)),
        "errors": errors(entries),
        "skipped": having(&|entry| entry.is_skipped),
    })
}

fn sample(retry: &Retry, zone: Zone) -> Value {
    let entries = retry.entries.get(..retry.sample).unwrap_or_default();
    let dispatched = entries.iter().filter(|entry| entry.dispatched_at.is_some());
    json!({
        "size": retry.sample,
        "needed": retry.sample - retry.allowed_errors(),
        "dispatched": dispatched.count(),
        "finished": entries.iter().filter(|entry| entry.ended.is_some()).count(),
        "errors": errors(entries),
        "allowed_errors": retry.allowed_errors(),
        "decided_at": instant(zone, retry.decided_at),
    })
}

fn dispatches(world: &World, owner: &Owner, retry: &Retry) -> Result<Vec<Value>, Problem> {
    let zone = zone(world, owner);
    let sample = retry.entries.iter().take(retry.sample);
    let rows = sample.enumerate().map(|(at, entry)| {
        let (task, record, contact) = whom(world, owner, entry.place)?;
        let result = match (entry.ended, entry.dispatched_at) {
            (Some(ended), _) => ended.came.wire(),
            (None, Some(_)) => "in_flight",
            (None, None) if entry.is_skipped => "skipped",
            (None, None) => "waiting",
        };
        Ok(json!({
            "position": at + 1,
            "task_id": task,
            "record_id": record,
            "contact": contact,
            "dispatched_at": instant(zone, entry.dispatched_at),
            "ended_at": instant(zone, entry.ended.map(|ended| ended.at)),
            "result": result,
            "sip_status": entry.ended.and_then(|ended| ended.sip),
            "code": entry.ended.and_then(|ended| ended.code),
        }))
    });
    rows.collect()
}

/// The IDs of the task and of the record of a place, and the contact.
fn whom(
    world: &World,
    owner: &Owner,
    place: usize,
) -> Result<(Option<String>, Option<String>, Value), Problem> {
    match owner {
        Owner::Job(id) => {
            let (record, contact) = world.jobs.whom(id, place).unwrap_or_default();
            Ok((None, Some(record), contact))
        }
        Owner::Campaign(index) => {
            let campaign = world.dialer.campaigns.get(*index);
            let row = campaign.and_then(|campaign| campaign.tasks.get(place));
            let row = row.map_or(0, |task| task.row);
            let person = match campaign {
                Some(campaign) => world.store_of(campaign)?.task(*index, row)?,
                None => None,
            };
            let name = person.and_then(|task| world.name(task.person));
            let contact = json!({"id": ids::contact(row), "name": name});
            Ok((Some(ids::task(row)), None, contact))
        }
    }
}

/// Why the rest cannot be released.
pub const fn no_release(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::SamplePassed => None,
        Phase::Sampling => {
            Some("The sample is not through yet. The rest opens when it has passed.")
        }
        Phase::SampleFailed => Some(
            "The sample has failed, so the rest stays shut. Make a new retry when the cause is gone.",
        ),
        Phase::Releasing => Some("The rest has been released already."),
        Phase::Completed => Some("All of it is done."),
        Phase::Stopped => Some("The retry has been stopped."),
    }
}

/// Why it cannot be stopped.
pub const fn no_stop(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Sampling | Phase::SamplePassed | Phase::Releasing => None,
        Phase::SampleFailed => Some("The sample has failed: nothing more is dispatched."),
        Phase::Completed => Some("All of it is done."),
        Phase::Stopped => Some("It has been stopped already."),
    }
}

fn actions(retry: &Retry, owner: &Owner, left: usize) -> Value {
    let action = |name: &str, obstacle: Option<&str>, effect: String| {
        json!({
            "name": name,
            "available": obstacle.is_none(),
            "reason": obstacle,
            "effect": obstacle.is_none().then_some(effect),
            "confirm": true,
        })
    };
    let more = Nouns::of(owner).count(left);
    let release = match owner {
        Owner::Campaign(_) => {
            format!(
                "{more} more are dialed, within the call window, the lines and the carriers' state."
            )
        }
        Owner::Job(_) => format!("{more} more run again."),
    };
    let stop = String::from("Nothing more is dispatched; what is in flight ends.");
    json!([
        action("release", no_release(retry.phase), release),
        action("stop", no_stop(retry.phase), stop),
    ])
}

fn message(retry: &Retry, owner: &Owner, left: usize) -> String {
    let sample = retry.entries.get(..retry.sample).unwrap_or_default();
    let (size, failed, allowed) = (retry.sample, errors(sample), retry.allowed_errors());
    let ended = |entries: &[Entry]| entries.iter().filter(|entry| entry.ended.is_some()).count();
    let rest = Nouns::of(owner).count(left);
    match retry.phase {
        Phase::Sampling => format!("{} of {size} of the sample have ended.", ended(sample)),
        Phase::SamplePassed => {
            format!(
                "The sample has passed: {failed} of {size} failed, {allowed} may. To be released: {rest}."
            )
        }
        Phase::SampleFailed if failed > allowed => {
            format!(
                "The sample has failed: {failed} of {size} failed, {allowed} may. The rest stays shut: {rest}."
            )
        }
        Phase::SampleFailed => {
            format!(
                "The sample has failed: a dispatch did not end within 10 minutes. The rest stays shut: {rest}."
            )
        }
        Phase::Releasing => {
            let (all, done) = (retry.entries.len(), ended(&retry.entries));
            format!("{done} of {all} have ended.")
        }
        Phase::Completed => {
            let reached = retry.entries.iter().filter_map(|entry| entry.ended);
            let reached = reached.filter(|ended| ended.reached).count();
            format!("Done: {} of {} reached.", reached, retry.entries.len())
        }
        Phase::Stopped => format!("Stopped. Not dispatched: {rest}."),
    }
}

/// How long so many last; null for none.
fn lasts(world: &World, owner: &Owner, count: usize) -> Value {
    let (lanes, gap, (short, long)) = match owner {
        Owner::Job(_) => (AT_ONCE as f64, GAP as f64 / 1_000.0, RECORD_SECONDS),
        Owner::Campaign(index) => {
            let campaign = world.dialer.campaigns.get(*index);
            let lines = campaign.map_or(1, Campaign::own_limit).max(1);
            let rate = campaign.map_or(1.0, |campaign| campaign.plan.pace.calls_per_second);
            (f64::from(lines), 1.0 / rate.max(0.05), DIAL_SECONDS)
        }
    };
    if count == 0 {
        return Value::Null;
    }
    let low = (count as f64 * (short / lanes).max(gap)).ceil();
    let high = (count as f64 * (long / lanes).max(gap) + long).ceil();
    json!({"low": low.max(short), "high": high})
}

fn zone(world: &World, owner: &Owner) -> Zone {
    match owner {
        Owner::Campaign(index) => {
            let campaign = world.dialer.campaigns.get(*index);
            campaign.map_or(Zone::Chicago, |campaign| campaign.plan.zone)
        }
        Owner::Job(_) => Zone::Chicago,
    }
}

/// The moment of an answer about a scope.
pub fn captured(world: &World, owner: &Owner, now: Ms) -> Value {
    instant(zone(world, owner), Some(now))
}
