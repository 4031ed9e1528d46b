#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::history::History;
use crate::domain::mock;

mod hostile;

fn told<T>(snapshot: &Snapshot, of: impl Fn(&History, &Formats<'_>) -> T) -> T {
    let mut history = History::default();
    history.push(snapshot);
    mock::at_capture(snapshot, |formats| of(&history, formats))
}

fn set_to(snapshot: &Snapshot, lines: i64) -> Preview {
    told(snapshot, |history, formats| {
        concurrency(snapshot, history, lines, formats)
    })
}

fn removed(snapshot: &Snapshot, number: &str) -> Option<Preview> {
    told(snapshot, |history, formats| {
        number_removal(snapshot, history, number, formats)
    })
}

fn closed(snapshot: &Snapshot, at: &str) -> Option<Preview> {
    told(snapshot, |history, formats| {
        window(snapshot, history, at, formats)
    })
}

fn rows(preview: &Preview) -> Vec<[&str; 3]> {
    preview
        .rows
        .iter()
        .map(|row| [row.label, row.now.as_str(), row.after.as_str()])
        .collect()
}

#[test]
fn lowering_the_concurrency_reads_as_designed() {
    let preview = set_to(&mock::running(), 12);
    assert_eq!(
        rows(&preview),
        [
            ["Concurrency", "60", "12"],
            ["Lines allowed", "36", "12"],
            ["Smallest limit", "Number pool", "Concurrency"],
            ["Lines in use", "36", "12"],
            [
                "Likely done",
                "about 17:35 CST",
                "after the window closes, 18:00 CST"
            ],
        ]
    );
    assert_eq!(
        preview.sentence.plain(),
        "Lines in use drop 36 → 12 as calls end, in about 2 min. Finish moves from about \
         17:35 CST to after the window closes, 18:00 CST."
    );
}

#[test]
fn a_limit_that_holds_no_call_back_is_said_to_change_nothing() {
    let idle = |concurrency: i64, in_use: i64| {
        mock::running_with(|json| {
            json["dispatch"]["capacity"]["concurrency"]["limit"] = json!(concurrency);
            json["dispatch"]["capacity"]["lines_in_use"] = json!(in_use);
        })
    };
    for (snapshot, lines, sentence) in [
        (
            mock::running(),
            48,
            "Nothing changes: the smallest limit stays the number pool, 36 lines.",
        ),
        (idle(12, 12), 20, "It may use 8 more lines, 20 in all."),
        (
            idle(60, 4),
            6,
            "Nothing changes at once: 4 lines are in use, within the new limit.",
        ),
    ] {
        let preview = set_to(&snapshot, lines);
        let told = preview.sentence.plain();
        assert!(told.starts_with(sentence), "{told}");
    }
    let preview = set_to(&mock::running(), 48);
    let ends = preview.rows.iter().find(|row| row.label == "Likely done");
    assert!(ends.is_some_and(|row| row.now == row.after));
}

#[test]
fn what_the_api_would_refuse_is_refused_before() {
    for (lines, why) in [
        (0, "Between 1 and 120 lines."),
        (121, "Between 1 and 120 lines."),
        (-5, "Between 1 and 120 lines."),
        (60, "It is 60 already."),
    ] {
        assert_eq!(
            set_to(&mock::running(), lines).refused.as_deref(),
            Some(why)
        );
    }
    let no_range = mock::running_with(|json| mock::remove(json, "/campaign", "concurrency_range"));
    assert_eq!(
        set_to(&no_range, 61).refused.as_deref(),
        Some("Between 1 and 60 lines.")
    );
}

#[test]
fn removing_a_number_tells_the_pools_rate_and_lines() {
    let preview = removed(&mock::running(), "+13125550142").unwrap();
    assert_eq!(
        rows(&preview)[..4],
        [
            ["Pool answer rate", "41.1%", "40.4%"],
            ["Pool lines", "36", "30"],
            ["Lines allowed", "36", "30"],
            ["Smallest limit", "Number pool", "Number pool"],
        ]
    );
    let flagged = removed(&mock::running(), "+13125550109").unwrap();
    assert_eq!(
        flagged.sentence.plain(),
        "The pool answers 42.1% without it, not 41.1%. It is out of rotation, so the pool \
         still carries 36 lines."
    );
    assert_eq!(removed(&mock::running(), "+19"), None);
}

#[test]
fn the_worst_number_is_one_with_enough_dials() {
    assert_eq!(
        worst_number(&mock::running()).as_deref(),
        Some("+12625550175"),
        "the flagged ones are worse, and out of rotation"
    );
    let fresh = mock::running_with(|json| {
        for number in json["numbers"]["items"]
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .take(6)
        {
            number["finished"] = json!(19);
            number["attempts"] = json!(19);
            number["answered"] = json!(0);
        }
    });
    assert_eq!(worst_number(&fresh).as_deref(), Some("+14145550121"));
    let removed = mock::running_with(|json| {
        let items = json["numbers"]["items"].as_array_mut().unwrap();
        let worst = items
            .iter_mut()
            .find(|item| item["number"] == "+12625550175");
        worst.unwrap()["status"] = json!("removed");
    });
    assert_ne!(worst_number(&removed).as_deref(), Some("+12625550175"));
    let one = mock::running_with(|json| {
        let items = json["numbers"]["items"].as_array_mut().unwrap();
        items.truncate(1);
    });
    assert_eq!(worst_number(&one), None);
    assert_eq!(worst_number(&mock::bare("running", json!({}))), None);
}

#[test]
fn an_earlier_close_tells_what_is_left_then() {
    let preview = closed(&mock::running(), "16:30").unwrap();
    assert_eq!(
        rows(&preview),
        [
            ["Closes", "18:00 CST", "16:30 CST"],
            ["Dialing left today", "3 h 27 m", "1 h 57 m"],
            ["Contacts left then", "about 0", "about 631"],
        ]
    );
    assert_eq!(
        preview.sentence.plain(),
        "Dialing stops 16:30 CST, 1 h 30 m earlier; about 631 contacts would not be called any \
         more. Calls in progress finish first."
    );
    let days = mock::running_with(|json| json["campaign"]["mode"] = json!("multi_day"));
    let goes_on = closed(&days, "16:30").unwrap().sentence.plain();
    assert!(goes_on.contains("about 631 contacts would wait for the next window."));
}

#[test]
fn a_window_is_only_narrowed_and_only_for_today() {
    for (at, why) in [
        (
            "18:00",
            "Earlier than 18:00 CST; a window is only narrowed.",
        ),
        (
            "19:15",
            "Earlier than 18:00 CST; a window is only narrowed.",
        ),
        ("14:32", "A time still to come today."),
        ("09:00", "A time still to come today."),
        ("25:00", "A time of day as HH:MM."),
        ("4:30", "A time of day as HH:MM."),
        ("+1:30", "A time of day as HH:MM."),
        ("", "A time of day as HH:MM."),
    ] {
        let preview = closed(&mock::running(), at).unwrap();
        assert_eq!(preview.refused.as_deref(), Some(why), "{at}");
    }
    let shut = mock::running_with(|json| json["call_window"] = json!({"open": false}));
    assert!(closed(&shut, "16:30").unwrap().refused.is_some());
    assert_eq!(closed(&mock::bare("running", json!({})), "16:30"), None);
}

#[test]
fn moves_are_actions_where_the_api_offers_them() {
    let offered = |snapshot: &Snapshot| -> Vec<bool> {
        moves(snapshot).iter().map(|m| m.action.is_some()).collect()
    };
    assert_eq!(offered(&mock::running()), [true, true, true, false]);
    assert_eq!(offered(&mock::bare("running", json!({}))), [false; 4]);
}
