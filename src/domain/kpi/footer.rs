//! The line of secondary figures below the tiles.

use crate::domain::counts::{AttemptCounts, Callbacks};
use crate::domain::format::{ABANDON_RATE_MINIMUM, Formats, NONE};
use crate::domain::rich::Rich;
use crate::domain::snapshot::Snapshot;

use super::Formula;
use super::tasks::equation;

/// One part of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FooterPart {
    /// Its name: "Abandon rate".
    pub label: &'static str,
    /// The figures, the main one strong: "1.3% (31 of 2,433 live answers)".
    pub value: Rich,
    /// Whether the sample is too small to judge the rate by.
    pub small_sample: bool,
    /// How it is computed, where that needs telling.
    pub formula: Option<Formula>,
}

/// The parts that the API reports, in their fixed order.
pub fn footer(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<FooterPart> {
    let mut parts = Vec::new();
    if let Some(attempts) = snapshot.attempts.value() {
        let count = |label, count: Option<i64>| {
            count.map(|count| part(label, Rich::default().strong(&formats.count(count))))
        };
        parts.extend(count("Answered attempts", attempts.answered.copied()));
        parts.extend(count(
            "Retries remaining",
            attempts.retries_remaining.copied(),
        ));
        parts.extend(abandon_rate(attempts, formats));
        parts.extend(count(
            "Machine detected",
            attempts.machine_detected.copied(),
        ));
        parts.extend(count("Failed attempts", attempts.failed.copied()));
    }
    parts.extend(
        snapshot
            .callbacks
            .value()
            .and_then(|known| callbacks(known, formats)),
    );
    parts
}

fn part(label: &'static str, value: Rich) -> FooterPart {
    FooterPart {
        label,
        value,
        small_sample: false,
        formula: None,
    }
}

/// Abandoned ÷ live answers; `None` when neither it nor its counts are reported.
pub(super) fn abandon_rate(attempts: &AttemptCounts, formats: &Formats<'_>) -> Option<FooterPart> {
    let label = "Abandon rate";
    let own = attempts.abandon_rate.copied();
    let (Some(abandoned), Some(live)) =
        (attempts.abandoned.copied(), attempts.answered_live.copied())
    else {
        return own.map(|rate| part(label, Rich::default().strong(&formats.percent(rate))));
    };
    let counted = formats.rate(abandoned, live, ABANDON_RATE_MINIMUM);
    let text = own.map_or(counted.text, |rate| formats.percent(rate));
    let few = if counted.enough {
        ""
    } else {
        ", too few to judge"
    };
    let behind = match live {
        0 => " (no live answers)".to_owned(),
        _ => [
            " (",
            &formats.of(abandoned, live),
            " live answers",
            few,
            ")",
        ]
        .concat(),
    };
    let minimum = formats.count(ABANDON_RATE_MINIMUM);
    Some(FooterPart {
        label,
        value: Rich::default().strong(&text).text(&behind),
        small_sample: !counted.enough,
        formula: Some(Formula {
            title: "Abandoned ÷ live answers",
            lines: vec![
                equation(abandoned, live, formats),
                "Answers by machines are not counted.".to_owned(),
                [
                    "Shown as ",
                    NONE,
                    " without live answers, in gray below ",
                    &minimum,
                    ".",
                ]
                .concat(),
            ],
        }),
    })
}

/// "23 pending, 41 completed, 0 canceled, 2 exhausted".
fn callbacks(callbacks: &Callbacks, formats: &Formats<'_>) -> Option<FooterPart> {
    let counts = [
        (callbacks.pending.copied(), " pending"),
        (callbacks.completed.copied(), " completed"),
        (callbacks.cancelled.copied(), " canceled"),
        (callbacks.exhausted.copied(), " exhausted"),
    ];
    let mut value = Rich::default();
    for (count, words) in counts {
        let Some(count) = count else { continue };
        let joint = if value.0.is_empty() { "" } else { ", " };
        value = value.text(joint).strong(&formats.count(count)).text(words);
    }
    let nothing = value.0.is_empty();
    (!nothing).then(|| part("Callbacks", value))
}
