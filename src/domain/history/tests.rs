#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::mock;

#[test]
fn the_previous_refresh_is_the_one_before_the_latest() {
    let mut history = History::default();
    assert_eq!((history.latest(), history.previous()), (None, None));
    history.push(&mock::running());
    assert!(history.latest().is_some() && history.previous().is_none());
    history.push(&mock::paused());
    assert_eq!(history.latest(), Some(&Figures::of(&mock::paused())));
    assert_eq!(history.previous(), Some(&Figures::of(&mock::running())));
}

#[test]
fn a_long_shift_does_not_grow_the_history() {
    let mut history = History::default();
    let (first, other) = (mock::running(), mock::paused());
    history.push(&first);
    for _ in 0..HISTORY_LIMIT {
        history.push(&other);
    }
    let trend = history.trend("completed");
    assert_eq!(trend.len(), HISTORY_LIMIT);
    assert!(
        trend.iter().all(|completed| *completed == 2347.0),
        "the oldest goes first"
    );
}

#[test]
fn a_refresh_that_does_not_report_a_figure_leaves_no_zero_in_its_trend() {
    let mut history = History::default();
    history.push(&mock::running());
    history.push(&mock::running_with(|json| {
        mock::remove(json, "", "attempts")
    }));
    assert_eq!(history.trend("answer_rate"), [2583.0 / 6282.0]);
    assert_eq!(history.trend("completed"), [2318.0, 2318.0]);
    assert_eq!(history.trend("no_such_tile"), Vec::<f64>::new());
}
