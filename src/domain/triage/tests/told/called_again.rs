//! Who was called again, and what called people twice.

use super::duplicates::ran;
use super::*;

#[test]
fn who_was_called_again_is_counted_within_its_window() {
    let again = |json: Value| duplicates(json!({"/reached_again": json}));
    let within = |contacts: i64, seconds: f64| {
        again(json!({"contacts": contacts, "window_seconds": seconds}))
    };
    assert_told(
        "reached_again",
        [
            (
                within(0, 86_400.0),
                "pass | No one was called again after being reached | No contact was dialed again within 24 h of being reached. | 0 contacts",
            ),
            (
                within(1, 3_600.0),
                "fail | Contacts were called again after being reached | 1 contact dialed again within 1 h of being reached. | 1 contact",
            ),
            (
                within(2, 259_200.0),
                "fail | Contacts were called again after being reached | 2 contacts dialed again within 72 h of being reached. | 2 contacts",
            ),
            (
                within(2, 262_800.0),
                "fail | Contacts were called again after being reached | 2 contacts dialed again within 3 d 1 h of being reached. | 2 contacts",
            ),
            (
                within(2, 5_400.0),
                "fail | Contacts were called again after being reached | 2 contacts dialed again within 1 h 30 m of being reached. | 2 contacts",
            ),
            (
                within(2, 1_800.0),
                "fail | Contacts were called again after being reached | 2 contacts dialed again within 30 min of being reached. | 2 contacts",
            ),
            (
                within(2, 0.0),
                "fail | Contacts were called again after being reached | 2 contacts dialed again after being reached. | 2 contacts",
            ),
            (
                again(json!({"contacts": 2})),
                "fail | Contacts were called again after being reached | 2 contacts dialed again after being reached. | 2 contacts",
            ),
            (
                within(-1, 3_600.0),
                "unknown | Calls after being reached | A count below zero cannot be true. | −1 contacts",
            ),
            (
                again(json!({})),
                "unknown | Calls after being reached | Calls to contacts who were reached before are not reported. | ",
            ),
        ],
    );
}

#[test]
fn what_called_people_twice_is_named_as_the_cause() {
    let cause = |changes: Value| duplicates(changes).assess(Some(Symptom::Duplicates)).cause;
    let told: Vec<String> = [
        json!({"/runs": [{"job_id": "a"}, ran("b", "10:00:00", json!(null))]}),
        json!({"/runs": [ran("a", "09:00:00", json!(null)), ran("a", "10:00:00", json!(null))], "/reached_again/contacts": 1}),
        json!({"/upload/repeated": 1}),
        json!({"/upload/repeated": 2}),
        json!({"/deliveries": {"repeated": 7, "dropped": 4}}),
        json!({"/reached_again": {"contacts": 1}}),
    ]
    .map(|changes| cause(changes).sentence)
    .to_vec();
    assert_eq!(
        told,
        [
            "b was started 10:00 CST by J. Park over the same upload as a.",
            "a was started 10:00 CST by J. Park over the same upload as another run; 1 contact was called again after being reached.",
            "1 recipient stands in the upload more than once and was not skipped.",
            "2 recipients stand in the upload more than once and were not skipped.",
            "Deliveries were carried out twice: 7 repeats carried a seen key: 4 were dropped, 3 got through.",
            "Called after being reached: 1 contact dialed again after being reached."
        ]
    );
}
