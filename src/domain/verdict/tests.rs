#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;
use crate::domain::waterfall::waterfall;

mod hostile;
mod scenarios;

fn judged(snapshot: &Snapshot) -> Verdict {
    mock::at_capture(snapshot, |formats| verdict(snapshot, formats))
}

fn told(verdict: &Verdict) -> Vec<String> {
    verdict.why.iter().map(Rich::plain).collect()
}

#[test]
fn the_running_example_reads_as_designed() {
    let verdict = judged(&mock::running());
    assert_eq!(verdict.question, "Why isn't it dialing faster?");
    assert_eq!(
        verdict.answer,
        "At its limit: all 36 pool lines are in use."
    );
    assert_eq!(
        told(&verdict),
        [
            "2 of 8 numbers are spam-flagged and out of rotation since 12:10 CST, which removes 12 lines.",
            "1,102 contacts are ready and waiting for a line.",
            "Nothing else is limiting this campaign.",
        ]
    );
    assert_eq!(
        (verdict.tone, verdict.binding),
        (Tone::Warn, Some(LimitKind::NumberPool))
    );
    let labels: Vec<&str> = verdict
        .actions
        .iter()
        .map(|action| action.label.as_str())
        .collect();
    assert_eq!(
        labels,
        [
            "See the 2 flagged numbers",
            "See the 1,102 waiting for a line"
        ]
    );
    let strong: Vec<&str> = verdict
        .why
        .iter()
        .flat_map(|line| &line.0)
        .filter(|span| span.strong)
        .map(|span| span.text.as_str())
        .collect();
    assert_eq!(
        strong,
        [
            "2 of 8 numbers are spam-flagged",
            "1,102 contacts are ready"
        ]
    );
}

#[test]
fn the_paused_example_reads_as_designed() {
    let verdict = judged(&mock::paused());
    assert_eq!(verdict.question, "Why isn't it dialing?");
    assert_eq!(
        verdict.answer,
        "Not dialing: paused by the failure breaker."
    );
    assert_eq!(
        told(&verdict),
        [
            "Nothing will dial until someone resumes it.",
            "Telnyx failed 27 of 50 attempts in the last 2 min, mostly SIP 503.",
            "If you resume now, the next limit is the number pool, 36 lines, and 1,072 contacts are ready.",
        ]
    );
    assert_eq!(
        (verdict.tone, verdict.binding),
        (Tone::Warn, Some(LimitKind::CampaignState))
    );
}

#[test]
fn a_step_is_offered_only_where_the_page_can_take_it() {
    let without_rows = mock::running_with(|json| mock::remove(json, "", "numbers"));
    let targets: Vec<Target> = judged(&without_rows)
        .actions
        .into_iter()
        .map(|action| action.target)
        .collect();
    assert_eq!(
        targets,
        [Target::TasksBlockedBy("waiting_for_line".to_owned())]
    );
}

#[test]
fn limits_that_are_not_reported_are_named_instead_of_ruled_out() {
    let partial = mock::running_with(|json| {
        mock::remove(json, "/dispatch/capacity", "carrier_rate");
        mock::remove(json, "/dispatch/capacity", "carriers");
        mock::remove(json, "/dispatch/capacity", "credits");
    });
    assert_eq!(
        told(&judged(&partial))[2],
        "Not reported: carrier rate, credits."
    );
}

#[test]
fn an_unreadable_dispatch_block_is_said_to_be_unreadable() {
    let broken = mock::bare("running", json!({"dispatch": "soon"}));
    let verdict = judged(&broken);
    assert_eq!(
        verdict.answer,
        "Cannot tell: dispatch health could not be read."
    );
    assert!(
        told(&verdict)[0].starts_with("At dispatch: expected "),
        "{verdict:?}"
    );
}

#[test]
fn two_limits_of_the_same_size_are_both_named() {
    let equal = mock::running_with(|json| {
        json["dispatch"]["capacity"]["concurrency"]["limit"] = json!(36);
    });
    let why = told(&judged(&equal));
    assert_eq!(
        why[2],
        "Raising it alone does not help: the number pool also allows 36."
    );
}
