//! What dispatch says, against the counts and the limits.

use crate::domain::format::Formats;
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::outcome::Outcomes;
use crate::domain::snapshot::Snapshot;

use super::{Contradiction, contradiction};

pub fn find(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Contradiction> {
    let mut found = waiting(snapshot, formats);
    found.extend(lines(snapshot, formats));
    found.extend(before_start(snapshot, formats));
    found
}

/// Ready contacts and the forecast, against the waiting tasks.
fn waiting(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let counts = snapshot.counts.value();
    let Some(pending) = counts
        .and_then(Outcomes::of)
        .and_then(|outcomes| outcomes.known_waiting())
    else {
        return found;
    };
    let told = formats.count(pending);
    let ready = counts.and_then(|counts| counts.ready.copied());
    if let Some(ready) = ready.filter(|ready| *ready > pending) {
        let text = [
            &*formats.count(ready),
            " contacts are ready, but only ",
            &told,
            " are pending.",
        ];
        found.push(contradiction("pending", &text));
    }
    let forecast = snapshot
        .dispatch
        .value()
        .and_then(|dispatch| dispatch.forecast.value());
    let forecast = forecast.map(|buckets| {
        buckets
            .iter()
            .fold(0, |sum: i64, bucket| sum.saturating_add(bucket.count))
    });
    if let Some(sum) = forecast.filter(|sum| *sum != pending) {
        let text = [
            "The forecast holds ",
            &*formats.count(sum),
            " contacts, but ",
            &told,
            " are pending.",
        ];
        found.push(contradiction("pending", &text));
    }
    found
}

/// More lines in use than the smallest limit allows.
fn lines(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Contradiction> {
    let limits = Limits::of(snapshot);
    let (in_use, (kind, lines)) = (limits.in_use()?, limits.smallest()?);
    // A carrier rate is a pace, not a count of lines: calls may outlast its mean.
    let is_count = kind != LimitKind::CarrierRate;
    (limits.is_running() && is_count && lines > 0 && in_use > lines).then(|| {
        let (in_use, lines) = (formats.count(in_use), formats.count(lines));
        let limit = kind.label().to_ascii_lowercase();
        contradiction(
            "dispatch",
            &[
                &in_use,
                " lines are in use, the ",
                &limit,
                " allows ",
                &lines,
                ".",
            ],
        )
    })
}

/// Lines in use of a campaign that has yet to start.
fn before_start(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Contradiction> {
    let limits = Limits::of(snapshot);
    let in_use = limits.in_use().filter(|in_use| *in_use > 0)?;
    limits.is_before_start().then(|| {
        let (in_use, status) = (
            formats.count(in_use),
            limits.status.label().to_ascii_lowercase(),
        );
        let text = [
            "Lines in use: ",
            &*in_use,
            ", but the campaign is said to be ",
            &status,
            ".",
        ];
        contradiction("active", &text)
    })
}
