#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use crate::domain::mock::cards as mock;
use serde_json::{Value, json};

fn list_of(cards: &Value, failing: &[CardKind]) -> AttentionList {
    let cards = mock::cards(cards);
    mock::written(|formats| {
        let look = Look {
            cards: &cards,
            formats,
        };
        attention(&look, failing)
    })
}

/// The design's example: six entries, most urgent first.
fn design() -> Value {
    json!({
        "campaigns": {"items": [
            {"id": "cmp_q4", "name": "Q4 policy renewals", "status": "running", "since": "2026-11-12T12:10:00-06:00",
                "why": {"severity": "warning", "text": "Number pool full"}},
            {"id": "cmp_storm", "name": "Storm alert Ohio", "status": "failed", "since": "2026-11-12T09:41:00-06:00"},
            {"id": "cmp_pay", "name": "Payment reminders Nov", "status": "paused", "since": "2026-11-12T14:20:00-06:00",
                "why": {"severity": "critical", "text": "Auto-paused"}},
        ]},
        "states": {"worst": [{"campaign_id": "cmp_q4", "state": "_processing", "over_limit": 2, "oldest_seconds": 580}]},
        "jobs": {"items": [{"id": "job_5c3d1", "status": "waiting", "spinner": {"name": "Claims follow-up", "version": 3},
            "waiting_on": {"kind": "human"}}]},
        "calls": {"hour": {"answered": 221, "finished": 1000}, "hour_before": {"answered": 380, "finished": 1000}},
    })
}

#[test]
fn severity_comes_first_then_the_youngest_trouble() {
    let list = list_of(&design(), &[]);
    let told: Vec<&str> = list.entries.iter().map(|entry| &*entry.sentence).collect();
    assert_eq!(
        told,
        [
            "Payment reminders Nov is paused by the system",
            "Storm alert Ohio failed",
            "2 tasks are past the 2 min limit in Processing",
            "Q4 policy renewals is limited",
            "Answer rate fell to 22.1% in the last hour",
            "Claims follow-up v3 waits on a human step",
        ]
    );
    let mut keys: Vec<&str> = list.entries.iter().map(|entry| &*entry.key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(
        keys.len(),
        list.entries.len(),
        "every entry has a key of its own"
    );
}

#[test]
fn a_healthy_workspace_needs_nobody_and_says_what_was_checked() {
    let well = json!({"campaigns": {}, "calls": {}, "jobs": {}, "callbacks": {}, "credits": {}, "runtime": {}, "states": {}});
    let list = list_of(&well, &[]);
    assert_eq!((list.entries.len(), list.unchecked.len()), (0, 0));
    assert_eq!(list.checked.len(), RULES.len());
    mock::written(|formats| {
        assert!(unchecked_notes(&list, &mock::cards(&well), formats).is_empty());
    });
}

#[test]
fn what_could_not_be_checked_is_said_and_older_figures_still_judge() {
    let mut cards = design();
    cards["calls"]["captured_at"] = json!("2026-11-12T14:31:58-06:00");
    let list = list_of(&cards, &[CardKind::Calls, CardKind::Runtime]);
    assert!(list.entries.iter().any(|entry| entry.key == "answer_rate"));
    assert!(
        list.unchecked
            .contains(&(CardKind::Calls, "answer rate against the hour before"))
    );
    let notes = mock::written(|formats| unchecked_notes(&list, &mock::cards(&cards), formats));
    assert_eq!(
        notes,
        [
            "Calls did not load. Judged by figures of 14:31:58 CST: answer rate against the hour before.",
            "Runtime and carriers did not load. Not checked: the runtime.",
            "Callbacks: no answer yet. Not checked: callbacks past due.",
            "Credits: no answer yet. Not checked: credits, the month's plan.",
        ]
    );
    let without = Cards {
        absent: vec![CardKind::Credits],
        ..mock::cards(&cards)
    };
    let notes = mock::written(|formats| unchecked_notes(&list, &without, formats));
    assert_eq!(
        notes.last().map(String::as_str),
        Some("Credits: not reported by this API. Not checked: credits, the month's plan.")
    );
}

#[test]
fn a_change_is_an_entry_that_comes_goes_or_gets_worse_and_no_figure() {
    let list = list_of(&design(), &[]);
    let mut cards = design();
    cards["states"]["worst"][0]["oldest_seconds"] = json!(640);
    assert_eq!(list.changes(&list_of(&cards, &[])), 0);
    cards["campaigns"]["items"][0]["why"]["severity"] = json!("critical");
    assert_eq!(list.changes(&list_of(&cards, &[])), 1);
    cards["jobs"]["items"] = json!([]);
    cards["runtime"] = json!({"runtime": {"status": "down"}});
    assert_eq!(list.changes(&list_of(&cards, &[])), 3);
}

#[test]
fn what_the_api_gives_no_time_for_is_told_since_it_was_seen() {
    let list = list_of(&design(), &[]);
    let rate = list
        .entries
        .iter()
        .find(|entry| entry.key == "answer_rate")
        .unwrap();
    let mut past = Past::default();
    mock::written(|formats| assert_eq!(since(rate, &past, formats), ""));
    past.see(["answer_rate"].into_iter(), mock::NOW - 240_000);
    mock::written(|formats| assert_eq!(since(rate, &past, formats), "seen 14:28 CST, 4 min"));
    let paused = &list.entries[0];
    mock::written(|formats| assert_eq!(since(paused, &past, formats), "since 14:20 CST, 12 min"));
}

#[test]
fn an_entry_far_down_the_list_is_not_forgotten_nor_is_a_swap_there_a_change() {
    let failed = |n: usize| {
        let name = format!("Campaign {n:04}");
        json!({"id": name, "name": name, "status": "failed"})
    };
    let of = |rows: Vec<Value>| list_of(&json!({"campaigns": {"items": rows}}), &[]);
    let list = of((0..300).map(failed).collect());
    assert_eq!(list.entries.len(), 300);
    let fresh = of((1..300).map(failed).collect());
    assert_eq!(list.changes(&fresh), 1, "one went, and none came for it");
    let mut past = Past::default();
    for (at, list) in [(1, &list), (2, &fresh), (3, &list)] {
        past.see(list.entries.iter().map(|entry| &*entry.key), at);
    }
    assert_eq!(past.first_seen(&list.entries[299].key), Some(1));
}

#[test]
fn no_rule_looks_farther_than_it_says() {
    let all = design();
    for rule in RULES {
        let mut cards = json!({});
        for kind in rule.reads {
            cards[kind.path()] = all[kind.path()].clone();
        }
        cards
            .as_object_mut()
            .unwrap()
            .retain(|_, card| !card.is_null());
        let sentences = |cards: &Value| -> Vec<String> {
            let cards = mock::cards(cards);
            mock::written(|formats| {
                let look = Look {
                    cards: &cards,
                    formats,
                };
                (rule.find)(&look)
                    .into_iter()
                    .map(|entry| entry.sentence)
                    .collect()
            })
        };
        assert_eq!(sentences(&cards), sentences(&all), "{}", rule.checks);
    }
}
