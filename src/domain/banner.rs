//! The state of the whole page, told across its full width.

use super::campaign::Interruption;
use super::format::Formats;
use super::glyph::Glyph;
use super::limits::Limits;
use super::moment::{is_today, when};
use super::rich::{Rich, sentence};
use super::snapshot::Snapshot;
use super::status::CampaignStatus;
use super::timestamp::Timestamp;
use super::tone::Tone;

/// A bar across the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banner {
    /// How bad it is.
    pub tone: Tone,
    /// The shape beside it.
    pub glyph: Glyph,
    /// What is the case, its core strong.
    pub fact: Rich,
    /// What follows from it; may be empty.
    pub line: String,
}

/// "Campaign paused at 14:40:12 CST (6 min ago)." Only when the campaign is
/// paused and the time of the pause is known.
pub fn paused(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Banner> {
    let limits = Limits::of(snapshot);
    let pause = snapshot.campaign.pause.value()?;
    let at = pause
        .at
        .value()
        .filter(|_| limits.status == CampaignStatus::Paused)?;
    let age = at
        .ms
        .map_or_else(String::new, |_| [" (", &*formats.ago(at), ")"].concat());
    let reason = pause
        .reason
        .as_deref()
        .map(str::trim)
        .filter(|reason| !reason.is_empty());
    let reason = reason.map_or_else(String::new, |reason| {
        [
            " Reason: ",
            reason,
            if reason.ends_with('.') { "" } else { "." },
        ]
        .concat()
    });
    let clock = precise(at, formats);
    let fact = Rich::default()
        .strong("Campaign paused")
        .text(&[" at ", &*clock, &age, ".", &reason].concat());
    let line = match pause.note.as_deref().map(sentence) {
        Some(note) => unnamed(pause, &note) + &note,
        None => who(pause) + &consequence(&limits, formats),
    };
    Some(Banner {
        tone: Tone::Warn,
        glyph: Glyph::Pause,
        fact,
        line,
    })
}

/// To the second on the same day, with its date on any other.
fn precise(at: &Timestamp, formats: &Formats<'_>) -> String {
    let clock = formats.clock_seconds(at);
    if at.ms.is_none() || is_today(at, formats) {
        clock
    } else {
        [&*clock, ", ", &formats.date(at)].concat()
    }
}

/// The person who paused it, when the dialer's own note does not name them.
fn unnamed(pause: &Interruption, note: &str) -> String {
    let named = pause.by.as_deref().is_none_or(|name| note.contains(name));
    if named { String::new() } else { who(pause) }
}

fn who(pause: &Interruption) -> String {
    match (pause.automatic.copied(), pause.by.as_deref()) {
        (Some(true), _) => "Paused by the system, not by a person. ".to_owned(),
        (_, Some(name)) => ["Paused by ", name, ". "].concat(),
        (Some(false), None) => "Paused by a person. ".to_owned(),
        (None, None) => String::new(),
    }
}

fn consequence(limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let live = limits.outcomes.and_then(|outcomes| outcomes.known_live());
    let live = live.or_else(|| limits.in_use());
    match live.filter(|live| *live > 0) {
        Some(1) => "New dialing has stopped; 1 call in progress will finish.".to_owned(),
        Some(live) => {
            let live = formats.count(live);
            [
                "New dialing has stopped; ",
                &*live,
                " calls in progress will finish.",
            ]
            .concat()
        }
        None => "New dialing has stopped.".to_owned(),
    }
}

/// "Showing data from 14:32:08 CST, 6 min old." The last good answer stays,
/// because a refresh failed; `cause` says why and what happens next.
pub fn stale(captured_at: &Timestamp, cause: &str, formats: &Formats<'_>) -> Banner {
    let ago = formats.ago(captured_at);
    let age = ago
        .strip_suffix(" ago")
        .filter(|_| captured_at.ms.is_some());
    let age = age.map_or_else(String::new, |age| [", ", age, " old"].concat());
    let fact = [
        "Showing data from ",
        &*precise(captured_at, formats),
        &age,
        ".",
    ]
    .concat();
    Banner {
        tone: Tone::Warn,
        glyph: Glyph::TriangleAlert,
        fact: Rich::default().strong(&fact),
        line: sentence(cause),
    }
}

/// "Campaign canceled 31 Oct, 17:22 CDT by J. Park." For a campaign that is
/// over; the time, the person and the reason as far as they are reported.
pub fn ended(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Banner> {
    let campaign = &snapshot.campaign;
    let status = CampaignStatus::from_wire(&campaign.status);
    let (verb, end) = match status {
        CampaignStatus::Completed => ("Campaign completed", None),
        CampaignStatus::Failed => ("Campaign failed", campaign.failure.value()),
        CampaignStatus::Canceled => ("Campaign canceled", campaign.cancel.value()),
        _ => return None,
    };
    let at = end
        .and_then(|end| end.at.value())
        .or_else(|| campaign.ended_at.value());
    let at = at.map_or_else(String::new, |at| [" ", &*when(at, formats)].concat());
    let by = end.and_then(|end| end.by.as_deref());
    let by = by.map_or_else(String::new, |name| [" by ", name].concat());
    let reason = end
        .and_then(|end| end.reason.as_deref())
        .map_or_else(String::new, |reason| [" ", &*sentence(reason)].concat());
    let fact = Rich::default()
        .strong(&[verb, &at, &by, "."].concat())
        .text(&reason);
    let note = end.and_then(|end| end.note.as_deref()).map(sentence);
    Some(Banner {
        tone: status.tone(),
        glyph: status.glyph(),
        fact,
        line: note.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests;
