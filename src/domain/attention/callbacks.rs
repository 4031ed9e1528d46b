//! Callbacks that were promised and are past due.

use super::overdue_tasks::tasks;
use super::{Entry, Link, Look, Rule};
use crate::domain::attempt_state::AttemptState;
use crate::domain::live_ops::CardKind;
use crate::domain::moment::when;
use crate::domain::route::{CampaignQuery, Route};
use crate::domain::severity::Severity;

pub(super) const RULE: Rule = Rule {
    checks: "callbacks past due",
    reads: &[CardKind::Callbacks],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    entry(look).into_iter().collect()
}

fn entry(look: &Look<'_>) -> Option<Entry> {
    let callbacks = look.cards.callbacks.as_deref()?;
    let past = callbacks.past_due.copied().filter(|past| *past > 0)?;
    let formats = look.formats;
    let verb = if past == 1 {
        " callback is"
    } else {
        " callbacks are"
    };
    let oldest = callbacks.oldest_past_due_at.value();
    let oldest = oldest.map(|at| ["The oldest was due ", &*when(at, formats), "."].concat());
    let pending = callbacks.pending.copied();
    let pending = pending.map(|n| [&*formats.count(n), " are still to come."].concat());
    let parts: Vec<String> = oldest.into_iter().chain(pending).collect();
    Some(Entry {
        key: "callbacks".to_owned(),
        severity: Severity::Warning,
        sentence: [&*formats.count(past), verb, " past due"].concat(),
        evidence: parts.join(" "),
        since: callbacks.oldest_past_due_at.value().cloned(),
        link: link(look),
    })
}

/// The campaign with callbacks past due, when the dialer names one.
fn link(look: &Look<'_>) -> Link {
    let states = look.cards.states.as_deref();
    let is_callback =
        |state: &str| AttemptState::from_wire(state) == AttemptState::CallbackScheduled;
    let mut worst = states.into_iter().flat_map(|states| states.worst());
    match worst.find(|worst| is_callback(&worst.state)) {
        Some(worst) => Link::new("Open tasks", tasks(worst)),
        None => Link::new("Open campaigns", Route::Campaigns(CampaignQuery::default())),
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::json;

    #[test]
    fn a_promise_that_is_not_kept_needs_a_person() {
        let mut cards = json!({"callbacks": {"pending": 23, "due": 5, "past_due": 3,
            "oldest_past_due_at": "2026-11-12T14:02:00-06:00"}});
        let told = "warning | 3 callbacks are past due | The oldest was due 14:02 CST. 23 are still to come. | since 14:02 CST, 30 min | ";
        assert_eq!(
            found(super::RULE, &cards),
            [[told, "Open campaigns /campaigns"].concat()]
        );
        cards["states"] = json!({"worst": [{"campaign_id": "c", "state": "callback_scheduled", "over_limit": 3}]});
        let there = "Open tasks /campaigns/c?status=callback_scheduled";
        assert_eq!(found(super::RULE, &cards), [[told, there].concat()]);
    }

    #[test]
    fn callbacks_that_are_only_due_or_to_come_are_quiet() {
        for callbacks in [
            json!({"pending": 23, "due": 5, "past_due": 0}),
            json!({"past_due": -1}),
            json!({"due": 5}),
        ] {
            assert!(
                found(super::RULE, &json!({"callbacks": callbacks})).is_empty(),
                "{callbacks}"
            );
        }
    }
}
