//! What in a row of the list contradicts itself.

use crate::domain::campaign::CampaignSummary;
use crate::domain::contradiction;
use crate::domain::figures::answered_of_dials;
use crate::domain::format::Formats;
use crate::domain::outcome::Outcomes;

/// Each with both figures.
pub fn find(summary: &CampaignSummary, formats: &Formats<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(counts) = summary.counts.value() {
        found.extend(contradiction::of_counts(counts, formats));
        let finished = Outcomes::of(counts)
            .map(|outcomes| outcomes.finished())
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
    found.into_iter().map(|found| found.text).collect()
}
