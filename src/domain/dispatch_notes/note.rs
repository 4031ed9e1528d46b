//! The messages of the dispatch card.

use crate::domain::blocker::Blocker;
use crate::domain::campaign::{BlockingCampaign, CallWindow};
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::moment::{when, when_and_wait};
use crate::domain::rich::Rich;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;
use crate::domain::verdict::{Target, VerdictAction};

use super::{Note, carrier, is_ended, unreadable};

/// A window that closes within this time is worth a word, in milliseconds.
const CLOSING_SOON_MS: i64 = 30 * 60 * 1000;

/// A dispatcher silent for this long may be down, in milliseconds.
const SILENT_MS: i64 = 60 * 1000;

/// The messages, the most serious first.
pub fn notes(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Note> {
    let limits = Limits::of(snapshot);
    let mut notes = Vec::new();
    if !is_ended(&limits) {
        notes.extend(credits(&limits));
        notes.extend(carrier::notes(&limits, formats));
        notes.extend(silence(&limits, formats));
        notes.extend(blocking(&limits, formats));
        notes.extend(
            snapshot
                .call_window
                .value()
                .and_then(|window| call_window(window, &limits, formats)),
        );
    }
    notes.extend(unreadable::notes(&limits));
    notes.sort_by_key(|note| rank(note.tone));
    notes
}

fn rank(tone: Tone) -> u8 {
    match tone {
        Tone::Bad => 0,
        Tone::Warn => 1,
        _ => 2,
    }
}

fn note(tone: Tone, glyph: Glyph, text: Rich) -> Note {
    Note {
        tone,
        glyph,
        text,
        link: None,
    }
}

fn credits(limits: &Limits<'_>) -> Option<Note> {
    let credits = limits.capacity?.credits.value()?;
    if credits.dry_run.copied() == Some(true) {
        let text = Rich::default()
            .strong("Dry run.")
            .text(" No call is placed and nothing is spent.");
        return Some(note(Tone::Accent, Glyph::CircleInfo, text));
    }
    (limits.lines(LimitKind::Credits) == Some(0)).then(|| {
        let text = Rich::default()
            .strong("Credits have run out.")
            .text(" An admin must top up before any campaign can dial.");
        note(Tone::Bad, Glyph::OctagonX, text)
    })
}

fn silence(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Note> {
    let beat = limits.dispatch?.heartbeat_at.value()?;
    let silent_ms = formats.now.saturating_sub(beat.ms?);
    (silent_ms >= SILENT_MS).then(|| {
        let since = ["No heartbeat since ", &*when(beat, formats), "."].concat();
        let text = Rich::default().strong(&since).text(
            &[
                " The last one was ",
                &*formats.ago(beat),
                "; the dispatcher may be down.",
            ]
            .concat(),
        );
        note(Tone::Warn, Glyph::TriangleAlert, text)
    })
}

fn blocking(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Note> {
    let campaign = limits.dispatch?.blocking_campaign.value()?;
    let binds = campaign.binding.copied();
    let rank = campaign
        .priority
        .copied()
        .map_or_else(String::new, |priority| {
            [" (priority ", &*formats.count(priority), ")"].concat()
        });
    let holds = holds(campaign, limits, formats);
    let effect = match binds {
        Some(true) => " This campaign dials again as its calls end.",
        Some(false) if limits.is_running() => " It is not the limit right now.",
        Some(false) if limits.is_held() => " It is not what stopped this campaign.",
        Some(false) | None => "",
    };
    let text = Rich::default()
        .strong(&campaign.name)
        .text(&[&*rank, &holds, effect].concat());
    let (tone, glyph) = match binds {
        Some(true) => (Tone::Warn, Glyph::Bar),
        _ => (Tone::Mute, Glyph::CircleInfo),
    };
    let link = VerdictAction {
        label: "Open".to_owned(),
        target: Target::Campaign(campaign.id.0.clone()),
    };
    Some(Note {
        link: Some(link),
        ..note(tone, glyph, text)
    })
}

/// " goes first and holds 26 of 120 tenant lines."
fn holds(campaign: &BlockingCampaign, limits: &Limits<'_>, formats: &Formats<'_>) -> String {
    let Some(lines) = campaign.lines.copied() else {
        return " goes first.".to_owned();
    };
    let cap = limits
        .capacity
        .and_then(|capacity| capacity.tenant.value())
        .map(|tenant| tenant.line_cap);
    match cap {
        Some(cap) if lines >= cap => {
            [" holds all ", &*formats.count(cap), " tenant lines."].concat()
        }
        Some(cap) => [
            " goes first and holds ",
            &*formats.of(lines, cap),
            " tenant lines.",
        ]
        .concat(),
        None => [
            " goes first and holds ",
            &*formats.count(lines),
            " tenant lines.",
        ]
        .concat(),
    }
}

fn call_window(window: &CallWindow, limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Note> {
    if window.open {
        let at = window.closes_at.value()?;
        let left_ms = at.ms?.saturating_sub(formats.now);
        return (0..=CLOSING_SOON_MS).contains(&left_ms).then(|| {
            let closes = ["The call window closes ", &*formats.until(at), "."].concat();
            let text = Rich::default()
                .strong(&closes)
                .text(&[" At ", &*when(at, formats), " dialing stops."].concat());
            note(Tone::Accent, Glyph::Clock, text)
        });
    }
    let opens = window.opens_at.value().map_or_else(
        || " When it opens is not reported.".to_owned(),
        |at| [" It opens ", &*when_and_wait(at, formats), "."].concat(),
    );
    let waiting = limits
        .blocked(&Blocker::CallWindowClosed)
        .or_else(|| limits.waiting())
        .filter(|waiting| *waiting > 0);
    let wait = match waiting {
        Some(1) => " 1 contact waits; nothing is wrong.".to_owned(),
        Some(count) => [
            " ",
            &*formats.count(count),
            " contacts wait; nothing is wrong.",
        ]
        .concat(),
        None => " Nothing is wrong.".to_owned(),
    };
    let text = Rich::default()
        .strong("Call window closed.")
        .text(&[&*opens, &wait].concat());
    Some(note(Tone::Mute, Glyph::Moon, text))
}
