#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::glyph::Glyph;
use crate::domain::json::decode;
use crate::domain::mock;
use crate::domain::tone::Tone;

fn of(fields: Value) -> CampaignRow {
    let mut summary = json!({"id": "cmp_1", "name": "Payment reminders Nov", "status": "running"});
    summary
        .as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    let summary: CampaignSummary = decode(&summary.to_string()).unwrap();
    let now = mock::running().captured_at.ms.unwrap();
    mock::at(now, |formats| row(&summary, formats))
}

/// The completed and failed parts of a row's bar.
fn parts(row: &CampaignRow) -> (f64, f64) {
    match row.bar.as_deref() {
        Some([("completed", completed), ("failed", failed)]) => (*completed, *failed),
        _ => (0.0, 0.0),
    }
}

#[test]
fn a_bar_without_figures_is_no_empty_bar() {
    assert_eq!(of(json!({})).bar, None);
    assert_eq!(of(json!({"counts": {"total": 9}})).bar, None);
    let processed = of(json!({"counts": {"total": 10, "processed": 12}}));
    assert_eq!(
        processed.bar,
        Some(vec![("other", 1.0)]),
        "capped, but the figure is not"
    );
    assert_eq!(processed.progress_of.text, "12 of 10");
    assert_eq!(
        processed.contradictions,
        ["12 contacts are processed, of 10 in all."]
    );
}

#[test]
fn columns_that_no_row_reports_are_named() {
    let bare = of(json!({"created_at": "2026-11-11T16:42:00-06:00", "priority": null}));
    let missing = unreported_columns(&[bare]);
    assert_eq!(
        missing,
        [
            "Why, right now",
            "Progress",
            "Answer rate",
            "Completion",
            "Spend",
            "Window"
        ]
    );
    assert!(unreported_columns(&[]).is_empty());
    let empty = of(json!({"why": null}));
    assert!(empty.why_reported && !unreported_columns(&[empty]).contains(&"Why, right now"));
}

#[test]
fn a_full_row_reads_as_designed() {
    let row = of(json!({
        "status": "paused",
        "why": {"severity": "critical", "text": "Auto-paused 14:20 CST: 52% failures in 2 min"},
        "counts": {"total": 2400, "by_status": {"completed": 552, "exhausted": 319, "pending": 1529}},
        "attempts": {"dialed": 1904, "finished": 1904, "answered": 552},
        "spend": {"amount": 142.66, "currency": "USD"}, "budget": {"amount": 400, "currency": "USD"},
        "priority": 1, "created_at": "2026-11-11T16:42:00-06:00",
        "call_window": {"open": true, "closes_at": "2026-11-12T18:00:00-06:00"},
    }));
    let texts = [
        &row.progress_of.text,
        &row.progress.text,
        &row.answer_rate.text,
        &row.answer_of,
        &row.completion.text,
        &row.spend.text,
        &row.spend_of,
        &row.priority.text,
        &row.created.text,
        &row.window.word.text,
    ];
    assert_eq!(
        texts,
        [
            "871 of 2,400",
            "36.3%",
            "29.0%",
            "of 1,904",
            "23.0%",
            "$142.66",
            "of $400.00",
            "1",
            "11 Nov",
            "Open",
        ]
    );
    assert_eq!(parts(&row), (552.0 / 2400.0, 319.0 / 2400.0));
    assert_eq!(
        row.window.change.as_deref(),
        Some("Closes 18:00 CST, in 3 h 28 m")
    );
    let (severity, text) = row.why.unwrap();
    assert_eq!(
        (severity.tone(), text.as_str()),
        (Tone::Bad, "Auto-paused 14:20 CST: 52% failures in 2 min")
    );
    assert!(!row.small_sample && row.contradictions.is_empty() && row.blocked_by.is_none());
}

#[test]
fn a_row_of_which_nothing_is_reported_invents_nothing() {
    let row = of(json!({}));
    let cells = [
        &row.progress_of,
        &row.progress,
        &row.answer_rate,
        &row.completion,
        &row.spend,
        &row.priority,
        &row.created,
        &row.window.word,
    ];
    assert!(cells.iter().all(|cell| **cell == Cell::not_reported()));
    assert_eq!(parts(&row), (0.0, 0.0));
    assert!(row.why.is_none() && row.spend_of.is_empty() && row.answer_of.is_empty());
}

#[test]
fn a_campaign_that_has_not_dialed_has_no_rates() {
    let row = of(json!({
        "status": "scheduled",
        "counts": {"total": 860, "by_status": {"pending": 860}},
        "attempts": {"dialed": 0, "finished": 0, "answered": 0},
        "budget": null, "spend": null,
    }));
    assert_eq!(
        (row.progress_of.text.as_str(), row.progress.text.as_str()),
        ("0 of 860", "0.0%")
    );
    assert_eq!(
        (row.answer_rate.text.as_str(), row.answer_of.as_str()),
        ("—", "no attempts")
    );
    assert_eq!(
        (row.completion.text.as_str(), row.spend.text.as_str()),
        ("—", "—")
    );
    assert!(row.spend.reported);
}

#[test]
fn an_empty_campaign_divides_by_nothing() {
    let row = of(json!({"counts": {"total": 0, "by_status": {}}}));
    assert_eq!(
        (row.progress_of.text.as_str(), row.progress.text.as_str()),
        ("0 of 0", "—")
    );
    assert_eq!(row.completion.text, "—");
}

#[test]
fn the_campaign_in_the_way_is_named() {
    let blocked = |campaign: Value| of(json!({"blocked_by": campaign})).blocked_by;
    assert_eq!(
        blocked(json!({"id": "c2", "name": "Claims outreach", "priority": 1})).as_deref(),
        Some("Waits for Claims outreach (priority 1)")
    );
    assert_eq!(
        blocked(json!({"id": "c2", "name": "Claims outreach"})).as_deref(),
        Some("Waits for Claims outreach")
    );
    assert_eq!(blocked(json!(null)), None);
}

#[test]
fn the_window_matters_only_while_the_campaign_may_dial() {
    let window = |status: &str, open: bool| {
        of(json!({"status": status, "call_window": {"open": open, "opens_at": "2026-11-13T09:00:00-06:00"}})).window
    };
    let closed = window("running", false);
    assert_eq!(
        (closed.word.text.as_str(), closed.glyph),
        ("Closed", Some(Glyph::Moon))
    );
    assert_eq!(
        closed.change.as_deref(),
        Some("Opens 13 Nov, 09:00 CST, in 18 h 28 m")
    );
    assert_eq!(window("completed", true).word, Cell::none());
    assert_eq!(of(json!({"status": "completed"})).window.word, Cell::none());
    assert_eq!(of(json!({"status": "draft"})).window.word, Cell::none());
}

#[test]
fn contradicting_counters_are_both_told() {
    let row = of(json!({
        "counts": {"total": 156, "processed": 146, "progress": 0.1333},
        "attempts": {"finished": 100, "answered": 40, "answer_rate": 0.6},
    }));
    assert_eq!(
        (row.progress_of.text.as_str(), row.progress.text.as_str()),
        ("146 of 156", "13.3%")
    );
    assert_eq!(row.answer_rate.text, "60.0%");
    assert_eq!(
        row.contradictions,
        [
            "Progress reported as 13.3%, but 146 of 156 is 93.6%.",
            "Answer rate reported as 60.0%, but 40 of 100 is 40.0%.",
        ]
    );
}

#[test]
fn bars_never_leave_their_track() {
    let row =
        of(json!({"counts": {"total": 10, "by_status": {"completed": i64::MAX, "exhausted": -5}}}));
    assert_eq!(parts(&row), (1.0, 0.0));
    let few = of(json!({"attempts": {"finished": 8, "answered": 4}}));
    assert!(few.small_sample);
}

#[test]
fn without_a_headline_the_campaigns_own_times_stand_in() {
    let why = |fields: Value| {
        of(fields)
            .why
            .map(|(severity, text)| (severity.tone(), text))
    };
    let (starts, ended) = ("2026-11-13T10:00:00-06:00", "2026-10-31T17:22:00-06:00");
    assert_eq!(
        why(json!({"status": "scheduled", "starts_at": starts})),
        Some((Tone::Accent, "Starts 13 Nov, 10:00 CST".to_owned()))
    );
    assert_eq!(
        why(json!({"status": "completed", "ended_at": ended})),
        Some((Tone::Accent, "Ended 31 Oct, 17:22 CST".to_owned()))
    );
    assert_eq!(why(json!({"status": "completed"})), None);
    assert_eq!(why(json!({"status": "running", "starts_at": starts})), None);
    // A campaign that was started again may still carry the end of its last run.
    assert_eq!(why(json!({"status": "running", "ended_at": ended})), None);
}
