//! Evidence and the cause that it leads to.

use super::given::*;
use super::*;
use crate::domain::severity::Severity;

#[test]
fn each_evidence_leads_to_its_cause_and_shows_its_symptom() {
    use Symptom::{Duplicates, Failures, FewCalls, Stuck};
    let carrier = |parts: Value| {
        with_campaign(move |json| {
            let mut own = json!({"name": "Telnyx", "recent_attempts": 50, "recent_failures": 40, "recent_seconds": 120});
            own.as_object_mut()
                .unwrap()
                .extend(parts.as_object().unwrap().clone());
            set(
                json,
                "/dispatch/capacity/carriers",
                json!([own, {"name": "Twilio", "breaker": "closed"}]),
            );
        })
    };
    let group = |sip: i64, code: &str, contacts: i64| json!([{"contacts": contacts, "sip_status": sip, "code": code, "attempts": contacts, "retried": 0, "retry_scheduled": contacts}]);
    for (given, code, symptom) in [
        (permits_taken(), "permits_taken", Some(Stuck)),
        (
            with_campaign(|json| set(json, "/dispatch/capacity/concurrency", json!({"limit": 0}))),
            "permits_taken",
            Some(FewCalls),
        ),
        (
            carrier(json!({"breaker": "open"})),
            "carrier_failing",
            Some(FewCalls),
        ),
        (
            carrier(json!({"breaker": "closed"})),
            "carrier_failing",
            Some(FewCalls),
        ),
        (
            with_failures(group(503, "carrier_error", 240)),
            "carrier_failing",
            Some(FewCalls),
        ),
        (carrier_outage(), "breaker_paused", Some(FewCalls)),
        (
            with_campaign(|json| {
                json["campaign"]["status"] = json!("paused");
                json["campaign"]["pause"] =
                    json!({"by": "A. Ruiz", "automatic": false, "at": "2026-11-12T14:20:00-06:00"});
            }),
            "paused",
            Some(Stuck),
        ),
        (
            with_campaign(|json| {
                json["call_window"] =
                    json!({"open": false, "opens_at": "2026-11-13T09:00:00-06:00"})
            }),
            "window_closed",
            Some(Stuck),
        ),
        (
            with_run(|json| json["runtime"] = json!({"status": "down"})),
            "runtime_down",
            Some(Stuck),
        ),
        (
            with_run(|json| json["progressed_at"] = json!("2026-11-12T14:20:00-06:00")),
            "stalled",
            Some(Stuck),
        ),
        (
            with_run(|json| {
                json["status"] = json!("waiting");
                json["waiting_on"] = json!({"kind": "human", "text": "Approval by Ana"});
            }),
            "waiting_outside",
            Some(Stuck),
        ),
        (bad_numbers(), "invalid_numbers", Some(Failures)),
        (
            with_failures(
                json!([{"contacts": 60, "sip_status": 404, "attempts": 60, "retried": 0, "retry_scheduled": 0}]),
            ),
            "none_found",
            None,
        ),
        (
            with_campaign(|json| json["campaign"]["status"] = json!("draft")),
            "paused",
            Some(Stuck),
        ),
        (
            Given {
                failures: Some(
                    json!({"attempts": {"finished": 2000, "failed": 380}, "groups": [],
                    "segments": [{"kind": "country", "value": "DE", "finished": 400, "failed": 380},
                                 {"kind": "country", "value": "US", "finished": 1600, "failed": 0}]}),
                ),
                ..quiet()
            },
            "failing_segment",
            Some(Failures),
        ),
        (
            with_failures(group(608, "call_rejected", 40)),
            "number_reputation",
            Some(Failures),
        ),
        (
            with_failures(group(429, "rate_limited", 40)),
            "pace",
            Some(FewCalls),
        ),
        (
            with_failures(group(402, "payment_required", 40)),
            "account",
            Some(FewCalls),
        ),
        (
            with_campaign(|json| {
                json["dispatch"]["capacity"]["credits"] = json!({"attempts_left": 0});
            }),
            "account",
            Some(FewCalls),
        ),
        (second_run(), "second_run", Some(Duplicates)),
        (
            with_duplicates(|json| {
                json["upload"]["repeated"] = json!(12);
                json["upload"]["unique"] = json!(2388);
            }),
            "repeated_recipients",
            Some(Duplicates),
        ),
        (
            with_duplicates(|json| {
                json["deliveries"] = json!({"repeated": 7, "dropped": 4, "got_through": 3})
            }),
            "delivered_twice",
            Some(Duplicates),
        ),
        (
            with_duplicates(|json| json["reached_again"] = json!({"contacts": 4})),
            "reached_again",
            Some(Duplicates),
        ),
        (
            with_run(|json| json["started_at"] = json!("2026-11-12T10:02:00-06:00")),
            "slower_than_usual",
            Some(FewCalls),
        ),
        (quiet(), "none_found", None),
        (
            Given {
                failures: None,
                ..quiet()
            },
            "not_enough_evidence",
            None,
        ),
    ] {
        let found = given.assess(None);
        assert_eq!(found.cause.key.code(), code, "{:#?}", found.cause);
        assert_eq!(
            (found.cause.symptom, found.suggested),
            (symptom, symptom),
            "{code}"
        );
        assert!(found.cause.sentence.ends_with('.'), "{:?}", found.cause);
        assert!(
            !found.cause.sentence.contains("  ") && !found.cause.detail.contains("  "),
            "{:?}",
            found.cause
        );
        let is_clear = found.cause.severity == Severity::Clear;
        assert_eq!(is_clear, code == "none_found", "{code}");
    }
}

#[test]
fn a_symptom_leads_to_its_own_explanation_first() {
    let both = Given {
        duplicates: second_run().duplicates,
        ..carrier_outage()
    };
    for (symptom, code) in [
        (Symptom::Stuck, "breaker_paused"),
        (Symptom::FewCalls, "breaker_paused"),
        (Symptom::Failures, "carrier_failing"),
        (Symptom::Duplicates, "second_run"),
    ] {
        assert_eq!(
            both.assess(Some(symptom)).cause.key.code(),
            code,
            "{symptom:?}"
        );
    }
}

#[test]
fn what_is_unknown_is_named_when_no_cause_is() {
    let found = Given {
        duplicates: None,
        ..quiet()
    }
    .assess(None);
    assert_eq!(
        found.cause.sentence,
        "Not enough is known to name a cause. Unknown: second job run, repeated deliveries, recipients \
         in the upload and 1 more."
    );
}
