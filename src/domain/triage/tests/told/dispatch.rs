//! Permits, and what holds dispatch back.

use super::*;

const IDLE: [(&str, i64); 2] = [
    ("/dispatch/capacity/lines_in_use", 0),
    ("/dispatch/calling_now", 0),
];

/// A campaign with no call under way, changed.
fn idle(changes: Value) -> Given {
    let mut all = changes;
    for (place, calls) in IDLE {
        all[place] = json!(calls);
    }
    campaign(all)
}

#[test]
fn permits_are_told_with_whose_lines_they_are_and_how_many_are_free() {
    let capacity = |json: Value| campaign(json!({"/dispatch/capacity": json}));
    assert_told(
        "permits",
        [
            (
                quiet(),
                "pass | Permits are not the limit | Tenant 74 of 120 lines in use; campaign concurrency 36; number pool 72 lines; 36 in use by it. | 36 of 36 in use",
            ),
            (
                campaign(json!({"/dispatch/capacity/tenant": {"line_cap": 120}})),
                "pass | Permits are not the limit | Tenant 120 lines; campaign concurrency 36; number pool 72 lines; 36 in use by it. | 36 of 36 in use",
            ),
            (
                campaign(json!({"/dispatch/capacity/concurrency": {"limit": 46}})),
                "pass | Permits are not the limit | Tenant 74 of 120 lines in use; campaign concurrency 46; number pool 72 lines; 36 in use by it. | 10 free",
            ),
            (
                campaign(json!({"/dispatch/capacity/concurrency": {"limit": 30}})),
                "warn | Permits are not the limit | Tenant 74 of 120 lines in use; campaign concurrency 30; number pool 72 lines; 36 in use by it. 36 lines are in use, the concurrency allows 30. | 36 of 30 in use",
            ),
            (
                idle(json!({"/dispatch/capacity/concurrency": {"limit": 0}})),
                "fail | Permits are the limit | Tenant 38 of 120 lines in use; campaign concurrency 0; number pool 72 lines; 0 in use by it. | 0 free",
            ),
            (
                campaign(
                    json!({"/dispatch/capacity/number_pool": {"numbers": 8, "in_rotation": 6, "lines_per_number": 6}, "/dispatch/capacity/concurrency": {"limit": 60}}),
                ),
                "warn | Permits are all in use | Tenant 74 of 120 lines in use; campaign concurrency 60; number pool 36 lines; 36 in use by it. | 0 free",
            ),
            (
                campaign(json!({"/dispatch/blocking_campaign/binding": true})),
                "fail | Permits are the limit | A higher-priority campaign goes first. Tenant 74 of 120 lines in use; campaign concurrency 36; number pool 72 lines; 36 in use by it. | 36 of 36 in use",
            ),
            (
                capacity(json!({"concurrency": {"limit": 36}, "lines_in_use": 0})),
                "unknown | Permits and concurrency | Tenant lines are not reported. Campaign concurrency 36; 0 in use by it. | ",
            ),
            (
                capacity(json!({"concurrency": {"limit": 36}, "lines_in_use": 7})),
                "pass | Permits are not the limit | Campaign concurrency 36; 7 in use by it. | 29 free",
            ),
            (
                capacity(json!({"lines_in_use": 7})),
                "pass | Permits are not the limit | Campaign concurrency 60; 7 in use by it. | 53 free",
            ),
            (
                campaign(json!({"/dispatch": "soon"})),
                "unknown | Permits and concurrency | Dispatch health could not be read: expected an object. | ",
            ),
            (
                campaign(json!({"/dispatch/calling_now": 12})),
                "pass | Permits are not the limit | Tenant 74 of 120 lines in use; campaign concurrency 36; number pool 72 lines; 36 in use by it. | 36 of 36 in use",
            ),
        ],
    );
}

#[test]
fn a_run_needs_the_runtime_and_its_workers() {
    let runtime = |json: Value| run(json!({"/runtime": json}));
    let workers = |up: i64, total: i64| {
        runtime(json!({"status": "running", "workers": {"up": up, "total": total}}))
    };
    assert_told(
        "permits",
        [
            (
                workers(4, 4),
                "pass | The runtime takes work | 4 of 4 workers are up. | 4 up",
            ),
            (
                workers(3, 4),
                "warn | Some workers are down | 3 of 4 workers are up. | 3 up",
            ),
            (
                workers(0, 4),
                "fail | No worker is up | 0 of 4 workers are up. | 0 up",
            ),
            (
                workers(-1, 4),
                "fail | No worker is up | 0 of 4 workers are up. | 0 up",
            ),
            (
                runtime(json!({"status": "running"})),
                "pass | The runtime takes work | How many workers are up is not reported. | ",
            ),
            (
                runtime(json!({"status": "odd", "workers": {"up": 4, "total": 4}})),
                "unknown | Permits and concurrency | The runtime does not say whether it works. | ",
            ),
            (
                runtime(
                    json!({"status": "down", "since": "2026-11-12T14:22:00-06:00", "message": "the disk is full"}),
                ),
                "fail | The runtime is down | Down since 14:22 CST. The disk is full. | ",
            ),
            (
                runtime(json!({"status": "down"})),
                "fail | The runtime is down | Down. No run moves until it is started again. | ",
            ),
            (
                runtime(json!(null)),
                "unknown | Permits and concurrency | The runtime is not reported. | ",
            ),
        ],
    );
}

#[test]
fn what_holds_a_campaign_is_what_its_own_page_says() {
    assert_told(
        "held_by",
        [
            (
                quiet(),
                "pass | Nothing holds dispatch back | Yes: all 36 lines of its concurrency are in use. 1,102 contacts are ready and waiting for a line. Nothing else is limiting this campaign. | ",
            ),
            (
                idle(json!({})),
                "warn | Not dialing, and no reason is reported | 0 of 36 lines are in use. The smallest limit is its concurrency. 1,102 contacts are ready and waiting for a line. | 1,713 wait",
            ),
            (
                idle(json!({"/dispatch/capacity/credits": {"attempts_left": 0}})),
                "fail | Not dialing: credits have run out | An admin must top up before any campaign can dial. | 1,713 wait",
            ),
            (
                idle(
                    json!({"/counts/by_status": {"pending": 1, "completed": 4811}, "/dispatch/capacity/concurrency": {"limit": 0}}),
                ),
                "warn | Not dialing: its concurrency is set to 0 | Raise its concurrency to dial. 1,102 contacts are ready and waiting for a line. | 1 wait",
            ),
            (
                campaign(json!({"/call_window": {"open": false}})),
                "warn | Not dialing: the call window is closed | Nothing is wrong. Dialing goes on when the window opens. 36 calls in progress still finish. | 1,713 wait",
            ),
            (
                campaign(json!({"/campaign/status": "hibernating"})),
                "unknown | What holds dispatch back | Cannot tell: its status is “Hibernating”. This console does not know that status and does not guess. 36 calls are in progress. | ",
            ),
            (
                campaign(json!({"/dispatch": null})),
                "pass | Nothing holds dispatch back | Yes: 36 lines are in use. 36 of 60 lines are in use. The smallest limit reported is its concurrency. 1,102 contacts are ready and waiting for a line. | ",
            ),
        ],
    );
}

#[test]
fn what_holds_a_run_is_told_with_what_to_do() {
    let waiting = |json: Value| run(json!({"/status": "waiting", "/waiting_on": json}));
    let long_ago = "2026-11-12T14:20:08-06:00";
    assert_told(
        "held_by",
        [
            (
                run(json!({})),
                "pass | Nothing holds the run back | Its counters move. | ",
            ),
            (
                run(json!({"/status": "completed"})),
                "pass | Nothing holds the run back | The run is over. | ",
            ),
            (
                run(json!({"/started_at": "2026-11-12T10:02:00-06:00"})),
                "warn | The run is slow | Slow, but moving: it takes 8.7× the usual longest time. Nothing is stuck. Journeys of finished records show which step takes the time. | ",
            ),
            (
                run(json!({"/progressed_at": long_ago, "/step": {"name": "ai_agent"}})),
                "fail | It stands in step ai_agent | Stalled: no counter has moved for 12 min while 228 records could go. More than 5 min of that is called stalled. Check that the runtime is running, then open the journey of a record that is in a step. | ",
            ),
            (
                run(json!({"/progressed_at": long_ago, "/step": {"name": " "}})),
                "fail | It stands, and no step is reported | Stalled: no counter has moved for 12 min while 228 records could go. More than 5 min of that is called stalled. Check that the runtime is running, then open the journey of a record that is in a step. | ",
            ),
            (
                run(json!({"/progressed_at": long_ago, "/runtime/status": "down"})),
                "fail | The runtime holds it | Stalled: no counter has moved for 12 min while 228 records could go. More than 5 min of that is called stalled. Start the runtime; the run then goes on by itself. | ",
            ),
            (
                run(json!({"/status": "queued", "/runtime/status": "down"})),
                "fail | The runtime holds it | The runtime is down. Start the runtime; the run then goes on by itself. | ",
            ),
            (
                run(json!({"/status": "queued", "/queue_position": 0})),
                "pass | It is the next run | Queued: it is the next run that the runtime takes. | ",
            ),
            (
                run(json!({"/status": "queued", "/queue_position": 2})),
                "warn | It waits for its turn | Queued: 2 runs are ahead of it. | 2 ahead",
            ),
            (
                waiting(json!({"kind": "human", "since": long_ago})),
                "warn | It waits for something outside | Waiting on human step, since 14:20 CST (12 min). | human step, 12 min",
            ),
            (
                waiting(json!(null)),
                "warn | It waits for something outside | Waiting: no record could go now, so it is not stalled. | ",
            ),
            (
                run(json!({"/eligible": null})),
                "unknown | What holds dispatch back | Whether it moves is not known: how many records could go is not reported. | ",
            ),
        ],
    );
}
