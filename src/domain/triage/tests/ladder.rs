//! The escalation.

use super::given::*;
use super::*;

fn of(given: &Given) -> Ladder {
    given.assess(None).ladder
}

fn told(level: &Level) -> Vec<String> {
    let state = |condition: &Condition| match &condition.state {
        ConditionState::Met => "met".to_owned(),
        ConditionState::NotMet => "not met".to_owned(),
        ConditionState::Unknown(why) => why.clone(),
    };
    let line = |condition: &Condition| [&*condition.text, " | ", &state(condition)].concat();
    level.conditions.iter().map(line).collect()
}

#[test]
fn the_design_s_incident_stands_where_the_design_has_it() {
    let ladder = of(&carrier_outage());
    assert_eq!(ladder.current, 0);
    assert_eq!(
        told(&ladder.levels[0]),
        [
            "Job setup rechecked: agent, number, campaign, upload | met",
            "File checked: 0 malformed, 0 duplicate | met",
            "Small sample retried | not met",
        ]
    );
    assert_eq!(
        told(&ladder.levels[2]),
        [
            "Still stalled after a valid retry | not met",
            "Duplicates persist after dedupe | not met",
            "Carrier errors above threshold: 12.8%, limit 2% | met",
        ]
    );
    assert_eq!(
        ladder.levels[2].why,
        "1 of 3 triggers is met, so this is available."
    );
    assert!(!ladder.levels[1].open, "the sample comes first");
    assert_eq!(ladder.levels[1].why, "Level 1 first: small sample retried.");
}

#[test]
fn a_sample_that_failed_leads_to_support_and_a_stall_after_a_good_one_to_engineering() {
    let failed = of(&Given {
        retry: Some(retry("sample_failed", |_| {})),
        ..permits_taken()
    });
    assert!(
        failed.levels[1].open && !failed.levels[2].open,
        "{failed:?}"
    );
    assert_eq!(failed.current, 1);
    assert_eq!(
        told(&failed.levels[1])[2],
        "First 10 to 20 dispatches watched: 20 of 20 | met"
    );
    let passed = of(&Given {
        retry: Some(retry("completed", |_| {})),
        ..permits_taken()
    });
    assert_eq!(
        told(&passed.levels[2])[0],
        "Still stalled after a valid retry | met"
    );
    assert_eq!(passed.current, 2);
    let sampling = retry("sampling", |json| json["sample"]["finished"] = json!(4));
    let sampling = of(&Given {
        retry: Some(sampling),
        ..permits_taken()
    });
    assert_eq!(
        told(&sampling.levels[0])[2],
        "Small sample retried: 4 of 20 | not met"
    );
    assert_eq!((sampling.current, sampling.levels[2].open), (0, false));
}

#[test]
fn what_cannot_be_told_is_neither_met_nor_not_met() {
    let ladder = of(&Given {
        failures: None,
        duplicates: None,
        campaign: None,
        job: Some(job(|_| {})),
        ..Given::default()
    });
    assert_eq!(
        told(&ladder.levels[2])[1],
        "Duplicates persist after dedupe | The API does not report duplicates."
    );
    assert_eq!(
        told(&ladder.levels[2])[2],
        "Carrier errors above threshold | The API does not report failures."
    );
    assert_eq!(
        ladder.levels[2].why,
        "None of the triggers is known to be met."
    );
}

#[test]
fn where_a_sample_makes_no_sense_support_is_next() {
    let ladder = of(&permits_taken());
    assert_eq!((ladder.current, ladder.levels[1].open), (1, true));
    assert_eq!(
        ladder.levels[1].why,
        "A sample makes no sense now. No line is free for it; a retry would wait as well."
    );
    let quiet = of(&quiet());
    assert_eq!(quiet.levels[1].why, "No check found a problem to hand on.");
}
