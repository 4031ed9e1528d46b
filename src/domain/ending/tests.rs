#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn of(status: &str, campaign: Value) -> Option<Ending> {
    let snapshot = mock::bare(status, json!({"campaign": campaign}));
    mock::at_capture(&snapshot, |formats| ending(&snapshot, formats))
}

fn pairs(rows: &[Definition]) -> Vec<(&str, &str)> {
    rows.iter()
        .map(|row| (row.label.as_str(), row.value.as_str()))
        .collect()
}

#[test]
fn only_an_ended_campaign_has_results() {
    for (status, ended) in [
        ("draft", false),
        ("scheduled", false),
        ("running", false),
        ("paused", false),
        ("odd", false),
        ("completed", true),
        ("failed", true),
        ("cancelled", true),
    ] {
        let ending = of(status, json!({}));
        assert_eq!(ending.is_some(), ended, "{status}");
        assert!(ending.is_none_or(|ending| ending.tasks_title == "Campaign results"));
    }
}

#[test]
fn the_canceled_box_is_for_canceled_campaigns_only() {
    let cancel = json!({"at": "2026-10-31T17:22:00-06:00", "by": "J. Park", "reason": "Wrong dates", "note": null});
    let end = json!({"cancel": cancel, "failure": {"automatic": true, "reason": "Out of credits"},
        "started_at": "2026-10-31T09:00:00-06:00", "ended_at": "2026-10-31T17:22:00-06:00"});
    let canceled = of("cancelled", end.clone()).unwrap();
    assert_eq!(
        canceled.ran,
        "Ran 31 Oct, 09:00 CST to 17:22 CST, 8 h 22 m."
    );
    let stopped = canceled.stopped.unwrap();
    assert_eq!(stopped.title, "Canceled");
    assert_eq!(
        pairs(&stopped.rows),
        [
            ("Time", "31 Oct, 17:22 CST"),
            ("By", "J. Park"),
            ("Reason", "Wrong dates")
        ]
    );
    let failed = of("failed", end.clone()).unwrap().stopped.unwrap();
    assert_eq!(
        pairs(&failed.rows),
        [
            ("Time", "31 Oct, 17:22 CST"),
            ("By", "the system"),
            ("Reason", "Out of credits")
        ]
    );
    assert_eq!(of("completed", end).unwrap().stopped, None);
    let silent = of("cancelled", json!({"cancel": null})).unwrap();
    assert_eq!((silent.stopped, &*silent.ran), (None, ""));
}

#[test]
fn the_run_before_is_there_only_after_a_restart() {
    let card = |run: Value| {
        let snapshot = mock::bare("draft", json!({"previous_run": run}));
        mock::at_capture(&snapshot, |formats| previous_run(&snapshot, formats))
    };
    let full = card(
        json!({"started_at": "2026-11-10T09:00:00-06:00", "ended_at": "2026-11-10T16:12:30-06:00",
        "status": "completed", "total": 640, "completed": 412, "failed": 228, "answered": 530,
        "finished": 1371, "spend": {"amount": 96.31, "currency": "USD"}}),
    )
    .unwrap();
    assert_eq!(full.status, Some(CampaignStatus::Completed));
    assert_eq!(
        pairs(&full.rows),
        [
            ("Started", "10 Nov, 09:00 CST"),
            ("Ended", "10 Nov, 16:12 CST"),
            ("Completed", "412 of 640"),
            ("Failed", "228 of 640"),
            ("Answer rate", "38.7% (530 of 1,371)"),
            ("Spend", "$96.31"),
        ]
    );
    let empty = card(json!({"answered": 0, "finished": 0})).unwrap();
    assert!(empty.rows.is_empty() && empty.status.is_none());
    assert_eq!(card(json!(null)), None);
}
