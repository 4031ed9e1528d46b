//! Counters of a run, and of a campaign that does not run.

use super::*;

#[test]
fn a_campaign_that_does_not_run_has_counters_of_its_own_kind() {
    let status = |status: &str, more: Value| {
        let mut changes = more;
        changes["/campaign/status"] = json!(status);
        changes["/dispatch/pace"] = json!({"last_dial_at": "2026-11-11T14:20:08-06:00"});
        campaign(changes)
    };
    assert_told(
        "counters_moving",
        [
            (
                status("draft", json!({})),
                "warn | Progress counters have not begun | 3,055 of 4,812 processed. Last dial 11 Nov, 14:20 CST. 1,713 contacts still wait. | ",
            ),
            (
                status("completed", json!({})),
                "pass | Progress counters are final | 3,055 of 4,812 processed. | ",
            ),
            (
                status("canceled", json!({"/counts": null})),
                "pass | Progress counters are final |  | ",
            ),
            (
                status("failed", json!({})),
                "fail | Progress counters are not moving | 3,055 of 4,812 processed. Last dial 11 Nov, 14:20 CST. 1,713 contacts still wait. | 0 in 1 d",
            ),
            (
                status("paused", json!({"/campaign/pause": {"automatic": true}})),
                "fail | Progress counters are not moving | 3,055 of 4,812 processed. Last dial 11 Nov, 14:20 CST. 1,713 contacts still wait. | 0 in 1 d",
            ),
            (
                status("paused", json!({"/campaign/pause": {"automatic": false}})),
                "warn | Progress counters are not moving | 3,055 of 4,812 processed. Last dial 11 Nov, 14:20 CST. 1,713 contacts still wait. | 0 in 1 d",
            ),
            (
                status("running", json!({"/call_window": {"open": false}})),
                "warn | Progress counters wait for the call window | 3,055 of 4,812 processed. Last dial 11 Nov, 14:20 CST. 1,713 contacts still wait. | ",
            ),
            (
                status("running", json!({"/counts/ready": 0})),
                "warn | Progress counters wait for contacts to be ready | 3,055 of 4,812 processed. Last dial 11 Nov, 14:20 CST. 1,713 contacts still wait. | 0 in 1 d",
            ),
            (
                status(
                    "running",
                    json!({"/counts": {"total": 9, "by_status": {"completed": 9}}}),
                ),
                "pass | Progress counters are final | 9 of 9 processed. | ",
            ),
            (
                status(
                    "running",
                    json!({"/counts": {"total": 9, "by_status": {"completed": 8, "in_progress": 1}}}),
                ),
                "fail | Progress counters are not moving | 8 of 9 processed. Last dial 11 Nov, 14:20 CST. | 0 in 1 d",
            ),
            (
                status(
                    "running",
                    json!({"/counts": {"total": 9, "by_status": {"completed": 8, "pending": 1}}}),
                ),
                "fail | Progress counters are not moving | 8 of 9 processed. Last dial 11 Nov, 14:20 CST. 1 contact still waits. | 0 in 1 d",
            ),
        ],
    );
}

#[test]
fn a_run_has_counters_by_the_one_definition_of_stalled() {
    assert_told(
        "counters_moving",
        [
            (
                run(json!({})),
                "pass | Progress counters are moving | Its counters move. | 412 of 640",
            ),
            (
                run(json!({"/counts": null})),
                "pass | Progress counters are moving | Its counters move. | ",
            ),
            (
                run(json!({"/started_at": "2026-11-12T10:02:00-06:00", "/counts": null})),
                "warn | Progress counters move slowly | Slow, but moving: it takes 8.7× the usual longest time. | ",
            ),
            (
                run(json!({"/started_at": "2026-11-12T10:02:00-06:00"})),
                "warn | Progress counters move slowly | 412 of 640. Slow, but moving: it takes 8.7× the usual longest time. | ",
            ),
            (
                run(json!({"/progressed_at": "2026-11-12T14:20:08-06:00"})),
                "fail | Progress counters are not moving | 412 of 640. Stalled: no counter has moved for 12 min while 228 records could go. More than 5 min of that is called stalled. | 0 in 12 min",
            ),
            (
                run(json!({"/status": "waiting"})),
                "warn | Progress counters wait | 412 of 640. Waiting: no record could go now, so it is not stalled. | ",
            ),
            (
                run(json!({"/status": "queued", "/queue_position": 2})),
                "warn | Progress counters have not begun | Queued: 2 runs are ahead of it. | ",
            ),
            (
                run(json!({"/status": "queued", "/runtime/status": "down"})),
                "fail | Progress counters are not moving | 412 of 640. The runtime is down. | ",
            ),
            (
                run(json!({"/status": "completed"})),
                "pass | Progress counters are final | 412 of 640. | ",
            ),
            (
                run(json!({"/status": "completed", "/counts": null})),
                "pass | Progress counters are final |  | ",
            ),
            (
                run(json!({"/eligible": null})),
                "unknown | Progress counters | Whether it moves is not known: how many records could go is not reported. | ",
            ),
        ],
    );
}
