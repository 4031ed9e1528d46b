#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::json;

use super::*;
use crate::domain::mock;

fn of(snapshot: &Snapshot) -> Waterfall {
    mock::at_capture(snapshot, |formats| waterfall(snapshot, formats))
}

fn lines(waterfall: &Waterfall) -> Vec<String> {
    waterfall
        .rows
        .iter()
        .map(|row| format!("{} | {} | {}", row.label, row.value_text, row.owner_text))
        .collect()
}

#[test]
fn the_running_example_reads_as_designed() {
    let waterfall = of(&mock::running());
    assert_eq!(
        lines(&waterfall),
        [
            "Tenant line cap | 82 | 120, less 38 used by others",
            "Concurrency | 60 | Set by A. Ruiz at 10:45 CST",
            "Number pool | 36 | 6 of 8 numbers, 6 lines each",
            "Carrier rate | 96 | 1.5 dials/s, 64 s mean hold",
            "Call window | Open | Closes 18:00 CST, in 3 h 28 m",
            "Credits | OK | $1,284.40 left, 16,780 attempts",
            "Ready contacts | 1,102 | Waiting for a line now",
        ]
    );
    assert_eq!((waterfall.in_use, waterfall.scale_max), (Some(36), 120));
    assert_eq!(waterfall.not_reported, Vec::<&str>::new());
    let fills: Vec<f64> = waterfall.rows.iter().map(|row| row.fill(120)).collect();
    assert_eq!(fills, [82.0 / 120.0, 0.5, 0.3, 0.8, 1.0, 1.0, 1.0]);
    let tones: Vec<(LimitKind, Tone)> = waterfall
        .rows
        .iter()
        .filter(|row| row.binding || row.tone != Tone::Mute)
        .map(|row| (row.kind, row.tone))
        .collect();
    assert_eq!(tones, [(LimitKind::NumberPool, Tone::Warn)]);
}

#[test]
fn a_paused_campaign_leads_with_its_state_and_keeps_its_limits() {
    let waterfall = of(&mock::paused());
    let texts = lines(&waterfall);
    assert_eq!(
        texts[0],
        "Campaign state | 0 | Paused. Lifts when you resume"
    );
    assert_eq!(texts[3], "Number pool | 36 | 6 of 8 numbers, 6 lines each");
    assert_eq!(texts[7], "Ready contacts | 1,072 | Wait for resume");
    assert!(waterfall.rows[0].binding);
    assert_eq!(waterfall.rows[0].fill(waterfall.scale_max), 0.0);
}

#[test]
fn limits_that_are_not_reported_have_no_row_and_are_named() {
    let waterfall = of(&mock::bare(
        "running",
        json!({"campaign": {"concurrency": 4}}),
    ));
    assert_eq!(
        lines(&waterfall),
        ["Concurrency | 4 | Set for this campaign"]
    );
    assert_eq!(
        waterfall.not_reported,
        [
            "Tenant line cap",
            "Number pool",
            "Carrier rate",
            "Call window",
            "Credits",
            "Ready contacts"
        ]
    );
    assert_eq!((waterfall.in_use, waterfall.scale_max), (None, 4));
}

#[test]
fn half_reported_limits_say_which_half_is_missing() {
    let partial = mock::bare(
        "running",
        json!({"dispatch": {"capacity": {
            "tenant": {"line_cap": 120},
            "number_pool": {"in_rotation": 6},
            "carrier_rate": {"calls_per_second": 2},
            "credits": {},
        }}, "call_window": {"open": false}}),
    );
    assert_eq!(
        lines(&of(&partial)),
        [
            "Tenant line cap | 120 | 120 in all; use by others not reported",
            "Number pool | — | 6 numbers; lines each not reported",
            "Carrier rate | — | 2.0 dials/s; mean hold not reported",
            "Call window | Closed | Opens: not reported",
            "Credits | OK | Amount not reported",
        ]
    );
}

#[test]
fn carriers_and_credits_show_words_where_lines_mean_nothing() {
    for (capacity, expected) in [
        (
            json!({"carriers": [{"name": "Twilio", "breaker": "closed"}]}),
            "Carrier rate | OK | ",
        ),
        (
            json!({"carriers": [{"name": "Twilio", "breaker": "open"}]}),
            "Carrier rate | 0 | Twilio stopped by breaker",
        ),
        (
            json!({"carrier_rate": {"calls_per_second": 1.5, "mean_hold_seconds": 64},
                "carriers": [{"name": "A", "breaker": "open"}, {"name": "B", "breaker": "open"}, {"name": "C"}]}),
            "Carrier rate | 96 | 1.5 dials/s, 64 s mean hold; 2 carriers stopped by breaker",
        ),
        (
            json!({"credits": {"dry_run": true, "attempts_left": 0}}),
            "Credits | Dry run | 0 attempts",
        ),
        (
            json!({"credits": {"balance": {"amount": 0, "currency": "USD"}}}),
            "Credits | Out | $0.00 left",
        ),
    ] {
        let snapshot = mock::bare("running", json!({"dispatch": {"capacity": capacity}}));
        assert_eq!(lines(&of(&snapshot)), [expected]);
    }
}

#[test]
fn the_scale_holds_every_limit_of_lines_and_never_the_contacts() {
    let over = mock::running_with(|json| json["dispatch"]["capacity"]["lines_in_use"] = json!(150));
    assert_eq!(of(&over).scale_max, 150);
    let wide = mock::running_with(|json| {
        json["dispatch"]["capacity"]["concurrency"]["limit"] = json!(500)
    });
    assert_eq!(of(&wide).scale_max, 500);
    assert_eq!(
        of(&mock::bare(
            "running",
            json!({"counts": {"total": 9, "ready": 9}})
        ))
        .scale_max,
        1
    );
}

#[test]
fn contacts_held_by_the_window_are_counted_as_waiting_for_it() {
    let closed = mock::running_with(|json| {
        json["counts"]["ready"] = json!(0);
        json["call_window"] = json!({"open": false, "opens_at": "2026-11-13T09:00:00-06:00"});
        json["dispatch"]["blockers"] = json!([{"code": "call_window_closed", "count": 1688}]);
    });
    let texts = lines(&of(&closed));
    assert_eq!(
        texts[4],
        "Call window | Closed | Opens 13 Nov, 09:00 CST, in 18 h 28 m"
    );
    assert_eq!(texts[6], "Ready contacts | 1,688 | Wait for the window");
}

#[test]
fn an_unknown_status_is_not_said_to_allow_nothing() {
    let odd = mock::running_with(|json| json["campaign"]["status"] = json!("warming_up"));
    let waterfall = of(&odd);
    assert_eq!(
        lines(&waterfall)[0],
        "Campaign state | Unknown | Warming up"
    );
    assert_eq!(waterfall.rows[0].lines, None);
    assert!(waterfall.rows.iter().all(|row| !row.binding));
}

#[test]
fn ready_contacts_tell_what_they_wait_for() {
    let held = |code: &str| {
        json!({"counts": {"total": 9, "ready": 0, "by_status": {"pending": 9}},
        "dispatch": {"blockers": [{"code": code, "count": 9}]}})
    };
    let ready =
        |ready: i64| json!({"counts": {"total": 9, "ready": ready, "by_status": {"pending": 9}}});
    for (status, parts, told) in [
        ("running", ready(4), "4 | Waiting for a line now"),
        ("running", ready(0), "0 | None may be called now"),
        ("scheduled", ready(0), "9 | Wait for the start"),
        ("completed", ready(4), "4 | Could be called now"),
        ("paused", held("campaign_paused"), "9 | Wait for resume"),
        (
            "running",
            held("call_window_closed"),
            "9 | Wait for the window",
        ),
        ("running", held("out_of_credits"), "9 | Wait for credits"),
        (
            "running",
            held("higher_priority_campaign"),
            "9 | Wait for the higher priority",
        ),
        (
            "running",
            held("circuit_breaker_open"),
            "9 | Wait for the breaker",
        ),
    ] {
        let found = lines(&of(&mock::bare(status, parts))).pop().unwrap();
        assert_eq!(found, ["Ready contacts | ", told].concat());
    }
}
