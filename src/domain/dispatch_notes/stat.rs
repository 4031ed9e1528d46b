//! The dispatcher's figures.

use crate::domain::dispatch::Dispatch;
use crate::domain::format::Formats;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::snapshot::Snapshot;
use crate::domain::status::CampaignStatus;

use super::Stat;

/// The figures that are reported, in their fixed order.
pub fn stats(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Stat> {
    let limits = Limits::of(snapshot);
    let Some(dispatch) = limits.dispatch else {
        return Vec::new();
    };
    let stats = [
        slots(dispatch, &limits, formats),
        calling(dispatch, &limits, formats),
        queued(dispatch, formats),
        credits(&limits, formats),
    ];
    stats.into_iter().flatten().collect()
}

fn slots(dispatch: &Dispatch, limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Stat> {
    let slots = dispatch.slots_available.copied()?;
    let sub = match (limits.smallest(), limits.in_use()) {
        (Some((_, lines)), Some(in_use)) if limits.is_running() => [
            &*formats.count(lines),
            " allowed, ",
            &formats.count(in_use),
            " in use",
        ]
        .concat(),
        (Some((_, lines)), in_use) if limits.is_held() && !limits.status.has_ended() => {
            let free = lines.saturating_sub(in_use.unwrap_or(0)).max(0);
            let status = limits.status.label().to_lowercase();
            let end = match limits.status {
                CampaignStatus::Paused => " if resumed",
                _ => " once started",
            };
            [&*status, "; ", &formats.count(free), end].concat()
        }
        _ => String::new(),
    };
    Some(Stat {
        label: "Available slots (est.)",
        value: formats.count(slots),
        sub,
    })
}

fn calling(dispatch: &Dispatch, limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Stat> {
    let calling = dispatch.calling_now.copied()?;
    let parts = [
        dispatch
            .talking
            .copied()
            .map(|count| [&*formats.count(count), " talking"].concat()),
        dispatch
            .connecting
            .copied()
            .map(|count| [&*formats.count(count), " connecting"].concat()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let sub = if limits.is_held() && calling > 0 {
        "finishing, none new".to_owned()
    } else {
        parts.join(", ")
    };
    Some(Stat {
        label: "Calling now",
        value: formats.count(calling),
        sub,
    })
}

fn queued(dispatch: &Dispatch, formats: &Formats<'_>) -> Option<Stat> {
    let queued = dispatch.queued.copied()?;
    let oldest = dispatch
        .queued_oldest_seconds
        .copied()
        .filter(|_| queued > 0);
    let sub = oldest.map_or_else(String::new, |seconds| {
        ["oldest ", &*formats.wait(seconds)].concat()
    });
    Some(Stat {
        label: "Queued",
        value: formats.count(queued),
        sub,
    })
}

fn credits(limits: &Limits<'_>, formats: &Formats<'_>) -> Option<Stat> {
    let credits = limits.capacity?.credits.value()?;
    let attempts = credits
        .attempts_left
        .copied()
        .map(|attempts| [&*formats.count(attempts), " attempts left"].concat());
    let dry_run = credits
        .dry_run
        .copied()
        .map(|dry| if dry { "dry run on" } else { "dry run off" });
    let is_out = limits.lines(LimitKind::Credits) == Some(0);
    let (value, about) = match (credits.balance.value(), attempts) {
        (Some(balance), attempts) => (formats.money(balance), attempts),
        (None, Some(attempts)) => (attempts, None),
        (None, None) if is_out => ("Out".to_owned(), None),
        (None, None) => return None,
    };
    let sub = dry_run.map(str::to_owned).or(about).unwrap_or_default();
    Some(Stat {
        label: "Credits",
        value,
        sub,
    })
}
