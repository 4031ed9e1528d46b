//! What happened to a task, from its attempts and lost leases, newest first.

use serde_json::{Value, json};

use super::endings::ending;
use super::span;
use crate::campaign::Campaign;
use crate::fleet;
use crate::ids;
use crate::outcome::Outcome;
use crate::store::history::{AttemptRow, LostLeaseRow};
use crate::store::rows::TaskRow;
use crate::task_state::{Family, Hold, State};
use crate::world::World;
use crate::zone::{Ms, Zone};

/// Something that happened, or will, to a task.
#[derive(Clone, Debug)]
pub struct Event {
    pub at: Ms,
    state: Option<State>,
    text: String,
    detail: Option<String>,
    sip: Option<i64>,
    attempt: Option<i64>,
}

impl Event {
    fn new(at: Ms, state: State, text: impl Into<String>) -> Self {
        Self {
            at,
            state: Some(state),
            text: text.into(),
            detail: None,
            sip: None,
            attempt: None,
        }
    }

    fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    fn of(mut self, attempt: &AttemptRow) -> Self {
        self.attempt = Some(attempt.attempt);
        self
    }

    fn to_json(&self, zone: Zone, deciding: bool) -> Value {
        json!({
            "at": zone.rfc3339(self.at),
            "state": self.state.map(State::wire),
            "text": self.text,
            "detail": self.detail,
            "deciding": deciding,
            "sip_status": self.sip,
            "attempt": self.attempt,
        })
    }
}

/// The contract's `events`. The newest that lies in the past decided where the task is.
pub fn events(
    world: &World,
    campaign: &Campaign,
    row: &TaskRow,
    attempts: &[AttemptRow],
    lost: &[LostLeaseRow],
) -> Vec<Value> {
    let zone = campaign.plan.zone;
    let mut events = vec![created(campaign, row)];
    events.extend(lost.iter().flat_map(lost_lease));
    for attempt in attempts {
        events.extend(dialed(world, attempt));
        events.extend(ended(campaign, row, attempt, attempts));
    }
    events.extend(now(row));
    events.sort_by_key(|event| std::cmp::Reverse(event.at));
    events.extend(ahead(world, campaign, row));
    // What lies ahead comes first; it was added last.
    if let Some(last) = events.last()
        && last.at > world.now()
    {
        events.rotate_right(1);
    }
    let deciding = events.iter().position(|event| event.at <= world.now());
    events
        .iter()
        .enumerate()
        .map(|(position, event)| event.to_json(zone, deciding == Some(position)))
        .collect()
}

fn created(campaign: &Campaign, row: &TaskRow) -> Event {
    let event = Event::new(campaign.plan.created_at, State::Pending, "Created, Pending");
    if row.hold == Hold::NoNumber {
        event.detail("No number of the pool dials the contact's country")
    } else {
        event.detail("From the campaign's audience")
    }
}

fn lost_lease(lease: &LostLeaseRow) -> [Event; 2] {
    [
        Event::new(
            lease.leased_at,
            State::Leased,
            format!("Leased by worker {}", fleet::name(lease.worker)),
        ),
        Event {
            state: None,
            ..Event::new(
                lease.lost_at,
                State::Pending,
                format!("Lease lost: worker {} restarted", fleet::name(lease.worker)),
            )
        }
        .detail("Stale recovery put the task back; one system retry, no attempt used"),
    ]
}

fn dialed(world: &World, attempt: &AttemptRow) -> Vec<Event> {
    let mut events = vec![
        Event::new(
            attempt.leased_at,
            State::Leased,
            format!("Leased by worker {}", fleet::name(attempt.worker)),
        )
        .of(attempt),
        Event::new(
            attempt.dialed_at,
            State::Dialing,
            format!(
                "Dialing from {}",
                world.number(attempt.number).unwrap_or("an unknown number")
            ),
        )
        .detail(format!("Call {}", ids::attempt(attempt.id)))
        .of(attempt),
    ];
    if let Some(at) = attempt.ringing_at {
        let after = span(at - attempt.dialed_at);
        events.push(
            Event::new(at, State::Ringing, "Ringing")
                .detail(format!("First ring {after} after dialing"))
                .of(attempt),
        );
    }
    if let Some(at) = attempt.answered_at {
        events
            .push(Event::new(at, State::Screening, "Answered, screened for a machine").of(attempt));
    }
    if let Some(at) = attempt.talking_at {
        events.push(Event::new(at, State::InProgress, "A person; conversation began").of(attempt));
    }
    events
}

fn ended(
    campaign: &Campaign,
    row: &TaskRow,
    attempt: &AttemptRow,
    attempts: &[AttemptRow],
) -> Option<Event> {
    let at = attempt.ended_at?;
    let is_last = usize::try_from(attempt.attempt).is_ok_and(|number| number == attempts.len());
    let state = match attempt.outcome {
        Outcome::Talked | Outcome::CallbackAsked => State::Processing,
        _ if is_last => row.state,
        _ => State::RetryScheduled,
    };
    let mut event = Event::new(
        at,
        state,
        format!("Attempt {}: {}", attempt.attempt, attempt.outcome.words()),
    )
    .of(attempt);
    event.sip = attempt.sip;
    Some(event.detail(ending(campaign, attempts, attempt, at)))
}

/// The state a task is in, where no attempt's end says so.
fn now(row: &TaskRow) -> Option<Event> {
    let at = row.since;
    match row.state {
        State::Leased => Some(Event::new(at, State::Leased, "Leased, waiting for a line")),
        State::Attaching => Some(Event::new(at, State::Attaching, "Attaching a worker")),
        State::Completed => Some(
            Event::new(at, State::Completed, "Analyzed, Completed").detail(row.score.map_or_else(
                || String::from("Not scored"),
                |score| format!("Score {score}"),
            )),
        ),
        State::CallbackScheduled => Some(Event::new(
            at,
            State::CallbackScheduled,
            "Callback scheduled",
        )),
        State::WindowClosed => Some(
            Event::new(at, State::WindowClosed, "Call window closed")
                .detail("The campaign ends with its window"),
        ),
        State::ManualStopped => Some(
            Event::new(at, State::ManualStopped, "Stopped with the campaign")
                .detail("Not dialed any more"),
        ),
        _ => None,
    }
}

fn ahead(world: &World, campaign: &Campaign, row: &TaskRow) -> Option<Event> {
    let at = row
        .hold_until
        .filter(|at| *at > world.now() && row.state.family() == Family::Waiting)?;
    let text = if row.hold == Hold::CallbackNotDue {
        "Callback due"
    } else {
        "Next attempt allowed"
    };
    let left = span(at - world.now());
    let event = Event {
        state: None,
        ..Event::new(at, row.state, text)
    };
    let needs = if campaign.status == crate::campaign::Status::Paused {
        "needs the campaign resumed, and a free line"
    } else {
        "needs a free line then"
    };
    Some(event.detail(format!("In {left}; {needs}")))
}
