//! The share that fails at the carriers, and where failures gather.

use super::*;

fn report(json: Value) -> Given {
    Given {
        failures: Some(json),
        ..quiet()
    }
}

#[test]
fn the_share_that_fails_at_the_carriers_is_judged_from_enough_attempts_on() {
    let of = |failed: i64, finished: i64| {
        report(json!({"attempts": {"finished": finished, "failed": failed},
            "groups": [{"contacts": failed, "attempts": failed, "sip_status": 503, "carrier": "Telnyx"}]}))
    };
    let unread = |attempts: Value| {
        let mut given = campaign(json!({"/attempts": attempts}));
        given.failures = None;
        given
    };
    assert_told(
        "failure_share",
        [
            (
                of(2, 100),
                "pass | Carrier errors within the expected 2% | 2 of 100 attempts failed at the carriers (SIP 503), 2 of them on Telnyx. | 2.0%",
            ),
            (
                of(3, 100),
                "fail | Carrier errors above the expected 2% | 3 of 100 attempts failed at the carriers (SIP 503), 3 of them on Telnyx. | 3.0%",
            ),
            (
                of(0, 100),
                "pass | Carrier errors within the expected 2% | 0 of 100 attempts failed at the carriers. | 0.0%",
            ),
            (
                of(20, 20),
                "fail | Carrier errors above the expected 2% | 20 of 20 attempts failed at the carriers (SIP 503), 20 of them on Telnyx. | 100.0%",
            ),
            (
                of(19, 19),
                "unknown | Carrier errors | 19 of 19 attempts failed at the carriers (SIP 503), 19 of them on Telnyx. Below 20 attempts nothing is judged. | ",
            ),
            (
                of(9, 8),
                "unknown | Carrier errors | 9 of 8 attempts failed at the carriers (SIP 503), 9 of them on Telnyx. These figures cannot both be true. | ",
            ),
            (
                report(json!({"attempts": {"finished": 100}, "groups": [
                {"contacts": 1, "attempts": 1, "sip_status": 503, "carrier": "Telnyx"},
                {"contacts": 4, "attempts": 4, "code": "provider_timeout"},
                {"contacts": 2, "attempts": 2, "sip_status": 500, "carrier": "Twilio"},
                {"contacts": 1, "attempts": 1, "sip_status": 500, "carrier": "Telnyx"},
                {"contacts": 1, "attempts": 1, "sip_status": 500, "carrier": "Telnyx"}]})),
                "fail | Carrier errors above the expected 2% | 9 of 100 attempts failed at the carriers (provider timeout or SIP 500), 3 of them on Telnyx. | 9.0%",
            ),
            (
                report(json!({"groups": []})),
                "pass | Carrier errors within the expected 2% | 61 of 6,282 attempts ended in a carrier or network failure. | 1.0%",
            ),
            (
                unread(json!({"finished": 100, "failed": 3})),
                "fail | Carrier errors above the expected 2% | 3 of 100 attempts ended in a carrier or network failure. | 3.0%",
            ),
            (
                unread(json!({"finished": 100, "failed": 2})),
                "pass | Carrier errors within the expected 2% | 2 of 100 attempts ended in a carrier or network failure. | 2.0%",
            ),
            (
                unread(json!({"finished": 0, "failed": 0})),
                "unknown | Carrier errors | 0 of 0 attempts ended in a carrier or network failure. Below 20 attempts nothing is judged. | ",
            ),
            (
                unread(json!({"finished": 100})),
                "unknown | Carrier errors | The API does not report failures. | ",
            ),
            (
                unread(json!(null)),
                "unknown | Carrier errors | The API does not report failures. | ",
            ),
        ],
    );
}

#[test]
fn a_part_stands_out_that_fails_often_enough_and_twice_as_often_as_the_rest() {
    let parts = |own: [i64; 2], rest: [i64; 2]| {
        report(
            json!({"attempts": {"finished": 1000, "failed": 500}, "groups": [], "segments": [
            {"kind": "upload_part", "value": "3", "failed": own[0], "finished": own[1]},
            {"kind": "upload_part", "value": "1", "failed": rest[0], "finished": rest[1]},
            {"kind": "country", "value": "DE", "failed": 1, "finished": 900},
            {"kind": "carrier", "value": "Telnyx", "failed": 400, "finished": 400},
            {"kind": "carrier", "value": "Twilio", "failed": 0, "finished": 400}]}),
        )
    };
    let named = |parts: Value| {
        let mut own = json!({"kind": "upload_part", "failed": 90, "finished": 100});
        put(&mut own, parts);
        report(
            json!({"groups": [], "attempts": {"finished": 1000}, "segments": [own,
            {"kind": "upload_part", "value": "1", "failed": 0, "finished": 100}]}),
        )
    };
    let explained = |failed: i64| {
        report(json!({"attempts": {"finished": 1000, "failed": 100},
            "groups": [{"contacts": failed, "attempts": failed, "sip_status": 503}],
            "segments": [{"kind": "upload_part", "value": "3", "failed": 90, "finished": 100},
                {"kind": "upload_part", "value": "1", "failed": 0, "finished": 100}]}))
    };
    assert_told(
        "failure_share",
        [
            (
                parts([90, 100], [45, 100]),
                "fail | Failures gather in one part | 90 of 100 attempts in upload part 3 failed (90.0%). 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                parts([90, 100], [46, 100]),
                "pass | Carrier errors within the expected 2% | 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                parts([90, 100], [0, 0]),
                "pass | Carrier errors within the expected 2% | 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                parts([20, 20], [0, 100]),
                "fail | Failures gather in one part | 20 of 20 attempts in upload part 3 failed (100.0%). 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                parts([19, 19], [0, 100]),
                "pass | Carrier errors within the expected 2% | 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                parts([101, 100], [0, 100]),
                "pass | Carrier errors within the expected 2% | 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                parts([-1, 100], [0, 100]),
                "pass | Carrier errors within the expected 2% | 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                parts([60, 200], [50, 100]),
                "pass | Carrier errors within the expected 2% | 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                parts([20, 100], [0, 100]),
                "fail | Failures gather in one part | 20 of 100 attempts in upload part 3 failed (20.0%). 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                parts([19, 100], [0, 100]),
                "pass | Carrier errors within the expected 2% | 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                named(json!({"/value": "3", "/label": "Contacts 1 to 100"})),
                "fail | Failures gather in one part | 90 of 100 attempts in upload part “Contacts 1 to 100” failed (90.0%). 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                named(json!({"/value": "3", "/label": " "})),
                "fail | Failures gather in one part | 90 of 100 attempts in upload part 3 failed (90.0%). 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                named(json!({"/value": " "})),
                "pass | Carrier errors within the expected 2% | 0 of 1,000 attempts failed at the carriers. | 0.0%",
            ),
            (
                explained(49),
                "fail | Carrier errors above the expected 2% | 90 of 100 attempts in upload part 3 failed (90.0%). 49 of 1,000 attempts failed at the carriers (SIP 503). | 4.9%",
            ),
            (
                explained(50),
                "fail | Carrier errors above the expected 2% | 50 of 1,000 attempts failed at the carriers (SIP 503). | 5.0%",
            ),
        ],
    );
}
