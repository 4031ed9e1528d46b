//! How far a run is: its bar and the figures beside it.

use super::status::JobStatus;
use super::{Job, JobCounts};
use crate::domain::field::Field;
use crate::domain::format::Formats;
use crate::domain::kpi::Segment;

/// The parts of a run's bar, in order: completed, failed (hatched), skipped,
/// in a step, waiting; what is left of the bar is queued. Shares sum to at most 1.
pub fn segments(counts: &JobCounts) -> Vec<Segment> {
    let part = |label, count: Option<i64>, series| (label, count.unwrap_or(0), series);
    let mut parts = vec![
        part("Completed", counts.completed.copied(), "completed"),
        part("Failed", counts.failed.copied(), "failed"),
        part("Skipped", counts.skipped.copied(), "other"),
        part("In a step", counts.running.copied(), "active"),
        part("Waiting", counts.waiting.copied(), "waiting"),
    ];
    parts.retain(|(_, count, _)| *count > 0);
    let sum: f64 = parts.iter().map(|(_, count, _)| *count as f64).sum::<f64>();
    let whole = sum.max(counts.total as f64).max(1.0);
    let segment = |(label, count, series): (&'static str, i64, &'static str)| Segment {
        label,
        count,
        fraction: count as f64 / whole,
        series,
    };
    parts.into_iter().map(segment).collect()
}

/// Records that have come to their end: completed, failed or skipped. `None`
/// when none of these is reported.
pub fn done(counts: &JobCounts) -> Option<i64> {
    let ends = [&counts.completed, &counts.failed, &counts.skipped];
    let told = ends.iter().filter_map(|end| end.copied());
    told.reduce(i64::saturating_add)
}

/// A run's counts without what never came to a step: of a run that failed as a
/// whole the rest was left out, not done.
fn reached(job: &Job) -> Option<JobCounts> {
    let mut counts = job.counts.value()?.clone();
    if JobStatus::from_wire(&job.status) == JobStatus::Failed {
        counts.skipped = Field::NotReported;
    }
    Some(counts)
}

/// The run's bar; nothing where the total is all that is reported, for a bar
/// without parts would say that nothing is done.
pub fn bar(job: &Job) -> Option<Vec<Segment>> {
    let told = job.counts.value()?;
    let parts = [
        &told.completed,
        &told.failed,
        &told.skipped,
        &told.running,
        &told.waiting,
        &told.queued,
    ];
    let any = parts.iter().any(|count| count.value().is_some());
    any.then(|| reached(job).as_ref().map(segments))?
}

/// "412 of 640", as far as it is reported.
pub fn done_of_total(job: &Job, formats: &Formats<'_>) -> Option<String> {
    let counts = reached(job)?;
    Some(match done(&counts) {
        Some(done) => formats.of(done, counts.total),
        None => [&*formats.count(counts.total), " records"].concat(),
    })
}

/// The failed records' share of those that came to their end: "3.1%". `None`
/// when nothing has ended, or the figures are not reported.
pub fn failed_share(counts: &JobCounts, formats: &Formats<'_>) -> Option<String> {
    let (failed, done) = (counts.failed.copied()?, done(counts)?);
    let rate = formats.rate(failed, done, 1);
    rate.fraction.map(|_| rate.text)
}
