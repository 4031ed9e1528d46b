//! What keeps a task, and when it may go.

use crate::domain::attempt_state::{AttemptState, Kind};
use crate::domain::blocker::Blocker;
use crate::domain::format::{Formats, Zone};
use crate::domain::moment::{when, when_and_wait};
use crate::domain::task::Task;
use crate::domain::timestamp::Timestamp;
use crate::domain::tone::Tone;

/// The two lines of the blocker cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The tone of the first line.
    pub tone: Tone,
    /// What keeps it: "Retry cool-off".
    pub label: String,
    /// When it may go, or what it takes: "Retry 2/3 · 14:47 CST, in 15 min".
    pub second_line: String,
    /// More about it in the dialer's words, when the lines do not say it.
    pub detail: Option<String>,
    /// The code as received, for the tooltip.
    pub code: Option<String>,
}

/// What keeps a task; `None` when nothing is reported to.
pub fn hold(task: &Task, state: &AttemptState, formats: &Formats<'_>) -> Option<Hold> {
    let code = task
        .blocker
        .as_deref()
        .map(str::trim)
        .filter(|code| !code.is_empty());
    let next = task
        .next_eligible_at
        .value()
        .filter(|_| state.kind() != Kind::Final);
    let Some(code) = code else {
        return scheduled(task, state, next?, formats);
    };
    let blocker = Blocker::from_wire(code);
    let words = task
        .blocker_text
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let due = next.map(|at| due(task, state, &blocker, at, formats));
    let second_line = due.clone().or_else(|| words.map(str::to_owned));
    Some(Hold {
        tone: blocker.tone(),
        label: blocker.label().into_owned(),
        second_line: second_line.unwrap_or_else(|| lifts(&blocker, state).to_owned()),
        detail: words.filter(|_| due.is_some()).map(str::to_owned),
        code: Some(code.to_owned()),
    })
}

/// A task that no blocker keeps but that has a time to go.
fn scheduled(
    task: &Task,
    state: &AttemptState,
    at: &Timestamp,
    formats: &Formats<'_>,
) -> Option<Hold> {
    (state.kind() == Kind::Waiting).then(|| Hold {
        tone: state.tone(),
        label: state.label().into_owned(),
        second_line: due(task, state, &Blocker::RetryCoolOff, at, formats),
        detail: None,
        code: None,
    })
}

fn due(
    task: &Task,
    state: &AttemptState,
    blocker: &Blocker,
    at: &Timestamp,
    formats: &Formats<'_>,
) -> String {
    let retry = retry(task, state, formats).map_or_else(String::new, |retry| retry + " · ");
    let told = match contact_clock(task, at, formats) {
        Some(own) if *blocker == Blocker::ContactQuietHours => {
            [&*when(at, formats), " (", &own, ")"].concat()
        }
        _ => when_and_wait(at, formats),
    };
    retry + &told
}

/// "Retry 2/3": the second of three further attempts after the first.
fn retry(task: &Task, state: &AttemptState, formats: &Formats<'_>) -> Option<String> {
    let done = task.attempts.copied().filter(|done| *done > 0)?;
    let allowed = task.max_attempts.copied()?.saturating_sub(1);
    (*state == AttemptState::RetryScheduled).then(|| {
        [
            "Retry ",
            &*formats.count(done),
            "/",
            &formats.count(allowed),
        ]
        .concat()
    })
}

/// The time on the contact's own clock, when that is another one.
fn contact_clock(task: &Task, at: &Timestamp, formats: &Formats<'_>) -> Option<String> {
    let name = task.contact.value()?.time_zone.as_deref()?;
    let zone = Zone::Iana(name.to_owned());
    let own = formats.in_zone(&zone).clock(at);
    (own != formats.clock(at)).then_some(own)
}

/// What it takes to lift a blocker that has no time.
fn lifts(blocker: &Blocker, state: &AttemptState) -> &'static str {
    match blocker {
        _ if state.kind() == Kind::Final => "will not be called again",
        Blocker::WaitingForLine => "goes on the next free line",
        Blocker::CampaignPaused => "when resumed",
        Blocker::CallWindowClosed => "when the window opens",
        Blocker::HigherPriorityCampaign => "as lines come free",
        Blocker::CircuitBreakerOpen => "when the breaker closes",
        Blocker::NoNumberForCountry => "needs a pool change",
        Blocker::InvalidNumber => "needs a corrected number",
        Blocker::OutOfCredits => "needs a top-up",
        _ => "time not reported",
    }
}
