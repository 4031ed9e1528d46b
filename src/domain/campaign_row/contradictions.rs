//! What in a row of the list contradicts itself.

use crate::domain::campaign::CampaignSummary;
use crate::domain::contradiction::{self, Contradiction};
use crate::domain::figures::answered_of_dials;
use crate::domain::format::Formats;
use crate::domain::outcome::Outcomes;

/// Each with both figures, after what cannot be read.
pub fn find(summary: &CampaignSummary, formats: &Formats<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let counts = summary
        .counts
        .unreadable()
        .map(|what| what.within("counts"));
    let attempts = summary.attempts.unreadable();
    let attempts = attempts.map(|what| what.within("attempts"));
    let unreadable: Vec<String> = [counts, attempts]
        .into_iter()
        .flatten()
        .map(|what| ["Cannot be read: ", &what.to_string()].concat())
        .collect();
    if let Some(counts) = summary.counts.value() {
        found.extend(contradiction::of_counts(counts, formats));
        let finished = Outcomes::of(counts)
            .and_then(|outcomes| outcomes.known_finished())
            .or_else(|| counts.processed.copied());
        if let (Some(own), Some(finished)) = (counts.progress.copied(), finished) {
            found.extend(contradiction::differing(
                "progress",
                own,
                finished,
                counts.total,
                formats,
            ));
        }
    }
    if let Some(attempts) = summary.attempts.value() {
        found.extend(contradiction::of_attempts(attempts, formats));
        if let (Some(own), Some((answered, dials))) =
            (attempts.answer_rate.copied(), answered_of_dials(attempts))
        {
            found.extend(contradiction::differing(
                "answer_rate",
                own,
                answered,
                dials,
                formats,
            ));
        }
    }
    let found = found.into_iter().map(named);
    unreadable.into_iter().chain(found).collect()
}

/// The rates stand in one place of the row, so that each says which it is.
fn named(found: Contradiction) -> String {
    let name = match found.about {
        "progress" => "Progress reported as ",
        "answer_rate" => "Answer rate reported as ",
        _ => return found.text,
    };
    match found.text.strip_prefix("Reported as ") {
        Some(rest) => [name, rest].concat(),
        None => found.text,
    }
}
