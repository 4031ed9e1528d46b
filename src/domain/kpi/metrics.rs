//! The dialer's own metrics: the second group of figures, each with its
//! definition, and the callbacks.

use crate::domain::figures::{Figures, answered_of_dials, counted_average, share};
use crate::domain::format::{ANSWER_RATE_MINIMUM, Formats, NONE};
use crate::domain::outcome::Outcomes;
use crate::domain::rich::Rich;
use crate::domain::snapshot::Snapshot;

use super::footer::{FooterPart, abandon_rate};
use super::tasks::equation;
use super::{Formula, calls};

/// The dialer's metrics that the API reports, in their fixed order.
pub fn metrics(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<FooterPart> {
    let counts = snapshot.counts.value();
    let attempts = snapshot.attempts.value();
    let outcomes = counts.and_then(Outcomes::of);
    let of_attempts =
        |read: fn(&crate::domain::counts::AttemptCounts) -> Option<i64>| attempts.and_then(read);
    let counted = [
        (
            "Total calls",
            "Every dial, those in flight included",
            of_attempts(|attempts| attempts.dialed.copied()),
        ),
        (
            "Attempted",
            "Contacts dialed at least once",
            counts.and_then(|counts| counts.attempted.copied()),
        ),
        (
            "Answered",
            "Dials answered, by a person or a machine",
            of_attempts(|attempts| attempts.answered.copied()),
        ),
        (
            "Completed",
            "Contacts reached, with a result",
            outcomes.and_then(|outcomes| outcomes.known_completed()),
        ),
        (
            "Failed",
            "Contacts exhausted, abandoned, or ended at a machine",
            outcomes.and_then(|outcomes| outcomes.known_failed()),
        ),
        (
            "Retries remaining",
            "Dials that the retry rules still allow",
            of_attempts(|attempts| attempts.retries_remaining.copied()),
        ),
    ];
    let mut parts: Vec<FooterPart> = counted
        .into_iter()
        .filter_map(|(label, title, value)| Some(count(label, title, value?, formats)))
        .collect();
    parts.extend(answer_rate(snapshot, formats));
    parts.extend(completion_rate(snapshot, formats));
    parts.extend(handle_time(snapshot, formats));
    parts.extend(attempts.and_then(|attempts| abandon_rate(attempts, formats)));
    let machines = of_attempts(|attempts| attempts.machine_detected.copied());
    let title = "Dials answered by a machine";
    parts.extend(machines.map(|machines| count("Machine detected", title, machines, formats)));
    parts
}

/// The callback counters, each with its meaning; none unless callback
/// detection is in use.
pub fn callback_counters(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<FooterPart> {
    let Some(callbacks) = snapshot.callbacks.value() else {
        return Vec::new();
    };
    let counters = [
        (
            "Callbacks pending",
            "Promised and not made yet",
            &callbacks.pending,
        ),
        (
            "Callbacks completed",
            "Made and answered",
            &callbacks.completed,
        ),
        (
            "Callbacks canceled",
            "Called off before they were made",
            &callbacks.cancelled,
        ),
        (
            "Callbacks exhausted",
            "Tried as often as allowed, never reached",
            &callbacks.exhausted,
        ),
    ];
    counters
        .into_iter()
        .filter_map(|(label, title, value)| Some(count(label, title, value.copied()?, formats)))
        .collect()
}

fn count(
    label: &'static str,
    title: &'static str,
    value: i64,
    formats: &Formats<'_>,
) -> FooterPart {
    part(label, formats.count(value), "", title, Vec::new())
}

fn part(
    label: &'static str,
    strong: String,
    behind: &str,
    title: &'static str,
    lines: Vec<String>,
) -> FooterPart {
    FooterPart {
        label,
        value: Rich::default().strong(&strong).text(behind),
        small_sample: false,
        formula: Some(Formula { title, lines }),
    }
}

fn behind(numerator: i64, denominator: i64, formats: &Formats<'_>) -> String {
    [" (", &*formats.of(numerator, denominator), ")"].concat()
}

fn answer_rate(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<FooterPart> {
    let attempts = snapshot.attempts.value()?;
    let (answered, dials) = answered_of_dials(attempts)?;
    let rate = Figures::of(snapshot).answer_rate;
    let text = rate.map_or_else(|| NONE.to_owned(), |rate| formats.percent(rate));
    let (title, lines) = calls::answer_formula(attempts, answered, dials, formats);
    let behind = behind(answered, dials, formats);
    Some(FooterPart {
        small_sample: dials < ANSWER_RATE_MINIMUM,
        ..part("Attempt answer rate", text, &behind, title, lines)
    })
}

fn completion_rate(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<FooterPart> {
    let counts = snapshot.counts.value()?;
    let completed = Outcomes::of(counts)?.known_completed()?;
    let attempts = snapshot.attempts.value();
    let own = attempts.and_then(|attempts| attempts.completion_rate.copied());
    let rate = own.or_else(|| share(completed, counts.total));
    let text = rate.map_or_else(|| NONE.to_owned(), |rate| formats.percent(rate));
    let mut lines = vec![equation(completed, counts.total, formats)];
    lines.push("Per contact. Reaching any final result is progress, not completion.".to_owned());
    if own.is_some() {
        lines.push("The figure shown is the dialer's own.".to_owned());
    }
    let behind = behind(completed, counts.total, formats);
    let title = "Completed ÷ all contacts";
    Some(part("Completion rate", text, &behind, title, lines))
}

fn handle_time(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<FooterPart> {
    let attempts = snapshot.attempts.value()?;
    let mean = attempts
        .average_seconds
        .copied()
        .or_else(|| counted_average(attempts))?;
    let lines = vec!["Ringing and waiting are not counted.".to_owned()];
    let (label, title) = ("Avg handle time", "Talk time ÷ completed calls");
    Some(part(label, formats.talk(mean), "", title, lines))
}
