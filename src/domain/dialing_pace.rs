//! How fast the campaign dials now, and why it is still when it is.

use super::blocker::Blocker;
use super::cause::{Cause, cause};
use super::dispatch::Pace;
use super::dispatch_notes::Stat;
use super::format::Formats;
use super::limits::Limits;
use super::moment::when;
use super::snapshot::Snapshot;
use super::status::CampaignStatus;
use super::tone::Tone;

/// Seconds without a dial from which a dialer counts as idle: at a typical pace
/// of one dial in a few seconds, so long a pause is no chance.
const IDLE_SECONDS: i64 = 30;

/// The pace in figures, and a sentence when nothing is dialed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialingPace {
    /// The figures that the API sends.
    pub stats: Vec<Stat>,
    /// Why no call is being placed: "No dial for 45 s: waiting for retries."
    pub idle: Option<Idle>,
}

/// Why no call is being placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idle {
    /// The sentence.
    pub text: String,
    /// How bad it is.
    pub tone: Tone,
}

/// The pace of a snapshot; `None` when none is reported.
pub fn dialing_pace(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<DialingPace> {
    let pace = snapshot.dispatch.value()?.pace.value()?;
    let stats = stats(pace, formats);
    let idle = idle(snapshot, pace, formats);
    (!stats.is_empty() || idle.is_some()).then_some(DialingPace { stats, idle })
}

fn stats(pace: &Pace, formats: &Formats<'_>) -> Vec<Stat> {
    let stat = |label, value: Option<String>, sub: &str| {
        value.map(|value| Stat {
            label,
            value,
            sub: sub.to_owned(),
        })
    };
    let dials = pace.dials_per_second.copied().map(|dials| {
        let digits = if dials > 0.0 && dials < 0.1 { 2 } else { 1 };
        formats.decimal(dials, digits)
    });
    let connected = pace.connected_per_hour.copied();
    let last = pace.last_dial_at.value();
    let ago = last.map_or_else(String::new, |at| formats.ago(at));
    let found = [
        stat("Dials a second", dials, "over the last minute"),
        stat(
            "Ringing",
            pace.ringing.copied().map(|calls| formats.count(calls)),
            "",
        ),
        stat(
            "Connected an hour",
            connected.map(|calls| formats.decimal(calls, 0)),
            "over the last 15 min",
        ),
        stat("Last dial", last.map(|at| formats.clock_seconds(at)), &ago),
    ];
    found.into_iter().flatten().collect()
}

fn idle(snapshot: &Snapshot, pace: &Pace, formats: &Formats<'_>) -> Option<Idle> {
    let limits = Limits::of(snapshot);
    let told = |text: String, tone| Some(Idle { text, tone });
    match limits.status {
        CampaignStatus::Running => {}
        CampaignStatus::Paused => {
            return told("Paused: no new call is placed.".to_owned(), Tone::Warn);
        }
        _ => return None,
    }
    let window = snapshot.call_window.value();
    if let Some(window) = window.filter(|window| !window.open) {
        let opens = window.opens_at.value().map_or_else(String::new, |at| {
            [" Dialing resumes ", &*when(at, formats), "."].concat()
        });
        let text = ["Outside the call window: no new call is placed.", &opens].concat();
        return told(text, Tone::Mute);
    }
    let last = pace.last_dial_at.value()?.ms?;
    let still = formats.now.saturating_sub(last) / 1000;
    if still < IDLE_SECONDS {
        return None;
    }
    let cause = cause(&limits);
    let why = why(&cause, &limits);
    let text = [
        "No dial for ",
        &*formats.wait(still as f64),
        ": ",
        &*why,
        ".",
    ]
    .concat();
    told(text, cause.tone(&limits))
}

/// The reason, to follow a colon.
fn why(cause: &Cause, limits: &Limits<'_>) -> String {
    let text = match cause {
        Cause::AllFinal | Cause::Finishing => "no contact waits for another attempt",
        Cause::NoContacts => "the campaign has no contacts",
        Cause::CreditsOut => "credits have run out",
        Cause::CarriersFailing => "most calls fail at the carriers",
        Cause::AtPace => "the carriers take no more calls a second",
        Cause::CarriersStopped | Cause::CarrierHeldBack => "carriers are held by their breakers",
        Cause::Outranked => "a higher-priority campaign goes first",
        Cause::NoLines(_) => "no line is allowed",
        Cause::AtLimit { .. } => "every line it may use is taken",
        Cause::NoneReady | Cause::NoneCallable | Cause::MostlyBlocked { .. } => {
            let largest = super::cause::largest_blocker(limits);
            let blocker = largest.map(|(code, _)| Blocker::from_wire(&code));
            match blocker {
                Some(Blocker::RetryCoolOff) => "waiting for retries",
                Some(blocker) => return ["most contacts wait for ", &*lower(&blocker)].concat(),
                None => "no contact is ready",
            }
        }
        _ => "no reason is reported",
    };
    text.to_owned()
}

fn lower(blocker: &Blocker) -> String {
    blocker.label().to_lowercase()
}

#[cfg(test)]
mod tests;
