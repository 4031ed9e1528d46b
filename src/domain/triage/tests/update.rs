//! What the customer is told.

use super::given::*;
use super::*;

#[test]
fn a_running_sample_gives_the_next_step_and_a_range() {
    let given = Given {
        retry: Some(retry("sampling", |_| {})),
        ..carrier_outage()
    };
    let update = given.assess(None).update;
    assert_eq!(
        update.text,
        "Calls paused at 14:20 CST after carrier errors. No one was called twice. We are testing 20 \
         contacts now; if they connect, the remaining 209 retries take about 25 min."
    );
    assert_eq!(update.eta.as_deref(), Some("14:50 to 15:10 CST"));
    let passed = Given {
        retry: Some(retry("sample_passed", |_| {})),
        ..carrier_outage()
    };
    let passed = passed.assess(None).update;
    assert_eq!(
        passed.next_action,
        "A test went well; we will call the remaining 209 again."
    );
    assert_eq!(passed.eta.as_deref(), Some("14:50 to 15:00 CST"));
}

#[test]
fn nothing_is_promised_that_cannot_be_computed() {
    for (what, json) in [
        ("failed", retry("sample_failed", |_| {})),
        (
            "no length",
            retry("sampling", |json| json["lasts_seconds"] = json!(null)),
        ),
        (
            "backwards",
            retry("sampling", |json| {
                json["lasts_seconds"] = json!({"low": 900, "high": 60})
            }),
        ),
        (
            "negative",
            retry("releasing", |json| {
                json["lasts_seconds"] = json!({"low": -9, "high": 60})
            }),
        ),
        (
            "absurd",
            retry("releasing", |json| {
                json["lasts_seconds"] = json!({"low": 9, "high": 1e300})
            }),
        ),
    ] {
        let given = Given {
            retry: Some(json),
            ..carrier_outage()
        };
        assert_eq!(given.assess(None).update.eta, None, "{what}");
    }
    assert_eq!(carrier_outage().assess(None).update.eta, None);
}

#[test]
fn that_nobody_was_called_twice_is_said_only_when_it_is_known() {
    let known = quiet().assess(None).update.text;
    assert!(known.contains("No one was called twice."), "{known}");
    let unknown = Given {
        duplicates: None,
        ..quiet()
    }
    .assess(None)
    .update
    .text;
    assert!(!unknown.contains("twice"), "{unknown}");
}
