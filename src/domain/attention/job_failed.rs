//! A run that failed as a whole.

use super::{Entry, Link, Look, Rule, full_name};
use crate::domain::job::Job;
use crate::domain::job::progress::done_of_total;
use crate::domain::job::status::JobStatus;
use crate::domain::live_ops::CardKind;
use crate::domain::rich::sentence;
use crate::domain::severity::Severity;

pub(super) const RULE: Rule = Rule {
    checks: "failed jobs",
    reads: &[CardKind::Jobs],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    let jobs = look.cards.jobs.as_deref();
    let rows = jobs.into_iter().flat_map(|jobs| jobs.rows());
    let failed = rows.filter(|job| JobStatus::from_wire(&job.status) == JobStatus::Failed);
    failed
        .map(|job| Entry {
            key: ["job_failed:", &*job.id.0].concat(),
            severity: Severity::Critical,
            sentence: [&*full_name(job), " failed"].concat(),
            evidence: evidence(job, look),
            since: job.ended_at.value().cloned(),
            link: Link::to_job(job),
        })
        .collect()
}

fn evidence(job: &Job, look: &Look<'_>) -> String {
    let error = job.error.value();
    let told = error.and_then(|error| error.message.as_deref().or(error.code.as_deref()));
    let told = told.or(job.message.as_deref()).map(sentence);
    let done = done_of_total(job, look.formats);
    let done = done.map(|done| [&*done, " records came to their end."].concat());
    let parts: Vec<String> = told.into_iter().chain(done).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::json;

    #[test]
    fn a_failed_run_says_why_and_how_far_it_came() {
        let cards = json!({"jobs": {"items": [{"id": "job_e41f7", "status": "failed",
            "spinner": {"name": "Welcome calls", "version": 9}, "ended_at": "2026-11-12T14:02:08-06:00",
            "counts": {"total": 300, "completed": 0, "failed": 12},
            "error": {"code": "runtime_lost", "message": "runtime lost at step load_contact"}}]}});
        assert_eq!(
            found(super::RULE, &cards),
            [
                "critical | Welcome calls v9 failed | Runtime lost at step load_contact. 12 of 300 records \
              came to their end. | since 14:02 CST, 30 min | Open job /jobs/job_e41f7"
            ]
        );
        let bare = json!({"jobs": {"items": [{"id": "j", "status": "failed"}]}});
        assert_eq!(
            found(super::RULE, &bare),
            ["critical | j failed |  | Open job /jobs/j"]
        );
    }

    #[test]
    fn a_run_that_did_not_fail_is_quiet() {
        for status in [
            "queued",
            "running",
            "waiting",
            "completed",
            "partial",
            "odd",
        ] {
            let cards = json!({"jobs": {"items": [{"id": "j", "status": status}]}});
            assert!(found(super::RULE, &cards).is_empty(), "{status}");
        }
    }
}
