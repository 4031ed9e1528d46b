//! Calls as the contract shows them.

use serde_json::{Value, json};

use super::{instant, money};
use crate::attempt_state::left_in;
use crate::campaign::Campaign;
use crate::ids;
use crate::outcome::Outcome;
use crate::store::call_rows::CallRow;
use crate::task_state::{Family, State};
use crate::world::World;
use crate::zone::Ms;

/// The contract's `Call`.
pub fn call(world: &World, row: &CallRow) -> Value {
    let Some(campaign) = world.dialer.campaigns.get(row.campaign) else {
        return Value::Null;
    };
    let zone = campaign.plan.zone;
    let contact = ids::contact(row.task);
    let id = ids::attempt(row.id);
    let recording = (row.outcome == Outcome::Talked)
        .then(|| format!("https://recordings.northwind.example/{id}"));
    json!({
        "id": id,
        "task_id": ids::task(row.task),
        "campaign": {"id": world.dialer.shown_id(campaign), "name": campaign.plan.name},
        "contact": {
            "id": contact,
            "name": world.name(row.person),
            "time_zone": row.zone.name(),
            "url": format!("https://crm.northwind.example/contacts/{contact}"),
        },
        "phone": row.phone,
        "from": world.number(row.number),
        "carrier": carrier(campaign, row.number),
        "attempt": row.attempt,
        "max_attempts": campaign.most_attempts(row.attempt),
        "state": state(campaign, row).wire(),
        "sip_status": row.sip,
        "disposition": world.disposition(row.disposition),
        "started_at": zone.rfc3339(row.dialed_at),
        "answered_at": instant(zone, row.answered_at),
        "ended_at": instant(zone, row.ended_at),
        "ring_seconds": ring(row).map(seconds),
        "talk_seconds": talk(row).map(seconds),
        "cost": cost(campaign, row).map(money),
        "variant": variant(campaign, row),
        "retry_at": instant(zone, retry_at(row)),
        "recording_url": recording,
    })
}

/// The state that a call is in, or left its task in.
pub fn state(campaign: &Campaign, row: &CallRow) -> State {
    let max = i64::from(campaign.plan.pace.max_attempts);
    left_in(row.outcome, row.attempt, max).unwrap_or(row.task_state)
}

/// The carrier of a number of the campaign's pool.
pub fn carrier(campaign: &Campaign, number: i64) -> Option<&'static str> {
    let pool = campaign.pool.as_ref()?;
    let number = pool.numbers.iter().find(|known| known.id == number)?;
    pool.trunks.get(number.trunk).map(|trunk| trunk.carrier)
}

/// How long it rang.
pub fn ring(row: &CallRow) -> Option<Ms> {
    Some(row.answered_at.or(row.ended_at)? - row.ringing_at?)
}

/// How long the conversation took.
pub fn talk(row: &CallRow) -> Option<Ms> {
    Some(row.ended_at? - row.talking_at?)
}

/// What a call that has ended cost, in millionths of a dollar, where the campaign reports it.
pub fn cost(campaign: &Campaign, row: &CallRow) -> Option<i64> {
    let is_known = campaign.plan.reports_cost && row.ended_at.is_some();
    is_known.then_some(row.ai_micros + row.telephony_micros)
}

/// The side of an A/B test.
pub fn variant(campaign: &Campaign, row: &CallRow) -> Option<&'static str> {
    campaign.plan.challenger?;
    Some(if row.variant == 0 { "A" } else { "B" })
}

/// When the attempt after this one is due, while the task waits for it.
pub fn retry_at(row: &CallRow) -> Option<Ms> {
    let waits = row.task_state.family() == Family::Waiting && row.attempt == row.task_attempts;
    row.hold_until.filter(|_| waits)
}

/// Whole seconds.
pub fn seconds(span: Ms) -> i64 {
    span / 1_000
}
