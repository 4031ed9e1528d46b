//! A run that is over with failed records. It is not a clean one.

use super::{Entry, Link, Look, Rule, full_name};
use crate::domain::block::good_rows;
use crate::domain::job::Job;
use crate::domain::job::status::JobStatus;
use crate::domain::live_ops::CardKind;
use crate::domain::severity::Severity;

/// Causes that are told; the others are summed up by the count.
const CAUSES: usize = 3;

pub(super) const RULE: Rule = Rule {
    checks: "jobs completed with failures",
    reads: &[CardKind::Jobs],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    let jobs = look.cards.jobs.as_deref();
    let rows = jobs.into_iter().flat_map(|jobs| jobs.rows());
    rows.filter_map(|job| entry(job, look)).collect()
}

fn entry(job: &Job, look: &Look<'_>) -> Option<Entry> {
    let failed = job.failed().filter(|failed| *failed > 0);
    let how = match (JobStatus::from_wire(&job.status), failed) {
        (JobStatus::Completed | JobStatus::Partial, Some(failed)) => {
            [" completed with ", &*look.formats.count(failed), " failed"].concat()
        }
        (JobStatus::Partial, None) => " completed only in part".to_owned(),
        _ => return None,
    };
    Some(Entry {
        key: ["job_partly:", &*job.id.0].concat(),
        severity: Severity::Warning,
        sentence: [&*full_name(job), &how].concat(),
        evidence: evidence(job, failed, look),
        since: job.ended_at.value().cloned(),
        link: Link::to_failed_records(job),
    })
}

fn evidence(job: &Job, failed: Option<i64>, look: &Look<'_>) -> String {
    let formats = look.formats;
    let counts = job.counts.value();
    let of = counts
        .zip(failed)
        .map(|(counts, failed)| [&*formats.of(failed, counts.total), " records"].concat());
    let causes = good_rows(job.failures.value().map_or(&[], Vec::as_slice)).take(CAUSES);
    let causes: Vec<String> = causes
        .map(|cause| {
            let label = cause.label.as_deref().unwrap_or(&cause.code);
            [&*formats.count(cause.count), " ", label].concat()
        })
        .collect();
    match (of, causes.is_empty()) {
        (Some(of), true) => [&*of, "."].concat(),
        (Some(of), false) => [&*of, ": ", &causes.join(", "), "."].concat(),
        (None, _) => String::new(),
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::json;

    #[test]
    fn failed_records_are_counted_and_led_to() {
        let cards = json!({"jobs": {"items": [{"id": "job_77ae0", "status": "completed",
            "spinner": {"name": "Payment reminder", "version": 7}, "ended_at": "2026-11-12T13:32:08-06:00",
            "counts": {"total": 1180, "completed": 1143, "failed": 37},
            "failures": [{"code": "ai_timeout", "count": 29}, {"code": "invalid_number", "label": "invalid number", "count": 8}]}]}});
        assert_eq!(
            found(super::RULE, &cards),
            [
                "warning | Payment reminder v7 completed with 37 failed | 37 of 1,180 records: 29 ai_timeout, \
              8 invalid number. | since 13:32 CST, 1 h | Open failed records /jobs/job_77ae0?records.status=failed"
            ]
        );
    }

    #[test]
    fn a_run_that_is_over_in_part_is_never_a_clean_one() {
        let partial = json!({"jobs": {"items": [{"id": "j", "status": "partial"}]}});
        let entries = found(super::RULE, &partial);
        assert!(
            entries[0].starts_with("warning | j completed only in part |"),
            "{entries:?}"
        );
    }

    #[test]
    fn a_clean_run_and_one_at_work_are_quiet() {
        for job in [
            json!({"id": "j", "status": "completed", "counts": {"total": 9, "failed": 0}}),
            json!({"id": "j", "status": "completed", "counts": {"total": 9, "failed": -4}}),
            json!({"id": "j", "status": "completed"}),
            json!({"id": "j", "status": "running", "counts": {"total": 9, "failed": 5}}),
            json!({"id": "j", "status": "failed", "counts": {"total": 9, "failed": 5}}),
        ] {
            assert!(
                found(super::RULE, &json!({"jobs": {"items": [job]}})).is_empty(),
                "{job}"
            );
        }
    }
}
