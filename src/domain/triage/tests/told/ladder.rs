//! The conditions of each level, word for word.

use super::*;
use crate::domain::field::Field;

/// "Small sample retried: 4 of 20 | not met".
pub fn condition(given: &Given, level: usize, at: usize) -> String {
    let ladder = given.assess(None).ladder;
    let condition = &ladder.levels[level].conditions[at];
    let state = match &condition.state {
        ConditionState::Met => "met",
        ConditionState::NotMet => "not met",
        ConditionState::Unknown(why) => why,
    };
    [&*condition.text, " | ", state].concat()
}

pub fn assert_condition<const N: usize>(level: usize, at: usize, cases: [(Given, &str); N]) {
    let found: Vec<String> = cases
        .iter()
        .map(|(given, _)| condition(given, level, at))
        .collect();
    assert_eq!(found, cases.map(|(_, expected)| expected.to_owned()));
}

pub fn retried(state: &str, changes: Value) -> Given {
    Given {
        retry: Some(retry(state, |json| put(json, changes))),
        ..permits_taken()
    }
}

#[test]
fn the_setup_is_rechecked_where_it_is_reported() {
    let bare = |pointer: &str| campaign(json!({pointer: null}));
    let mut numbers = bare("/dispatch/capacity/number_pool");
    numbers.campaign.as_mut().unwrap().campaign.number_pool = Field::Empty;
    let mut launched = bare("/campaign/agent");
    launched.campaign = Some(healthy(|json| {
        put(
            json,
            json!({"/campaign/agent": null, "/launch": {"checks": []}}),
        );
    }));
    assert_condition(
        0,
        0,
        [
            (
                quiet(),
                "Job setup rechecked: agent, number, campaign, upload | met",
            ),
            (
                bare("/campaign/agent"),
                "Job setup rechecked: agent, number, campaign, upload | The agent is not reported.",
            ),
            (
                numbers,
                "Job setup rechecked: agent, number, campaign, upload | The numbers are not reported.",
            ),
            (
                launched,
                "Job setup rechecked: agent, number, campaign, upload | met",
            ),
            (
                bare("/upload"),
                "Job setup rechecked: agent, number, campaign, upload | The upload is not reported.",
            ),
            (
                campaign(json!({"/dispatch/capacity/number_pool/in_rotation": 0})),
                "Job setup rechecked: agent, number, campaign, upload. No number is in rotation | not met",
            ),
            (
                run(json!({})),
                "Job setup rechecked: agent, number, campaign, upload | met",
            ),
            (
                run(json!({"/spinner": null})),
                "Job setup rechecked: agent, number, campaign, upload | The run’s spinner is not reported.",
            ),
            (
                run(json!({"/upload_id": null})),
                "Job setup rechecked: agent, number, campaign, upload | The run’s upload is not reported.",
            ),
            (
                Given {
                    duplicates: None,
                    ..run(json!({"/upload_id": null}))
                },
                "Job setup rechecked: agent, number, campaign | met",
            ),
        ],
    );
}

#[test]
fn the_file_is_checked_for_malformed_and_repeated_rows() {
    let upload = |json: Value| duplicates(json!({"/upload": json}));
    assert_condition(
        0,
        1,
        [
            (quiet(), "File checked: 0 malformed, 0 duplicate | met"),
            (
                upload(json!({"repeated": 2, "malformed": 3})),
                "File checked: 3 malformed, 2 duplicate | not met",
            ),
            (
                upload(json!({"repeated": 0, "malformed": 3})),
                "File checked: 3 malformed, 0 duplicate | met",
            ),
            (
                upload(json!({"repeated": 0})),
                "File checked | Malformed rows of the upload are not reported.",
            ),
            (
                upload(json!({"malformed": 0})),
                "File checked | Whether recipients repeat in the upload is not reported.",
            ),
            (upload(json!(null)), "File checked: no upload | met"),
        ],
    );
}

#[test]
fn a_sample_counts_once_it_has_ended() {
    assert_condition(
        0,
        2,
        [
            (permits_taken(), "Small sample retried | not met"),
            (
                retried("sampling", json!({"/sample/finished": 4})),
                "Small sample retried: 4 of 20 | not met",
            ),
            (
                retried("sample_passed", json!({})),
                "Small sample retried: 20 of 20 | met",
            ),
            (
                retried("sample_failed", json!({})),
                "Small sample retried: 20 of 20 | met",
            ),
            (
                retried("releasing", json!({"/sample": null})),
                "Small sample retried | met",
            ),
            (
                retried("completed", json!({})),
                "Small sample retried: 20 of 20 | met",
            ),
            (
                retried("stopped", json!({})),
                "Small sample retried: 20 of 20 | not met",
            ),
            (
                retried("odd", json!({})),
                "Small sample retried: 20 of 20 | The state of the retry is not known here.",
            ),
        ],
    );
}
