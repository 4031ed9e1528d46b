//! A run that should move and does not, by the one definition of *stalled*.

use super::{Entry, Link, Look, Rule, full_name};
use crate::domain::format::Formats;
use crate::domain::job::Job;
use crate::domain::live_ops::{CardKind, Cards};
use crate::domain::severity::Severity;
use crate::domain::stalled::{Verdict, advice, sentence, verdict};
use crate::domain::timestamp::Timestamp;

pub(super) const RULE: Rule = Rule {
    checks: "stalled jobs",
    reads: &[CardKind::Jobs],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    let entry = |(job, verdict, seconds)| entry(job, &verdict, seconds, look);
    stalled(look.cards, look.formats).map(entry).collect()
}

/// The stalled runs, and for how many seconds their counters stand still.
pub fn stalled<'a>(
    cards: &'a Cards,
    formats: &Formats<'_>,
) -> impl Iterator<Item = (&'a Job, Verdict, f64)> {
    let now = now(cards, formats);
    let runtime = cards
        .runtime
        .as_deref()
        .and_then(|card| card.runtime.value());
    let jobs = cards.jobs.as_deref();
    let rows = jobs.into_iter().flat_map(|jobs| jobs.rows());
    rows.filter_map(move |job| match verdict(job, runtime, now) {
        verdict @ Verdict::Stalled { seconds, .. } => Some((job, verdict, seconds)),
        _ => None,
    })
}

/// When the runs' counters were read: their own card says it.
fn now(cards: &Cards, formats: &Formats<'_>) -> i64 {
    let read = cards.read_at(CardKind::Jobs).and_then(|at| at.ms);
    read.unwrap_or(formats.now)
}

fn entry(job: &Job, verdict: &Verdict, seconds: f64, look: &Look<'_>) -> Entry {
    let since = (seconds * 1000.0) as i64;
    let since = now(look.cards, look.formats).saturating_sub(since);
    let told = sentence(verdict, look.formats).plain();
    let advice = advice(verdict).unwrap_or_default();
    Entry {
        key: ["stalled:", &*job.id.0].concat(),
        severity: Severity::Critical,
        sentence: [&*full_name(job), " is stalled"].concat(),
        evidence: [&*told, " ", advice].concat(),
        since: Some(Timestamp::from_ms(since)),
        link: Link::to_job(job),
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::attention::mock::found;
    use crate::domain::mock::cards as mock;
    use serde_json::{Value, json};

    fn job(change: &Value) -> Value {
        let mut job = json!({"id": "job_2f10c", "status": "running",
            "spinner": {"name": "Renewal outreach", "version": 12}, "eligible": 228,
            "progressed_at": "2026-11-12T14:20:08-06:00",
            "step": {"name": "ai_agent", "kind": "ai_agent", "since": "2026-11-12T14:20:08-06:00"}});
        job.as_object_mut()
            .into_iter()
            .for_each(|own| own.extend(change.as_object().cloned().unwrap_or_default()));
        json!({"jobs": {"captured_at": "2026-11-12T14:32:08-06:00", "items": [job]}})
    }

    #[test]
    fn a_run_with_work_and_no_move_needs_a_person() {
        let entries = found(RULE, &job(&json!({})));
        assert_eq!(entries.len(), 1);
        let told = "critical | Renewal outreach v12 is stalled | Stalled: no counter has moved for 12 min while 228 records could go.";
        assert!(entries[0].starts_with(told), "{entries:?}");
        assert!(
            entries[0].ends_with("since 14:20 CST, 12 min | Open job /jobs/job_2f10c"),
            "{entries:?}"
        );
    }

    #[test]
    fn an_answer_that_is_only_confirmed_ages_all_the_same() {
        let mut cards = mock::cards(&job(&json!({"progressed_at": "2026-11-12T14:28:08-06:00"})));
        let stalled_after =
            |cards: &Cards| mock::written(|formats| stalled(cards, formats).count());
        assert_eq!(stalled_after(&cards), 0);
        cards.confirmed.insert(CardKind::Jobs, 50_000);
        assert_eq!(stalled_after(&cards), 0, "4 m 50 s");
        cards.confirmed.insert(CardKind::Jobs, 70_000);
        assert_eq!(stalled_after(&cards), 1, "5 m 10 s");
    }

    #[test]
    fn a_slow_a_waiting_a_queued_and_an_unknown_run_are_quiet() {
        for change in [
            json!({"progressed_at": "2026-11-12T14:27:08-06:00"}),
            json!({"eligible": 0}),
            json!({"waiting_on": {"kind": "human"}}),
            json!({"status": "queued"}),
            json!({"status": "completed"}),
            json!({"status": "odd"}),
            json!({"eligible": null}),
            json!({"progressed_at": "yesterday"}),
        ] {
            assert!(found(RULE, &job(&change)).is_empty(), "{change}");
        }
    }
}
