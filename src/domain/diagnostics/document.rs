//! The evidence as a JSON document: docs/diagnostics.schema.json.

use super::item::ItemState;
use super::{Diagnostics, Item, ItemKey, Subject, Telling, reports, window};
use crate::domain::json::{Made, object};
use crate::domain::timestamp::Timestamp;
use crate::domain::triage::{
    Check, CheckGroup, Condition, ConditionState, Level, StrategyRow, Symptom,
};

mod dispatch;

use dispatch::dispatch;

/// The version of the document's shape. A reader of version 1 can read every
/// document that says so.
const VERSION: i64 = 1;

/// Members that hold the ID of a person or of a call to one; `ids` are those of
/// a retry's selection.
const OF_A_PERSON: [&str; 4] = ["contact_id", "task_id", "record_id", "ids"];

/// The document's text. `pictures` are the names of the files beside it.
pub fn json(subject: &Subject<'_>, telling: &Telling, pictures: &[&str]) -> String {
    let evidence = subject.evidence;
    let captured = Timestamp::from_ms(evidence.formats.now);
    let made = object([
        ("document", "ringside.diagnostics".into()),
        ("version", VERSION.into()),
        (
            "product",
            object([
                ("name", "Ringside".into()),
                ("version", env!("CARGO_PKG_VERSION").into()),
            ]),
        ),
        ("captured_at", evidence.formats.iso(&captured).into()),
        ("time_zone", window::zone(subject).into()),
        ("phone_numbers", telling.code().into()),
        ("items", items(subject)),
        (
            "pictures",
            pictures.iter().map(|name| Made::from(*name)).collect(),
        ),
        ("cause", cause(subject)),
        (
            "checks",
            subject.assessment.groups.iter().map(group).collect(),
        ),
        ("strategy", strategy(subject)),
        ("escalation", escalation(subject)),
        ("customer_update", customer(subject)),
        (
            "failures",
            reports::known(&evidence.failures, reports::failures),
        ),
        (
            "duplicates",
            reports::known(&evidence.duplicates, reports::duplicates),
        ),
        ("retry", evidence.retried().map(reports::retry).into()),
        (
            "dispatch",
            evidence
                .snapshot()
                .map(|snapshot| dispatch(snapshot, subject))
                .into(),
        ),
    ]);
    // Moments have fixed shapes that hold no number, whatever their digits.
    let told = |key: Option<&str>, text: &str| match Timestamp::from_text(text).ms {
        Some(_) => text.to_owned(),
        None if key.is_some_and(|key| OF_A_PERSON.contains(&key)) => telling.person(text),
        None => telling.text(text),
    };
    made.with_texts(&told).text()
}

fn items(subject: &Subject<'_>) -> Made {
    let diagnostics = Diagnostics::of(subject);
    let member = |item: &Item| (item.key.code().to_owned(), one(item, subject));
    Made::Object(diagnostics.items.iter().map(member).collect())
}

fn one(item: &Item, subject: &Subject<'_>) -> Made {
    let mut members = match &item.state {
        ItemState::There(value) => vec![("state", "ready"), ("value", value)],
        ItemState::None(why) => vec![("state", "none"), ("why", why)],
        ItemState::Missing(why) => vec![("state", "missing"), ("why", why)],
    };
    let [from, to] = window::ends(subject)
        .map(|ends| ends.map(|end| subject.evidence.formats.iso(&end)))
        .unwrap_or_default();
    let zone = window::zone(subject);
    if item.key == ItemKey::TimeWindow && item.is_ready() {
        members.extend([("from", &*from), ("to", &to), ("time_zone", &zone)]);
    }
    if item.key == ItemKey::Symptom {
        members.extend(subject.symptom.map(|symptom| ("code", symptom.code())));
    }
    let member = |(name, value): (&str, &str)| (name.to_owned(), value.into());
    Made::Object(members.into_iter().map(member).collect())
}

fn cause(subject: &Subject<'_>) -> Made {
    let cause = &subject.assessment.cause;
    object([
        ("key", cause.key.code().into()),
        ("severity", cause.severity.raw().into()),
        ("sentence", (&cause.sentence).into()),
        ("detail", (&cause.detail).into()),
        ("explains", cause.symptom.map(Symptom::code).into()),
    ])
}

fn group(group: &CheckGroup) -> Made {
    object([
        ("number", i64::from(group.number).into()),
        ("title", group.title.into()),
        ("state", group.state.code().into()),
        ("checks", group.checks.iter().map(check).collect()),
    ])
}

fn check(check: &Check) -> Made {
    object([
        ("id", check.id.code().into()),
        ("state", check.state.code().into()),
        ("title", (&check.title).into()),
        ("evidence", (&check.evidence).into()),
        ("figure", (&check.figure).into()),
    ])
}

fn strategy(subject: &Subject<'_>) -> Made {
    let strategy = &subject.assessment.strategy;
    let rows = |rows: &[StrategyRow]| {
        let row = |row: &StrategyRow| {
            object([
                ("label", (&row.label).into()),
                ("class", row.class.as_ref().map(|class| class.raw()).into()),
                ("contacts", row.contacts.into()),
                ("filter", reports::filter(&row.filter)),
            ])
        };
        rows.iter().map(row).collect()
    };
    object([
        ("retry", rows(&strategy.retry)),
        ("leave_out", rows(&strategy.leave_out)),
        ("retry_contacts", strategy.retry_contacts.into()),
        ("leave_out_contacts", strategy.leave_out_contacts.into()),
        ("is_retry_wise", strategy.is_retry_wise.into()),
        ("why", (&strategy.why).into()),
    ])
}

fn escalation(subject: &Subject<'_>) -> Made {
    let ladder = &subject.assessment.ladder;
    let condition = |condition: &Condition| {
        let (state, why) = match &condition.state {
            ConditionState::Met => ("met", None),
            ConditionState::NotMet => ("not_met", None),
            ConditionState::Unknown(why) => ("unknown", Some(why)),
        };
        object([
            ("text", (&condition.text).into()),
            ("state", state.into()),
            ("why", why.map_or(Made::Absent, Made::from)),
        ])
    };
    let level = |level: &Level| {
        object([
            ("name", Made::from(level.name)),
            ("open", level.open.into()),
            ("why", (&level.why).into()),
            (
                "conditions",
                level.conditions.iter().map(condition).collect(),
            ),
        ])
    };
    let current = i64::try_from(ladder.current).unwrap_or_default();
    object([
        ("current_level", (current + 1).into()),
        ("levels", ladder.levels.iter().map(level).collect()),
    ])
}

fn customer(subject: &Subject<'_>) -> Made {
    let update = &subject.assessment.update;
    object([
        ("text", (&update.text).into()),
        ("next_action", (&update.next_action).into()),
        ("eta", update.eta.clone().into()),
    ])
}
