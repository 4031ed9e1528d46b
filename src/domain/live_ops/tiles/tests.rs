#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::mock::cards as mock;
use serde_json::{Value, json};

fn drawn(past: &Past, cards: &Value) -> Vec<String> {
    let cards = mock::cards(cards);
    mock::written(|formats| {
        let drawn = tiles()
            .into_iter()
            .filter_map(|tile| tile.draw(&cards, past, formats));
        let told = drawn.map(|tile| {
            let delta = tile.delta.map_or_else(String::new, |delta| {
                let judgement = match delta.judgement {
                    Judgement::Good => " good",
                    Judgement::Bad => " bad",
                    Judgement::Neutral => "",
                };
                [" | ", &*delta.text, judgement].concat()
            });
            let value = if tile.reported {
                tile.value
            } else {
                "not reported".to_owned()
            };
            [tile.label, " | ", &value, " | ", &tile.sub, &delta].concat()
        });
        told.collect()
    })
}

fn design(lines: i64, answered: i64, errors: i64) -> Value {
    json!({
        "campaigns": {"running": 4, "dialing": 3, "outside_window": 1},
        "calls": {"lines_in_use": lines, "line_cap": 120,
            "hour": {"attempts": 3420, "finished": 3420, "answered": answered, "carrier_errors": errors}},
        "jobs": {"running": 1, "waiting": 1, "queued": 1},
        "runtime": {"workers": {"up": 11, "total": 12, "silent": [{"name": "bc-03", "since": "2026-11-12T14:22:00-06:00"}]}},
    })
}

fn remember(past: &mut Past, cards: &Value, at: i64) {
    for kind in CardKind::ALL {
        past.push(kind, &mock::cards(cards), at);
    }
}

#[test]
fn the_strip_reads_as_designed() {
    let mut past = Past::default();
    remember(&mut past, &design(88, 1337, 103), mock::NOW - 600_000);
    let now = design(74, 1214, 312);
    remember(&mut past, &now, mock::NOW);
    assert_eq!(
        drawn(&past, &now),
        [
            "Campaigns dialing | 3 | of 4 running, 1 outside its window | no change",
            "Calls on lines | 74 | of 120, 61.7% of the tenant cap | ▼ 14",
            "Answer rate, last hour | 35.5% | 1,214 of 3,420 finished attempts | ▼ 3.6 pt bad",
            "Carrier errors, last hour | 9.1% | 312 of 3,420 attempts | ▲ 6.1 pt bad",
            "Jobs running | 1 | 1 waiting, 1 queued | no change",
            "Workers | 11 | of 12, bc-03 silent since 14:22 CST | no change",
        ]
    );
}

#[test]
fn a_card_without_an_answer_has_no_tile_and_a_figure_that_is_not_reported_says_so() {
    assert!(drawn(&Past::default(), &json!({})).is_empty());
    let bare = json!({"campaigns": {}, "calls": {"hour": {"attempts": 0, "carrier_errors": 0, "finished": 0, "answered": 0}},
        "jobs": {}, "runtime": {}, "callbacks": {"due": 1, "past_due": 3}, "credits": {}});
    assert_eq!(
        drawn(&Past::default(), &bare),
        [
            "Campaigns dialing | not reported | ",
            "Calls on lines | not reported | ",
            "Answer rate, last hour | — | 0 of 0 finished attempts",
            "Carrier errors, last hour | — | 0 of 0 attempts",
            "Jobs running | not reported | ",
            "Workers | not reported | ",
        ]
    );
}

#[test]
fn hostile_figures_stay_figures() {
    let odd = json!({"calls": {"lines_in_use": i64::MAX, "line_cap": -1,
            "hour": {"attempts": -5, "finished": 1, "answered": i64::MAX, "carrier_errors": 4}},
        "campaigns": {"dialing": -3, "running": i64::MIN, "outside_window": -1}});
    for text in drawn(&Past::default(), &odd) {
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
}

#[test]
fn few_attempts_are_told_as_few_below_the_minimum_alone() {
    for (attempts, few) in [
        (ANSWER_RATE_MINIMUM - 1, true),
        (ANSWER_RATE_MINIMUM, false),
        (ANSWER_RATE_MINIMUM + 1, false),
    ] {
        let hour =
            json!({"attempts": attempts, "finished": attempts, "answered": 1, "carrier_errors": 1});
        let cards = mock::cards(&json!({"calls": {"hour": hour}}));
        let found = mock::written(|formats| {
            [answers(&cards, formats), errors(&cards, formats)].map(|it| it.unwrap().few)
        });
        assert_eq!(found, [few, few], "{attempts}");
    }
}
