//! Second runs, repeated deliveries, the upload, and who was called again.

use super::*;

pub fn ran(id: &str, began: &str, ended: Value) -> Value {
    let began = today(began);
    json!({"job_id": id, "started_at": began, "ended_at": ended, "started_by": "J. Park", "upload_id": "upl_1"})
}

#[test]
fn runs_over_one_upload_are_told_with_when_and_by_whom() {
    let runs = |json: Value| duplicates(json!({"/runs": json}));
    let ended = |at: &str| json!(today(at));
    let mut again = runs(json!([
        ran("a", "09:00:00", ended("10:00:00")),
        ran("b", "11:00:00", json!(null))
    ]));
    put(
        again.duplicates.as_mut().unwrap(),
        json!({"/reached_again/contacts": 1}),
    );
    assert_told(
        "second_run",
        [
            (
                runs(json!(null)),
                "pass | No second job run | No run went over its upload. | ",
            ),
            (
                runs(json!([])),
                "pass | No second job run | No run went over its upload in 24 h. | 0 runs",
            ),
            (
                duplicates(json!({"/runs": [], "/window_seconds": null})),
                "pass | No second job run | No run went over its upload. | 0 runs",
            ),
            (
                duplicates(json!({"/runs": [], "/window_seconds": 0})),
                "pass | No second job run | No run went over its upload. | 0 runs",
            ),
            (
                runs(json!("soon")),
                "unknown | Second job run | Runs over the same upload are not reported. | ",
            ),
            (
                runs(json!([ran("a", "09:00:00", json!(null))])),
                "pass | No second job run | a is the only run on upload upl_19zk4 in 24 h. | 1 run",
            ),
            (
                duplicates(
                    json!({"/runs": [ran("a", "09:00:00", json!(null))], "/upload": {"rows": 9}}),
                ),
                "pass | No second job run | a is the only run on upload upl_1 in 24 h. | 1 run",
            ),
            (
                duplicates(json!({"/runs": [{"job_id": "a"}], "/upload": null})),
                "pass | No second job run | a is the only run in 24 h. | 1 run",
            ),
            (
                runs(json!([
                    ran("a", "09:00:00", ended("10:00:00")),
                    ran("b", "10:00:00", json!(null))
                ])),
                "warn | The upload was run before | a started 09:00 CST by J. Park; b started 10:00 CST by J. Park. One had ended before the other began. | 2 runs",
            ),
            (
                runs(json!([
                    ran("b", "10:00:00", json!(null)),
                    ran("a", "09:00:00", ended("10:00:01"))
                ])),
                "fail | A second job run over the same upload | b started 10:00 CST by J. Park; a started 09:00 CST by J. Park. | 2 runs",
            ),
            (
                runs(json!([
                    ran("a", "09:00:00", json!(null)),
                    ran("b", "10:00:00", json!(null))
                ])),
                "fail | A second job run over the same upload | a started 09:00 CST by J. Park; b started 10:00 CST by J. Park. | 2 runs",
            ),
            (
                runs(json!([{"job_id": "a"}, ran("b", "10:00:00", json!(null))])),
                "fail | A second job run over the same upload | a; b started 10:00 CST by J. Park. | 2 runs",
            ),
            (
                again,
                "fail | A second job run over the same upload | a started 09:00 CST by J. Park; b started 11:00 CST by J. Park. | 2 runs",
            ),
        ],
    );
}

#[test]
fn repeated_deliveries_are_told_with_what_became_of_them() {
    let deliveries = |json: Value| duplicates(json!({"/deliveries": json}));
    assert_told(
        "deliveries",
        [
            (
                deliveries(json!({"repeated": 7, "dropped": 7, "got_through": 0})),
                "pass | Repeated deliveries were dropped at dispatch | 7 repeats carried a seen key: 7 were dropped, 0 got through. | 7 of 7",
            ),
            (
                deliveries(json!({"repeated": 0, "dropped": 0, "got_through": 0})),
                "pass | No delivery was repeated | No delivery was repeated. | 0",
            ),
            (
                deliveries(json!({"repeated": 0, "got_through": 0})),
                "pass | No delivery was repeated | No delivery was repeated. | 0",
            ),
            (
                deliveries(json!({"repeated": 7, "dropped": 4})),
                "fail | Repeated deliveries got through | 7 repeats carried a seen key: 4 were dropped, 3 got through. | 4 of 7",
            ),
            (
                deliveries(json!({"dropped": 4, "got_through": 3})),
                "fail | Repeated deliveries got through | 7 repeats carried a seen key: 4 were dropped, 3 got through. | 4 of 7",
            ),
            (
                deliveries(json!({"got_through": 3})),
                "fail | Repeated deliveries got through | 3 repeats got through. | ",
            ),
            (
                deliveries(json!({"got_through": 0})),
                "pass | Repeated deliveries were dropped at dispatch | 0 repeats got through. | ",
            ),
            (
                deliveries(json!({"repeated": 7})),
                "unknown | Repeated deliveries | How many repeats got through is not reported. | ",
            ),
            (
                deliveries(json!({"repeated": 7, "dropped": 9})),
                "warn | Repeated deliveries do not add up | 7 repeats carried a seen key: 9 were dropped, −2 got through. These figures do not add up. | 9 of 7",
            ),
            (
                deliveries(json!({"repeated": 0, "dropped": 0, "got_through": 3})),
                "fail | Repeated deliveries do not add up | 0 repeats carried a seen key: 0 were dropped, 3 got through. These figures do not add up. | 0 of 0",
            ),
            (
                deliveries(json!({"repeated": 9, "dropped": 4, "got_through": 0})),
                "warn | Repeated deliveries do not add up | 9 repeats carried a seen key: 4 were dropped, 0 got through. These figures do not add up. | 4 of 9",
            ),
            (
                deliveries(json!(null)),
                "unknown | Repeated deliveries | Repeated deliveries are not reported. | ",
            ),
        ],
    );
}

#[test]
fn an_upload_is_told_with_its_rows_and_what_became_of_repeats() {
    let upload = |json: Value| duplicates(json!({"/upload": json}));
    assert_told(
        "recipients",
        [
            (
                quiet(),
                "pass | Recipients are unique in the upload | 2,400 rows, 2,400 unique numbers; 52 repeats skipped at import. | 0 repeats",
            ),
            (
                upload(json!({"repeated": 2, "rows": 9, "unique": 7, "malformed": 1})),
                "fail | Recipients repeat in the upload | 9 rows, 7 unique numbers; 1 malformed. | 2 repeats",
            ),
            (
                upload(json!({"repeated": 0})),
                "pass | Recipients are unique in the upload | Rows are not reported. | 0 repeats",
            ),
            (
                upload(json!({"repeated": 0, "unique": 7})),
                "pass | Recipients are unique in the upload | 7 unique numbers. | 0 repeats",
            ),
            (
                upload(json!({"repeated": -1, "rows": 9})),
                "unknown | Recipients in the upload | 9 rows. A count below zero cannot be true. | −1 repeats",
            ),
            (
                upload(json!({"rows": 9})),
                "unknown | Recipients in the upload | Whether recipients repeat in the upload is not reported. | ",
            ),
            (
                upload(json!(null)),
                "pass | No upload | Its contacts did not come from an upload. | ",
            ),
            (
                upload(json!("soon")),
                "unknown | Recipients in the upload | The upload is not reported. | ",
            ),
        ],
    );
}
