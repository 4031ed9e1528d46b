//! What came of a record, in a sentence or two.

use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::journey::{Journey, Step, StepStatus, is_slow};
use crate::domain::record::status::RecordStatus;
use crate::domain::rich::{Rich, sentence};
use crate::domain::tone::Tone;

/// Tone, shape and sentence.
pub(super) fn verdict(
    journey: &Journey,
    steps: &[&Step],
    formats: &Formats<'_>,
) -> (Tone, Glyph, Rich) {
    let status = RecordStatus::from_wire(&journey.record.status);
    let all = formats.count(i64::try_from(journey.steps.len()).unwrap_or(i64::MAX));
    let at = |wanted: StepStatus| {
        let found = steps.iter().enumerate();
        { found }.find(|(_, step)| StepStatus::from_wire(&step.status) == wanted)
    };
    let of_all = |place: usize| {
        let place = formats.count(i64::try_from(place).unwrap_or(i64::MAX).saturating_add(1));
        [&*place, " of ", &all].concat()
    };
    let words = match (&status, at(StepStatus::Failed)) {
        (RecordStatus::Failed, Some((place, step))) => Rich::default()
            .strong(&["Failed at step ", &*of_all(place), ". "].concat())
            .text(&why(step, journey)),
        (RecordStatus::Failed, None) => Rich::default().strong("Failed. ").text(&error(journey)),
        (RecordStatus::Completed, _) => Rich::default().strong("Completed. ").text(
            &[
                "It went through ",
                &*all,
                if all == "1" { " step." } else { " steps." },
            ]
            .concat(),
        ),
        (RecordStatus::Running | RecordStatus::Waiting, _) => {
            let open = at(StepStatus::Running).or(at(StepStatus::Waiting));
            match open {
                Some((place, step)) => Rich::default()
                    .strong(&[&*status.label(), " in step ", &of_all(place), ". "].concat())
                    .text(&sentence(step.message.as_deref().unwrap_or(&step.name))),
                None => Rich::of(status.meaning().unwrap_or_default()),
            }
        }
        (known, _) => Rich::of(&match known.meaning() {
            Some(meaning) => meaning.to_owned(),
            None => sentence(&known.label()),
        }),
    };
    let slow = at(StepStatus::Running).filter(|(_, step)| {
        let seconds = step.started_at.value().and_then(|at| at.ms);
        let seconds = seconds.map(|ms| formats.now.saturating_sub(ms) as f64 / 1000.0);
        is_slow(
            step.kind.as_deref().unwrap_or_default(),
            seconds.unwrap_or(0.0),
        )
    });
    match slow {
        Some(_) => (
            Tone::Warn,
            Glyph::TriangleAlert,
            words.text(" Slow: an AI step normally takes up to 2 min."),
        ),
        None => (status.tone(), status.glyph(), words),
    }
}

/// "ai_agent: no model reply within the 120 s limit."
fn why(step: &Step, journey: &Journey) -> String {
    let message = step
        .message
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    match message {
        Some(message) => [&*step.name, ": ", &sentence(message)].concat(),
        None => [&*step.name, ": ", &error(journey)].concat(),
    }
}

fn error(journey: &Journey) -> String {
    let error = journey.record.error.value();
    let told = error.and_then(|error| error.message.as_deref().or(error.code.as_deref()));
    match told.or(journey.record.outcome.as_deref()) {
        Some(told) => sentence(told),
        None => "Why is not reported.".to_owned(),
    }
}
