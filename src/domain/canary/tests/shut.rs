use super::*;

#[test]
fn what_does_not_agree_keeps_it_shut_and_is_told() {
    type Change = fn(&mut Value);
    let cases: [(Change, &str); 34] = [
        (
            |json| json["state"] = json!("sample_probably_fine"),
            "does not know",
        ),
        (
            |json| json["sample"] = json!(null),
            "does not report the sample",
        ),
        (|json| json["sample"] = json!(7), "cannot be read"),
        (|json| json["sample"]["size"] = json!(0), "sample of 0"),
        (
            |json| json["sample"]["size"] = json!(1_000),
            "sample of 1000",
        ),
        (
            |json| json["sample"]["errors"] = json!(null),
            "does not report how many",
        ),
        (|json| json["sample"]["errors"] = json!(-1), "negative"),
        (
            |json| json["sample"]["errors"] = json!(21),
            "21 failed, but 20 have ended",
        ),
        (
            |json| json["sample"]["errors"] = json!(3),
            "3 errors of at most 2",
        ),
        (
            |json| json["sample"]["errors"] = json!(1),
            "2 failed by the list of dispatches, 1",
        ),
        (
            |json| json["sample"]["allowed_errors"] = json!(5),
            "contradict",
        ),
        (|json| json["sample"]["needed"] = json!(2), "contradict"),
        (|json| json["sample"]["finished"] = json!(19), "by the list"),
        (
            |json| json["sample"]["dispatched"] = json!(30),
            "30 were dispatched, but 20",
        ),
        (
            |json| json["dispatches"] = json!(null),
            "does not report the dispatches",
        ),
        (
            |json| json["dispatches"] = json!({}),
            "dispatches cannot be read",
        ),
        (|json| json["dispatches"][3] = json!("?"), "cannot be read"),
        (
            |json| json["dispatches"][3]["position"] = json!(5),
            "contradict",
        ),
        (
            |json| json["dispatches"][3]["result"] = json!("in_flight"),
            "Dispatch 4 has not ended",
        ),
        (
            |json| json["dispatches"][3]["result"] = json!("dropped"),
            "does not know",
        ),
        (
            |json| json["dispatches"][3]["result"] = json!(null),
            "does not know",
        ),
        (
            |json| json["dispatches"][3]["sip_status"] = json!(503),
            "SIP status",
        ),
        (
            |json| json["dispatches"][3]["ended_at"] = json!(null),
            "no time at which it ended",
        ),
        (
            |json| json["dispatches"][3]["ended_at"] = json!("soon"),
            "no time at which it ended",
        ),
        (
            |json| json["dispatches"][3]["dispatched_at"] = json!(null),
            "no time at which it was dispatched",
        ),
        (
            |json| json["dispatches"][3]["dispatched_at"] = json!("2026-11-12T14:41:01-06:00"),
            "Dispatch 4 ended before",
        ),
        (
            |json| json["dispatches"][3]["ended_at"] = json!("2026-11-12T14:50:01-06:00"),
            "longer than 10 minutes",
        ),
        (
            |json| json["dispatches"][3]["code"] = json!("carrier_error"),
            "or code is that of a failure",
        ),
        (
            |json| json["dispatches"][3]["code"] = json!("invalid_number"),
            "or code is that of a failure",
        ),
        (
            |json| json["counts"] = json!(null),
            "does not report the counts",
        ),
        (
            |json| json["counts"]["rest"] = json!(1_209),
            "229 may be retried, but 1,229",
        ),
        (
            |json| json["counts"]["in_flight"] = json!(1),
            "20 were dispatched, but 21",
        ),
        (
            |json| json["counts"]["skipped"] = json!(210),
            "210 were skipped, but 209",
        ),
        (
            |json| json["counts"]["skipped"] = json!(null),
            "does not report how many were skipped",
        ),
    ];
    for (change, told) in cases {
        let verdict = changed(change);
        assert!(matches!(verdict, Verdict::Shut { .. }), "{verdict:?}");
        let why = why(verdict);
        assert!(why.contains(told), "{why:?} should tell {told:?}");
        assert!(why.ends_with('.'), "{why}");
    }
}

#[test]
fn a_dispatch_may_last_ten_minutes_and_say_that_nobody_answered() {
    let opened = changed(|json| {
        json["dispatches"][3]["ended_at"] = json!("2026-11-12T14:50:00-06:00");
        json["dispatches"][4]["ended_at"] = json!("2026-11-12T14:40:00-06:00");
        json["dispatches"][5]["code"] = json!("no_answer");
    });
    assert_eq!(opened, Verdict::Passed { rest: 209 });
}

#[test]
fn the_server_must_offer_the_release() {
    let told = |actions: Value| why(changed(|json| json["actions"] = actions));
    assert!(told(json!(null)).contains("does not say"));
    assert!(told(json!([])).contains("offers no release"));
    assert!(told(json!([{"name": "release", "available": false}])).contains("does not say why"));
    let reason = json!([{"name": "release", "available": false, "reason": "the window is closed"}]);
    assert_eq!(told(reason), "The window is closed.");
    let release = json!({"name": "release", "available": true});
    assert!(told(json!([release, release])).contains("two releases"));
}
