//! Why a task is where it is, in words.

use serde_json::{Value, json};

use super::{span, tasks};
use crate::campaign::Campaign;
use crate::fleet;
use crate::gate::Gate;
use crate::store::history::AttemptRow;
use crate::store::rows::TaskRow;
use crate::task_state::{Family, Hold, State};
use crate::world::World;

/// The reason, with how serious it is. `last` is the last attempt.
pub fn reason(
    world: &World,
    campaign: &Campaign,
    gate: Gate,
    row: &TaskRow,
    last: Option<&AttemptRow>,
) -> Value {
    let (severity, text, detail) = match row.state.family() {
        Family::Live => live(world, campaign, row, last),
        Family::Waiting => waiting(world, campaign, gate, row),
        Family::Final => ended(world, row),
    };
    json!({"severity": severity, "text": text, "detail": detail})
}

type Reason = (&'static str, String, Option<String>);

fn live(world: &World, campaign: &Campaign, row: &TaskRow, last: Option<&AttemptRow>) -> Reason {
    let for_span = span(world.now() - row.since);
    let text = match row.state {
        State::Leased => format!("Leased by a worker for {for_span}, waiting for a free line."),
        State::Processing => format!("The call is over; its analysis has run for {for_span}."),
        State::InProgress => format!("In conversation for {for_span}."),
        _ => format!("The call is being connected, for {for_span} in this step."),
    };
    let waits_for = silent_worker(world, campaign, last);
    match waits_for.filter(|_| row.state == State::Processing) {
        Some(worker) => ("warning", text, Some(worker)),
        None => ("notice", text, None),
    }
}

/// The worker that keeps it waiting, when that one is silent.
fn silent_worker(world: &World, campaign: &Campaign, last: Option<&AttemptRow>) -> Option<String> {
    let silence = world.dialer.agenda.silent_now()?;
    last.filter(|attempt| attempt.worker == silence.worker)?;
    Some(format!(
        "Worker {}, which is to analyze it, has been silent since {}.",
        fleet::name(silence.worker),
        campaign.plan.zone.clock(silence.from)
    ))
}

fn waiting(world: &World, campaign: &Campaign, gate: Gate, row: &TaskRow) -> Reason {
    let zone = campaign.plan.zone;
    let used = format!(
        "{} of {} attempts are used.",
        row.attempts,
        campaign.most_attempts(row.attempts)
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
                "SIP {} is the carrier's failure, not the contact's. {used}",
                row.sip.unwrap_or(503)
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
            format!(
                "The number does not exist (SIP {}). It is not tried again.",
                row.sip.unwrap_or(404)
            ),
            None,
        ),
        State::Exhausted if row.hold == Hold::CarrierError => (
            "warning",
            String::from("The carrier failed twice. It is not tried again by itself."),
            Some(format!("{} attempts are used.", row.attempts)),
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
