#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;
use crate::domain::verdict::Target;

mod asked;

fn notes_of(snapshot: &Snapshot) -> Vec<String> {
    let notes = mock::at_capture(snapshot, |formats| notes(snapshot, formats));
    notes
        .iter()
        .map(|note| [note.tone.name(), ": ", &note.text.plain()].concat())
        .collect()
}

fn stats_of(snapshot: &Snapshot) -> Vec<String> {
    let stats = mock::at_capture(snapshot, |formats| stats(snapshot, formats));
    stats
        .iter()
        .map(|stat| [stat.label, " | ", &stat.value, " | ", &stat.sub].concat())
        .collect()
}

fn with(parts: Value) -> Snapshot {
    mock::bare("running", parts)
}

#[test]
fn the_running_example_reads_as_designed() {
    let running = mock::running();
    assert_eq!(
        notes_of(&running),
        [
            "mute: Claims outreach (priority 1) goes first and holds 26 of 120 tenant lines. \
          It is not the limit right now."
        ]
    );
    assert_eq!(
        stats_of(&running),
        [
            "Available slots (est.) | 0 | 36 allowed, 36 in use",
            "Calling now | 36 | 21 talking, 15 connecting",
            "Queued | 118 | oldest 41 s",
            "Credits | $1,284.40 | dry run off",
        ]
    );
    let badge = badge(&running);
    assert_eq!((badge.label.as_str(), badge.tone), ("At limit", Tone::Warn));
    let intro = mock::at_capture(&running, |formats| intro(&running, formats));
    assert_eq!(intro, "Sidekiq queue bulk_calls, heartbeat 3 s ago");
    let link = mock::at_capture(&running, |formats| notes(&running, formats))
        .remove(0)
        .link;
    assert_eq!(
        link.unwrap().target,
        Target::Campaign("cmp_1a9ze".to_owned())
    );
}

#[test]
fn the_paused_example_reads_as_designed() {
    let paused = mock::paused();
    assert_eq!(
        notes_of(&paused),
        [
            "warn: Telnyx is being tested. 27 of 50 attempts failed in the last 2 min, mostly SIP 503. \
             Its breaker lets a few calls through; it closes when they pass.",
            "mute: Claims outreach (priority 1) goes first and holds 14 of 120 tenant lines. \
             It is not what stopped this campaign.",
        ]
    );
    assert_eq!(
        stats_of(&paused)[..2],
        [
            "Available slots (est.) | 0 | paused; 31 if resumed",
            "Calling now | 5 | finishing, none new",
        ]
    );
    assert_eq!(badge(&paused).label, "Paused");
}

#[test]
fn each_message_comes_only_with_its_cause() {
    let opens = "2026-11-13T09:00:00-06:00";
    for (parts, expected) in [
        (
            json!({"call_window": {"open": false, "opens_at": opens},
                "dispatch": {"blockers": [{"code": "call_window_closed", "count": 1688}]}}),
            "mute: Call window closed. It opens 13 Nov, 09:00 CST, in 18 h 28 m. \
             1,688 contacts wait; nothing is wrong.",
        ),
        (
            json!({"call_window": {"open": false}}),
            "mute: Call window closed. When it opens is not reported. Nothing is wrong.",
        ),
        (
            json!({"call_window": {"open": true, "closes_at": "2026-11-12T14:45:00-06:00"}}),
            "accent: The call window closes in 13 min. At 14:45 CST dialing stops.",
        ),
        (
            json!({"dispatch": {"capacity": {"tenant": {"line_cap": 120}}, "blocking_campaign":
                {"id": "c2", "name": "Claims outreach", "priority": 1, "lines": 120, "binding": true}}}),
            "warn: Claims outreach (priority 1) holds all 120 tenant lines. \
             This campaign dials again as its calls end.",
        ),
        (
            json!({"dispatch": {"blocking_campaign": {"id": "c2", "name": "Claims outreach"}}}),
            "mute: Claims outreach goes first.",
        ),
        (
            json!({"dispatch": {"capacity": {"credits": {"attempts_left": 0}}}}),
            "bad: Credits have run out. An admin must top up before any campaign can dial.",
        ),
        (
            json!({"dispatch": {"capacity": {"credits": {"attempts_left": 0, "dry_run": true}}}}),
            "accent: Dry run. No call is placed and nothing is spent.",
        ),
        (
            json!({"dispatch": {"capacity": {"carriers": [{"name": "Telnyx", "breaker": "open",
                "opened_at": "2026-11-12T13:02:00-06:00", "retries_at": "2026-11-12T14:34:00-06:00",
                "recent_attempts": 50, "recent_failures": 27, "recent_seconds": 120, "sip_status": 503}]}}}),
            "bad: Telnyx is stopped by its breaker since 13:02 CST. 27 of 50 attempts failed in the last 2 min, \
             mostly SIP 503. Test calls start 14:34 CST, in 2 min.",
        ),
        (
            json!({"dispatch": {"capacity": {"carriers": [{"name": "Telnyx", "breaker": "closed",
                "recent_attempts": 50, "recent_failures": 10}]}}}),
            "warn: Telnyx is failing. 10 of 50 attempts failed. Its breaker is still closed.",
        ),
        (
            json!({"dispatch": {"heartbeat_at": "2026-11-12T14:29:08-06:00"}}),
            "warn: No heartbeat since 14:29 CST. The last one was 3 min ago; the dispatcher may be down.",
        ),
    ] {
        assert_eq!(notes_of(&with(parts)), [expected]);
    }
}

#[test]
fn a_quiet_dispatcher_has_no_messages() {
    for parts in [
        json!({}),
        json!({"call_window": {"open": true, "closes_at": "2026-11-12T18:00:00-06:00"}}),
        json!({"dispatch": {"heartbeat_at": "2026-11-12T14:31:40-06:00", "capacity": {
            "credits": {"attempts_left": 5},
            "carriers": [{"name": "A", "breaker": "closed", "recent_attempts": 19, "recent_failures": 19},
                {"name": "B", "recent_attempts": 50, "recent_failures": 9}]}}}),
    ] {
        assert_eq!(
            notes_of(&with(parts.clone())),
            Vec::<String>::new(),
            "{parts}"
        );
        assert_eq!(
            stats_of(&with(parts.clone())).len(),
            usize::from(parts.to_string().contains("left"))
        );
    }
}

#[test]
fn an_ended_campaign_is_not_warned_about() {
    let mut parts = json!({"call_window": {"open": false}});
    parts["dispatch"] = json!({"heartbeat_at": "2026-11-12T09:00:00-06:00"});
    for status in ["completed", "failed", "cancelled", "draft"] {
        assert_eq!(
            notes_of(&mock::bare(status, parts.clone())),
            Vec::<String>::new(),
            "{status}"
        );
    }
}

#[test]
fn what_could_not_be_read_is_named_and_the_worst_comes_first() {
    let broken = with(json!({"call_window": {"open": false}, "dispatch": {
        "forecast": 7,
        "capacity": {"tenant": {"line_cap": "many"}, "credits": {"attempts_left": 0}},
    }}));
    let notes = notes_of(&broken);
    let starts = [
        "bad: Credits have run out.",
        "warn: The forecast could not be read. Expected a list",
        "warn: The tenant line cap could not be read. Expected a whole number at line_cap.",
        "mute: Call window closed.",
    ];
    assert_eq!(notes.len(), starts.len(), "{notes:?}");
    for (note, start) in notes.iter().zip(starts) {
        assert!(note.starts_with(start), "{note}");
    }
}

#[test]
fn an_unknown_status_is_not_said_to_be_finishing() {
    let odd = mock::running_with(|json| json["campaign"]["status"] = json!("warming_up"));
    let stats = stats_of(&odd);
    assert_eq!(stats[0], "Available slots (est.) | 0 | ");
    assert_eq!(stats[1], "Calling now | 36 | 21 talking, 15 connecting");
    assert!(notes_of(&odd)[0].ends_with("26 of 120 tenant lines."));
    let early = mock::running_with(|json| json["campaign"]["status"] = json!("scheduled"));
    assert_eq!(
        stats_of(&early)[0],
        "Available slots (est.) | 0 | scheduled; 0 once started"
    );
}
