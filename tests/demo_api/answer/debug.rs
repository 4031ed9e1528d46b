//! One task with the reason for its state, its events and the dispatcher's snapshots.

use serde_json::{Value, json};

use super::{events, span, tasks};
use crate::campaign::Campaign;
use crate::gate::Gate;
use crate::ids;
use crate::outcome::Outcome;
use crate::problem::Problem;
use crate::store::history::AttemptRow;
use crate::store::rows::TaskRow;
use crate::task_state::{Family, Hold, State};
use crate::world::World;

/// Whether a campaign has a task.
pub fn has_task(world: &World, campaign: &Campaign, id: &str) -> bool {
    let row = ids::task_row(id);
    let store = world.store_of(campaign);
    row.zip(store.ok()).is_some_and(|(row, store)| {
        store
            .task(campaign.index, row)
            .is_ok_and(|task| task.is_some())
    })
}

/// The contract's `TaskDebug`.
pub fn debug(world: &World, campaign: &Campaign, id: &str) -> Result<Value, Problem> {
    let missing = || Problem::missing(format!("This campaign has no task \u{201c}{id}\u{201d}."));
    let row = ids::task_row(id).ok_or_else(missing)?;
    let row = world
        .store_of(campaign)?
        .task(campaign.index, row)?
        .ok_or_else(missing)?;
    let attempts = world.store_of(campaign)?.attempts_of(row.row)?;
    let lost = world.store_of(campaign)?.lost_leases_of(row.row)?;
    let gate = Gate::of(&world.dialer, campaign);
    Ok(json!({
        "captured_at": campaign.plan.zone.rfc3339(world.now()),
        "task": tasks::task(world, campaign, gate, &row),
        "reason": reason(world, campaign, gate, &row),
        "same_blocker": same_blocker(world, campaign, gate, &row)?,
        "events": events::events(world, campaign, &row, &attempts, &lost),
        "snapshots": snapshots(world, campaign, &row, &attempts),
    }))
}

fn same_blocker(
    world: &World,
    campaign: &Campaign,
    gate: Gate,
    row: &TaskRow,
) -> Result<Option<i64>, Problem> {
    if tasks::blocker(gate, row).is_none() {
        return Ok(None);
    }
    let family = row.state.family().code();
    Ok(Some(world.store_of(campaign)?.sharing(
        campaign.index,
        row.hold.code(),
        family,
    )?))
}

fn reason(world: &World, campaign: &Campaign, gate: Gate, row: &TaskRow) -> Value {
    let (severity, text, detail) = match row.state.family() {
        Family::Live => live(world, row),
        Family::Waiting => waiting(world, campaign, gate, row),
        Family::Final => ended(world, row),
    };
    json!({"severity": severity, "text": text, "detail": detail})
}

type Reason = (&'static str, String, Option<String>);

fn live(world: &World, row: &TaskRow) -> Reason {
    let for_span = span(world.now() - row.since);
    let text = match row.state {
        State::Leased => format!("Leased by a worker for {for_span}, waiting for a free line."),
        State::Processing => format!("The call is over; its analysis has run for {for_span}."),
        State::InProgress => format!("In conversation for {for_span}."),
        _ => format!("The call is being connected, for {for_span} in this step."),
    };
    ("notice", text, None)
}

fn waiting(world: &World, campaign: &Campaign, gate: Gate, row: &TaskRow) -> Reason {
    let zone = campaign.plan.zone;
    let used = format!(
        "{} of {} attempts are used.",
        row.attempts, campaign.plan.pace.max_attempts
    );
    let until = row.hold_until.map_or_else(String::new, |at| {
        format!(
            "{}, in {}",
            zone.when(at, world.now()),
            span(at - world.now())
        )
    });
    match row.hold {
        Hold::None => {
            let text = match gate {
                Gate::Open => String::from("Ready. It is dialed as soon as its turn comes."),
                Gate::Ended => String::from("Never called: the campaign ended first."),
                _ => format!(
                    "Ready, but the campaign cannot dial it now: {}.",
                    tasks::gate_text(world, campaign, gate)
                        .unwrap_or_else(|| String::from("it is held"))
                        .to_lowercase()
                ),
            };
            ("notice", text, Some(used))
        }
        Hold::CoolOff => (
            "notice",
            format!("Waiting to retry. Next attempt allowed at {until}."),
            Some(format!(
                "The last call was not answered (SIP {}), which is temporary. {used} Nothing is wrong with this task; it is not stuck.",
                row.sip.unwrap_or(480)
            )),
        ),
        Hold::CarrierError => (
            "warning",
            format!("The carrier failed. Next attempt allowed at {until}."),
            Some(format!(
                "SIP 503 is the carrier's failure, not the contact's. {used}"
            )),
        ),
        Hold::CallbackNotDue => (
            "notice",
            format!("Callback due at {until}."),
            Some(String::from(
                "The contact asked to be called back. Callbacks go first once they are due.",
            )),
        ),
        Hold::QuietHours => (
            "notice",
            format!("Contact quiet hours until {until}."),
            Some(used),
        ),
        Hold::NoNumber | Hold::InvalidNumber | Hold::NoWorker => (
            "critical",
            tasks::blocker_text(world, campaign, gate, row).unwrap_or_default(),
            Some(String::from(
                "Waiting does not lift this. Add a number for that country to the pool.",
            )),
        ),
    }
}

fn ended(world: &World, row: &TaskRow) -> Reason {
    let disposition = world.disposition(row.disposition).unwrap_or("No outcome");
    match row.state {
        State::Completed => ("clear", format!("Completed: {disposition}."), None),
        State::Machine => (
            "notice",
            String::from("A machine answered; a voicemail message was left."),
            None,
        ),
        State::Abandoned => (
            "critical",
            String::from("Answered, but no worker was free. The call was closed."),
            Some(String::from("It counts in the abandon rate.")),
        ),
        State::Exhausted if row.hold == Hold::InvalidNumber => (
            "critical",
            String::from("The number does not exist (SIP 404). It is not tried again."),
            None,
        ),
        State::Exhausted => (
            "warning",
            format!(
                "All {} attempts are used without a conversation.",
                row.attempts
            ),
            None,
        ),
        State::WindowClosed => (
            "notice",
            String::from("The call window closed before this contact was reached."),
            None,
        ),
        _ => (
            "notice",
            String::from("The campaign was ended before this contact was reached."),
            None,
        ),
    }
}

/// The dispatcher's view at each lease and each end, newest first.
fn snapshots(
    world: &World,
    campaign: &Campaign,
    row: &TaskRow,
    attempts: &[AttemptRow],
) -> Vec<Value> {
    let zone = campaign.plan.zone;
    let mut snapshots = Vec::new();
    for attempt in attempts.iter().rev() {
        let from = world.number(attempt.number);
        if let Some(ended) = attempt.ended_at {
            let is_last = attempt.attempt == row.attempts;
            snapshots.push(json!({
                "at": zone.rfc3339(ended),
                "data": {
                    "state": if is_last { row.state.wire() } else { State::RetryScheduled.wire() },
                    "attempts": attempt.attempt,
                    "max_attempts": campaign.plan.pace.max_attempts,
                    "system_retries": row.system_retries,
                    "outcome": attempt.outcome.words(),
                    "last_sip": attempt.sip,
                    "class": class(attempt.outcome),
                    "from": from,
                    "variant": if attempt.variant == 0 { "A" } else { "B" },
                },
            }));
        }
        snapshots.push(json!({
            "at": zone.rfc3339(attempt.leased_at),
            "data": {
                "state": State::Leased.wire(),
                "worker": format!("bc-{:02}", attempt.worker),
                "attempts": attempt.attempt - 1,
                "max_attempts": campaign.plan.pace.max_attempts,
                "from": from,
                "sticky": row.sticky,
            },
        }));
    }
    snapshots
}

fn class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::InvalidNumber => "permanent",
        Outcome::NoAnswer | Outcome::Busy => "retry_later",
        Outcome::CarrierFailure => "transient",
        Outcome::Abandoned => "pace",
        _ => "answered",
    }
}
