#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use crate::domain::attempt_state::AttemptState;
use crate::domain::kpi::{self, FooterPart};
use crate::domain::lifecycle::{Rule, rule, verb_label};
use crate::domain::mock;
use crate::domain::status::CampaignStatus;
use serde_json::{Map, Value};

const NAMES: &str = include_str!("../../../tests/design/wire_names.json");

/// The wire names of a kind with their labels; `count` keeps the list whole.
fn names(kind: &str, count: usize) -> Vec<(String, String)> {
    let all: Map<String, Value> = serde_json::from_str(NAMES).unwrap();
    let of_kind = all[kind].as_object().unwrap();
    assert_eq!(of_kind.len(), count, "{kind}");
    let pair =
        |(name, label): (&String, &Value)| (name.clone(), label.as_str().unwrap().to_owned());
    of_kind.iter().map(pair).collect()
}

#[test]
fn every_campaign_status_has_label_and_meaning() {
    for (name, label) in names("campaign_status", 5) {
        let status = CampaignStatus::from_wire(&name);
        assert_eq!(status.label(), label);
        assert!(status.meaning().is_some(), "{name}");
        assert!(!matches!(status, CampaignStatus::Unknown(_)), "{name}");
    }
}

#[test]
fn every_attempt_state_has_label_and_meaning() {
    for (name, label) in names("attempt_state", 17) {
        let state = AttemptState::from_wire(&name);
        assert_eq!(state.label(), label);
        assert!(state.meaning().is_some(), "{name}");
        assert!(!matches!(state, AttemptState::Unknown(_)), "{name}");
    }
}

#[test]
fn every_action_has_a_label_and_a_rule_for_every_status() {
    for (name, label) in names("action", 7) {
        assert_eq!(verb_label(&name), label);
        for (status, _) in names("campaign_status", 5) {
            let has_rule = rule(&CampaignStatus::from_wire(&status), &name) != Rule::Unknown;
            // Whether there is anything to report is the server's to know.
            assert_eq!(has_rule, name != "attempt_report", "{name} of {status}");
        }
    }
}

fn are_told(parts: Vec<FooterPart>, names: Vec<(String, String)>) {
    let labels: Vec<&str> = parts.iter().map(|part| part.label).collect();
    for (name, label) in names {
        let at = labels.iter().position(|told| *told == label);
        let part = &parts[at.unwrap_or_else(|| panic!("{name} is not among {labels:?}"))];
        let formula = part.formula.as_ref().expect(&name);
        assert!(!formula.title.is_empty(), "{name}");
    }
}

#[test]
fn every_metric_and_callback_counter_has_label_and_meaning() {
    let snapshot = mock::running();
    mock::at(snapshot.captured_at.ms.unwrap(), |formats| {
        are_told(kpi::metrics(&snapshot, formats), names("metric", 11));
        let callbacks = kpi::callback_counters(&snapshot, formats);
        are_told(callbacks, names("callback_counter", 4));
    });
}
