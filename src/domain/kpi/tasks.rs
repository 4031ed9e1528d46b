//! The tiles that count contacts.

use crate::domain::figures::{Figures, final_of_total, share};
use crate::domain::format::{Formats, NONE};
use crate::domain::limits::Limits;
use crate::domain::outcome::Outcomes;
use crate::domain::snapshot::Snapshot;

use super::Tile;

fn outcomes(snapshot: &Snapshot) -> Option<Outcomes> {
    snapshot.counts.value().and_then(Outcomes::of)
}

pub fn progress(snapshot: &Snapshot, figures: &Figures, formats: &Formats<'_>) -> Tile {
    let (key, label) = ("progress", "Progress");
    let Some(counts) = snapshot.counts.value() else {
        return Tile::missing(key, label, "counts", &snapshot.counts);
    };
    let counted = final_of_total(snapshot);
    let value = figures.progress.map(|progress| formats.percent(progress));
    let Some((finished, total)) = counted else {
        let sub = ["of ", &formats.count(counts.total), " contacts"].concat();
        return match value {
            Some(value) => Tile::reported(key, label, value, sub),
            None => Tile {
                sub,
                ..Tile::missing(key, label, "counts", &snapshot.counts)
            },
        };
    };
    let value = value.unwrap_or_else(|| NONE.to_owned());
    let mut lines = vec![equation(finished, total, formats)];
    lines.push("Final is completed, failed, window closed or manually stopped.".to_owned());
    if let Some(unknown) = outcomes(snapshot)
        .map(|known| known.unknown)
        .filter(|count| *count != 0)
    {
        let count = formats.count(unknown);
        lines.push(
            [
                &count,
                " in states unknown to this console are not counted as final.",
            ]
            .concat(),
        );
    }
    if counts.progress.copied().is_some() {
        lines.push("The figure shown is the dialer's own.".to_owned());
    }
    Tile::reported(key, label, value, formats.of(finished, total))
        .explained("Final ÷ all contacts", lines)
}

/// "3,055 ÷ 4,812 = 63.5%".
pub fn equation(part: i64, whole: i64, formats: &Formats<'_>) -> String {
    let result = share(part, whole).map_or_else(|| NONE.to_owned(), |share| formats.percent(share));
    [
        &formats.count(part),
        " ÷ ",
        &formats.count(whole),
        " = ",
        &result,
    ]
    .concat()
}

pub fn active(snapshot: &Snapshot, figures: &Figures, formats: &Formats<'_>) -> Tile {
    let (key, label) = ("active", "Active");
    let Some(active) = figures.active else {
        return Tile::missing(key, label, "counts", &snapshot.counts);
    };
    let dispatch = snapshot.dispatch.value();
    let counted = outcomes(snapshot);
    let reported = dispatch.and_then(|dispatch| dispatch.calling_now.copied());
    let words = match counted {
        Some(counted) if reported.is_none() && counted.is_only_dialing() => " being dialed",
        _ => " on a call",
    };
    let on_a_call = reported.or_else(|| counted?.known_on_a_line());
    let sub = on_a_call.map_or_else(String::new, |calls| [&formats.count(calls), words].concat());
    Tile::reported(key, label, formats.count(active), sub)
}

pub fn completed(snapshot: &Snapshot, formats: &Formats<'_>) -> Tile {
    let (key, label) = ("completed", "Completed");
    let completed = outcomes(snapshot).and_then(|outcomes| outcomes.known_completed());
    let (Some(counts), Some(completed)) = (snapshot.counts.value(), completed) else {
        return Tile::missing(key, label, "counts", &snapshot.counts);
    };
    let own = snapshot
        .attempts
        .value()
        .and_then(|attempts| attempts.completion_rate.copied());
    let rate = own.or_else(|| share(completed, counts.total));
    let sub = rate.map_or_else(
        || "no contacts".to_owned(),
        |rate| [&formats.percent(rate), " of contacts"].concat(),
    );
    Tile::reported(key, label, formats.count(completed), sub)
}

pub fn failed(snapshot: &Snapshot, formats: &Formats<'_>) -> Tile {
    let (key, label) = ("failed", "Failed");
    let Some(outcomes) = outcomes(snapshot).filter(|known| known.known_failed().is_some()) else {
        return Tile::missing(key, label, "counts", &snapshot.counts);
    };
    let apart = match (outcomes.window_closed, outcomes.stopped) {
        (0, 0) => String::new(),
        (closed, 0) => [", plus ", &formats.count(closed), " window closed"].concat(),
        (0, stopped) => [", plus ", &formats.count(stopped), " stopped"].concat(),
        _ => {
            let both = formats.count(outcomes.ended_otherwise());
            [", plus ", &both, " closed or stopped"].concat()
        }
    };
    let sub = [&formats.count(outcomes.exhausted), " exhausted", &apart].concat();
    let parts = [outcomes.exhausted, outcomes.machine, outcomes.abandoned];
    let sum = parts.map(|count| formats.count(count)).join(" + ");
    let lines = vec![
        [&sum, " = ", &formats.count(outcomes.failed())].concat(),
        "Window closed and manually stopped are final, and not counted as failed.".to_owned(),
    ];
    Tile::reported(key, label, formats.count(outcomes.failed()), sub)
        .explained("Exhausted + machine + abandoned", lines)
}

pub fn pending(snapshot: &Snapshot, figures: &Figures, formats: &Formats<'_>) -> Tile {
    let (key, label) = ("pending", "Pending");
    let Some(pending) = figures.pending else {
        return Tile::missing(key, label, "counts", &snapshot.counts);
    };
    let limits = Limits::of(snapshot);
    let words = if limits.is_held() {
        " can dial now"
    } else {
        " ready now"
    };
    let sub = limits.ready().map_or_else(
        || "ready now not reported".to_owned(),
        |ready| [&formats.count(ready), words].concat(),
    );
    Tile::reported(key, label, formats.count(pending), sub)
}
