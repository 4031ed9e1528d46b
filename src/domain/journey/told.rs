//! A journey as it is told: what came of it, and its steps on one scale of time.

use super::{Journey, Step, StepStatus, is_slow};
use crate::domain::block::good_rows;
use crate::domain::cell::Cell;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::record::status::RecordStatus;
use crate::domain::rich::{Rich, sentence};
use crate::domain::tone::Tone;
use verdict::verdict;

mod verdict;

/// A journey, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What came of it, in a sentence or two.
    pub verdict: Rich,
    /// The verdict's tone.
    pub tone: Tone,
    /// The verdict's shape.
    pub glyph: Glyph,
    /// Others that failed in the same way: how many, and more about them.
    pub similar: Option<(String, String)>,
    /// Labels with their values.
    pub facts: Vec<(&'static str, Cell)>,
    /// What the bars measure: "0 s to 136 s". Empty when no time is reported.
    pub scale: String,
    /// The steps in order.
    pub steps: Vec<StepRow>,
    /// Steps that could not be read.
    pub unreadable: usize,
}

/// One step, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct StepRow {
    /// Its name in the spinner.
    pub name: String,
    /// Where it stands.
    pub status: StepStatus,
    /// What came of it: its outcome as received, else its status in words.
    pub outcome: String,
    /// How long it took.
    pub duration: Cell,
    /// What happened, in words.
    pub message: Option<String>,
    /// Where its bar begins, as a fraction of the scale.
    pub from: f64,
    /// How long its bar is, as a fraction of the scale.
    pub length: f64,
    /// Whether it is an AI step that takes longer than is normal.
    pub slow: bool,
}

/// Tells a journey as of the formats' present moment.
pub fn told(journey: &Journey, formats: &Formats<'_>) -> Told {
    let steps: Vec<&Step> = good_rows(&journey.steps).collect();
    let spans = spans(&steps, formats.now);
    let end = spans
        .iter()
        .fold(0.0_f64, |end, (from, length)| end.max(from + length));
    let rows = steps.iter().zip(&spans);
    let rows = rows.map(|(step, span)| row(step, *span, end, formats));
    let (tone, glyph, verdict) = verdict(journey, &steps, formats);
    let failed = RecordStatus::from_wire(&journey.record.status) == RecordStatus::Failed;
    let scale = [
        &*formats.decimal(0.0, 0),
        " s to ",
        &formats.decimal(end, 0),
        " s",
    ]
    .concat();
    Told {
        verdict,
        tone,
        glyph,
        similar: similar(journey, formats).filter(|_| failed),
        facts: facts(journey, formats),
        scale: if end > 0.0 { scale } else { String::new() },
        steps: rows.collect(),
        unreadable: journey.steps.len().saturating_sub(steps.len()),
    }
}

fn row(step: &Step, (from, length): (f64, f64), end: f64, formats: &Formats<'_>) -> StepRow {
    let status = StepStatus::from_wire(&step.status);
    let of_scale = |seconds: f64| if end > 0.0 { seconds / end } else { 0.0 };
    let outcome = step
        .outcome
        .as_deref()
        .map(str::trim)
        .filter(|code| !code.is_empty());
    let message = step
        .message
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let open = matches!(status, StepStatus::Running | StepStatus::Waiting);
    let duration = match step.duration_seconds.copied() {
        None if open && length > 0.0 => Cell::of(formats.step(length)),
        _ => Cell::from_field(&step.duration_seconds, |seconds| formats.step(*seconds)),
    };
    StepRow {
        name: step.name.clone(),
        outcome: outcome.map_or_else(|| status.label().into_owned(), str::to_owned),
        duration,
        message: message.map(str::to_owned),
        from: of_scale(from),
        length: of_scale(length),
        slow: is_slow(step.kind.as_deref().unwrap_or_default(), length),
        status,
    }
}

/// Where each step begins and how long it is, in seconds from the first one's
/// begin. A step that does not tell its begin follows the one before.
fn spans(steps: &[&Step], now: i64) -> Vec<(f64, f64)> {
    let begin = steps
        .iter()
        .filter_map(|step| step.started_at.value()?.ms)
        .min();
    let after = |ms: i64| ms.saturating_sub(begin.unwrap_or(ms)).max(0) as f64 / 1000.0;
    let mut reached = 0.0_f64;
    let mut spans = Vec::with_capacity(steps.len());
    for step in steps {
        let from = step
            .started_at
            .value()
            .and_then(|at| at.ms)
            .map_or(reached, after);
        let open = matches!(
            StepStatus::from_wire(&step.status),
            StepStatus::Running | StepStatus::Waiting
        );
        let until = step.ended_at.value().and_then(|at| at.ms);
        let until = until.or(step
            .started_at
            .value()
            .and_then(|at| at.ms.and(Some(now)))
            .filter(|_| open));
        let told = step
            .duration_seconds
            .copied()
            .filter(|seconds| *seconds >= 0.0);
        let length = told
            .or(until.map(|until| after(until) - from))
            .unwrap_or(0.0)
            .max(0.0);
        reached = from + length;
        spans.push((from, length));
    }
    spans
}

fn similar(journey: &Journey, formats: &Formats<'_>) -> Option<(String, String)> {
    let similar = journey
        .similar
        .value()
        .filter(|similar| similar.count > 0)?;
    let noun = if similar.count == 1 {
        " other record"
    } else {
        " other records"
    };
    let more = similar.text.as_deref().map(str::trim);
    let more = more.filter(|text| !text.is_empty());
    // The text goes on from the count: "failed the same way, all after 13:18 CST".
    let more = sentence(more.unwrap_or("failed the same way"));
    let mut letters = more.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    let more = [" ", &*first.collect::<String>(), letters.as_str()].concat();
    Some(([&*formats.count(similar.count), noun].concat(), more))
}

fn facts(journey: &Journey, formats: &Formats<'_>) -> Vec<(&'static str, Cell)> {
    let record = &journey.record;
    let spinner = crate::domain::record::row::row(record, formats).spinner;
    let over = !matches!(
        RecordStatus::from_wire(&record.status),
        RecordStatus::Running | RecordStatus::Waiting | RecordStatus::Queued
    );
    let ended = match (record.ended_at.value(), over) {
        (None, false) if record.started_at.value().is_some() => Cell::of("in progress".to_owned()),
        _ => Cell::from_field(&record.ended_at, |at| formats.clock_seconds(at)),
    };
    vec![
        (
            "Started",
            Cell::from_field(&record.started_at, |at| formats.clock_seconds(at)),
        ),
        ("Ended", ended),
        (
            "Total",
            Cell::from_field(&record.duration_seconds, |s| formats.exact(*s)),
        ),
        ("Spinner", spinner),
    ]
}

#[cfg(test)]
mod tests;
