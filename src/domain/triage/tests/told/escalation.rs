//! What leads to support and to engineering.

use super::ladder::{assert_condition, retried};
use super::*;

#[test]
fn support_sees_what_dispatch_shows_and_at_least_ten_calls() {
    assert_condition(
        1,
        0,
        [
            (quiet(), "Permit and dispatch symptoms confirmed | not met"),
            (
                permits_taken(),
                "Permit and dispatch symptoms confirmed | met",
            ),
            (
                campaign(json!({"/call_window": {"open": false}})),
                "Permit and dispatch symptoms confirmed | met",
            ),
            (
                run(json!({"/runtime": {"workers": {"up": 3, "total": 4}, "status": "running"}})),
                "Permit and dispatch symptoms confirmed | met",
            ),
            (
                run(json!({"/runtime": null})),
                "Permit and dispatch symptoms confirmed | The runtime is not reported.",
            ),
            (
                run(json!({"/eligible": null})),
                "Permit and dispatch symptoms confirmed | Whether it moves is not known: how many records could go is not reported.",
            ),
        ],
    );
    let watched = |finished: i64, size: i64| {
        retried(
            "sampling",
            json!({"/sample/finished": finished, "/sample/size": size}),
        )
    };
    assert_condition(
        1,
        2,
        [
            (
                permits_taken(),
                "First 10 to 20 dispatches watched | not met",
            ),
            (
                watched(9, 20),
                "First 10 to 20 dispatches watched: 9 of 20 | not met",
            ),
            (
                watched(10, 20),
                "First 10 to 20 dispatches watched: 10 of 20 | met",
            ),
            (
                watched(4, 5),
                "First 10 to 20 dispatches watched: 4 of 5 | not met",
            ),
            (
                watched(5, 5),
                "First 10 to 20 dispatches watched: 5 of 5 | met",
            ),
            (
                watched(0, 0),
                "First 10 to 20 dispatches watched: 0 of 0 | not met",
            ),
            (
                retried("sampling", json!({"/sample": null})),
                "First 10 to 20 dispatches watched | How many have ended is not reported.",
            ),
        ],
    );
}

#[test]
fn engineering_is_called_by_triggers_that_are_met() {
    let mut unread = quiet();
    unread.failures = None;
    let stalled = |state: &str, changes: Value| Given {
        retry: Some(retry(state, |_| {})),
        ..run(changes)
    };
    let still = json!({"/progressed_at": "2026-11-12T14:20:00-06:00"});
    assert_condition(
        2,
        0,
        [
            (
                stalled("completed", still.clone()),
                "Still stalled after a valid retry | met",
            ),
            (
                stalled("sampling", still),
                "Still stalled after a valid retry | not met",
            ),
            (
                stalled("completed", json!({})),
                "Still stalled after a valid retry | not met",
            ),
            (
                stalled("completed", json!({"/eligible": null})),
                "Still stalled after a valid retry | Whether it moves is not known: how many records could go is not reported.",
            ),
        ],
    );
    assert_condition(
        2,
        2,
        [
            (
                quiet(),
                "Carrier errors above threshold: 0.7%, limit 2% | not met",
            ),
            (
                carrier_outage(),
                "Carrier errors above threshold: 12.8%, limit 2% | met",
            ),
            (
                unread,
                "Carrier errors above threshold: 1.0%, limit 2% | not met",
            ),
            (
                bad_numbers(),
                "Carrier errors above threshold: 0.0%, limit 2% | not met",
            ),
        ],
    );
    let both = Given {
        duplicates: second_run().duplicates,
        ..carrier_outage()
    };
    let why = [quiet(), carrier_outage(), both, Given::default()]
        .map(|given| given.assess(None).ladder.levels[2].why.clone());
    assert_eq!(
        why,
        [
            "None of the triggers is met.",
            "1 of 3 triggers is met, so this is available.",
            "2 of 3 triggers are met, so this is available.",
            "None of the triggers is known to be met."
        ]
    );
}

#[test]
fn support_is_next_where_nothing_is_left_to_do_alone() {
    let level = |given: Given| {
        let ladder = given.assess(None).ladder;
        (
            ladder.current,
            ladder.levels[1].open,
            ladder.levels[1].why.clone(),
        )
    };
    let told = [
        level(quiet()),
        level(permits_taken()),
        level(carrier_outage()),
        level(retried("sample_failed", json!({}))),
        level(retried("sample_passed", json!({}))),
        level(retried("stopped", json!({}))),
        level(Given {
            retries_unread: Some("The list did not load."),
            ..permits_taken()
        }),
        level(Given {
            retry: Some(retry("completed", |_| {})),
            ..carrier_outage()
        }),
    ];
    let told: Vec<(usize, bool, &str)> = told
        .iter()
        .map(|(at, open, why)| (*at, *open, &**why))
        .collect();
    assert_eq!(
        told,
        [
            (0, false, "No check found a problem to hand on."),
            (
                1,
                true,
                "A sample makes no sense now. No line is free for it; a retry would wait as well."
            ),
            (0, false, "Level 1 first: small sample retried."),
            (
                1,
                true,
                "The sample failed, so the way out is not in your hands."
            ),
            (
                2,
                true,
                "Nothing is left on level 1, and a check still finds a problem."
            ),
            (0, false, "Level 1 first: small sample retried: 20 of 20."),
            (
                1,
                true,
                "A check finds a problem, and whether a sample was retried is not known."
            ),
            (
                2,
                true,
                "Nothing is left on level 1, and a check still finds a problem."
            )
        ]
    );
}
