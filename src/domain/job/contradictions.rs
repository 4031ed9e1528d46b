//! Figures of a run that cannot all be true. Each is told as it was sent.

use super::progress::done;
use super::status::JobStatus;
use super::{Job, JobCounts};
use crate::domain::block::good_rows;
use crate::domain::field::Field;
use crate::domain::format::Formats;

/// Everything in a run that contradicts itself, both figures in a sentence.
pub fn contradictions(job: &Job, formats: &Formats<'_>) -> Vec<String> {
    let Some(counts) = job.counts.value() else {
        return Vec::new();
    };
    let found = [
        sum(counts, formats),
        causes(job, counts, formats),
        status(job, counts, formats),
    ];
    let negative = parts(counts).into_iter().filter_map(|(name, count)| {
        let count = count.copied().filter(|count| *count < 0)?;
        Some([name, " are reported as ", &formats.count(count), "."].concat())
    });
    found.into_iter().flatten().chain(negative).collect()
}

fn parts(counts: &JobCounts) -> [(&'static str, &Field<i64>); 6] {
    [
        ("Completed", &counts.completed),
        ("Failed", &counts.failed),
        ("Skipped", &counts.skipped),
        ("Running", &counts.running),
        ("Waiting", &counts.waiting),
        ("Queued", &counts.queued),
    ]
}

/// More records by state than there are; or fewer, where all states are told.
fn sum(counts: &JobCounts, formats: &Formats<'_>) -> Option<String> {
    let parts = parts(counts);
    let all = parts.iter().all(|(_, count)| count.value().is_some());
    let sum = parts
        .iter()
        .filter_map(|(_, count)| count.copied())
        .fold(0, i64::saturating_add);
    let differs = sum > counts.total || (all && sum != counts.total);
    differs.then(|| {
        let (sum, total) = (formats.count(sum), formats.count(counts.total));
        [
            "Records by state add up to ",
            &*sum,
            ", the total says ",
            &total,
            ".",
        ]
        .concat()
    })
}

/// Failures by cause against all failures.
fn causes(job: &Job, counts: &JobCounts, formats: &Formats<'_>) -> Option<String> {
    let causes = job.failures.value()?;
    let failed = counts.failed.copied()?;
    let sum = good_rows(causes).fold(0_i64, |sum, cause| sum.saturating_add(cause.count));
    (sum != failed).then(|| {
        let (sum, failed) = (formats.count(sum), formats.count(failed));
        [
            "Failures by cause add up to ",
            &*sum,
            ", but ",
            &failed,
            " records failed.",
        ]
        .concat()
    })
}

/// What the status says, against what the records say.
fn status(job: &Job, counts: &JobCounts, formats: &Formats<'_>) -> Option<String> {
    let (ended, total) = (done(counts)?, counts.total);
    let completed = counts.completed.copied().unwrap_or(0);
    if total <= 0 {
        return None;
    }
    let of = |count| formats.of(count, total);
    match JobStatus::from_wire(&job.status) {
        JobStatus::Failed if ended == total && completed > total.saturating_sub(completed) => Some(
            [
                "The run failed, but ",
                &*of(completed),
                " records completed.",
            ]
            .concat(),
        ),
        JobStatus::Completed if ended < total => Some(
            [
                "The run is completed, but only ",
                &*of(ended),
                " records have ended.",
            ]
            .concat(),
        ),
        JobStatus::Running | JobStatus::Queued | JobStatus::Waiting if ended == total => {
            Some(["The run goes on, but ", &*of(ended), " records have ended."].concat())
        }
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;
    use crate::domain::mock;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn found(parts: Value) -> Vec<String> {
        let mut json = json!({"id": "job_1", "status": "running"});
        let members = parts.as_object().unwrap().clone();
        json.as_object_mut().unwrap().extend(members);
        let job: Job = decode(&json.to_string()).unwrap();
        mock::at(0, |formats| contradictions(&job, formats))
    }

    #[test]
    fn each_tells_both_figures() {
        for (parts, words) in [
            (
                json!({"status": "failed", "counts": {"total": 30, "completed": 29, "failed": 1}}),
                "The run failed, but 29 of 30 records completed.",
            ),
            (
                json!({"counts": {"total": 11, "completed": 6, "queued": 20}}),
                "Records by state add up to 26, the total says 11.",
            ),
            (
                json!({"counts": {"total": 90, "failed": 4}, "failures": [{"code": "a", "count": 3}, {"code": "b", "count": 2}]}),
                "Failures by cause add up to 5, but 4 records failed.",
            ),
            (
                json!({"status": "completed", "counts": {"total": 9, "completed": 8}}),
                "The run is completed, but only 8 of 9 records have ended.",
            ),
            (
                json!({"counts": {"total": 9, "completed": 8, "failed": 1}}),
                "The run goes on, but 9 of 9 records have ended.",
            ),
            (
                json!({"counts": {"total": 9, "completed": -2}}),
                "Completed are reported as −2.",
            ),
        ] {
            assert_eq!(found(parts), [words]);
        }
    }

    #[test]
    fn what_fits_or_is_not_told_contradicts_nothing() {
        for parts in [
            json!({}),
            json!({"counts": {"total": 9}}),
            json!({"counts": {"total": 9, "completed": 3}}),
            json!({"status": "failed", "counts": {"total": 9, "completed": 3, "skipped": 6}}),
            json!({"status": "completed", "counts": {"total": 9, "completed": 8, "failed": 1}}),
            json!({"status": "completed", "counts": {"total": 0, "completed": 0}}),
        ] {
            assert_eq!(found(parts.clone()), Vec::<String>::new(), "{parts}");
        }
    }

    proptest! {
        #[test]
        fn no_figures_break_it(total: i64, completed: i64, failed: i64, queued: i64) {
            found(json!({"counts": {"total": total, "completed": completed, "failed": failed,
                "skipped": 0, "running": 0, "waiting": 0, "queued": queued}}));
        }
    }
}
