//! What is not reported is not zero, and what was not read is not absent.

use super::given::*;
use super::*;

/// The line of one check over one group of failures.
fn line(id: &str, group: Value) -> String {
    let found = with_failures(json!([group])).assess(None);
    let lines = lines(&found).into_iter();
    { lines }.find(|line| line.starts_with(id)).unwrap()
}

fn group(sip: i64, parts: Value) -> Value {
    let mut group = json!({"contacts": 10, "attempts": 10, "sip_status": sip});
    let own = group.as_object_mut().unwrap();
    own.extend(parts.as_object().unwrap().clone());
    group
}

#[test]
fn permanent_failures_pass_only_when_both_figures_are_reported() {
    for (parts, expected) in [
        (
            json!({"retried": 0, "retry_scheduled": 0}),
            "pass | Permanent failures are not",
        ),
        (
            json!({"retried": 0, "retry_scheduled": 3}),
            "warn | Permanent failures will be",
        ),
        (
            json!({"retry_scheduled": 3}),
            "warn | Permanent failures will be",
        ),
        (
            json!({"retried": 2, "retry_scheduled": null}),
            "fail | Permanent failures are retried",
        ),
        (json!({"retried": 0}), "unknown | "),
        (json!({"retry_scheduled": 0}), "unknown | "),
        (json!({}), "unknown | "),
    ] {
        let line = line("permanent_not_retried", group(404, parts));
        assert!(line.contains(expected), "{expected}: {line}");
    }
    let unscheduled = line("permanent_not_retried", group(404, json!({"retried": 0})));
    assert!(
        unscheduled.contains("whether a retry is scheduled is not reported."),
        "{unscheduled}"
    );
}

#[test]
fn only_permanent_failures_failed_for_good() {
    for sip in [402, 603] {
        let line = line("permanent_not_retried", group(sip, json!({"retried": 4})));
        assert!(line.contains("pass | No permanent failures"), "{line}");
    }
}

#[test]
fn a_contact_that_is_retried_and_scheduled_counts_once() {
    for (parts, expected) in [
        (
            json!({"retried": 10, "retry_scheduled": 4}),
            "pass | Transient failures were retried",
        ),
        (
            json!({"retried": 10}),
            "pass | Transient failures were retried",
        ),
        (
            json!({"retry_scheduled": 10}),
            "pass | Transient failures were retried",
        ),
        (
            json!({"retried": 6, "retry_scheduled": 6}),
            "warn | Transient failures may not all be retried",
        ),
        (
            json!({"retried": 6, "retry_scheduled": 2}),
            "warn | Not all transient failures were retried",
        ),
        (
            json!({"retried": 0, "retry_scheduled": 0}),
            "fail | Transient failures are not retried",
        ),
        (json!({"retried": 6}), "unknown | "),
        (json!({"retry_scheduled": 0}), "unknown | "),
        (json!({}), "unknown | "),
    ] {
        let line = line("transient_retried", group(503, parts));
        assert!(line.contains(expected), "{expected}: {line}");
    }
    let both = json!({"retried": 6, "retry_scheduled": 6});
    let line = line("transient_retried", group(503, both));
    assert!(
        line.contains("they may be the same contacts") && line.ends_with("| at least 6 of 10"),
        "{line}"
    );
}

#[test]
fn a_retry_that_could_not_be_read_is_not_a_retry_that_was_not_made() {
    const WHY: &str = "The list of retries did not load: no connection.";
    let given = Given {
        retries_unread: Some(WHY),
        ..carrier_outage()
    };
    let found = given.assess(None);
    let conditions = [(0, 2), (1, 2), (2, 0)];
    for (level, condition) in conditions {
        let condition = &found.ladder.levels[level].conditions[condition];
        let expected = ConditionState::Unknown(WHY.to_owned());
        assert_eq!(condition.state, expected, "{condition:?}");
    }
    let support = &found.ladder.levels[1].why;
    assert!(support.ends_with("is not known."), "{support}");
    assert!(!found.strategy.is_retry_wise);
    let why = ["Whether a retry runs already is not known. ", WHY].concat();
    assert_eq!(found.strategy.why, why);
}

#[test]
fn the_pause_is_laid_to_the_carrier_that_failed_before_it_and_to_no_other() {
    let paused = |carriers: Value| {
        let mut given = carrier_outage();
        given.campaign = Some(mock::paused_with(|json| {
            json["dispatch"]["capacity"]["carriers"] = carriers;
        }));
        let cause = given.assess(None).cause;
        assert_eq!(cause.key, CauseKey::BreakerPaused);
        cause.sentence
    };
    let lately = |name: &str, failed: i64| json!({"name": name, "breaker": "closed", "recent_attempts": 40, "recent_failures": failed, "recent_seconds": 1380});
    let told = paused(json!([lately("Twilio", 13), lately("Telnyx", 2)]));
    assert!(
        told.starts_with("Twilio failed 6 attempts (SIP 503)"),
        "{told}"
    );
    let told = paused(json!([lately("Bandwidth", 13), lately("Telnyx", 2)]));
    assert!(
        told.starts_with("Bandwidth failed 13 of 40 attempts in the last 23 m"),
        "{told}"
    );
    for carriers in [
        json!(null),
        json!([]),
        json!([{"name": "Twilio", "breaker": "closed"}, {"name": "Telnyx"}]),
        json!([lately("Twilio", 0), lately("Telnyx", 0)]),
        json!([lately("Twilio", 9), lately("Telnyx", 9)]),
    ] {
        let told = paused(carriers);
        assert!(
            !told.contains("Twilio") && !told.contains("Telnyx"),
            "{told}"
        );
        assert!(
            told.starts_with("The breaker paused the campaign"),
            "{told}"
        );
    }
}

#[test]
fn where_there_is_no_upload_none_is_rechecked() {
    let mut given = with_campaign(|json| {
        json.as_object_mut().unwrap().remove("upload");
    });
    let setup = |given: &Given| given.assess(None).ladder.levels[0].conditions[0].clone();
    let unknown = ConditionState::Unknown("The upload is not reported.".to_owned());
    assert_eq!(setup(&given).state, unknown);
    given.duplicates.as_mut().unwrap()["upload"] = json!(null);
    let told = setup(&given);
    assert_eq!(
        (&*told.text, told.is_met()),
        ("Job setup rechecked: agent, number, campaign", true)
    );
    let mut run = with_run(|json| json["upload_id"] = json!(null));
    run.duplicates.as_mut().unwrap()["upload"] = json!(null);
    assert!(setup(&run).is_met());
}
