//! The quiet cases: what looks like trouble and is none.

use super::*;
use crate::domain::timestamp::Timestamp;

#[test]
fn what_is_no_trouble_raises_no_signal() {
    let paused = |w: Watched| w.works().with(|w| w.status = "paused");
    let resumed = |w: Watched| w.works().with(|w| w.status = "running");
    let closed = |w: Watched| w.works().with(|w| w.open = false);
    let restarted =
        |w: Watched| burst(w).with(|w| (w.finished, w.answered, w.failures) = (30, 3, Some(20)));
    let back_in_time = |w: Watched| burst(w).with(|w| w.at -= 600_000);
    let after_a_gap = |w: Watched| burst(w).with(|w| w.at += 16 * 60_000);
    let at_once = |w: Watched| burst(w).with(|w| w.at -= 59_000);
    let set_lower = |w: Watched| loses_lines(w).with(|w| (w.in_rotation, w.concurrency) = (6, 12));
    let waits_for_retries = |w: Watched| {
        loses_lines(w).with(|w| {
            w.ready = 0;
            w.blockers = json!([{"code": "retry_cool_off", "count": 900}]);
        })
    };
    let one_failure = |w: Watched| {
        w.works().with(|w| {
            w.finished -= 33;
            w.answered -= 14;
            w.failures = w.failures.map(|failures| failures + 1);
        })
    };
    let one_silent = |w: Watched| {
        w.works().with(|w| {
            w.answered -= 3;
            w.numbers[0].1 -= 3;
        })
    };
    let last_attempts = |w: Watched| {
        w.works().with(|w| {
            w.answered -= 8;
            for number in &mut w.numbers {
                number.1 -= 1;
            }
        })
    };
    let cases: [(&str, Vec<Step<'_>>); 17] = [
        ("the first look at the page", vec![]),
        ("one refresh", vec![&burst]),
        ("one odd refresh", vec![&works, &works, &burst]),
        ("one odd refresh, over", vec![&works, &burst, &works]),
        ("paused now", vec![&burst, &burst, &paused]),
        ("window closed now", vec![&burst, &burst, &closed]),
        ("just resumed", vec![&burst, &paused, &resumed, &burst]),
        (
            "counters reset by a restart",
            vec![&works, &works, &restarted, &burst],
        ),
        (
            "the clock went backwards",
            vec![&works, &works, &back_in_time, &burst],
        ),
        (
            "a gap before the trouble",
            vec![&works, &works, &after_a_gap, &burst],
        ),
        (
            "refreshed twice within seconds",
            vec![&works, &at_once, &at_once],
        ),
        (
            "an operator lowered the concurrency",
            vec![&works, &set_lower, &stays_short],
        ),
        ("nobody is ready", vec![&works, &waits_for_retries, &works]),
        (
            "two of six dials failed",
            vec![&works, &one_failure, &one_failure],
        ),
        (
            "one number silent for a few dials",
            vec![&works, &one_silent, &one_silent],
        ),
        (
            "last attempts are answered less",
            vec![&works, &last_attempts, &last_attempts],
        ),
        ("the same answer again", vec![&works, &burst, &|w| w]),
    ];
    for (name, steps) in cases {
        assert_eq!(keys(&watched(&steps)), [""; 0], "{name}");
    }
}

#[test]
fn an_answer_without_figures_raises_no_signal() {
    let mut history = History::default();
    for (minute, parts) in [
        json!({}),
        json!({"attempts": {}}),
        json!({"counts": {"total": 5}}),
    ]
    .into_iter()
    .enumerate()
    {
        let at = Timestamp::from_ms(NOW + minute as i64 * 60_000).text;
        let mut parts = parts;
        parts["captured_at"] = json!(at);
        history.push(&mock::bare("running", parts));
    }
    let last = mock::bare("running", json!({}));
    assert_eq!(
        mock::at_capture(&last, |formats| signals(&history, &last, formats)),
        []
    );
}

#[test]
fn hostile_figures_neither_panic_nor_raise() {
    for value in [i64::MAX, i64::MIN, -1] {
        let odd = |minute: i64| {
            start().with(|w| {
                w.at = NOW + minute * 60_000;
                (w.finished, w.answered, w.ready) = (value, value, value);
                w.failures = Some(value);
                w.numbers = vec![(value, value); 3];
            })
        };
        let refreshes: Vec<Watched> = (0..4).map(odd).collect();
        assert_eq!(keys(&refreshes), [""; 0], "{value}");
    }
}
