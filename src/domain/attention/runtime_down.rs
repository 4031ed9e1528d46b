//! The runtime of the jobs does not run.

use super::{Entry, Link, Look, Rule};
use crate::domain::live_ops::CardKind;
use crate::domain::moment::when;
use crate::domain::rich::sentence;
use crate::domain::severity::Severity;

pub(super) const RULE: Rule = Rule {
    checks: "the runtime",
    reads: &[CardKind::Runtime],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    entry(look).into_iter().collect()
}

fn entry(look: &Look<'_>) -> Option<Entry> {
    let runtime = look.cards.runtime.as_deref()?.runtime.value()?;
    if !runtime.is_down() {
        return None;
    }
    let formats = look.formats;
    let message = runtime.message.as_deref().map(sentence);
    let message = message.unwrap_or_else(|| "No run moves until it is started again.".to_owned());
    let beat = runtime.heartbeat_at.value();
    let beat = beat.map_or_else(String::new, |at| {
        [" Last sign of life ", &*when(at, formats), "."].concat()
    });
    let jobs = look.cards.jobs.as_deref();
    let queued = jobs
        .and_then(|jobs| jobs.queued.copied())
        .filter(|queued| *queued > 0);
    let queued = queued.map_or_else(String::new, |n| {
        let noun = if n == 1 { " run waits." } else { " runs wait." };
        [" ", &*formats.count(n), noun].concat()
    });
    Some(Entry {
        key: "runtime".to_owned(),
        severity: Severity::Critical,
        sentence: "The runtime is down".to_owned(),
        evidence: [message, beat, queued].concat(),
        since: runtime.down_since().cloned(),
        link: Link::to_jobs(),
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::json;

    #[test]
    fn a_runtime_that_is_down_needs_a_person() {
        let cards = json!({
            "runtime": {"runtime": {"status": "down", "heartbeat_at": "2026-11-12T14:22:00-06:00"}},
            "jobs": {"queued": 2},
        });
        assert_eq!(
            found(super::RULE, &cards),
            [
                "critical | The runtime is down | No run moves until it is started again. Last sign of \
              life 14:22 CST. 2 runs wait. | since 14:22 CST, 10 min | Open jobs /jobs"
            ]
        );
    }

    #[test]
    fn a_runtime_that_runs_or_does_not_say_is_quiet() {
        for runtime in [
            json!({"status": "running"}),
            json!({"status": "unknown"}),
            json!({"status": "odd"}),
            json!(null),
        ] {
            let cards = json!({"runtime": {"runtime": runtime}});
            assert!(found(super::RULE, &cards).is_empty(), "{runtime}");
        }
        assert!(found(super::RULE, &json!({"jobs": {"queued": 5}})).is_empty());
    }
}
