//! The four questions.

use super::*;

fn answers(snapshot: &Snapshot) -> Vec<(String, Tone)> {
    let checks = mock::at_capture(snapshot, |formats| checks(snapshot, formats));
    checks
        .into_iter()
        .map(|check| (check.answer, check.tone))
        .collect()
}

#[test]
fn the_running_example_is_limited_by_none_of_the_four() {
    assert_eq!(
        answers(&mock::running()),
        [
            ("No, the window is open. It closes 18:00 CST, in 3 h 28 m.".to_owned(), Tone::Ok),
            ("No. 36 lines, the smallest limit: number pool.".to_owned(), Tone::Ok),
            (
                "Not the limit. 501 of 1,713 waiting contacts have a later time. Next within 5 min."
                    .to_owned(),
                Tone::Ok
            ),
            (
                "No. No carrier is stopped or failing. 212 of 6,282 attempts have failed (3.4%)."
                    .to_owned(),
                Tone::Ok
            ),
        ]
    );
}

#[test]
fn what_is_not_reported_is_not_answered() {
    let nothing = answers(&with(json!({})));
    assert_eq!(nothing.len(), 4);
    assert!(
        nothing
            .iter()
            .all(|(answer, tone)| answer == "Not reported." && *tone == Tone::Mute)
    );
    let failures = answers(&with(json!({"attempts": {"failed": 70}})));
    assert_eq!(
        failures[3].0,
        "Carriers are not reported. 70 attempts have failed."
    );
}

#[test]
fn each_question_can_be_answered_yes() {
    let stopped = with(json!({
        "counts": {"total": 9, "by_status": {"retry_scheduled": 9}, "ready": 0},
        "call_window": {"open": false, "opens_at": "2026-11-13T09:00:00-06:00"},
        "dispatch": {
            "capacity": {
                "concurrency": {"limit": 0},
                "carriers": [{"name": "Twilio"}, {"name": "Telnyx", "breaker": "open", "recent_failures": 3}],
            },
            "blockers": [{"code": "retry_cool_off", "count": 9}],
        },
    }));
    assert_eq!(
        answers(&stopped),
        [
            (
                "Yes, the window is closed. It opens 13 Nov, 09:00 CST, in 18 h 28 m.".to_owned(),
                Tone::Mute
            ),
            (
                "Yes. The concurrency allows no lines.".to_owned(),
                Tone::Warn
            ),
            (
                "Yes. 9 of 9 waiting contacts have a later time.".to_owned(),
                Tone::Wait
            ),
            (
                "Yes. Telnyx is stopped by its breaker. 3 attempts failed.".to_owned(),
                Tone::Bad
            ),
        ]
    );
}

#[test]
fn contacts_that_only_wait_for_a_resume_do_not_wait_for_a_retry_time() {
    let (answer, tone) = answers(&mock::paused()).remove(2);
    assert!(
        answer.starts_with("Not the limit. 522 of 1,704 waiting contacts"),
        "{answer}"
    );
    assert_eq!(tone, Tone::Ok);
}

#[test]
fn the_badge_follows_the_verdict() {
    let label = |parts: Value| badge(&with(parts)).label;
    assert_eq!(label(json!({})), "Not reported");
    assert_eq!(
        label(json!({"call_window": {"open": false}})),
        "Window closed"
    );
    assert_eq!(label(json!({"counts": {"total": 0}})), "No contacts");
    assert_eq!(label(json!({"dispatch": {"calling_now": 3}})), "Dialing");
    let full = json!({"dispatch": {"calling_now": 3, "capacity": {"concurrency": {"limit": 3}}}});
    assert_eq!(label(full), "At concurrency");
    let out = json!({"dispatch": {"capacity": {"credits": {"attempts_left": 0}}}});
    assert_eq!(label(out), "Stopped");
    assert_eq!(badge(&mock::bare("draft", json!({}))).label, "Draft");
    assert_eq!(badge(&mock::bare("odd_state", json!({}))).tone, Tone::Mute);
}
