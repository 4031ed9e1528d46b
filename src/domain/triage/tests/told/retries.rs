//! Whether a retry makes sense, and what is promised of one that runs.

use super::*;

#[test]
fn what_speaks_against_a_retry_is_told_and_else_what_speaks_for_it() {
    let group =
        |at: Value| json!([{"contacts": 900, "sip_status": 503, "attempts": 3000, "last_at": at}]);
    let unmeasured = |at: &str| {
        let mut given = with_failures(group(json!(today(&["14:", at].concat()))));
        given.campaign = Some(healthy(|json| {
            json["dispatch"]["capacity"]["carriers"] = json!(null)
        }));
        given
    };
    let held = |last: Value| {
        let mut given = with_failures(group(last));
        given.campaign = Some(healthy(|json| {
            put(
                json,
                json!({"/campaign/status": "paused", "/dispatch/capacity/carriers": [
                {"name": "Telnyx", "breaker": "closed", "recent_attempts": 50, "recent_failures": 40, "recent_seconds": 120}]}),
            );
        }));
        given
    };
    let mut failing = held(json!(null));
    failing.campaign.as_mut().unwrap().campaign.status = "running".to_owned();
    let stopped = |json: Value| campaign(json!({"/dispatch/capacity/carriers": [json]}));
    let run = |changes: Value| {
        let mut given = run(changes);
        given.failures = Some(few_failures());
        given
    };
    let pace = |contacts: i64| {
        with_failures(json!([{"contacts": contacts, "sip_status": 429, "attempts": 9}]))
    };
    let told: Vec<(bool, String)> = [
        quiet(),
        unmeasured("30:08"),
        unmeasured("30:07"),
        unmeasured("33:00"),
        failing,
        held(json!("2026-11-12T14:22:09-06:00")),
        held(json!("2026-11-12T14:22:08-06:00")),
        held(json!("2026-11-12T14:33:00-06:00")),
        held(json!(null)),
        stopped(json!({"name": "Telnyx", "breaker": "open"})),
        stopped(json!({"name": "Telnyx", "breaker": "half-open"})),
        duplicates(json!({"/upload/repeated": 2})),
        duplicates(json!({"/deliveries": null})),
        duplicates(json!({"/reached_again": null})),
        run(json!({"/progressed_at": "2026-11-12T14:20:00-06:00"})),
        run(json!({"/status": "queued", "/runtime": {"status": "down"}})),
        pace(1),
        pace(0),
    ]
    .iter()
    .map(|given| given.assess(None).strategy)
    .map(|split| (split.is_retry_wise, split.why))
    .collect();
    let expected = [
        (
            true,
            "These failures may pass. A sample shows whether they do.",
        ),
        (
            false,
            "It still fails: the last of these failures is 2 min old.",
        ),
        (
            true,
            "These failures may pass. A sample shows whether they do.",
        ),
        (
            true,
            "These failures may pass. A sample shows whether they do.",
        ),
        (false, "Telnyx still fails too many calls."),
        (
            false,
            "Telnyx failed too many of its last calls, 9 min ago.",
        ),
        (
            true,
            "These failures may pass. A sample shows whether they do.",
        ),
        (false, "Telnyx failed too many of its last calls."),
        (false, "Telnyx failed too many of its last calls."),
        (false, "Telnyx is stopped by its breaker."),
        (
            true,
            "These failures may pass. A sample shows whether they do.",
        ),
        (
            false,
            "Duplicates are not explained yet; a retry may call people once more.",
        ),
        (
            true,
            "These failures may pass. A sample shows whether they do. Whether anybody was called twice is not known; the API leaves out whom it knows as reached.",
        ),
        (
            true,
            "These failures may pass. A sample shows whether they do. Whether anybody was called twice is not known; the API leaves out whom it knows as reached.",
        ),
        (false, "The run is stalled; a retry would wait as well."),
        (false, "No line is free for it; a retry would wait as well."),
        (
            true,
            "These failures may pass. A sample shows whether they do. Dial slower first: 1 was refused for the pace.",
        ),
        (
            false,
            "No failed contact is left that another attempt may help.",
        ),
    ];
    assert_eq!(told, expected.map(|(wise, why)| (wise, why.to_owned())));
}

#[test]
fn a_retry_under_way_is_told_with_what_comes_next_and_until_when() {
    let with = |state: &str, changes: Value| {
        let given = Given {
            retry: Some(retry(state, |json| put(json, changes))),
            ..carrier_outage()
        };
        let update = given.assess(None).update;
        (update.next_action, update.eta.unwrap_or_default())
    };
    let lasts = |low: f64, high: f64| json!({"/lasts_seconds": {"low": low, "high": high}});
    let told = [
        with("sampling", json!({"/counts/rest": 0})),
        with("sampling", json!({"/sample/size": 0})),
        with("sampling", json!({"/lasts_seconds": null})),
        with("sampling", lasts(0.0, 0.0)),
        with("sampling", lasts(1.0, 30.0)),
        with("sample_passed", json!({"/counts/rest": 1})),
        with("sample_passed", json!({"/counts/rest": 0})),
        with("releasing", json!({})),
        with("releasing", lasts(172.0, 172.0)),
        with("releasing", lasts(172.0, 173.0)),
        with("releasing", lasts(60.0, 86_400.0)),
        with("releasing", lasts(86_400.0, 172_800.0)),
        with("releasing", lasts(60.0, 2_591_999.0)),
        with("releasing", lasts(60.0, 2_592_000.0)),
        with("sample_failed", json!({})),
        with("completed", json!({})),
        with("stopped", json!({})),
    ];
    let told: Vec<(&str, &str)> = told.iter().map(|(next, eta)| (&**next, &**eta)).collect();
    assert_eq!(
        told,
        [
            ("We are testing 20 contacts now.", "14:50 to 15:10 CST"),
            (
                "We are testing a few contacts now; if they connect, the remaining 209 retries take about 25 min.",
                "14:50 to 15:10 CST"
            ),
            (
                "We are testing 20 contacts now; if they connect, the remaining 209 follow.",
                ""
            ),
            (
                "We are testing 20 contacts now; if they connect, the remaining 209 follow.",
                "14:30 to 14:45 CST"
            ),
            (
                "We are testing 20 contacts now; if they connect, the remaining 209 retries take about 1 min.",
                "14:30 to 14:45 CST"
            ),
            (
                "A test went well; we will call the remaining 1 again.",
                "14:50 to 15:00 CST"
            ),
            ("A test went well.", "14:50 to 15:00 CST"),
            (
                "A test went well; we are calling the rest again now.",
                "14:50 to 15:00 CST"
            ),
            (
                "A test went well; we are calling the rest again now.",
                "14:35 CST"
            ),
            (
                "A test went well; we are calling the rest again now.",
                "14:35 to 14:40 CST"
            ),
            (
                "A test went well; we are calling the rest again now.",
                "14:30 CST to 13 Nov, 14:35 CST"
            ),
            (
                "A test went well; we are calling the rest again now.",
                "13 Nov, 14:30 CST to 14 Nov, 14:35 CST"
            ),
            (
                "A test went well; we are calling the rest again now.",
                "14:30 CST to 12 Dec, 14:35 CST"
            ),
            ("A test went well; we are calling the rest again now.", ""),
            (
                "A test call to a few contacts failed, so we hold the rest back until the cause is fixed.",
                ""
            ),
            (
                "We will test a few calls, then call 244 contacts again.",
                ""
            ),
            (
                "We will test a few calls, then call 244 contacts again.",
                ""
            )
        ]
    );
}

#[test]
fn what_is_next_without_a_retry_follows_from_the_cause() {
    let group = |sip: i64, contacts: i64| {
        let mut given =
            with_failures(json!([{"contacts": contacts, "sip_status": sip, "attempts": contacts}]));
        given.duplicates = Some(no_duplicates());
        given.assess(None).update.next_action
    };
    assert_eq!(
        [group(503, 1), group(503, 2)],
        [
            "We will test a few calls, then call 1 contact again.",
            "We will test a few calls, then call 2 contacts again."
        ]
    );
}
