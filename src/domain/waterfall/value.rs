//! The value of each limit, and whose it is or when it lifts.

use crate::domain::blocker::Blocker;
use crate::domain::capacity::{CarrierRate, Credits};
use crate::domain::carrier_health::{Standing, standing};
use crate::domain::format::Formats;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::moment::{at_or_on, when, when_and_wait};
use crate::domain::pace;
use crate::domain::rich::clipped;
use crate::domain::status::CampaignStatus;

/// Value and owner text of one limit; `None` when the API does not report it,
/// or when it does not apply.
pub fn of(kind: LimitKind, limits: &Limits<'_>, formats: &Formats<'_>) -> Option<(String, String)> {
    match kind {
        LimitKind::CampaignState => (!limits.is_running()).then(|| {
            let value = if limits.is_held() { "0" } else { "Unknown" };
            (value.to_owned(), state(limits, formats))
        }),
        LimitKind::TenantLines => tenant(limits, formats),
        LimitKind::Concurrency => concurrency(limits, formats),
        LimitKind::NumberPool => number_pool(limits, formats),
        LimitKind::CarrierRate => carriers(limits, formats),
        LimitKind::CallWindow => window(limits, formats),
        LimitKind::Credits => {
            let credits = limits.capacity?.credits.value()?;
            Some(credit(credits, limits.lines(kind) == Some(0), formats))
        }
        LimitKind::ReadyContacts => ready(limits, formats),
    }
}

fn counted(limits: &Limits<'_>, kind: LimitKind, formats: &Formats<'_>) -> String {
    limits
        .lines(kind)
        .map_or_else(|| "—".to_owned(), |lines| formats.count(lines))
}

fn state(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let campaign = &limits.snapshot.campaign;
    let ended = || campaign.ended_at.value().map(|at| when(at, formats));
    match &limits.status {
        CampaignStatus::Draft => "Draft. Lifts when it starts".to_owned(),
        CampaignStatus::Paused => "Paused. Lifts when you resume".to_owned(),
        CampaignStatus::Scheduled => campaign.starts_at.value().map_or_else(
            || "Scheduled".to_owned(),
            |at| ["Starts ", &when(at, formats)].concat(),
        ),
        _ => {
            let label = limits.status.label();
            ended().map_or_else(|| label.to_string(), |at| [&*label, " ", &at].concat())
        }
    }
}

fn tenant(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<(String, String)> {
    let tenant = limits.capacity?.tenant.value()?;
    let cap = formats.count(tenant.line_cap);
    let owner = tenant.used_by_others.copied().map_or_else(
        || [&cap, " in all; use by others not reported"].concat(),
        |others| [&cap, ", less ", &formats.count(others), " used by others"].concat(),
    );
    Some((counted(limits, LimitKind::TenantLines, formats), owner))
}

fn concurrency(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<(String, String)> {
    let lines = limits.concurrency()?;
    let set = limits
        .capacity
        .and_then(|capacity| capacity.concurrency.value());
    let by = set
        .and_then(|set| set.set_by.as_deref())
        .map(|by| clipped(by, 24));
    let at = set
        .and_then(|set| set.set_at.value())
        .map(|at| at_or_on(at, formats));
    let owner = match (by, at) {
        (Some(by), Some(at)) => ["Set by ", &by, " ", &at].concat(),
        (Some(by), None) => ["Set by ", &by].concat(),
        (None, Some(at)) => ["Set ", &at].concat(),
        (None, None) => "Set for this campaign".to_owned(),
    };
    Some((formats.count(lines), owner))
}

fn number_pool(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<(String, String)> {
    let pool = limits.capacity?.number_pool.value()?;
    let rotating = formats.count(pool.in_rotation);
    let numbers = pool.numbers.copied().map_or_else(
        || [&rotating, " numbers"].concat(),
        |all| [&rotating, " of ", &formats.count(all), " numbers"].concat(),
    );
    let owner = pool.lines_per_number.copied().map_or_else(
        || [&*numbers, "; lines each not reported"].concat(),
        |each| [&numbers, ", ", &lines(each, formats), " each"].concat(),
    );
    Some((counted(limits, LimitKind::NumberPool, formats), owner))
}

/// "1 line", "6 lines".
fn lines(count: i64, formats: &Formats<'_>) -> String {
    let noun = if count == 1 { " line" } else { " lines" };
    [&formats.count(count), noun].concat()
}

fn carriers(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<(String, String)> {
    let rate = limits
        .capacity
        .and_then(|capacity| capacity.carrier_rate.value());
    let held = limits.held_carriers();
    if rate.is_none() && limits.carriers().is_empty() {
        return None;
    }
    let value = match rate {
        None if held.is_empty() => "OK".to_owned(),
        _ => counted(limits, LimitKind::CarrierRate, formats),
    };
    let mut owner = rate.map_or_else(String::new, |rate| pace(rate, formats));
    if let Some(first) = held.first() {
        let who = match held.len() {
            1 => clipped(&first.name, 20),
            several => [&formats.count(several as i64), " carriers"].concat(),
        };
        let is_stopped = held
            .iter()
            .any(|carrier| standing(carrier) == Standing::Stopped);
        let how = if is_stopped {
            " stopped by breaker"
        } else {
            " being tested"
        };
        let joint = if owner.is_empty() { "" } else { "; " };
        owner = [&owner, joint, &who, how].concat();
    }
    Some((value, owner))
}

fn pace(rate: &CarrierRate, formats: &Formats<'_>) -> String {
    let dials = [&pace::dials_per_second(rate, formats), " dials/s"].concat();
    rate.mean_hold_seconds.copied().map_or_else(
        || [&dials, "; mean hold not reported"].concat(),
        |hold| [&dials, ", ", &pace::hold(hold, formats), " mean hold"].concat(),
    )
}

fn window(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<(String, String)> {
    if limits.snapshot.call_window.is_empty() {
        return Some(("None".to_owned(), "May dial at any hour".to_owned()));
    }
    let window = limits.snapshot.call_window.value()?;
    let (word, verb, change) = if window.open {
        ("Open", "Closes ", window.closes_at.value())
    } else {
        ("Closed", "Opens ", window.opens_at.value())
    };
    let owner = change.map_or_else(
        || [verb.trim_end(), ": not reported"].concat(),
        |at| [verb, &when_and_wait(at, formats)].concat(),
    );
    Some((word.to_owned(), owner))
}

fn credit(credits: &Credits, spent: bool, formats: &Formats<'_>) -> (String, String) {
    let value = match (credits.dry_run.copied(), spent) {
        (Some(true), _) => "Dry run",
        (_, true) => "Out",
        (_, false) => "OK",
    };
    let balance = credits
        .balance
        .value()
        .map(|money| [&formats.money(money), " left"].concat());
    let attempts = credits
        .attempts_left
        .copied()
        .map(|attempts| [&formats.count(attempts), " attempts"].concat());
    let parts: Vec<String> = [balance, attempts].into_iter().flatten().collect();
    let owner = if parts.is_empty() {
        "Amount not reported".to_owned()
    } else {
        parts.join(", ")
    };
    (value.to_owned(), owner)
}

fn ready(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<(String, String)> {
    let (ready, held_by) = limits.ready_or_held()?;
    let owner = match held_by {
        Some(Blocker::CampaignPaused) => "Wait for resume",
        Some(Blocker::CallWindowClosed) => "Wait for the window",
        Some(Blocker::OutOfCredits) => "Wait for credits",
        Some(Blocker::HigherPriorityCampaign) => "Wait for the higher priority",
        Some(Blocker::CircuitBreakerOpen) => "Wait for the breaker",
        _ if limits.is_before_start() => "Wait for the start",
        _ if ready == 0 => "None may be called now",
        _ if limits.is_running() => "Waiting for a line now",
        _ => "Could be called now",
    };
    Some((formats.count(ready), owner.to_owned()))
}
