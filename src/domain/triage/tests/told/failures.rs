//! What failed, whether it is tried again, and where failures gather.

use super::*;

fn groups(groups: Value) -> Given {
    with_failures(groups)
}

fn group(sip: i64, parts: Value) -> Value {
    let mut group = json!({"contacts": 10, "attempts": 10, "sip_status": sip});
    put(&mut group, parts);
    group
}

#[test]
fn transient_failures_are_told_with_how_many_are_tried_again() {
    let of = |parts: Value| groups(json!([group(503, parts)]));
    let mut closed = of(json!({"/retried": 0, "/retry_scheduled": 0}));
    closed.campaign = Some(healthy(|json| json["call_window"] = json!({"open": false})));
    let mut paused = of(json!({"/retried": 0, "/retry_scheduled": 0}));
    paused.campaign = Some(healthy(|json| json["campaign"]["status"] = json!("paused")));
    assert_told(
        "transient_retried",
        [
            (
                groups(json!([])),
                "pass | No transient failures | No contact’s last attempt failed for a moment only. | 0",
            ),
            (
                of(json!({"/retried": 10, "/retry_scheduled": 0})),
                "pass | Transient failures were retried | 10 failed last with SIP 503; 10 were dialed again; 0 have a retry scheduled. | 10 of 10",
            ),
            (
                of(json!({"/retried": 1, "/retry_scheduled": 9})),
                "warn | Transient failures may not all be retried | 10 failed last with SIP 503; 1 was dialed again; 9 have a retry scheduled; they may be the same contacts. | at least 9 of 10",
            ),
            (
                of(json!({"/retried": 9, "/retry_scheduled": 1})),
                "warn | Transient failures may not all be retried | 10 failed last with SIP 503; 9 were dialed again; 1 has a retry scheduled; they may be the same contacts. | at least 9 of 10",
            ),
            (
                of(json!({"/retried": 5, "/retry_scheduled": 4})),
                "warn | Not all transient failures were retried | 10 failed last with SIP 503; 5 were dialed again; 4 have a retry scheduled; they may be the same contacts. | at least 5 of 10",
            ),
            (
                of(json!({"/retried": 12, "/retry_scheduled": 0})),
                "pass | Transient failures were retried | 10 failed last with SIP 503; 12 were dialed again; 0 have a retry scheduled. | 10 of 10",
            ),
            (
                of(json!({"/retried": 10})),
                "pass | Transient failures were retried | 10 failed last with SIP 503; 10 were dialed again. | 10 of 10",
            ),
            (
                of(json!({"/retried": 9})),
                "unknown | Retries of transient failures | Whether a retry of them is scheduled is not reported. | ",
            ),
            (
                of(json!({"/retry_scheduled": 10})),
                "pass | Transient failures were retried | 10 failed last with SIP 503; 10 have a retry scheduled. | 10 of 10",
            ),
            (
                of(json!({"/retry_scheduled": 9})),
                "unknown | Retries of transient failures | How many of them were dialed again is not reported. | ",
            ),
            (
                of(json!({})),
                "unknown | Retries of transient failures | How many of them were retried is not reported. | ",
            ),
            (
                of(json!({"/retried": 0, "/retry_scheduled": 0})),
                "fail | Transient failures are not retried | 10 failed last with SIP 503; 0 were dialed again; 0 have a retry scheduled. | 0 of 10",
            ),
            (
                closed,
                "warn | Transient failures wait for a retry | 10 failed last with SIP 503; 0 were dialed again; 0 have a retry scheduled. | 0 of 10",
            ),
            (
                paused,
                "warn | Transient failures wait for a retry | 10 failed last with SIP 503; 0 were dialed again; 0 have a retry scheduled. | 0 of 10",
            ),
        ],
    );
}

#[test]
fn permanent_failures_are_told_with_how_often_they_were_dialed_again() {
    let of = |parts: Value| groups(json!([group(404, parts)]));
    assert_told(
        "permanent_not_retried",
        [
            (
                groups(json!([])),
                "pass | No permanent failures | No contact’s last attempt failed for good. | 0",
            ),
            (
                of(json!({"/retried": 0, "/retry_scheduled": 0})),
                "pass | Permanent failures are not retried | 10 failed for good with SIP 404; 0 were dialed again since. | 0 of 10",
            ),
            (
                of(json!({"/retried": 0, "/retry_scheduled": 3})),
                "warn | Permanent failures will be retried | 10 failed for good with SIP 404; 0 were dialed again since; 3 have a retry scheduled. | 0 of 10",
            ),
            (
                of(json!({"/retry_scheduled": 3})),
                "warn | Permanent failures will be retried | 10 failed for good with SIP 404; whether they were dialed again is not reported; 3 have a retry scheduled. | ",
            ),
            (
                of(json!({"/retry_scheduled": 0})),
                "unknown | Retries of permanent failures | 10 failed for good with SIP 404; whether they were retried is not reported. | ",
            ),
            (
                of(json!({"/retried": 0})),
                "unknown | Retries of permanent failures | 10 failed for good with SIP 404; 0 were dialed again since; whether a retry is scheduled is not reported. | ",
            ),
            (
                of(json!({"/retried": 2, "/most_retries": 5})),
                "fail | Permanent failures are retried | 10 failed for good with SIP 404; 2 were dialed again since, one of them 5 times. | 2 of 10",
            ),
            (
                of(json!({"/retried": 2, "/most_retries": 0, "/retry_scheduled": 1})),
                "fail | Permanent failures are retried | 10 failed for good with SIP 404; 2 were dialed again since; 1 have a retry scheduled. | 2 of 10",
            ),
            (
                of(json!({"/retried": 0, "/most_retries": 5, "/retry_scheduled": 0})),
                "pass | Permanent failures are not retried | 10 failed for good with SIP 404; 0 were dialed again since. | 0 of 10",
            ),
        ],
    );
}
