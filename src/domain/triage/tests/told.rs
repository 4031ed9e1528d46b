//! Each check word for word, over evidence that is changed in one place.

use super::given::*;
use super::*;

mod called_again;
mod causes;
mod counters;
mod dispatch;
mod duplicates;
mod escalation;
mod failures;
mod ladder;
mod movement;
mod processed;
mod retries;
mod shares;
mod standing;
mod status;

/// Puts values in their places: `{"/campaign/status": "paused"}`.
fn put(json: &mut Value, changes: Value) {
    for (pointer, value) in changes.as_object().unwrap() {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        json.pointer_mut(parent).unwrap()[key] = value.clone();
    }
}

/// A time of the day that everything is read on, in Chicago.
fn today(time: &str) -> String {
    ["2026-11-12T", time, "-06:00"].concat()
}

fn campaign(changes: Value) -> Given {
    with_campaign(|json| put(json, changes))
}

fn run(changes: Value) -> Given {
    with_run(|json| put(json, changes))
}

fn duplicates(changes: Value) -> Given {
    with_duplicates(|json| put(json, changes))
}

/// The check of that name over each evidence reads as it stands beside it.
fn assert_told<const N: usize>(id: &str, cases: [(Given, &str); N]) {
    let head = [id, " "].concat();
    let told = |given: &Given| {
        let mut all = lines(&given.assess(None)).into_iter();
        all.find_map(|line| line.strip_prefix(&*head).map(str::to_owned))
    };
    let found: Vec<String> = cases.iter().filter_map(|(given, _)| told(given)).collect();
    assert_eq!(found, cases.map(|(_, expected)| expected.to_owned()));
}
