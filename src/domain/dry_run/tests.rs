#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::json::decode;
use crate::domain::mock;
use serde_json::{Value, json};

fn preview(parts: Value) -> RetryPreview {
    let mut json = json!({
        "eligible": 229, "selected": 318,
        "excluded": [
            {"reason": "permanent", "count": 74},
            {"reason": "reached", "count": 9},
            {"reason": "on_holiday", "count": 6, "label": "Away until Monday"},
        ],
        "lasts_seconds": {"low": 1_500.0, "high": 2_400.0},
    });
    json.as_object_mut()
        .unwrap()
        .extend(parts.as_object().unwrap().clone());
    decode(&json.to_string()).unwrap()
}

fn told(preview: &RetryPreview) -> Vec<String> {
    mock::at(0, |formats| lines(preview, 20, formats))
        .into_iter()
        .map(|line| [&*line.label, " ", &line.figure].concat())
        .collect()
}

#[test]
fn everybody_is_accounted_for() {
    assert_eq!(
        told(&preview(json!({}))),
        [
            "Selected 318",
            "May be retried 229",
            "Sample first 20",
            "The rest, after the sample 209",
            "All of it takes (est.) 25 min to 40 min",
            "Left out: already reached 9",
            "Left out: in flight 0",
            "Left out: permanent failure 74",
            "Left out: away until Monday 6",
        ]
    );
    let bare: RetryPreview = decode(r#"{"eligible":3}"#).unwrap();
    assert_eq!(
        told(&bare),
        [
            "Selected Not reported",
            "May be retried 3",
            "Sample first 3",
            "The rest, after the sample 0",
            "Left out: all reasons Not reported",
        ]
    );
    mock::at(0, |formats| {
        assert_eq!(doubt(&preview(json!({})), formats), None)
    });
}

#[test]
fn nobody_left_out_is_zero_and_what_cannot_be_read_is_not() {
    let out = |excluded: Value| {
        let all = told(&preview(json!({"selected": 229, "excluded": excluded})));
        let out = all.into_iter().filter(|line| line.starts_with("Left out"));
        out.collect::<Vec<_>>()
    };
    let none = ["Left out: already reached 0", "Left out: in flight 0"];
    assert_eq!(out(json!(null)), none);
    assert_eq!(out(json!([])), none);
    assert_eq!(out(json!(7)), ["Left out: all reasons Not reported"]);
    assert_eq!(
        out(json!([{"reason": "reached", "count": 9}, {"reason": "in_flight"}])),
        [
            "Left out: already reached 9",
            "Left out: in flight Not reported",
            "Left out: reasons that cannot be read 1",
        ]
    );
    mock::at(0, |formats| {
        let doubted = doubt(&preview(json!({"excluded": null})), formats);
        assert!(doubted.unwrap().contains("0 are left out"));
        let agrees = preview(json!({"selected": 229, "excluded": null}));
        assert_eq!(doubt(&agrees, formats), None);
    });
}

#[test]
fn a_span_without_sense_is_no_span() {
    for (low, high, told) in [
        (60.0, 90.0, "about 1 min"),
        (-1.0, 5.0, "—"),
        (9.0, 5.0, "—"),
        (30.0, 3_600.0, "30 s to 1 h"),
    ] {
        let span = mock::at(0, |formats| span(&Lasts { low, high }, formats));
        assert_eq!(span, told, "{low} to {high}");
    }
}

#[test]
fn what_moved_since_is_told_and_nothing_else() {
    let before = preview(json!({}));
    let now = preview(json!({
        "eligible": 221,
        "excluded": [
            {"reason": "permanent", "count": 74},
            {"reason": "reached", "count": 17},
            {"reason": "do_not_call", "count": 6},
        ],
    }));
    mock::at(0, |formats| {
        assert_eq!(changed(&before, &before, formats), None);
        let told = "It has changed since the dry run: may be retried 229 → 221, left out: \
            already reached 9 → 17, left out: do not call 0 → 6, left out: away until \
            Monday 6 → 0.";
        assert_eq!(changed(&before, &now, formats).as_deref(), Some(told));
    });
}

#[test]
fn what_does_not_add_up_is_told() {
    let doubted =
        |parts| mock::at(0, |formats| doubt(&preview(parts), formats)).unwrap_or_default();
    assert!(doubted(json!({"eligible": 300})).contains("300 may be retried and 89 are left out"));
    assert!(doubted(json!({"excluded": 7})).contains("cannot be read"));
    assert!(obstacle(&preview(json!({"eligible": 0}))).is_some());
    assert_eq!(obstacle(&preview(json!({}))), None);
    let few = preview(json!({"eligible": 12}));
    assert!(promise(&few, 20).contains("no more than a sample"));
    assert!(promise(&preview(json!({})), 10).starts_with("9 of 10 must"));
}
