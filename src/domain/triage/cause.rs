//! The likely cause: ordered rules over the evidence and the checks.

use super::check::{CheckId, CheckState, state};
use super::{CheckGroup, Evidence, Symptom};
use crate::domain::severity::Severity;

mod carriers;
mod detail;
mod duplicates;
mod failures;
mod key;
mod left_over;
mod permits;
mod standing;

pub use key::CauseKey;

/// What most likely is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// Which explanation.
    pub key: CauseKey,
    /// How bad it is.
    pub severity: Severity,
    /// One sentence with its figures.
    pub sentence: String,
    /// What is safe, and what to do first.
    pub detail: String,
    /// What people see when this is the cause; `None` where none was found.
    pub symptom: Option<Symptom>,
}

/// What the rules look at.
struct Case<'a> {
    evidence: &'a Evidence<'a>,
    groups: &'a [CheckGroup],
}

impl Case<'_> {
    fn state(&self, id: CheckId) -> CheckState {
        state(self.groups, id)
    }

    fn fails(&self, id: CheckId) -> bool {
        self.state(id) == CheckState::Fail
    }
}

/// What a rule found: the explanation, how bad it is, and its sentence.
struct Found {
    key: CauseKey,
    severity: Severity,
    sentence: String,
    symptom: Option<Symptom>,
}

impl Found {
    fn new(key: CauseKey, severity: Severity, sentence: String) -> Self {
        Self {
            key,
            severity,
            sentence,
            symptom: key.symptom(),
        }
    }
}

type Rule = fn(&Case<'_>) -> Option<Found>;

/// Every rule, in the order that counts among what is equally bad: what stops
/// everything, then what harms people, then what costs calls.
const RULES: [Rule; 22] = [
    standing::runtime_down,
    standing::stalled,
    duplicates::second_run,
    duplicates::delivered_twice,
    duplicates::repeated_recipients,
    duplicates::reached_again,
    carriers::breaker_paused,
    permits::taken,
    standing::out_of_credits,
    failures::invalid_numbers,
    carriers::carrier_failing,
    failures::failing_segment,
    failures::number_reputation,
    failures::account,
    carriers::pace,
    standing::paused,
    standing::not_started,
    standing::window_closed,
    standing::waiting_outside,
    standing::slower,
    permits::full,
    standing::none_ready,
];

/// The rules that are tried first for a symptom.
fn first(symptom: Symptom) -> &'static [Rule] {
    match symptom {
        Symptom::Stuck => &[
            standing::runtime_down,
            standing::stalled,
            standing::waiting_outside,
            carriers::breaker_paused,
            standing::paused,
            standing::window_closed,
            permits::taken,
            standing::out_of_credits,
            carriers::carrier_failing,
            standing::none_ready,
        ],
        Symptom::FewCalls => &[
            carriers::breaker_paused,
            carriers::carrier_failing,
            permits::taken,
            standing::out_of_credits,
            standing::paused,
            standing::window_closed,
            carriers::pace,
            standing::runtime_down,
            standing::stalled,
            standing::waiting_outside,
            permits::full,
            standing::slower,
            standing::none_ready,
        ],
        Symptom::Failures => &[
            failures::invalid_numbers,
            failures::failing_segment,
            carriers::carrier_failing,
            failures::number_reputation,
            failures::account,
            carriers::pace,
        ],
        Symptom::Duplicates => &[
            duplicates::second_run,
            duplicates::delivered_twice,
            duplicates::repeated_recipients,
            duplicates::reached_again,
        ],
    }
}

/// The likely cause of a symptom; without one, of the worst that there is.
pub(super) fn likely(
    evidence: &Evidence<'_>,
    groups: &[CheckGroup],
    symptom: Option<Symptom>,
) -> Cause {
    let case = Case { evidence, groups };
    let asked = symptom.map_or(&[][..], first);
    let worst = || {
        let found = RULES.iter().filter_map(|rule| rule(&case));
        found.min_by(|a, b| a.severity.cmp(&b.severity))
    };
    let found = asked
        .iter()
        .find_map(|rule| rule(&case))
        .or_else(worst)
        .unwrap_or_else(|| left_over::found(&case));
    Cause {
        detail: detail::of(found.key, &case),
        symptom: found.symptom,
        key: found.key,
        severity: found.severity,
        sentence: found.sentence,
    }
}
