//! The bar of overall progress, by outcome.

use crate::domain::format::Formats;
use crate::domain::outcome::Outcomes;
use crate::domain::snapshot::Snapshot;

/// One part of the bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Its name in the legend.
    pub label: &'static str,
    /// Tasks in it, as received.
    pub count: i64,
    /// Its share of the bar, from 0 to 1. All shares together are at most 1.
    pub fraction: f64,
    /// Its color and pattern: "completed", "failed", "active", "pending", "other".
    pub series: &'static str,
}

/// The parts in their fixed order; `None` when the dialer does not report its
/// tasks by status. Completed, Failed, Active and Pending are there as far as
/// they are reported.
pub fn segments(snapshot: &Snapshot) -> Option<Vec<Segment>> {
    let counts = snapshot.counts.value()?;
    let outcomes = Outcomes::of(counts)?;
    let other = |count: i64| (count != 0).then_some(count);
    let parts = [
        ("Completed", outcomes.known_completed(), "completed"),
        ("Failed", outcomes.known_failed(), "failed"),
        ("Window closed", other(outcomes.window_closed), "other"),
        ("Manually stopped", other(outcomes.stopped), "other"),
        ("Active", outcomes.known_live(), "active"),
        ("Pending", outcomes.known_waiting(), "pending"),
        ("Other states", other(outcomes.unknown), "other"),
    ]
    .into_iter()
    .filter_map(|(label, count, series)| Some((label, count?, series)))
    .collect::<Vec<_>>();
    // Contradicting counts share the bar by their own sum, so that it is never
    // longer than full; a bar of fewer tasks than the total stays part empty.
    let sum: f64 = parts
        .iter()
        .map(|(_, count, _)| (*count).max(0) as f64)
        .sum::<f64>();
    let whole = sum.max(counts.total as f64).max(1.0);
    let segment = |(label, count, series): (&'static str, i64, &'static str)| Segment {
        label,
        count,
        fraction: count.max(0) as f64 / whole,
        series,
    };
    Some(parts.into_iter().map(segment).collect())
}

/// The line beside the legend: what progress counts, and how many contacts
/// were dialed at least once.
pub fn legend_note(snapshot: &Snapshot, formats: &Formats<'_>) -> String {
    let start = "Progress counts contacts with a final result.";
    let attempted = snapshot
        .counts
        .value()
        .and_then(|counts| counts.attempted.copied());
    match attempted {
        None => start.to_owned(),
        Some(1) => [start, " 1 has been attempted at least once."].concat(),
        Some(attempted) => [
            start,
            " ",
            &formats.count(attempted),
            " have been attempted at least once.",
        ]
        .concat(),
    }
}
