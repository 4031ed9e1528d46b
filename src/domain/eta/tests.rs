#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

/// 12 Nov 2026, 14:32:08 in Chicago.
const NOW: i64 = 1_794_515_528_000;

/// The running example some minutes later, with more contacts final.
fn later(minutes: i64, finals: i64, change: &dyn Fn(&mut Value)) -> Snapshot {
    mock::running_with(|json| {
        json["captured_at"] = json!(Timestamp::from_ms(NOW + minutes * 60_000).text);
        let statuses = &mut json["counts"]["by_status"];
        statuses["completed"] = json!(2318 + finals);
        statuses["pending"] = json!(1204 - finals);
        mock::remove(json, "", "timeline");
        change(json);
    })
}

fn told(refreshes: &[Snapshot]) -> Option<String> {
    let mut history = History::default();
    for refresh in refreshes {
        history.push(refresh);
    }
    let last = refreshes.last().unwrap();
    mock::at_capture(last, |formats| eta(&history, last, formats)).map(|eta| eta.text.plain())
}

/// Half an hour of refreshes every 10 min, in which so many contacts become final.
fn half_an_hour(finals: i64, change: &dyn Fn(&mut Value)) -> [Snapshot; 4] {
    [0, 1, 2, 3].map(|step| later(step * 10, finals * step / 3, change))
}

const NOTHING: &dyn Fn(&mut Value) = &|_| {};

#[test]
fn the_recent_rate_gives_a_range() {
    let refreshes = half_an_hour(300, NOTHING);
    assert_eq!(
        told(&refreshes).as_deref(),
        Some("Likely done 17:15 to 17:40 CST, window closes 18:00.")
    );
    let mut history = History::default();
    refreshes.iter().for_each(|refresh| history.push(refresh));
    let found = mock::at_capture(&refreshes[3], |formats| {
        eta(&history, &refreshes[3], formats)
    });
    assert_eq!(
        found.unwrap().basis,
        "300 final in the last 30 min, 1,435 to go."
    );
}

#[test]
fn before_this_session_knows_enough_the_timeline_tells() {
    let first = mock::running();
    assert_eq!(
        told(&[first]).as_deref(),
        Some("Likely done 17:20 to 17:55 CST, window closes 18:00.")
    );
}

#[test]
fn an_end_behind_the_close_of_the_window_is_no_end() {
    let refreshes = half_an_hour(150, NOTHING);
    assert_eq!(
        told(&refreshes).as_deref(),
        Some("Not done when the window closes 18:00 CST: about 696 contacts are left.")
    );
}

#[test]
fn no_end_is_told_where_none_is_known() {
    let paused: &dyn Fn(&mut Value) = &|json| json["campaign"]["status"] = json!("paused");
    let over: &dyn Fn(&mut Value) = &|json| {
        json["counts"]["by_status"] = json!({"completed": 4812});
    };
    let blind: &dyn Fn(&mut Value) = &|json| mock::remove(json, "", "counts");
    let cases = [
        ("one refresh", vec![later(0, 0, NOTHING)]),
        (
            "29 final",
            vec![later(0, 0, NOTHING), later(5, 29, NOTHING)],
        ),
        (
            "none final",
            vec![later(0, 0, NOTHING), later(5, 0, NOTHING)],
        ),
        ("paused", vec![later(0, 0, NOTHING), later(5, 100, paused)]),
        (
            "resumed",
            vec![
                later(0, 0, NOTHING),
                later(4, 80, paused),
                later(5, 100, NOTHING),
            ],
        ),
        ("all final", vec![later(0, 0, NOTHING), later(5, 100, over)]),
        ("no counts", vec![later(0, 0, blind), later(5, 100, blind)]),
    ];
    for (name, refreshes) in cases {
        assert_eq!(told(&refreshes), None, "{name}");
    }
}

#[test]
fn outside_the_window_it_says_when_dialing_resumes() {
    let closed = later(0, 0, &|json| {
        json["call_window"] = json!({"open": false, "opens_at": "2026-11-13T09:00:00-06:00"});
    });
    assert_eq!(
        told(&[closed]).as_deref(),
        Some("Resumes 13 Nov, 09:00 CST.")
    );
    let unknown = later(0, 0, &|json| json["call_window"] = json!({"open": false}));
    assert_eq!(told(&[unknown]), None);
}

#[test]
fn nobody_is_done_before_the_last_contact_may_be_called() {
    let waits = &|json: &mut Value| {
        json["dispatch"]["forecast"] = json!([{"from_seconds": 10_800, "to_seconds": null, "count": 3},
            {"count": 900, "needs_fix": true}]);
    };
    assert_eq!(
        told(&half_an_hour(300, waits)).as_deref(),
        Some(
            "Not done when the window closes 18:00 CST: the last contacts may be called only later."
        )
    );
}

#[test]
fn hostile_counts_tell_no_end() {
    for total in [i64::MAX, i64::MIN, 0, -5] {
        let odd: &dyn Fn(&mut Value) = &|json| json["counts"]["total"] = json!(total);
        told(&[later(0, 0, odd), later(5, 200, odd)]);
    }
}

#[test]
fn an_end_is_told_in_steps_of_five_minutes_outward() {
    let at = |day: i64, minute: i64, second: i64| {
        NOW - 8_000 - 32 * 60_000 + ((day * 24 * 60 + minute) * 60 + second) * 1000
    };
    mock::at(NOW, |formats| {
        for (from, to, told) in [
            (at(0, 60, 0), at(0, 65, 0), "15:00 to 15:05 CST"),
            (at(0, 60, 1), at(0, 65, 1), "15:00 to 15:10 CST"),
            (at(0, 64, 59), at(0, 64, 59), "15:00 to 15:05 CST"),
            (at(1, 60, 0), at(1, 90, 0), "13 Nov 15:00 to 15:30 CST"),
            (at(0, 60, 0), at(1, 90, 0), "15:00 CST to 13 Nov, 15:30 CST"),
        ] {
            let text = likely(from, to, formats).plain();
            assert_eq!(text, ["Likely done ", told].concat());
        }
    });
}

#[test]
fn an_end_that_is_lifetimes_away_is_none() {
    let many: &dyn Fn(&mut Value) = &|json| json["counts"]["total"] = json!(1_000_000_000);
    assert_eq!(told(&half_an_hour(300, many)), None);
}

#[test]
fn a_wait_of_nobody_holds_nobody_up() {
    let waits = &|json: &mut Value| {
        json["dispatch"]["forecast"] =
            json!([{"from_seconds": 10_800, "to_seconds": null, "count": 0}]);
    };
    let without = &|json: &mut Value| json["dispatch"]["forecast"] = json!(null);
    assert_eq!(
        told(&half_an_hour(300, waits)),
        told(&half_an_hour(300, without))
    );
}

#[test]
fn where_only_what_needs_a_fix_is_left_nothing_is_to_go() {
    let left = |needs_fix: i64| {
        to_go(&mock::running_with(|json| {
            json["counts"] = json!({"total": 100, "by_status": {"completed": 78, "pending": 22}});
            json["dispatch"]["forecast"] = json!([{"count": needs_fix, "needs_fix": true}]);
        }))
    };
    assert_eq!((left(21), left(22)), (Some(1), None));
}
