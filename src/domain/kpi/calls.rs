//! The tiles that judge the calls.

use crate::domain::counts::AttemptCounts;
use crate::domain::figures::{Figures, answered_of_dials, counted_average};
use crate::domain::format::{ANSWER_RATE_MINIMUM, Formats, NONE};
use crate::domain::snapshot::Snapshot;

use super::Tile;
use super::tasks::equation;

pub fn answer_rate(snapshot: &Snapshot, figures: &Figures, formats: &Formats<'_>) -> Tile {
    let (key, label) = ("answer_rate", "Answer rate");
    let Some(attempts) = snapshot.attempts.value() else {
        return Tile::missing(key, label, "attempts", &snapshot.attempts);
    };
    let Some((answered, dials)) = answered_of_dials(attempts) else {
        return match figures.answer_rate {
            Some(rate) => {
                let sub = "attempts not reported".to_owned();
                Tile::reported(key, label, formats.percent(rate), sub)
            }
            None => Tile::missing(key, label, "attempts", &snapshot.attempts),
        };
    };
    let few = dials < ANSWER_RATE_MINIMUM;
    let value = figures
        .answer_rate
        .map_or_else(|| NONE.to_owned(), |rate| formats.percent(rate));
    let sub = match (dials, few) {
        (0, _) => "no attempts".to_owned(),
        (_, true) => [&formats.of(answered, dials), ", too few to judge"].concat(),
        (_, false) => formats.of(answered, dials),
    };
    let tile = Tile::reported(key, label, value, sub);
    let (title, lines) = answer_formula(attempts, answered, dials, formats);
    Tile {
        small_sample: few,
        ..tile
    }
    .explained(title, lines)
}

/// How the answer rate is computed.
pub fn answer_formula(
    attempts: &AttemptCounts,
    answered: i64,
    dials: i64,
    formats: &Formats<'_>,
) -> (&'static str, Vec<String>) {
    let finished = attempts.finished.value().is_some();
    let title = if finished {
        "Answered ÷ finished attempts"
    } else {
        "Answered ÷ dialed attempts"
    };
    let mut lines = vec![equation(answered, dials, formats)];
    let in_flight = attempts
        .dialed
        .copied()
        .filter(|_| finished)
        .map(|dialed| dialed.saturating_sub(dials))
        .filter(|in_flight| *in_flight > 0);
    let per = "Per attempt, not per contact.";
    lines.push(match in_flight {
        Some(1) => [per, " 1 attempt in flight is not counted."].concat(),
        Some(calls) => [
            per,
            " ",
            &formats.count(calls),
            " in flight are not counted.",
        ]
        .concat(),
        None => per.to_owned(),
    });
    if attempts.answer_rate.copied().is_some() {
        lines.push("The figure shown is the dialer's own.".to_owned());
    }
    let minimum = formats.count(ANSWER_RATE_MINIMUM);
    lines.push(["Shown as — without attempts, in gray below ", &minimum, "."].concat());
    (title, lines)
}

pub fn average(snapshot: &Snapshot, figures: &Figures, formats: &Formats<'_>) -> Tile {
    let (key, label) = ("average", "Avg duration");
    let Some(attempts) = snapshot.attempts.value() else {
        return Tile::missing(key, label, "attempts", &snapshot.attempts);
    };
    let calls = attempts.completed.copied();
    let is_reported = attempts.talk_seconds.copied().is_some() && calls.is_some();
    if figures.average_seconds.is_none() && !is_reported {
        return Tile::missing(key, label, "attempts", &snapshot.attempts);
    }
    let value = figures
        .average_seconds
        .map_or_else(|| NONE.to_owned(), |mean| formats.talk(mean));
    let sub = match calls {
        Some(0) => "no completed calls".to_owned(),
        Some(1) => "1 call".to_owned(),
        Some(calls) => [&formats.count(calls), " calls"].concat(),
        None => "calls not reported".to_owned(),
    };
    let mut lines = Vec::new();
    if let (Some(talk), Some(calls)) = (attempts.talk_seconds.copied(), calls) {
        let counted = counted_average(attempts);
        let result = counted.map_or_else(|| NONE.to_owned(), |mean| formats.talk(mean));
        let (talk, calls) = (formats.talk(talk), formats.count(calls));
        lines.push([&*talk, " ÷ ", &calls, " = ", &result].concat());
    }
    if attempts.average_seconds.copied().is_some() {
        lines.push("The figure shown is the dialer's own.".to_owned());
    }
    lines.push("Ringing and waiting are not counted.".to_owned());
    Tile::reported(key, label, value, sub).explained("Talk time ÷ completed calls", lines)
}
