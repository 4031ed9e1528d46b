#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn paused_as(pause: Value) -> Option<Banner> {
    let snapshot = mock::paused_with(|json| json["campaign"]["pause"] = pause);
    mock::at_capture(&snapshot, |formats| paused(&snapshot, formats))
}

#[test]
fn the_paused_example_reads_as_designed() {
    let snapshot = mock::paused();
    let banner = mock::at_capture(&snapshot, |formats| paused(&snapshot, formats)).unwrap();
    assert_eq!(
        banner.fact.plain(),
        "Campaign paused at 14:40:12 CST (6 min ago). \
         Reason: Failure breaker, 27 of 50 attempts failed in 2 min (54%, limit 50%)."
    );
    assert_eq!(
        banner.line,
        "Paused by Ringside, not by a person. New dialing has stopped; \
         6 calls already in flight will finish and be recorded."
    );
    assert_eq!((banner.tone, banner.glyph), (Tone::Warn, Glyph::Pause));
    assert_eq!(banner.fact.0[0].text, "Campaign paused");
    assert!(banner.fact.0[0].strong);
}

#[test]
fn the_banner_is_there_only_if_paused_and_the_time_is_known() {
    assert_eq!(paused_as(json!(null)), None);
    assert_eq!(paused_as(json!({})), None);
    assert_eq!(paused_as(json!({"at": null, "reason": "lunch"})), None);
    let running = mock::running_with(|json| {
        json["campaign"]["pause"] = json!({"at": "2026-11-12T14:00:00-06:00"});
    });
    assert_eq!(
        mock::at_capture(&running, |formats| paused(&running, formats)),
        None
    );
}

#[test]
fn the_line_says_who_paused_and_what_goes_on() {
    let at = "2026-11-12T14:40:12-06:00";
    let rest = "New dialing has stopped; 6 calls in progress will finish.";
    for (pause, fact, line) in [
        (
            json!({"at": at}),
            "Campaign paused at 14:40:12 CST (6 min ago).",
            rest.to_owned(),
        ),
        (
            json!({"at": at, "by": "A. Ruiz", "reason": "lunch."}),
            "Campaign paused at 14:40:12 CST (6 min ago). Reason: lunch.",
            ["Paused by A. Ruiz. ", rest].concat(),
        ),
        (
            json!({"at": at, "automatic": true, "reason": "  "}),
            "Campaign paused at 14:40:12 CST (6 min ago).",
            ["Paused by the system, not by a person. ", rest].concat(),
        ),
        (
            json!({"at": "2026-11-11T09:00:00-06:00", "automatic": false}),
            "Campaign paused at 09:00:00 CST, 11 Nov (1 d 5 h ago).",
            ["Paused by a person. ", rest].concat(),
        ),
        (
            json!({"at": "noon"}),
            "Campaign paused at noon.",
            rest.to_owned(),
        ),
    ] {
        let banner = paused_as(pause).unwrap();
        assert_eq!((banner.fact.plain().as_str(), banner.line), (fact, line));
    }
}

#[test]
fn stale_figures_tell_their_moment_and_their_age() {
    let captured = Timestamp::from_text("2026-11-12T14:32:08-06:00");
    let told = |at: &Timestamp, later_ms: i64| {
        mock::at(captured.ms.unwrap() + later_ms, |formats| {
            stale(at, "the dialer API has not answered", formats)
        })
    };
    let banner = told(&captured, 6 * 60_000 + 5_000);
    assert_eq!(
        banner.fact.plain(),
        "Showing data from 14:32:08 CST, 6 min old."
    );
    assert_eq!(banner.line, "The dialer API has not answered.");
    assert_eq!(
        told(&captured, 40_000).fact.plain(),
        "Showing data from 14:32:08 CST, 40 s old."
    );
    assert_eq!(
        told(&captured, 0).fact.plain(),
        "Showing data from 14:32:08 CST."
    );
    let odd = told(&Timestamp::from_text("yesterday"), 0);
    assert_eq!(odd.fact.plain(), "Showing data from yesterday.");
}

#[test]
fn an_ended_campaign_tells_when_who_and_why_as_far_as_reported() {
    for (campaign, fact) in [
        (
            json!({"status": "cancelled", "cancel": {"at": "2026-10-31T17:22:00-06:00", "by": "J. Park",
                "reason": "wrong list"}}),
            Some("Campaign canceled 31 Oct, 17:22 CST by J. Park. Wrong list."),
        ),
        (
            json!({"status": "failed", "failure": {"reason": "Agent Maya v11 was deleted"},
                "ended_at": "2026-11-12T09:41:00-06:00"}),
            Some("Campaign failed 09:41 CST. Agent Maya v11 was deleted."),
        ),
        (json!({"status": "completed"}), Some("Campaign completed.")),
        (
            json!({"status": "running", "ended_at": "2026-11-12T09:41:00-06:00"}),
            None,
        ),
        (json!({"status": "odd"}), None),
    ] {
        let snapshot = mock::bare("running", json!({"campaign": campaign}));
        let banner = mock::at_capture(&snapshot, |formats| ended(&snapshot, formats));
        assert_eq!(banner.map(|banner| banner.fact.plain()).as_deref(), fact);
    }
}
