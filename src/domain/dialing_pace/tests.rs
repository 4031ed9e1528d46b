#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;
use crate::domain::timestamp::Timestamp;

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

/// A running campaign that has not dialed for so many seconds, changed.
fn silent(seconds: i64, change: Change<'_>) -> Snapshot {
    mock::running_with(|json| {
        let captured = Timestamp::from_text("2026-11-12T14:32:08-06:00");
        let last = captured.ms.unwrap() - seconds * 1000;
        json["dispatch"]["pace"]["last_dial_at"] = json!(Timestamp::from_ms(last).text);
        json["dispatch"]["capacity"]["lines_in_use"] = json!(0);
        json["dispatch"]["calling_now"] = json!(0);
        change(json);
    })
}

#[test]
fn half_a_minute_without_a_dial_is_idleness_and_a_second_less_is_none() {
    assert_eq!(of(&silent(29, &|_| {})).unwrap().idle, None);
    let idle = of(&silent(30, &|_| {})).unwrap().idle.unwrap();
    assert!(idle.text.starts_with("No dial for 30 s: "), "{}", idle.text);
}

#[test]
fn every_cause_of_idleness_has_its_reason() {
    let carriers = |breaker: &str| json!([{"name": "Telnyx", "breaker": breaker}]);
    let cases: [(&str, Change<'_>); 12] = [
        ("no contact waits for another attempt", &|json| {
            json["counts"] = json!({"total": 9, "by_status": {"completed": 9}});
        }),
        ("no contact waits for another attempt", &|json| {
            json["counts"] = json!({"total": 9, "by_status": {"completed": 8, "in_progress": 1}});
        }),
        ("the campaign has no contacts", &|json| {
            json["counts"] = json!({"total": 0, "by_status": {}});
        }),
        ("credits have run out", &|json| {
            json["dispatch"]["capacity"]["credits"]["attempts_left"] = json!(0);
        }),
        ("most calls fail at the carriers", &|json| {
            json["dispatch"]["capacity"]["carriers"] = json!([
                {"name": "Telnyx", "breaker": "closed", "recent_failures": 88, "recent_attempts": 120}
            ]);
        }),
        ("the carriers take no more calls a second", &|json| {
            json["dispatch"]["pace"]["dials_per_second"] = json!(4);
            json["dispatch"]["capacity"]["carrier_rate"]["calls_per_second"] = json!(4);
        }),
        ("carriers are held by their breakers", &|json| {
            json["dispatch"]["capacity"]["carriers"] = carriers("open");
        }),
        ("carriers are held by their breakers", &|json| {
            json["dispatch"]["capacity"]["carriers"][0]["breaker"] = json!("open");
        }),
        ("a higher-priority campaign goes first", &|json| {
            json["dispatch"]["blocking_campaign"]["binding"] = json!(true);
        }),
        ("no line is allowed", &|json| {
            json["dispatch"]["capacity"]["concurrency"]["limit"] = json!(0);
        }),
        ("no contact is ready", &|json| {
            json["counts"]["ready"] = json!(0);
            json["dispatch"]["blockers"] = json!([]);
        }),
        ("no reason is reported", &|_| {}),
    ];
    for (why, change) in cases {
        let idle = of(&silent(45, change)).unwrap().idle.unwrap();
        assert_eq!(idle.text, ["No dial for 45 s: ", why, "."].concat());
    }
}

#[test]
fn a_campaign_that_is_neither_running_nor_paused_is_not_called_idle() {
    for status in ["draft", "scheduled", "completed", "hibernating"] {
        let snapshot = silent(900, &|json| json["campaign"]["status"] = json!(status));
        assert_eq!(of(&snapshot).unwrap().idle, None, "{status}");
    }
}

#[test]
fn a_pace_below_a_tenth_of_a_dial_a_second_is_told_to_the_hundredth() {
    for (pace, told) in [(0.0, "0.0"), (0.04, "0.04"), (0.1, "0.1"), (2.25, "2.2")] {
        let snapshot =
            mock::running_with(|json| json["dispatch"]["pace"]["dials_per_second"] = json!(pace));
        assert_eq!(of(&snapshot).unwrap().stats[0].value, told);
    }
}
