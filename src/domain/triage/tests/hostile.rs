//! Figures that no dialer should send.

use super::given::{job, no_duplicates, retry};
use super::*;
use proptest::prelude::{
    Just, TestCaseError, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::strategy::Strategy as _;

fn number() -> impl proptest::strategy::Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        Just(json!(0)),
        any::<i64>().prop_map(|n| json!(n)),
        (-3_i64..40).prop_map(|n| json!(n)),
    ]
}

fn sound(found: &Assessment) -> Result<(), TestCaseError> {
    let mut texts = vec![
        found.cause.sentence.clone(),
        found.cause.detail.clone(),
        found.strategy.why.clone(),
    ];
    texts.extend([found.update.text.clone(), found.update.next_action.clone()]);
    for check in found.groups.iter().flat_map(|group| &group.checks) {
        prop_assert!(!check.title.trim().is_empty(), "{check:?}");
        prop_assert!(
            check.state != CheckState::Unknown || !check.evidence.is_empty(),
            "{check:?}"
        );
        texts.extend([
            check.title.clone(),
            check.evidence.clone(),
            check.figure.clone(),
        ]);
    }
    for level in &found.ladder.levels {
        texts.extend(
            level
                .conditions
                .iter()
                .map(|condition| condition.text.clone()),
        );
    }
    for text in texts {
        prop_assert!(!text.contains("NaN") && !text.contains("inf%"), "{text}");
    }
    prop_assert!(found.strategy.retry.iter().all(|row| row.contacts > 0));
    prop_assert!(found.ladder.current < 3);
    Ok(())
}

proptest! {
    #[test]
    fn no_figure_breaks_it(
        numbers in proptest::collection::vec(number(), 24), sip in 0_i64..800, code in "[a-z_]{0,12}",
        state in prop_oneof![Just("sampling"), Just("completed"), Just("odd")], at: i64,
    ) {
        let mut next = numbers.into_iter().cycle();
        let mut n = || next.next().unwrap_or_default();
        let contacts = n().as_i64().unwrap_or(0);
        let captured = crate::domain::timestamp::Timestamp::from_ms(at).text;
        let given = Given {
            campaign: Some(mock::bare("running", json!({
                "captured_at": captured,
                "counts": {"total": contacts, "processed": n(), "ready": n(), "by_status": {"pending": contacts, "completed": 3}},
                "attempts": {"finished": n(), "failed": n()},
                "dispatch": {"calling_now": n(), "capacity": {"lines_in_use": n(),
                    "tenant": {"line_cap": contacts, "used_by_others": n()},
                    "concurrency": {"limit": contacts}, "number_pool": {"in_rotation": contacts, "lines_per_number": n()},
                    "carriers": [{"name": "A", "recent_attempts": n(), "recent_failures": n()}]}},
            }))),
            job: Some(job(|json| {
                json["counts"] = json!({"total": contacts, "completed": n(), "failed": n()});
                json["eligible"] = n();
                json["usual"] = json!({"low_seconds": contacts, "high_seconds": contacts});
            })),
            failures: Some(json!({
                "attempts": {"finished": n(), "failed": n()},
                "groups": [
                    {"contacts": contacts, "sip_status": sip, "code": code, "attempts": n(), "retried": n(), "retry_scheduled": n(), "most_retries": n()},
                    {"contacts": contacts, "sip_status": 503, "carrier": "A", "attempts": n(), "retried": n(), "retry_scheduled": n()},
                    7,
                ],
                "segments": [{"kind": "country", "value": "DE", "finished": n(), "failed": n()}, {"kind": "country", "value": "US", "finished": n(), "failed": n()}],
            })),
            duplicates: Some({
                let mut json = no_duplicates();
                json["deliveries"] = json!({"repeated": n(), "dropped": n(), "got_through": n()});
                json["upload"] = json!({"rows": n(), "unique": n(), "repeated": n(), "skipped": n(), "malformed": n()});
                json["reached_again"] = json!({"contacts": n(), "window_seconds": n()});
                json["window_seconds"] = n();
                json
            }),
            retries_unread: None,
            retry: Some(retry(state, |json| {
                json["sample"] = json!({"size": contacts, "finished": n()});
                json["counts"]["rest"] = n();
                json["lasts_seconds"] = json!({"low": contacts, "high": contacts});
            })),
            history: None,
        };
        for symptom in Symptom::ALL.into_iter().map(Some).chain([None]) {
            sound(&given.assess(symptom))?;
        }
    }

    #[test]
    fn what_is_permanent_is_never_in_the_retry(sip in 0_i64..800, contacts in 1_i64..1_000) {
        let group = json!({"contacts": contacts, "sip_status": sip, "code": "invalid_number"});
        let given = Given { failures: Some(json!({"groups": [group]})), ..Given::default() };
        let split = given.assess(None).strategy;
        prop_assert!(split.retry.is_empty() && !split.is_retry_wise);
        prop_assert_eq!(split.leave_out_contacts, Some(contacts));
    }
}
