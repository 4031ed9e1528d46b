#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

mod below;
mod deltas;
mod hostile;

fn of(snapshot: &Snapshot) -> Vec<Tile> {
    mock::at_capture(snapshot, |formats| {
        tiles(snapshot, None, &History::default(), formats)
    })
}

fn tile(snapshot: &Snapshot, key: &str) -> Tile {
    of(snapshot)
        .into_iter()
        .find(|tile| tile.key == key)
        .unwrap()
}

fn bare(parts: Value) -> Snapshot {
    mock::bare("running", parts)
}

#[test]
fn the_running_example_reads_as_designed() {
    let texts: Vec<String> = of(&mock::running())
        .iter()
        .map(|tile| format!("{} | {} | {}", tile.label, tile.value, tile.sub))
        .collect();
    assert_eq!(
        texts,
        [
            "Progress | 63.5% | 3,055 of 4,812",
            "Active | 44 | 36 on a call",
            "Completed | 2,318 | 48.2% of contacts",
            "Failed | 737 | 558 exhausted",
            "Pending | 1,713 | 1,102 ready now",
            "Answer rate | 41.1% | 2,583 of 6,282",
            "Avg duration | 1m 52s | 2,318 calls",
            "Spend | $480.77 | 64.1% of $750.00",
            "Goal progress | 64.0% | 640 of 1,000",
        ]
    );
    assert!(of(&mock::running()).iter().all(|tile| {
        tile.reported && !tile.small_sample && tile.contradiction.is_none() && tile.delta.is_none()
    }));
}

#[test]
fn the_paused_example_reads_as_designed() {
    let paused = mock::paused();
    for (key, value, sub) in [
        ("progress", "64.5%", "3,102 of 4,812"),
        ("active", "6", "5 on a call"),
        ("pending", "1,704", "0 can dial now"),
        ("answer_rate", "40.4%", "2,596 of 6,421"),
        ("spend", "$486.45", "64.9% of $750.00"),
        ("goal", "64.6%", "646 of 1,000"),
    ] {
        let tile = tile(&paused, key);
        assert_eq!((tile.value.as_str(), tile.sub.as_str()), (value, sub));
    }
}

#[test]
fn every_rate_explains_itself_with_live_figures() {
    let running = mock::running();
    let formula = tile(&running, "answer_rate").formula.unwrap();
    assert_eq!(formula.title, "Answered ÷ finished attempts");
    assert_eq!(
        formula.lines,
        [
            "2,583 ÷ 6,282 = 41.1%",
            "Per attempt, not per contact. 15 in flight are not counted.",
            "Shown as — without attempts, in gray below 20.",
        ]
    );
    assert_eq!(
        tile(&running, "progress").formula.unwrap().lines[0],
        "3,055 ÷ 4,812 = 63.5%"
    );
    assert_eq!(
        tile(&running, "failed").formula.unwrap().lines[0],
        "558 + 148 + 31 = 737"
    );
    assert_eq!(
        tile(&running, "average").formula.unwrap().lines[0],
        "72h 06m ÷ 2,318 = 1m 52s"
    );
}

#[test]
fn what_is_not_reported_is_said_to_be_and_is_never_zero() {
    let tiles = of(&bare(json!({})));
    assert_eq!(tiles.len(), 8, "no goal, no tile");
    for tile in tiles {
        assert_eq!(
            (tile.value.as_str(), tile.reported),
            (NOT_REPORTED, false),
            "{}",
            tile.key
        );
        assert!(!tile.sub.contains('0'), "{}", tile.sub);
    }
}

#[test]
fn an_unreadable_block_is_told_apart_from_a_missing_one() {
    let broken = bare(json!({"counts": {"total": "many"}, "goal": 7}));
    assert_eq!(tile(&broken, "completed").value, NOT_READABLE);
    assert!(
        tile(&broken, "completed")
            .sub
            .starts_with("counts.total: expected ")
    );
    assert_eq!(tile(&broken, "goal").value, NOT_READABLE);
    assert_eq!(tile(&broken, "spend").value, NOT_REPORTED);
}

#[test]
fn dividing_by_nothing_gives_a_dash() {
    let empty = bare(json!({
        "counts": {"total": 0, "by_status": {}},
        "attempts": {"dialed": 0, "finished": 0, "answered": 0, "talk_seconds": 0, "completed": 0},
        "goal": {"target": 0, "reached": 0},
    }));
    for (key, sub) in [
        ("progress", "0 of 0"),
        ("answer_rate", "no attempts"),
        ("average", "no completed calls"),
        ("goal", "0 of 0"),
    ] {
        let tile = tile(&empty, key);
        assert_eq!(
            (tile.value.as_str(), tile.sub.as_str()),
            ("—", sub),
            "{key}"
        );
        assert!(tile.reported);
    }
    assert_eq!(tile(&empty, "completed").sub, "no contacts");
}

#[test]
fn a_small_sample_is_marked() {
    let rate = |finished: i64| {
        let attempts = json!({"attempts": {"finished": finished, "answered": 4}});
        tile(&bare(attempts), "answer_rate")
    };
    assert!(rate(8).small_sample);
    assert_eq!(
        (rate(8).value.as_str(), rate(8).sub.as_str()),
        ("50.0%", "4 of 8, too few to judge")
    );
    assert!(rate(19).small_sample && !rate(20).small_sample);
}

#[test]
fn the_dialers_own_rate_is_shown_with_the_counts_that_contradict_it() {
    let recorded = bare(json!({"counts": {"total": 156, "processed": 146, "progress": 0.133_333}}));
    let progress = tile(&recorded, "progress");
    assert_eq!(
        (progress.value.as_str(), progress.sub.as_str()),
        ("13.3%", "146 of 156")
    );
    assert_eq!(
        progress.contradiction.unwrap(),
        "Reported as 13.3%, but 146 of 156 is 93.6%."
    );
    let agreeing =
        bare(json!({"attempts": {"finished": 1000, "answered": 411, "answer_rate": 0.415}}));
    let rate = tile(&agreeing, "answer_rate");
    assert_eq!((rate.value.as_str(), rate.contradiction), ("41.5%", None));
}

#[test]
fn stopped_contacts_are_final_and_counted_apart_from_the_failed() {
    let stopped = bare(json!({"counts": {"total": 100, "by_status": {
        "completed": 40, "exhausted": 9, "window_closed": 12, "manual_stopped": 3, "pending": 36
    }}}));
    assert_eq!(tile(&stopped, "progress").sub, "64 of 100");
    let failed = tile(&stopped, "failed");
    assert_eq!(
        (failed.value.as_str(), failed.sub.as_str()),
        ("9", "9 exhausted, plus 15 closed or stopped")
    );
}

#[test]
fn states_that_nobody_knows_are_neither_final_nor_pending() {
    let odd =
        bare(json!({"counts": {"total": 10, "by_status": {"completed": 4, "weird_new_state": 6}}}));
    let progress = tile(&odd, "progress");
    assert_eq!(progress.sub, "4 of 10");
    assert!(progress.formula.unwrap().lines[2].starts_with("6 in states unknown"));
    assert_eq!(tile(&odd, "pending").value, "0");
    let parts: Vec<(&str, i64)> = segments(&odd)
        .unwrap()
        .iter()
        .map(|part| (part.label, part.count))
        .collect();
    assert!(parts.contains(&("Other states", 6)));
}

#[test]
fn budgets_that_cannot_be_compared_are_named_without_a_share() {
    let spend = |budget: Value| {
        let mut cost = json!({"total": {"amount": 12.5, "currency": "USD"}});
        cost.as_object_mut()
            .unwrap()
            .extend(budget.as_object().unwrap().clone());
        tile(&bare(json!({"cost": cost})), "spend").sub
    };
    let money =
        |amount: f64, currency: &str| json!({"budget": {"amount": amount, "currency": currency}});
    assert_eq!(spend(json!({})), "budget not reported");
    assert_eq!(spend(json!({"budget": null})), "no budget set");
    assert_eq!(spend(money(10.0, "USD")), "125.0% of $10.00");
    assert_eq!(spend(money(10.0, "EUR")), "budget €10.00");
    assert_eq!(spend(money(0.0, "USD")), "budget $0.00");
}
