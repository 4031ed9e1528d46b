//! What calls engineering: any one of three triggers of the runbook.

use super::{CheckGroup, Condition, ConditionState, Evidence, Known, Level};
use crate::domain::triage::check::{CheckId, CheckState, EXPECTED_SHARE, carrier_share, found};
use crate::domain::triage::retry::is_validated;

pub fn engineering(evidence: &Evidence<'_>, groups: &[CheckGroup]) -> Level {
    let conditions = vec![
        still_stalled(evidence, groups),
        persisting(groups),
        above_threshold(evidence, groups),
    ];
    let met = conditions
        .iter()
        .filter(|condition| condition.is_met())
        .count();
    let unknown = conditions
        .iter()
        .filter(|it| matches!(it.state, ConditionState::Unknown(_)));
    let formats = evidence.formats;
    let met_of = formats.of(met as i64, conditions.len() as i64);
    let why = match (met, unknown.count()) {
        (0, 0) => "None of the triggers is met.".to_owned(),
        (0, _) => "None of the triggers is known to be met.".to_owned(),
        (1, _) => [&*met_of, " triggers is met, so this is available."].concat(),
        _ => [&*met_of, " triggers are met, so this is available."].concat(),
    };
    Level {
        name: "Level 3, engineering",
        conditions,
        open: met > 0,
        why,
    }
}

fn still_stalled(evidence: &Evidence<'_>, groups: &[CheckGroup]) -> Condition {
    const TEXT: &str = "Still stalled after a valid retry";
    if let Known::Unknown(why) = &evidence.retry {
        return Condition::unknown(TEXT, why);
    }
    if !evidence.retried().is_some_and(is_validated) {
        return Condition::new(TEXT.to_owned(), false);
    }
    match found(groups, CheckId::CountersMoving) {
        Some(check) if check.state == CheckState::Unknown => {
            Condition::unknown(TEXT, &check.evidence)
        }
        check => Condition::new(
            TEXT.to_owned(),
            check.is_some_and(|check| check.state == CheckState::Fail),
        ),
    }
}

fn persisting(groups: &[CheckGroup]) -> Condition {
    const TEXT: &str = "Duplicates persist after dedupe";
    match found(groups, CheckId::Deliveries) {
        Some(check) if check.state == CheckState::Unknown => {
            Condition::unknown(TEXT, &check.evidence)
        }
        check => Condition::new(
            TEXT.to_owned(),
            check.is_some_and(|check| check.state == CheckState::Fail),
        ),
    }
}

/// "Carrier errors above threshold: 12.8%, limit 2%".
fn above_threshold(evidence: &Evidence<'_>, groups: &[CheckGroup]) -> Condition {
    const TEXT: &str = "Carrier errors above threshold";
    let check = found(groups, CheckId::FailureShare);
    let limit = evidence.formats.decimal(EXPECTED_SHARE * 100.0, 0);
    match check {
        Some(check) if check.state == CheckState::Unknown => {
            Condition::unknown(TEXT, &check.evidence)
        }
        Some(check) if !check.figure.is_empty() => {
            let text = [TEXT, ": ", &check.figure, ", limit ", &limit, "%"].concat();
            let share = evidence.failed().and_then(carrier_share);
            let above = share.map_or(check.state == CheckState::Fail, |share| {
                share > EXPECTED_SHARE
            });
            Condition::new(text, above)
        }
        _ => Condition::unknown(TEXT, "The share of carrier errors is not known."),
    }
}
