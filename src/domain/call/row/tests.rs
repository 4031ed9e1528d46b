#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::json::decode;
use crate::domain::mock;
use proptest::prelude::*;
use serde_json::{Value, json};

/// 12 Nov 2026, 14:32:08 in Chicago.
const NOW: i64 = 1_794_515_528_000;

fn one(fields: Value) -> CallRow {
    let mut call =
        json!({"id": "at_1", "state": "completed", "started_at": "2026-11-12T14:30:51-06:00"});
    call.as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    let call: Call = decode(&call.to_string()).unwrap();
    mock::at(NOW, |formats| row(&call, formats))
}

fn texts(row: &CallRow) -> [&str; 11] {
    let cells = [
        &row.started,
        &row.contact,
        &row.phone,
        &row.from,
        &row.campaign,
        &row.attempt,
        &row.sip,
        &row.disposition,
        &row.ring,
        &row.talk,
        &row.cost,
    ];
    cells.map(|cell| &*cell.text)
}

#[test]
fn a_whole_call_is_a_whole_row() {
    let row = one(json!({
        "task_id": "t_1", "campaign": {"id": "c_1", "name": "Q4"}, "contact": {"id": "ct_1", "name": "Maya Ortiz"},
        "phone": "+12175550148", "from": "+13125550142", "attempt": 2, "max_attempts": 4, "sip_status": 486,
        "disposition": "busy", "ring_seconds": 18.4, "talk_seconds": 112, "cost": {"amount": 0.03, "currency": "USD"},
    }));
    assert_eq!(
        texts(&row),
        [
            "14:30:51",
            "Maya Ortiz",
            "+1 217 555 0148",
            "+1 312 555 0142",
            "Q4",
            "2 of 4",
            "486",
            "busy",
            "18 s",
            "1m 52s",
            "$0.03"
        ]
    );
    assert_eq!(
        (row.failure, row.state),
        (Some(FailureClass::Soon), AttemptState::Completed)
    );
    assert_eq!(row.task.unwrap().format(), "/campaigns/c_1/tasks/t_1");
    assert_eq!(row.campaign_page.unwrap().format(), "/campaigns/c_1");
    assert_eq!(row.contact_id.as_deref(), Some("ct_1"));
}

#[test]
fn a_recording_is_followed_only_on_the_web() {
    let recording = |url: &str| one(json!({"recording_url": url})).recording;
    assert_eq!(
        recording("https://r.example/1").as_deref(),
        Some("https://r.example/1")
    );
    assert_eq!(recording("javascript:alert(1)"), None);
}

#[test]
fn what_is_not_reported_says_so_and_leads_nowhere() {
    let bare = one(json!({}));
    let unsaid = "Not reported";
    assert_eq!(
        texts(&bare),
        [
            "14:30:51", "at_1", unsaid, unsaid, unsaid, unsaid, unsaid, unsaid, unsaid, unsaid,
            unsaid
        ]
    );
    assert_eq!(
        (&bare.task, &bare.campaign_page, &bare.contact_id),
        (&None, &None, &None)
    );
    assert_eq!(unreported_columns(&[bare]).len(), 9);
    assert!(unreported_columns(&[]).is_empty());
}

#[test]
fn null_is_known_to_be_empty() {
    let row = one(json!({
        "campaign": null, "phone": null, "from": null, "attempt": null, "sip_status": null,
        "disposition": null, "ring_seconds": null, "talk_seconds": null, "cost": null, "contact": null,
    }));
    assert_eq!(texts(&row)[2..], ["—"; 9]);
    assert!(unreported_columns(&[row]).is_empty());
}

#[test]
fn a_task_leads_to_its_drawer_only_with_its_campaign() {
    assert_eq!(one(json!({"task_id": "t_1"})).task, None);
    assert_eq!(
        one(json!({"task_id": "", "campaign": {"id": "c"}})).task,
        None
    );
    let unreadable = one(json!({"task_id": "t_1", "campaign": "c_1"}));
    assert_eq!(
        (unreadable.campaign.text.as_str(), unreadable.task),
        ("Unreadable", None)
    );
}

#[test]
fn a_campaign_without_a_name_is_told_by_its_id() {
    for campaign in [
        json!({"id": "c_1"}),
        json!({"id": "c_1", "name": " "}),
        json!({"id": "c_1", "name": null}),
    ] {
        assert_eq!(one(json!({"campaign": campaign})).campaign.text, "c_1");
    }
}

proptest! {
    #[test]
    fn no_figure_breaks_a_row(attempt: i64, allowed: i64, sip: i64, ring: f64, talk: f64, amount: f64) {
        let row = one(json!({
            "attempt": attempt, "max_attempts": allowed, "sip_status": sip, "ring_seconds": ring,
            "talk_seconds": talk, "cost": {"amount": amount, "currency": "USD"},
        }));
        for text in texts(&row) {
            prop_assert!(!text.is_empty() && !text.contains("NaN") && !text.contains("inf"), "{text}");
        }
    }
}
