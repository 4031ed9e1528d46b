//! A run that waits for a person or a service outside.

use super::{Entry, Link, Look, Rule, full_name};
use crate::domain::job::progress::done_of_total;
use crate::domain::job::{Job, WaitingOn};
use crate::domain::live_ops::CardKind;
use crate::domain::rich::sentence;
use crate::domain::severity::Severity;
use crate::domain::stalled::{Verdict, verdict};

pub(super) const RULE: Rule = Rule {
    checks: "jobs waiting on a person or a service",
    reads: &[CardKind::Jobs],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    let jobs = look.cards.jobs.as_deref();
    let rows = jobs.into_iter().flat_map(|jobs| jobs.rows());
    let waiting = rows.filter_map(|job| match verdict(job, None, look.formats.now) {
        Verdict::Waiting(Some(on)) => Some(entry(job, &on, look)),
        _ => None,
    });
    waiting.collect()
}

fn entry(job: &Job, on: &WaitingOn, look: &Look<'_>) -> Entry {
    let kind = on.kind.as_deref().unwrap_or_default();
    let what = match kind {
        "human" => " waits on a human step",
        "external" => " waits on a service outside",
        _ => " waits on something outside",
    };
    let done = done_of_total(job, look.formats).map(|done| [&*done, " done."].concat());
    let text = on.text.as_deref().map(sentence);
    let parts: Vec<String> = done.into_iter().chain(text).collect();
    Entry {
        key: ["job_waiting:", &*job.id.0].concat(),
        severity: Severity::Notice,
        sentence: [&*full_name(job), what].concat(),
        evidence: parts.join(" "),
        since: on.since.value().cloned(),
        link: Link::to_job(job),
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::json;

    #[test]
    fn a_wait_for_a_person_is_worth_knowing() {
        let cards = json!({"jobs": {"items": [{"id": "job_5c3d1", "status": "waiting",
            "spinner": {"name": "Claims follow-up", "version": 3},
            "counts": {"total": 210, "completed": 88},
            "waiting_on": {"kind": "human", "text": "Script approval requested from M. Osei",
                "since": "2026-11-12T13:58:00-06:00"}}]}});
        assert_eq!(
            found(super::RULE, &cards),
            [
                "notice | Claims follow-up v3 waits on a human step | 88 of 210 done. Script approval \
              requested from M. Osei. | since 13:58 CST, 34 min | Open job /jobs/job_5c3d1"
            ]
        );
        let external = json!({"jobs": {"items": [{"id": "j", "status": "running", "waiting_on": {"kind": "external"}}]}});
        assert_eq!(
            found(super::RULE, &external),
            ["notice | j waits on a service outside |  | Open job /jobs/j"]
        );
    }

    #[test]
    fn a_run_that_waits_for_nobody_is_quiet() {
        for job in [
            json!({"id": "j", "status": "running", "eligible": 0}),
            json!({"id": "j", "status": "waiting"}),
            json!({"id": "j", "status": "queued"}),
            json!({"id": "j", "status": "completed", "waiting_on": {"kind": "human"}}),
        ] {
            assert!(
                found(super::RULE, &json!({"jobs": {"items": [job]}})).is_empty(),
                "{job}"
            );
        }
    }
}
