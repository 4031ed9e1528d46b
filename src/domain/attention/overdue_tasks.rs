//! Tasks that are past the age limit of their state.

use super::{Entry, Link, Look, Rule};
use crate::domain::attempt_state::{AttemptState, Kind};
use crate::domain::live_ops::{CardKind, WorstState};
use crate::domain::moment::when;
use crate::domain::route::{Route, TaskQuery};
use crate::domain::severity::Severity;
use crate::domain::state_age::StateAge;
use crate::domain::timestamp::Timestamp;

pub(super) const RULE: Rule = Rule {
    checks: "tasks over their age limit",
    reads: &[CardKind::States],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    let states = look.cards.states.as_deref();
    let worst = states.into_iter().flat_map(|states| states.worst());
    worst.filter_map(|worst| entry(worst, look)).collect()
}

/// Callbacks have a rule of their own, and other waiting has no limit.
fn entry(worst: &WorstState, look: &Look<'_>) -> Option<Entry> {
    let state = AttemptState::from_wire(&worst.state);
    let over = worst.over_limit.copied().or(worst.count.copied())?;
    if over <= 0 || state.kind() == Kind::Waiting {
        return None;
    }
    let formats = look.formats;
    let limit = limit(worst, &state, look);
    let past = limit.map_or_else(
        || " past the limit in ".to_owned(),
        |limit| [" past the ", &*formats.wait(limit), " limit in "].concat(),
    );
    let verb = if over == 1 { " task is" } else { " tasks are" };
    Some(Entry {
        key: ["overdue:", &worst.campaign_id.0, ":", state.raw()].concat(),
        severity: Severity::Warning,
        sentence: [&*formats.count(over), verb, &past, &state.label()].concat(),
        evidence: evidence(worst, look),
        since: since(worst, limit, look),
        link: Link::new("Open tasks", tasks(worst)),
    })
}

/// The campaign's tasks in that state.
pub(super) fn tasks(worst: &WorstState) -> Route {
    Route::Campaign {
        id: worst.campaign_id.clone(),
        tasks: TaskQuery::default().with_status(vec![worst.state.clone()]),
        open: None,
    }
}

/// The limit in seconds: the dialer's, else the usual one of a known state.
fn limit(worst: &WorstState, state: &AttemptState, look: &Look<'_>) -> Option<f64> {
    let states = look
        .cards
        .states
        .as_deref()
        .and_then(|card| card.states.value());
    let told = states.and_then(|states| {
        let same = |age: &&StateAge| AttemptState::from_wire(&age.state) == *state;
        states.iter().find(same)?.limit_seconds.copied()
    });
    let told = worst.limit_seconds.copied().or(told);
    told.or_else(|| state.age_limit_seconds().map(f64::from))
}

/// Since the oldest of them passed the limit.
fn since(worst: &WorstState, limit: Option<f64>, look: &Look<'_>) -> Option<Timestamp> {
    let past = worst.oldest_seconds.copied()? - limit?;
    (past >= 0.0).then(|| {
        let ms = (past * 1000.0).min(9e15) as i64;
        Timestamp::from_ms(look.formats.now.saturating_sub(ms))
    })
}

fn evidence(worst: &WorstState, look: &Look<'_>) -> String {
    let formats = look.formats;
    let campaign = worst
        .campaign_name
        .as_deref()
        .unwrap_or(&worst.campaign_id.0);
    let oldest = worst.oldest_seconds.copied();
    let oldest = oldest.map_or_else(String::new, |seconds| {
        [", oldest ", &*formats.wait(seconds)].concat()
    });
    let runtime = look.cards.runtime.as_deref();
    let silent = runtime
        .into_iter()
        .flat_map(|runtime| runtime.silent_workers());
    let silent: String = silent
        .take(2)
        .map(|worker| {
            let since = worker.since.value();
            let since =
                since.map_or_else(String::new, |at| [" since ", &*when(at, formats)].concat());
            [" Worker ", &*worker.name, " is silent", &since, "."].concat()
        })
        .collect();
    [campaign, &oldest, ".", &silent].concat()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::{Value, json};

    fn worst(worst: &Value) -> Value {
        json!({"states": {"states": [{"state": "_processing", "count": 9, "limit_seconds": 120}], "worst": [worst]}})
    }

    #[test]
    fn the_state_the_oldest_and_the_silent_worker_are_told() {
        let mut cards = worst(
            &json!({"campaign_id": "cmp_8f3k2q", "campaign_name": "Q4 policy renewals",
            "state": "_processing", "count": 9, "over_limit": 2, "oldest_seconds": 580}),
        );
        cards["runtime"] = json!({"workers": {"silent": [{"name": "bc-03", "since": "2026-11-12T14:22:00-06:00"}]}});
        assert_eq!(
            found(super::RULE, &cards),
            [
                "warning | 2 tasks are past the 2 min limit in Processing | Q4 policy renewals, oldest 9 m 40 s. \
              Worker bc-03 is silent since 14:22 CST. | since 14:24 CST, 7 min | \
              Open tasks /campaigns/cmp_8f3k2q?status=_processing"
            ]
        );
    }

    #[test]
    fn a_limit_that_is_not_told_is_the_usual_one_and_an_unknown_state_has_none() {
        let one = found(
            super::RULE,
            &worst(&json!({"campaign_id": "c", "state": "ringing", "over_limit": 1})),
        );
        assert_eq!(
            one,
            [
                "warning | 1 task is past the 45 s limit in Ringing | c. | Open tasks /campaigns/c?status=ringing"
            ]
        );
        let odd = found(
            super::RULE,
            &worst(
                &json!({"campaign_id": "c", "state": "warming_up", "count": 3, "oldest_seconds": 1e300}),
            ),
        );
        assert!(
            odd[0].contains("3 tasks are past the limit in Warming up"),
            "{odd:?}"
        );
    }

    #[test]
    fn nothing_over_its_limit_is_quiet() {
        for odd in [
            json!({"campaign_id": "c", "state": "ringing", "over_limit": 0, "count": 4}),
            json!({"campaign_id": "c", "state": "ringing", "over_limit": -2}),
            json!({"campaign_id": "c", "state": "ringing"}),
            json!({"campaign_id": "c", "state": "callback_scheduled", "over_limit": 4}),
            json!({"campaign_id": "c", "state": "pending", "count": 4000}),
        ] {
            assert!(found(super::RULE, &worst(&odd)).is_empty(), "{odd}");
        }
        assert!(found(super::RULE, &json!({"states": {"worst": []}})).is_empty());
    }
}
