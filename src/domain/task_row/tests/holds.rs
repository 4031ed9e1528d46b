//! What keeps a task, and when it may go.

use super::*;

#[test]
fn waiting_for_a_retry_says_which_and_when() {
    let retry = |fields: Value| {
        let mut all =
            json!({"status": "retry_scheduled", "next_eligible_at": "2026-11-12T14:47:00-06:00"});
        all.as_object_mut()
            .unwrap()
            .extend(fields.as_object().unwrap().clone());
        let hold = one(all).blocker.unwrap();
        (hold.label, hold.second_line)
    };
    let said = |label: &str, line: &str| (label.to_owned(), line.to_owned());
    assert_eq!(
        retry(json!({"attempts": 1, "max_attempts": 4})),
        said("Retry scheduled", "Retry 1/3 · 14:47 CST, in 15 min")
    );
    assert_eq!(
        retry(json!({"blocker": "retry-cool-off"})),
        said("Retry cool-off", "14:47 CST, in 15 min")
    );
    assert_eq!(
        retry(
            json!({"next_eligible_at": "2026-11-13T09:00:00-06:00", "blocker": "retry_cool_off"})
        ),
        said("Retry cool-off", "13 Nov, 09:00 CST, in 18 h 28 m")
    );
    assert_eq!(
        retry(json!({"next_eligible_at": "soon", "blocker": "retry_cool_off"})),
        said("Retry cool-off", "soon"),
    );
}

#[test]
fn blockers_without_a_time_say_what_it_takes() {
    for (code, line) in [
        ("waiting_for_line", "goes on the next free line"),
        ("campaign_paused", "when resumed"),
        ("call_window_closed", "when the window opens"),
        ("circuit_breaker_open", "when the breaker closes"),
        ("out_of_credits", "needs a top-up"),
        ("something_new", "time not reported"),
    ] {
        assert_eq!(
            one(json!({"blocker": code})).blocker.unwrap().second_line,
            line,
            "{code}"
        );
    }
    let unknown = one(json!({"blocker": "something_new"})).blocker.unwrap();
    assert_eq!(
        (unknown.label.as_str(), unknown.tone),
        ("Something new", Tone::Mute)
    );
    assert_eq!(unknown.code.as_deref(), Some("something_new"));
}

#[test]
fn the_dialers_words_stand_beside_the_time() {
    let fields = json!({"blocker": "retry_cool_off", "blocker_text": "SIP 486 busy",
        "next_eligible_at": "2026-11-12T14:47:00-06:00"});
    assert_eq!(
        one(fields).blocker.unwrap().detail.as_deref(),
        Some("SIP 486 busy")
    );
}

#[test]
fn a_final_task_is_not_said_to_go_again() {
    let done = one(json!({"status": "exhausted", "blocker": "invalid_number",
        "next_eligible_at": "2026-11-12T14:47:00-06:00"}));
    assert_eq!(
        done.blocker.unwrap().second_line,
        "will not be called again"
    );
    let quiet =
        one(json!({"status": "completed", "next_eligible_at": "2026-11-12T14:47:00-06:00"}));
    assert_eq!(quiet.blocker, None);
}
