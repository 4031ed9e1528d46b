//! An answer rate that has fallen against the hour before.

use super::{Entry, Link, Look, Rule};
use crate::domain::figures::share;
use crate::domain::format::ANSWER_RATE_MINIMUM;
use crate::domain::live_ops::{CallHour, CardKind};
use crate::domain::route::{CallQuery, Route};
use crate::domain::severity::Severity;

/// A fall from which it needs a person, as a fraction of 1: 10 points.
const FALL: f64 = 0.1;

pub(super) const RULE: Rule = Rule {
    checks: "answer rate against the hour before",
    reads: &[CardKind::Calls],
    find,
};

fn find(look: &Look<'_>) -> Vec<Entry> {
    entry(look).into_iter().collect()
}

fn entry(look: &Look<'_>) -> Option<Entry> {
    let calls = look.cards.calls.as_deref()?;
    let (answered, finished) = counts(calls.hour.value()?)?;
    let (answered_before, finished_before) = counts(calls.hour_before.value()?)?;
    let rate = share(answered, finished)?;
    let before = share(answered_before, finished_before)?;
    // What rounds to 10.0 points on screen counts as 10.
    if before - rate < FALL - 0.0005 {
        return None;
    }
    let formats = look.formats;
    let now = [
        "Now ",
        &*formats.of(answered, finished),
        " finished attempts; ",
    ]
    .concat();
    let then = [
        &*formats.percent(before),
        " of ",
        &formats.count(finished_before),
    ]
    .concat();
    Some(Entry {
        key: "answer_rate".to_owned(),
        severity: Severity::Warning,
        sentence: [
            "Answer rate fell to ",
            &*formats.percent(rate),
            " in the last hour",
        ]
        .concat(),
        evidence: [&*now, &then, " in the hour before."].concat(),
        since: None,
        link: Link::new("Open call log", Route::Calls(CallQuery::default())),
    })
}

/// Answered and finished attempts of an hour with enough of them to judge by.
fn counts(hour: &CallHour) -> Option<(i64, i64)> {
    let finished = hour
        .finished
        .copied()
        .filter(|n| *n >= ANSWER_RATE_MINIMUM)?;
    Some((hour.answered.copied()?, finished))
}

#[cfg(test)]
mod tests {
    use crate::domain::attention::mock::found;
    use serde_json::{Value, json};

    fn calls(now: [i64; 2], before: [i64; 2]) -> Value {
        let hour =
            |[answered, finished]: [i64; 2]| json!({"answered": answered, "finished": finished});
        json!({"calls": {"hour": hour(now), "hour_before": hour(before)}})
    }

    #[test]
    fn a_fall_of_ten_points_needs_a_person() {
        assert_eq!(
            found(super::RULE, &calls([221, 1000], [380, 1000])),
            [
                "warning | Answer rate fell to 22.1% in the last hour | Now 221 of 1,000 finished \
              attempts; 38.0% of 1,000 in the hour before. | Open call log /calls"
            ]
        );
        assert_eq!(
            found(super::RULE, &calls([30, 100], [40, 100])).len(),
            1,
            "exactly 10 points"
        );
    }

    #[test]
    fn a_smaller_fall_a_rise_and_a_small_sample_are_quiet() {
        for (now, before) in [
            ([301, 1000], [400, 1000]),
            ([50, 100], [40, 100]),
            ([0, 19], [400, 1000]),
            ([0, 1000], [19, 19]),
            ([0, 0], [0, 0]),
        ] {
            assert!(
                found(super::RULE, &calls(now, before)).is_empty(),
                "{now:?} {before:?}"
            );
        }
        let first_hour =
            json!({"calls": {"hour": {"answered": 0, "finished": 900}, "hour_before": null}});
        assert!(found(super::RULE, &first_hour).is_empty());
    }
}
