//! A month's plan that is nearly used up.

use super::{Entry, Link, Look, Rule};
use crate::domain::figures::share;
use crate::domain::format::Formats;
use crate::domain::live_ops::{CardKind, Cards, HealthRow};
use crate::domain::severity::Severity;

/// The used share from which a plan needs a person, as a fraction of 1.
const NEARLY: f64 = 0.9;

pub(super) const RULE: Rule = Rule {
    checks: "the month's plan",
    reads: &[CardKind::Credits],
    find,
};

/// One limit of the plan.
struct Part {
    /// "records", "jobs".
    what: &'static str,
    used: i64,
    limit: i64,
}

fn parts(cards: &Cards) -> Vec<Part> {
    let plan = cards
        .credits
        .as_deref()
        .and_then(|credits| credits.plan.value());
    let Some(plan) = plan else {
        return Vec::new();
    };
    let part = |what, used: Option<i64>, limit: Option<i64>| {
        let (used, limit) = (used?, limit.filter(|limit| *limit > 0)?);
        Some(Part { what, used, limit })
    };
    let parts = [
        part("jobs", plan.jobs_used.copied(), plan.jobs_limit.copied()),
        part(
            "records",
            plan.records_used.copied(),
            plan.records_limit.copied(),
        ),
    ];
    parts.into_iter().flatten().collect()
}

impl Part {
    fn share(&self) -> f64 {
        share(self.used, self.limit).unwrap_or_default()
    }
}

fn find(look: &Look<'_>) -> Vec<Entry> {
    let nearly = parts(look.cards)
        .into_iter()
        .filter(|part| part.share() >= NEARLY);
    nearly.map(|part| entry(&part, look)).collect()
}

fn entry(part: &Part, look: &Look<'_>) -> Entry {
    let formats = look.formats;
    let is_used_up = part.used >= part.limit;
    let severity = if is_used_up {
        Severity::Critical
    } else {
        Severity::Warning
    };
    let sentence = match is_used_up {
        true => ["The month's ", part.what, " are used up: no run can start"].concat(),
        false => [
            &*formats.percent(part.share()),
            " of the month's ",
            part.what,
            " are used",
        ]
        .concat(),
    };
    let plan = look
        .cards
        .credits
        .as_deref()
        .and_then(|credits| credits.plan.value());
    let ends = plan.and_then(|plan| plan.period_ends_at.value());
    let ends = ends.map_or_else(String::new, |at| {
        [" Counting starts anew on ", &*formats.date_time(at), "."].concat()
    });
    Entry {
        key: ["plan:", part.what].concat(),
        severity,
        sentence,
        evidence: [
            &*formats.of(part.used, part.limit),
            " ",
            part.what,
            ".",
            &ends,
        ]
        .concat(),
        since: None,
        link: Link::to_jobs(),
    }
}

/// The plan's limits as rows of the runtime's card.
pub fn rows(cards: &Cards, formats: &Formats<'_>) -> Vec<HealthRow> {
    let row = |part: Part| {
        let name = ["This month's ", part.what].concat();
        let word = [&*formats.percent(part.share()), " used"].concat();
        let row = match part.share() {
            1.0.. => HealthRow::stopped(&name, &word),
            NEARLY.. => HealthRow::odd(&name, &word),
            _ => HealthRow::well(&name, &word),
        };
        row.with(formats.of(part.used, part.limit))
            .of(CardKind::Credits)
    };
    parts(cards).into_iter().map(row).collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::attention::mock::found;
    use crate::domain::mock::cards as mock;
    use serde_json::{Value, json};

    fn plan(plan: &Value) -> Value {
        json!({"credits": {"plan": plan}})
    }

    fn tones(cards: &Value) -> Vec<&'static str> {
        let cards = mock::cards(cards);
        mock::written(|formats| {
            rows(&cards, formats)
                .into_iter()
                .map(|row| row.tone.name())
                .collect()
        })
    }

    #[test]
    fn ninety_percent_of_a_limit_need_a_person() {
        let nearly = plan(&json!({"records_used": 45512, "records_limit": 50000,
            "period_ends_at": "2026-12-01T00:00:00-06:00"}));
        assert_eq!(
            found(RULE, &nearly),
            [
                "warning | 91.0% of the month's records are used | 45,512 of 50,000 records. Counting \
              starts anew on 1 Dec, 00:00 CST. | Open jobs /jobs"
            ]
        );
        assert_eq!(tones(&nearly), ["warn"]);
        let full = plan(&json!({"jobs_used": 412, "jobs_limit": 400}));
        assert!(found(RULE, &full)[0].starts_with(
            "critical | The month's jobs are used up: no run can start | 412 of 400 jobs."
        ));
        assert_eq!(tones(&full), ["bad"]);
    }

    #[test]
    fn a_plan_with_room_or_without_a_limit_is_quiet() {
        for (quiet, rows) in [
            (json!({"jobs_used": 359, "jobs_limit": 400}), 1),
            (
                json!({"jobs_used": 359, "jobs_limit": null, "records_used": 9}),
                0,
            ),
            (json!({"jobs_used": 5, "jobs_limit": 0}), 0),
            (json!({"jobs_used": -5, "jobs_limit": 10}), 1),
        ] {
            assert!(found(RULE, &plan(&quiet)).is_empty(), "{quiet}");
            assert_eq!(tones(&plan(&quiet)).len(), rows, "{quiet}");
        }
        assert!(found(RULE, &json!({"credits": {"plan": null}})).is_empty());
    }
}
