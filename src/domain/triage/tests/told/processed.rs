//! How many are processed, of how many that are expected.

use super::*;
use crate::domain::timestamp::Timestamp;

/// A campaign whose first hour began at a time, with so many dials in each quarter of it.
fn begun(at: &str, quarters: [i64; 5], changes: Value) -> Given {
    let from = Timestamp::from_text(today(at)).ms.unwrap();
    let bucket = |(place, dials): (i64, &i64)| {
        let from = Timestamp::from_ms(from + place * 900_000).text;
        json!({"from": from, "answered": dials, "unanswered": 0, "carrier_errors": 0})
    };
    let buckets: Vec<Value> = (0..).zip(&quarters).map(bucket).collect();
    let mut all = json!({
        "/timeline": {"bucket_seconds": 900, "buckets": buckets},
        "/attempts": {"finished": 2000},
        "/counts": {"total": 2400, "by_status": {"pending": 1400, "completed": 1000}},
    });
    let more = changes.as_object().unwrap().clone();
    all.as_object_mut().unwrap().extend(more);
    campaign(all)
}

#[test]
fn what_is_processed_is_held_against_the_pace_of_the_first_hour() {
    let at_noon = |changes: Value| begun("12:32:08", [100, 200, 300, 400, 5_000], changes);
    let completed = |done: i64| {
        at_noon(
            json!({"/counts": {"total": 2400, "by_status": {"pending": 2400 - done, "completed": done}},
            "/attempts": {"finished": done * 2}}),
        )
    };
    assert_told(
        "processed",
        [
            (
                at_noon(json!({})),
                "pass | Processed 1,000 of 2,400 expected (41.7%) | At the first hour’s pace it would be about 1,000 by now. | 0",
            ),
            (
                completed(750),
                "pass | Processed 750 of 2,400 expected (31.2%) | At the first hour’s pace it would be about 1,000 by now. | −250",
            ),
            (
                completed(749),
                "warn | Processed 749 of 2,400 expected (31.2%) | At the first hour’s pace it would be about 1,000 by now. | −251",
            ),
            (
                completed(1_100),
                "pass | Processed 1,100 of 2,400 expected (45.8%) | At the first hour’s pace it would be about 1,000 by now. | +100",
            ),
            (
                completed(2_400),
                "pass | Processed 2,400 of 2,400 expected (100.0%) | Every contact has a final result. | ",
            ),
            (
                begun("13:32:08", [1_000; 5], json!({})),
                "warn | Processed 1,000 of 2,400 expected (41.7%) | At the first hour’s pace it would be about 2,000 by now. | −1,000",
            ),
            (
                begun("13:32:09", [1_000; 5], json!({})),
                "unknown | Processed 1,000 of 2,400 expected (41.7%) | The first hour is not over, so there is no pace to compare with. | ",
            ),
            (
                at_noon(json!({"/attempts": {"finished": 500}})),
                "warn | Processed 1,000 of 2,400 expected (41.7%) | At the first hour’s pace it would be about 2,000 by now. | −1,000",
            ),
            (
                at_noon(json!({"/attempts": null})),
                "unknown | Processed 1,000 of 2,400 expected (41.7%) | What its pace was is not reported. | ",
            ),
            (
                at_noon(json!({"/timeline/bucket_seconds": 1_000})),
                "unknown | Processed 1,000 of 2,400 expected (41.7%) | What its pace was is not reported. | ",
            ),
            (
                at_noon(json!({"/call_window": {"open": false}})),
                "unknown | Processed 1,000 of 2,400 expected (41.7%) | The call window is closed, so there is no pace to compare with. | ",
            ),
            (
                at_noon(json!({"/campaign/status": "completed"})),
                "unknown | Processed 1,000 of 2,400 expected (41.7%) | It does not dial, so there is no pace to compare with. | ",
            ),
            (
                at_noon(json!({"/campaign/status": "paused", "/campaign/pause": {}})),
                "pass | Processed 1,000 of 2,400 expected (41.7%) | At the first hour’s pace it would be about 1,000 by now. | 0",
            ),
            (
                at_noon(json!({"/counts": {"total": 0, "by_status": {}}})),
                "warn | No contacts are expected | The campaign has no contacts. | —",
            ),
            (
                at_noon(json!({"/counts": null})),
                "unknown | Processed of expected | How many contacts are processed is not reported. | ",
            ),
            (
                at_noon(json!({"/captured_at": "2026-11-13T04:32:08-06:00"})),
                "warn | Processed 1,000 of 2,400 expected (41.7%) | At the first hour’s pace it would be about 2,400 by now. | −1,400",
            ),
            (
                at_noon(json!({"/captured_at": "2026-11-13T04:32:09-06:00"})),
                "unknown | Processed 1,000 of 2,400 expected (41.7%) | It began on another day, so there is no pace to compare with. | ",
            ),
        ],
    );
}

#[test]
fn what_a_run_has_processed_is_held_against_its_usual_slowest_pace() {
    let counts = |done: i64, failed: i64| json!({"total": 100, "completed": done, "failed": failed, "queued": 9});
    let ran = |done: i64, more: Value| {
        let mut changes = json!({"/counts": counts(done, 0), "/started_at": "2026-11-12T14:22:08-06:00",
            "/usual": {"low_seconds": 60, "high_seconds": 1200}});
        let more = more.as_object().unwrap().clone();
        changes.as_object_mut().unwrap().extend(more);
        run(changes)
    };
    assert_told(
        "processed",
        [
            (
                ran(50, json!({})),
                "pass | Processed 50 of 100 expected (50.0%) | At its usual slowest pace it would be about 50 by now. | 0",
            ),
            (
                ran(38, json!({})),
                "pass | Processed 38 of 100 expected (38.0%) | At its usual slowest pace it would be about 50 by now. | −12",
            ),
            (
                ran(37, json!({})),
                "warn | Processed 37 of 100 expected (37.0%) | At its usual slowest pace it would be about 50 by now. | −13",
            ),
            (
                ran(60, json!({})),
                "pass | Processed 60 of 100 expected (60.0%) | At its usual slowest pace it would be about 50 by now. | +10",
            ),
            (
                ran(
                    99,
                    json!({"/usual": {"low_seconds": 60, "high_seconds": 300}}),
                ),
                "pass | Processed 99 of 100 expected (99.0%) | At its usual slowest pace it would be about 100 by now. | −1",
            ),
            (
                ran(50, json!({"/usual": {"low_seconds": 0, "high_seconds": 0}})),
                "unknown | Processed 50 of 100 expected (50.0%) | How long its runs usually take is not reported. | ",
            ),
            (
                ran(50, json!({"/usual": null})),
                "unknown | Processed 50 of 100 expected (50.0%) | How long its runs usually take is not reported. | ",
            ),
            (
                ran(100, json!({})),
                "pass | Processed 100 of 100 expected (100.0%) | Every record has come to its end. | ",
            ),
            (
                ran(101, json!({})),
                "warn | Processed 101 of 100 expected (101.0%) | More records have come to their end than the run has. | ",
            ),
            (
                ran(50, json!({"/counts": counts(97, 3)})),
                "warn | Processed 100 of 100 expected (100.0%) | Every record has come to its end. 3 of them failed. | ",
            ),
            (
                ran(50, json!({"/status": "completed"})),
                "warn | Processed 50 of 100 expected (50.0%) | It is over, and 50 records never came to their end. | ",
            ),
            (
                ran(50, json!({"/counts": {"total": 0}})),
                "unknown | Processed of expected | How many records are processed is not reported. | ",
            ),
            (
                ran(50, json!({"/counts": null})),
                "unknown | Processed of expected | How many records are processed is not reported. | ",
            ),
        ],
    );
}
