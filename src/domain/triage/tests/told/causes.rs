//! What each cause is told as: to the operator, and to the customer.

use super::*;

/// The sentence, what is safe and to be done first, and the customer's update.
fn told(given: &Given, symptom: Symptom) -> [String; 3] {
    let found = given.assess(Some(symptom));
    [found.cause.sentence, found.cause.detail, found.update.text]
}

pub fn assert_each<const N: usize>(symptom: Symptom, cases: [(Given, [&str; 3]); N]) {
    let found: Vec<[String; 3]> = cases
        .iter()
        .map(|(given, _)| told(given, symptom))
        .collect();
    assert_eq!(
        found,
        cases.map(|(_, expected)| expected.map(str::to_owned))
    );
}

fn one_group(sip: i64, code: &str, contacts: i64) -> Given {
    with_failures(
        json!([{"contacts": contacts, "sip_status": sip, "code": code, "attempts": contacts,
        "retried": 0, "retry_scheduled": 0}]),
    )
}

#[test]
fn too_few_calls_are_told_with_what_takes_them() {
    let carrier = |parts: Value| {
        campaign(
            json!({"/dispatch/capacity/carriers": [parts, {"name": "Twilio", "breaker": "closed"}]}),
        )
    };
    let bare = |parts: Value| {
        let mut given = carrier(parts);
        given.failures = None;
        given
    };
    assert_each(
        Symptom::FewCalls,
        [
            (
                carrier(json!({"name": "Telnyx", "breaker": "open"})),
                [
                    "Telnyx failed 44 attempts (SIP 503).",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Wait until the carrier takes calls again before any retry.",
                    "Some calls fail because of trouble at a carrier or provider. No one was called twice. We call again once the carrier takes calls.",
                ],
            ),
            (
                bare(json!({"name": "Telnyx", "breaker": "open"})),
                [
                    "Telnyx is held by its breaker.",
                    "No duplicates found. Which contacts are safe to retry is not known. Wait until the carrier takes calls again before any retry.",
                    "Some calls fail because of trouble at a carrier or provider. No one was called twice. We call again once the carrier takes calls.",
                ],
            ),
            (
                bare(
                    json!({"name": "Telnyx", "breaker": "closed", "recent_attempts": 50, "recent_failures": 40, "recent_seconds": 120}),
                ),
                [
                    "Telnyx failed 40 of 50 attempts in the last 2 min.",
                    "No duplicates found. Which contacts are safe to retry is not known. Wait until the carrier takes calls again before any retry.",
                    "Some calls fail because of trouble at a carrier or provider. No one was called twice. We call again once the carrier takes calls.",
                ],
            ),
            (
                one_group(503, "carrier_error", 240),
                [
                    "240 contacts failed with SIP 503: 4.0% of all attempts, where 2% are expected.",
                    "No duplicates found. 240 contacts are safe to retry. Retry a 20-contact sample first.",
                    "Some calls fail because of trouble at a carrier or provider. No one was called twice. We will test a few calls, then call 240 contacts again.",
                ],
            ),
            (
                one_group(503, "carrier_error", 1_600),
                [
                    "1,600 contacts failed with SIP 503: 26.7% of all attempts, where 2% are expected.",
                    "No duplicates found. 1,600 contacts are safe to retry. Retry a 20-contact sample first.",
                    "Some calls fail because of trouble at a carrier or provider. No one was called twice. We will test a few calls, then call 1,600 contacts again.",
                ],
            ),
            (
                one_group(429, "rate_limited", 1),
                [
                    "1 contact was refused because calls come too fast for the carrier.",
                    "No duplicates found. 1 contact is safe to retry. Lower the concurrency before any retry.",
                    "Calls go out slower, because a phone carrier limits how fast we may dial. No one was called twice. We will test a few calls, then call 1 contact again.",
                ],
            ),
            (
                one_group(429, "rate_limited", 2),
                [
                    "2 contacts were refused because calls come too fast for the carrier.",
                    "No duplicates found. 2 contacts are safe to retry. Lower the concurrency before any retry.",
                    "Calls go out slower, because a phone carrier limits how fast we may dial. No one was called twice. We will test a few calls, then call 2 contacts again.",
                ],
            ),
            (
                campaign(
                    json!({"/dispatch/capacity/carrier_rate": {"calls_per_second": 1.0, "mean_hold_seconds": 200},
                "/dispatch/pace": {"dials_per_second": 0.9, "last_dial_at": "2026-11-12T14:32:00-06:00"},
                "/dispatch/capacity/lines_in_use": 20, "/dispatch/calling_now": 20}),
                ),
                [
                    "Calls go out as fast as the carriers take them.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Lower the concurrency before any retry.",
                    "Calls go out slower, because a phone carrier limits how fast we may dial. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
            (
                campaign(
                    json!({"/dispatch/capacity/concurrency": {"limit": 60}, "/dispatch/capacity/number_pool": {"numbers": 6, "in_rotation": 6, "lines_per_number": 6}}),
                ),
                [
                    "It uses all 36 lines that its number pool can carry.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Free lines first: put numbers back, lower another campaign’s concurrency, or wait.",
                    "Calls wait because all phone lines are in use. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
            (
                run(json!({"/started_at": "2026-11-12T10:02:00-06:00"})),
                [
                    "Slow, but moving: it takes 8.7× the usual longest time.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Look at what holds dispatch back before adding lines.",
                    "Calls go out slower than before. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
        ],
    );
}

#[test]
fn failures_are_told_with_what_may_be_tried_again() {
    let segment = Given {
        failures: Some(
            json!({"attempts": {"finished": 2000, "failed": 380}, "groups": [],
            "segments": [{"kind": "country", "value": "DE", "finished": 400, "failed": 380},
                         {"kind": "country", "value": "US", "finished": 1600, "failed": 0}]}),
        ),
        ..quiet()
    };
    assert_each(
        Symptom::Failures,
        [
            (
                bad_numbers(),
                [
                    "400 of 420 failed contacts failed for good (SIP 404). 380 of 400 attempts in upload part 3 failed (95.0%).",
                    "No duplicates found. 20 contacts have a retry queued already; 400 are not safe to retry. Do not retry these numbers. Have the file corrected at its source.",
                    "Many of the phone numbers in the list cannot be called. No one was called twice. Please send us a corrected list.",
                ],
            ),
            (
                one_group(404, "invalid_number", 1_500),
                [
                    "1,500 of 1,500 failed contacts failed for good (SIP 404).",
                    "No duplicates found. 1,500 contacts failed; none of them is safe to retry. Do not retry these numbers. Have the file corrected at its source.",
                    "Many of the phone numbers in the list cannot be called. No one was called twice. Please send us a corrected list.",
                ],
            ),
            (
                segment,
                [
                    "Failures gather in one part: 380 of 400 attempts in country DE failed (95.0%).",
                    "No duplicates found. Look at one task of that part before any retry.",
                    "Calls to one part of the list fail more often than the rest. No one was called twice. We are looking for the reason.",
                ],
            ),
            (
                one_group(608, "call_rejected", 40),
                [
                    "40 of 40 failed contacts were declined or refused as unwanted (SIP 608).",
                    "No duplicates found. 40 contacts failed; none of them is safe to retry. Do not retry them. Look at the from-numbers first.",
                    "Some calls are declined, or blocked as unwanted. No one was called twice. We are checking the numbers we call from.",
                ],
            ),
            (
                one_group(402, "payment_required", 40),
                [
                    "40 of 40 failed contacts failed because the account or its set-up does not allow the call (SIP 402).",
                    "No duplicates found. 40 contacts failed; none of them is safe to retry. Put the account right before any retry.",
                    "Calls wait because of a limit on the account. No one was called twice. We are having the limit lifted.",
                ],
            ),
            (
                one_group(486, "busy", 1),
                [
                    "Every check passed: nothing explains a problem now.",
                    "No duplicates found.",
                    "We checked the campaign and found no fault. No one was called twice. We will test a few calls, then call 1 contact again.",
                ],
            ),
            (
                quiet(),
                [
                    "Every check passed: nothing explains a problem now.",
                    "No duplicates found.",
                    "We checked the campaign and found no fault. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
            (
                Given {
                    failures: None,
                    ..quiet()
                },
                [
                    "Not enough is known to name a cause. Unknown: retries of transient failures, retries of permanent failures.",
                    "No duplicates found. Refresh the evidence in a minute.",
                    "We are still looking into it. No one was called twice. We are looking for the reason.",
                ],
            ),
        ],
    );
}

#[test]
fn where_no_cause_stands_out_the_checks_to_look_at_are_named() {
    let odd = campaign(json!({"/counts/processed": 9_999}));
    let several = with_run(|json| {
        put(
            json,
            json!({"/usual": null, "/runtime": null, "/eligible": null}),
        );
    });
    let told = [odd, several].map(|given| given.assess(None).cause.sentence);
    assert_eq!(
        told,
        [
            "No single cause stands out. Look at: processed 3,055 of 4,812 expected (63.5%).",
            "Not enough is known to name a cause. Unknown: progress counters, processed of expected, permits and concurrency and 1 more."
        ]
    );
}
