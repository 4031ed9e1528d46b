//! The split of the failures.

use super::given::*;
use super::*;
use crate::domain::failure_class::FailureClass;

fn told(rows: &[StrategyRow]) -> Vec<(&str, i64)> {
    rows.iter().map(|row| (&*row.label, row.contacts)).collect()
}

#[test]
fn what_may_pass_is_retried_and_everything_else_left_out() {
    let mut given = carrier_outage();
    given.campaign.as_mut().unwrap().campaign.status = "running".to_owned();
    let split = given.assess(None).strategy;
    assert_eq!(
        told(&split.retry),
        [
            ("Service unavailable (SIP 503)", 204),
            ("Provider timeout", 34)
        ]
    );
    assert_eq!(
        told(&split.leave_out),
        [
            ("Invalid number (SIP 404)", 61),
            ("Declined (SIP 603)", 13),
            ("Retry already queued", 6)
        ]
    );
    assert_eq!(
        (split.retry_contacts, split.leave_out_contacts),
        (Some(238), Some(80))
    );
    assert_eq!(split.retry[0].class, Some(FailureClass::Transient));
    assert_eq!(
        (
            split.retry[0].filter.sip_status.clone(),
            split.retry[0].filter.code.clone()
        ),
        (vec![503], vec!["carrier_error".to_owned()])
    );
    assert!(split.leave_out[2].filter.is_empty() && split.leave_out[2].class.is_none());
}

#[test]
fn what_waits_for_the_campaign_to_go_on_may_be_retried_before() {
    let split = carrier_outage().assess(None).strategy;
    assert_eq!(
        told(&split.retry),
        [
            ("Service unavailable (SIP 503)", 210),
            ("Provider timeout", 34)
        ]
    );
    assert_eq!(split.leave_out_contacts, Some(74));
}

#[test]
fn what_has_no_class_is_never_retried() {
    let given = Given {
        failures: Some(json!({"groups": [
            {"contacts": 40, "code": "crm_refused"}, {"contacts": 3, "sip_status": 480}, {"contacts": -5, "sip_status": 503},
            {"contacts": 7, "sip_status": 503, "code": "invalid_number"}]})),
        ..quiet()
    };
    let split = given.assess(None).strategy;
    assert_eq!(told(&split.retry), [("SIP 480", 3)]);
    assert_eq!(
        told(&split.leave_out),
        [("Crm refused", 40), ("Invalid number (SIP 503)", 7)]
    );
}

#[test]
fn one_filter_for_several_rows_keeps_no_other() {
    let split = carrier_outage().assess(None).strategy;
    let all: Vec<&StrategyRow> = split.retry.iter().collect();
    let filter = split.filter_of(&all).unwrap();
    assert_eq!(
        (filter.sip_status, filter.code.len()),
        (Vec::new(), 2),
        "by code: one row has no status"
    );
    let one = split.filter_of(&all[..1]).unwrap();
    assert_eq!(one.code, ["carrier_error"]);
    assert_eq!(split.filter_of(&[]), None);
    let mixed = Given {
        failures: Some(
            json!({"groups": [{"contacts": 4, "sip_status": 503}, {"contacts": 3, "code": "provider_timeout"}]}),
        ),
        ..quiet()
    };
    let split = mixed.assess(None).strategy;
    let all: Vec<&StrategyRow> = split.retry.iter().collect();
    assert_eq!(
        split.filter_of(&all),
        None,
        "nothing they have in common names both"
    );
    assert_eq!(split.filter_of(&all[..1]).unwrap().sip_status, [503]);
    let same = Given {
        failures: Some(
            json!({"groups": [{"contacts": 4, "sip_status": 503, "code": "failed"},
            {"contacts": 3, "sip_status": 404, "code": "failed"}]}),
        ),
        ..quiet()
    };
    let split = same.assess(None).strategy;
    let filter = split.filter_of(&[&split.retry[0]]).unwrap();
    assert_eq!(
        (filter.sip_status, filter.code.is_empty()),
        (vec![503], true),
        "the code would keep both"
    );
}

#[test]
fn a_retry_is_unwise_while_its_cause_lasts() {
    for (what, given, why) in [
        (
            "breaker open",
            Given {
                campaign: Some(healthy(|json| {
                    set(
                        json,
                        "/dispatch/capacity/carriers",
                        json!([{"name": "Telnyx", "breaker": "open",
                        "retries_at": "2026-11-12T14:35:00-06:00"}]),
                    );
                })),
                ..quiet()
            },
            "Telnyx is stopped by its breaker. Test calls start 14:35 CST, in 3 min.",
        ),
        (
            "a carrier that failed to the last",
            Given {
                campaign: Some(failing_at_the_pause()),
                failures: Some(
                    json!({"groups": [{"contacts": 9, "sip_status": 503, "attempts": 9,
                    "last_at": "2026-11-12T14:28:08-06:00"}]}),
                ),
                ..quiet()
            },
            "Telnyx failed too many of its last calls, 4 min ago.",
        ),
        (
            "permits",
            permits_taken(),
            "No line is free for it; a retry would wait as well.",
        ),
        (
            "duplicates",
            Given {
                duplicates: second_run().duplicates,
                ..quiet()
            },
            "Duplicates are not explained yet; a retry may call people once more.",
        ),
        (
            "another one",
            Given {
                retry: Some(retry("sampling", |_| {})),
                ..quiet()
            },
            "Retry rty_1 is not finished.",
        ),
        (
            "an unknown state",
            Given {
                retry: Some(retry("odd", |_| {})),
                ..quiet()
            },
            "Retry rty_1 is not finished.",
        ),
        (
            "nothing left",
            bad_numbers(),
            "No failed contact is left that another attempt may help.",
        ),
    ] {
        let split = given.assess(None).strategy;
        assert_eq!((split.is_retry_wise, &*split.why), (false, why), "{what}");
    }
    let wise = quiet().assess(None).strategy;
    assert!(wise.is_retry_wise, "{}", wise.why);
}

/// Paused, and its carrier's last calls failed.
fn failing_at_the_pause() -> Snapshot {
    mock::paused_with(|json| {
        set(json, "/captured_at", json!("2026-11-12T14:32:08-06:00"));
        set(
            json,
            "/dispatch/capacity/carriers/1/breaker",
            json!("closed"),
        );
    })
}

#[test]
fn a_carrier_that_nobody_dials_may_be_tried_after_a_rest() {
    let rested = Given {
        campaign: Some(failing_at_the_pause()),
        failures: Some(
            json!({"groups": [{"contacts": 9, "sip_status": 503, "attempts": 9,
            "last_at": "2026-11-12T14:20:25-06:00"}]}),
        ),
        ..quiet()
    };
    let split = rested.assess(None).strategy;
    assert!(split.is_retry_wise, "{}", split.why);
}

#[test]
fn what_a_carrier_failed_is_not_blamed_on_the_part_that_was_dialed_then() {
    let mut report = carrier_outage().failures.unwrap();
    report["segments"] = json!([
        {"kind": "upload_part", "value": "2", "label": "Contacts 601 to 1,200", "finished": 400, "failed": 300},
        {"kind": "upload_part", "value": "1", "finished": 1504, "failed": 18},
    ]);
    let given = Given {
        failures: Some(report),
        ..carrier_outage()
    };
    let found = given.assess(Some(Symptom::Failures));
    assert_eq!(found.cause.key, CauseKey::CarrierFailing);
    let share = lines(&found).remove(7);
    assert!(!share.contains("upload part"), "{share}");
}
