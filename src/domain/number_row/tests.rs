#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::block::good_rows;
use crate::domain::mock;
use crate::domain::snapshot::Snapshot;

fn rows(snapshot: &Snapshot) -> Vec<NumberRow> {
    let page = snapshot.numbers.value().unwrap();
    mock::at_capture(snapshot, |formats| {
        good_rows(&page.items)
            .map(|number| row(number, formats))
            .collect()
    })
}

fn pool(rows: Value, page: Value) -> Snapshot {
    mock::bare("running", json!({"numbers": {"items": rows, "page": page}}))
}

fn one(fields: Value) -> NumberRow {
    let mut number = json!({"number": "+13125550142"});
    number
        .as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    rows(&pool(json!([number]), json!({"size": 50}))).remove(0)
}

fn heading(snapshot: &Snapshot) -> PoolSummary {
    mock::at_capture(snapshot, |formats| {
        summary(snapshot.numbers.value().unwrap(), formats)
    })
}

#[test]
fn the_running_example_reads_as_designed() {
    let rows = rows(&mock::running());
    let texts: Vec<String> = [&rows[0], &rows[6]]
        .iter()
        .map(|row| {
            let status = row.status.as_ref().unwrap().label();
            [
                &*row.number,
                &row.provider.text,
                &status,
                &row.attempts.text,
                &row.answered.text,
                &row.answer_rate.text,
                &row.weight.text,
                &row.reputation.text,
            ]
            .join(" | ")
        })
        .collect();
    assert_eq!(
        texts,
        [
            "+1 312 555 0142 | Twilio | In rotation | 934 | 421 | 45.1% | 18% | clear on 3 lists",
            "+1 312 555 0109 | Twilio | Spam-flagged | 492 | 147 | 29.9% | 0% | 2 of 3 lists, since 12:10 CST",
        ]
    );
    assert!(
        rows.iter()
            .all(|row| row.contradictions.is_empty() && !row.small_sample)
    );
    let summary = heading(&mock::running());
    assert_eq!(summary.heading, "8 numbers, 6,282 attempts");
    assert_eq!(
        summary.without_flagged.unwrap().plain(),
        "Without the 2 flagged numbers the pool rate is 43.1%, not 41.1%"
    );
}

#[test]
fn a_number_of_which_nothing_is_known_invents_nothing() {
    let bare = one(json!({"number": "1000"}));
    assert_eq!(
        (bare.id.as_str(), bare.number.as_str(), bare.status.clone()),
        ("1000", "1000", None)
    );
    let cells = [
        &bare.provider,
        &bare.attempts,
        &bare.answered,
        &bare.answer_rate,
        &bare.weight,
    ];
    assert!(cells.iter().all(|cell| **cell == Cell::not_reported()));
    assert!(!bare.small_sample);
}

#[test]
fn rates_are_judged_only_from_enough_attempts() {
    let rate = |fields: Value| {
        let row = one(fields);
        (row.answer_rate.text, row.small_sample)
    };
    assert_eq!(
        rate(json!({"finished": 19, "answered": 5})),
        ("26.3%".to_owned(), true)
    );
    assert_eq!(
        rate(json!({"finished": 20, "answered": 5})),
        ("25.0%".to_owned(), false)
    );
    assert_eq!(
        rate(json!({"attempts": 0, "answered": 0})),
        ("—".to_owned(), true)
    );
    assert_eq!(rate(json!({"answer_rate": null})).0, "—");
    assert_eq!(
        rate(json!({"answer_rate": 0.31})),
        ("31.0%".to_owned(), false)
    );
}

#[test]
fn the_worst_are_the_lowest_rates_that_can_be_judged() {
    let snapshot = mock::running();
    let page = snapshot.numbers.value().unwrap();
    let first = good_rows(&page.items).next().unwrap();
    let with = |id: &str, answered: i64, finished: i64| {
        let mut number = first.clone();
        number.id = Field::Value(id.to_owned());
        number.answer_rate = Field::NotReported;
        (number.answered, number.finished) = (Field::Value(answered), Field::Value(finished));
        number
    };
    let pool = [
        with("few", 0, 19),
        with("good", 90, 100),
        with("none", 0, 0),
        with("bad", 1, 100),
    ];
    let ranked = worst_first(pool.iter().collect());
    let ids: Vec<_> = ranked.iter().map(|number| number.id.as_deref()).collect();
    assert_eq!(ids, [Some("bad"), Some("good"), Some("few"), Some("none")]);
}

#[test]
fn contradictions_of_a_row_tell_both_figures() {
    let found = |fields: Value| one(fields).contradictions;
    assert_eq!(
        found(json!({"finished": 100, "answered": 40, "answer_rate": 0.52})),
        ["Reported as 52.0%, but 40 of 100 is 40.0%."]
    );
    assert_eq!(
        found(json!({"attempts": 5, "finished": 9})),
        ["9 finished, but only 5 attempted."]
    );
    assert_eq!(
        found(json!({"attempts": 5, "answered": 9})),
        ["9 answered, but only 5 attempted."]
    );
    assert_eq!(
        found(json!({"finished": 100, "answered": 40, "answer_rate": 0.404})),
        [""; 0]
    );
}

#[test]
fn a_pool_that_is_not_all_on_the_page_is_not_summed() {
    let two = json!([{"number": "1", "attempts": 4}, {"number": "2", "attempts": 5}]);
    assert_eq!(
        heading(&pool(two.clone(), json!({"size": 2, "total": 2}))).heading,
        "2 numbers, 9 attempts"
    );
    assert_eq!(
        heading(&pool(two.clone(), json!({"size": 2, "total": 80}))).heading,
        "80 numbers"
    );
    let partial = json!([{"number": "1", "attempts": 4}, {"number": "2"}]);
    assert_eq!(
        heading(&pool(partial, json!({"size": 2, "total": 2}))).heading,
        "2 numbers"
    );
    let many = heading(&pool(
        two,
        json!({"size": 2, "total": 80, "total_is": "at_least"}),
    ));
    assert_eq!(many.heading, "at least 80 numbers");
}

#[test]
fn a_pool_without_flagged_numbers_has_no_what_if() {
    let clean = json!([{"number": "1", "attempts": 40, "answered": 9, "status": "in_rotation"}]);
    assert_eq!(
        heading(&pool(clean, json!({"size": 2, "total": 1}))).without_flagged,
        None
    );
    let all = json!([{"number": "1", "attempts": 40, "answered": 9, "status": "spam_flagged"}]);
    assert_eq!(
        heading(&pool(all, json!({"size": 2, "total": 1}))).without_flagged,
        None
    );
}
