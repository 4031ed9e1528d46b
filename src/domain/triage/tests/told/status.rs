//! What state it is in, since when, and why.

use super::*;

#[test]
fn the_state_of_a_campaign_is_told_with_since_when_and_why() {
    let stopped = |status: &str, key: &str, how: Value| {
        let mut changes = json!({"/campaign/status": status});
        changes[["/campaign/", key].concat()] = how;
        campaign(changes)
    };
    let at = "2026-11-12T14:20:00-06:00";
    assert_told(
        "status",
        [
            (
                campaign(json!({"/campaign/started_at": "2026-11-12T09:00:00-06:00"})),
                "pass | Current status: Running | Running since 09:00 CST. | 5 h 32 m ago",
            ),
            (
                campaign(json!({"/campaign/started_at": "2026-11-11T09:00:00-06:00"})),
                "pass | Current status: Running | Running since 11 Nov, 09:00 CST. | 1 d 5 h ago",
            ),
            (
                campaign(json!({"/campaign/started_at": null})),
                "pass | Current status: Running | Since when is not reported. | ",
            ),
            (
                stopped(
                    "paused",
                    "pause",
                    json!({"by": "A. Ruiz", "automatic": false, "at": at, "reason": "lunch"}),
                ),
                "warn | Current status: Paused | Paused by A. Ruiz at 14:20 CST. Lunch. | 12 min ago",
            ),
            (
                stopped(
                    "paused",
                    "pause",
                    json!({"by": "A. Ruiz", "automatic": true, "at": at, "reason": " "}),
                ),
                "warn | Current status: Paused | Paused by the system at 14:20 CST. The reason is not reported. | 12 min ago",
            ),
            (
                stopped("paused", "pause", json!({})),
                "warn | Current status: Paused | Paused. The reason is not reported. | ",
            ),
            (
                stopped("paused", "pause", json!(null)),
                "warn | Current status: Paused | Since when, and why, is not reported. | ",
            ),
            (
                stopped(
                    "failed",
                    "failure",
                    json!({"at": at, "reason": "no number is left"}),
                ),
                "fail | Current status: Failed | Failed at 14:20 CST. No number is left. | 12 min ago",
            ),
            (
                stopped(
                    "canceled",
                    "cancel",
                    json!({"at": "2026-11-11T09:00:00-06:00", "by": "A. Ruiz"}),
                ),
                "warn | Current status: Canceled | Canceled by A. Ruiz on 11 Nov, 09:00 CST. The reason is not reported. | 1 d 5 h ago",
            ),
            (
                stopped("completed", "ended_at", json!(at)),
                "pass | Current status: Completed | Completed at 14:20 CST. | 12 min ago",
            ),
            (
                stopped("completed", "ended_at", json!("lately")),
                "pass | Current status: Completed | Completed at lately. | ",
            ),
            (
                stopped("draft", "starts_at", json!(null)),
                "warn | Current status: Draft | It has not been started. | ",
            ),
            (
                stopped("scheduled", "starts_at", json!("2026-11-13T10:00:00-06:00")),
                "warn | Current status: Scheduled | It starts 13 Nov, 10:00 CST. | ",
            ),
            (
                campaign(json!({"/campaign/status": "hibernating"})),
                "unknown | Current status: Hibernating | This console does not know that status and does not guess. | ",
            ),
        ],
    );
}

#[test]
fn the_state_of_a_run_is_told_with_since_when_and_why() {
    let at = "2026-11-12T14:20:00-06:00";
    let failed = |error: Value| run(json!({"/status": "failed", "/ended_at": at, "/error": error}));
    assert_told(
        "status",
        [
            (
                run(json!({})),
                "pass | Current status: Running | Running since 14:02 CST. | 30 min ago",
            ),
            (
                run(json!({"/started_at": null})),
                "pass | Current status: Running | Since when is not reported. | ",
            ),
            (
                run(json!({"/status": "queued", "/queued_at": at})),
                "pass | Current status: Queued | Queued since 14:20 CST. | 12 min ago",
            ),
            (
                run(json!({"/status": "waiting", "/waiting_on": {"kind": "human", "since": at}})),
                "warn | Current status: Waiting | Waiting since 14:20 CST. | 12 min ago",
            ),
            (
                run(json!({"/status": "waiting", "/waiting_on": null})),
                "warn | Current status: Waiting | Since when is not reported. | ",
            ),
            (
                run(
                    json!({"/status": "completed", "/ended_at": at, "/counts": {"total": 9, "completed": 9, "failed": 0}}),
                ),
                "pass | Current status: Completed | Ended at 14:20 CST. | 12 min ago",
            ),
            (
                run(
                    json!({"/status": "completed", "/ended_at": at, "/counts": {"total": 9, "completed": 8, "failed": 1}}),
                ),
                "warn | Current status: Completed, 1 failed | Ended at 14:20 CST. | 12 min ago",
            ),
            (
                run(json!({"/status": "partial", "/ended_at": at})),
                "warn | Current status: Completed, 4 failed | Ended at 14:20 CST. | 12 min ago",
            ),
            (
                failed(json!({"code": "E7", "message": "the runtime lost its disk"})),
                "fail | Current status: Failed | The runtime lost its disk. | 12 min ago",
            ),
            (
                failed(json!({"code": "runtime_lost"})),
                "fail | Current status: Failed | Runtime_lost. | 12 min ago",
            ),
            (
                failed(json!({"message": " "})),
                "fail | Current status: Failed | Why it failed is not reported. | 12 min ago",
            ),
            (
                failed(json!(null)),
                "fail | Current status: Failed | Why it failed is not reported. | 12 min ago",
            ),
            (
                run(json!({"/status": "hibernating"})),
                "unknown | Current status: Hibernating | This console does not know that status and does not guess. | ",
            ),
        ],
    );
}

#[test]
fn a_campaign_and_its_run_are_named_together_and_the_worse_one_is_explained() {
    let mut both = campaign(json!({"/campaign/started_at": "2026-11-12T09:00:00-06:00"}));
    both.job = Some(job(|json| json["status"] = json!("failed")));
    let mut paused =
        campaign(json!({"/campaign/status": "paused", "/campaign/pause": {"reason": "lunch"}}));
    paused.job = Some(job(|_| {}));
    assert_told(
        "status",
        [
            (
                both,
                "fail | Current status: Running, job failed | Why it failed is not reported. | ",
            ),
            (
                paused,
                "warn | Current status: Paused, job running | Paused. Lunch. | ",
            ),
        ],
    );
}
