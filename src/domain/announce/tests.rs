#![allow(clippy::indexing_slicing)]
use super::*;
use crate::domain::mock;
use crate::domain::snapshot::Snapshot;

fn told(before: &Snapshot, now: &Snapshot) -> String {
    mock::at_capture(now, |formats| {
        refreshed(&Figures::of(before), &Figures::of(now), formats)
    })
}

#[test]
fn a_refresh_tells_three_changes_at_most() {
    assert_eq!(
        told(&mock::running(), &mock::paused()),
        "Updated. Completed up 29, failed up 18, answer rate down 0.7 points."
    );
}

#[test]
fn one_change_is_one_sentence() {
    let after = mock::running_with(|json| {
        json["counts"]["by_status"]["completed"] = serde_json::json!(2349);
        json["counts"]["by_status"]["pending"] = serde_json::json!(1173);
        json["counts"]["total"] = serde_json::json!(4812);
    });
    assert_eq!(
        told(&mock::running(), &after),
        "Updated. Completed up 31, pending down 31."
    );
}

#[test]
fn a_refresh_without_a_change_says_so() {
    assert_eq!(
        told(&mock::running(), &mock::running()),
        "Updated. No figure has changed."
    );
    let bare = mock::bare("running", serde_json::json!({}));
    assert_eq!(
        told(&bare, &mock::running()),
        "Updated. No figure has changed."
    );
}
