//! Starting a run, as it is offered and refused.

use super::{Plan, Spinner};
use crate::domain::cell::Cell;
use crate::domain::field::Field;
use crate::domain::format::Formats;
use crate::domain::moment::when;
use crate::domain::spelling::same_as_any;

/// Why no run of a spinner can be started now; `None` when one can.
pub fn obstacle(spinner: &Spinner) -> Option<String> {
    let actions = spinner
        .actions
        .value()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let start = actions
        .iter()
        .find(|action| same_as_any(&action.name, &["start"]));
    if let Some(start) = start.filter(|start| !start.available) {
        let told = start
            .reason
            .as_deref()
            .filter(|reason| !reason.trim().is_empty());
        return Some(told.unwrap_or("The API does not say why.").to_owned());
    }
    matches!(spinner.version, Field::Empty).then(|| "It has no published version.".to_owned())
}

/// "Renewal outreach v12".
pub fn title(spinner: &Spinner) -> String {
    match spinner.version.copied() {
        Some(version) => [&*spinner.name, " v", &version.to_string()].concat(),
        None => spinner.name.clone(),
    }
}

/// What a run would take, and what the plan has left, as labels with values.
pub fn facts(
    spinner: &Spinner,
    plan: Option<&Plan>,
    formats: &Formats<'_>,
) -> Vec<(&'static str, Cell)> {
    let records = Cell::from_field(&spinner.records, |count| formats.count(*count));
    let published = Cell::from_field(&spinner.published_at, |at| when(at, formats));
    let mut facts = vec![
        ("Records it would take", records),
        ("Version published", published),
    ];
    facts.extend(plan.map(|plan| usage(plan, formats)).unwrap_or_default());
    facts
}

/// What of the month's runs and records is used; only what is reported.
pub fn usage(plan: &Plan, formats: &Formats<'_>) -> Vec<(&'static str, Cell)> {
    let of = |used: &Field<i64>, limit: &Field<i64>| {
        let used = used.copied()?;
        Some(Cell::of(match (limit.copied(), limit) {
            (Some(limit), _) => formats.of(used, limit),
            (None, Field::Empty) => [&*formats.count(used), ", no limit"].concat(),
            _ => formats.count(used),
        }))
    };
    let resets = plan
        .period_ends_at
        .value()
        .map(|at| Cell::of(when(at, formats)));
    [
        ("Runs this month", of(&plan.jobs_used, &plan.jobs_limit)),
        (
            "Records this month",
            of(&plan.records_used, &plan.records_limit),
        ),
        ("Counting starts anew", resets),
    ]
    .into_iter()
    .filter_map(|(label, cell)| Some((label, cell?)))
    .collect()
}

/// Whether the month's runs or records are used up, as far as is reported.
pub fn is_full(plan: &Plan) -> bool {
    let used_up = |used: &Field<i64>, limit: &Field<i64>| {
        let of = used.copied().zip(limit.copied());
        of.is_some_and(|(used, limit)| used >= limit)
    };
    used_up(&plan.jobs_used, &plan.jobs_limit) || used_up(&plan.records_used, &plan.records_limit)
}

/// What to do when the month's runs or records are used up.
pub fn when_full(plan: Option<&Plan>, formats: &Formats<'_>) -> String {
    let resets = plan.and_then(|plan| plan.period_ends_at.value());
    let wait = match resets {
        Some(at) => [
            "Wait until counting starts anew, ",
            &*when(at, formats),
            ",",
        ]
        .concat(),
        None => "Wait until counting starts anew".to_owned(),
    };
    [
        &*wait,
        " or ask an admin of this workspace for a larger plan. Nothing was started.",
    ]
    .concat()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;
    use crate::domain::mock;

    fn spinner(parts: &str) -> Spinner {
        decode(&[r#"{"id":"s","name":"Renewal outreach""#, parts, "}"].concat()).unwrap()
    }

    #[test]
    fn only_a_published_spinner_that_may_start_can_be_started() {
        let no = r#","version":12,"actions":[{"name":"start","available":false,"reason":"A run is queued."}]"#;
        for (parts, why) in [
            (r#","version":12"#, None),
            ("", None),
            (r#","version":null"#, Some("It has no published version.")),
            (no, Some("A run is queued.")),
            (
                r#","actions":[{"name":"Start","available":false}]"#,
                Some("The API does not say why."),
            ),
            (r#","actions":[{"name":"start","available":true}]"#, None),
        ] {
            assert_eq!(obstacle(&spinner(parts)).as_deref(), why, "{parts}");
        }
        assert_eq!(title(&spinner(r#","version":12"#)), "Renewal outreach v12");
    }

    #[test]
    fn the_plan_is_told_as_far_as_it_is_reported() {
        let plan: Plan = decode(
            r#"{"jobs_used":412,"jobs_limit":400,"records_used":9000,"records_limit":null,
                "period_ends_at":"2026-12-01T00:00:00-06:00"}"#,
        )
        .unwrap();
        let bare: Plan = decode(r#"{"jobs_limit":400}"#).unwrap();
        let now = 1_794_515_528_000;
        mock::at(now, |formats| {
            let told = usage(&plan, formats).into_iter();
            let told: Vec<String> = told
                .map(|(label, cell)| [label, ": ", &cell.text].concat())
                .collect();
            assert_eq!(
                told,
                [
                    "Runs this month: 412 of 400",
                    "Records this month: 9,000, no limit",
                    "Counting starts anew: 1 Dec, 00:00 CST"
                ]
            );
            assert!(usage(&bare, formats).is_empty());
            assert!(is_full(&plan) && !is_full(&bare));
            assert!(when_full(Some(&plan), formats).contains("1 Dec, 00:00 CST, or ask an admin"));
            assert!(when_full(None, formats).starts_with("Wait until counting starts anew or ask"));
        });
    }
}
