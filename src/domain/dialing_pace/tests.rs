#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

type Change<'a> = &'a dyn Fn(&mut Value);

fn of(snapshot: &Snapshot) -> Option<DialingPace> {
    mock::at_capture(snapshot, |formats| dialing_pace(snapshot, formats))
}

#[test]
fn a_dialer_at_work_has_figures_and_no_excuse() {
    let pace = of(&mock::running()).unwrap();
    let stats: Vec<(&str, &str)> = pace
        .stats
        .iter()
        .map(|stat| (stat.label, stat.value.as_str()))
        .collect();
    assert_eq!(
        stats,
        [
            ("Dials a second", "0.4"),
            ("Ringing", "9"),
            ("Connected an hour", "492"),
            ("Last dial", "14:32:06 CST"),
        ]
    );
    assert_eq!(pace.idle, None);
}

#[test]
fn idle_paused_and_outside_the_window_are_told_apart() {
    let still = |json: &mut Value| {
        json["dispatch"]["pace"]["last_dial_at"] = json!("2026-11-12T14:31:23-06:00");
    };
    let cases: [(Change<'_>, &str, Tone); 5] = [
        (
            &|_| {},
            "No dial for 45 s: every line it may use is taken.",
            Tone::Warn,
        ),
        (
            &|json| {
                json["counts"]["ready"] = json!(0);
                json["dispatch"]["blockers"] = json!([{"code": "retry_cool_off", "count": 9}]);
            },
            "No dial for 45 s: waiting for retries.",
            Tone::Wait,
        ),
        (
            &|json| {
                json["counts"]["ready"] = json!(0);
                json["dispatch"]["blockers"] = json!([{"code": "contact_quiet_hours", "count": 9}, {"code": "retry_cool_off", "count": 2}]);
            },
            "No dial for 45 s: most contacts wait for contact quiet hours.",
            Tone::Wait,
        ),
        (
            &|json| json["campaign"]["status"] = json!("paused"),
            "Paused: no new call is placed.",
            Tone::Warn,
        ),
        (
            &|json| {
                json["call_window"] =
                    json!({"open": false, "opens_at": "2026-11-13T09:00:00-06:00"});
            },
            "Outside the call window: no new call is placed. Dialing resumes 13 Nov, 09:00 CST.",
            Tone::Mute,
        ),
    ];
    for (change, text, tone) in cases {
        let snapshot = mock::running_with(|json| {
            still(json);
            change(json);
        });
        let idle = of(&snapshot).unwrap().idle.unwrap();
        assert_eq!((&*idle.text, idle.tone), (text, tone));
    }
}

#[test]
fn a_short_silence_and_an_unknown_one_are_no_idleness() {
    for last in [
        json!("2026-11-12T14:31:39-06:00"),
        json!("2026-11-12T15:00:00-06:00"),
        json!("lately"),
        json!(null),
    ] {
        let snapshot = mock::running_with(|json| json["dispatch"]["pace"]["last_dial_at"] = last);
        assert_eq!(of(&snapshot).unwrap().idle, None);
    }
}

#[test]
fn what_is_not_sent_is_not_shown() {
    for pace in [json!(null), json!({}), json!(7)] {
        let snapshot = mock::bare("running", json!({"dispatch": {"pace": pace}}));
        assert_eq!(of(&snapshot), None);
    }
    let ended = mock::bare("completed", json!({"dispatch": {"pace": {"ringing": 0}}}));
    let pace = of(&ended).unwrap();
    assert_eq!((pace.stats.len(), pace.idle), (1, None));
}
