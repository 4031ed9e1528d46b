//! What keeps a campaign or a run from moving, as it is told.

use super::causes::assert_each;
use super::*;

#[test]
fn what_stands_still_is_told_with_the_way_out() {
    let status = |status: &str, more: Value| {
        let mut changes = more;
        changes["/campaign/status"] = json!(status);
        campaign(changes)
    };
    let at = "2026-11-12T14:20:00-06:00";
    assert_each(
        Symptom::Stuck,
        [
            (
                permits_taken(),
                [
                    "Other campaigns hold all 120 tenant lines; none is left for this one.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Free lines first: put numbers back, lower another campaign’s concurrency, or wait.",
                    "Calls wait because all phone lines are in use. No one was called twice. We are freeing lines.",
                ],
            ),
            (
                campaign(json!({"/dispatch/capacity/credits": {"attempts_left": 0}})),
                [
                    "Credits have run out, so no call is placed.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Put the account right before any retry.",
                    "Calls wait because of a limit on the account. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
            (
                status(
                    "paused",
                    json!({"/campaign/pause": {"by": "A. Ruiz", "automatic": false, "at": at, "reason": "lunch"}}),
                ),
                [
                    "A. Ruiz paused the campaign at 14:20 CST. Lunch.",
                    "No duplicates found. 12 contacts are safe to retry; 5 are not. Resume it once the reason is gone.",
                    "Calls are paused since 14:20 CST. No one was called twice. We will test a few calls, then call 12 contacts again.",
                ],
            ),
            (
                status(
                    "paused",
                    json!({"/campaign/pause": {"automatic": true, "at": at, "reason": "over budget"}}),
                ),
                [
                    "The system paused the campaign at 14:20:00 CST. Over budget.",
                    "No duplicates found. 12 contacts are safe to retry; 5 are not. Retry a 20-contact sample first.",
                    "Calls paused at 14:20 CST. No one was called twice. We will test a few calls, then call 12 contacts again.",
                ],
            ),
            (
                status(
                    "paused",
                    json!({"/campaign/pause": {"automatic": true, "at": "2026-11-11T14:20:00-06:00"}}),
                ),
                [
                    "The system paused the campaign on 11 Nov, 14:20 CST.",
                    "No duplicates found. 12 contacts are safe to retry; 5 are not. Retry a 20-contact sample first.",
                    "Calls paused on 11 Nov, 14:20 CST. No one was called twice. We will test a few calls, then call 12 contacts again.",
                ],
            ),
            (
                status("paused", json!({"/campaign/pause": null})),
                [
                    "Somebody paused the campaign.",
                    "No duplicates found. 12 contacts are safe to retry; 5 are not. Resume it once the reason is gone.",
                    "Calls are paused. No one was called twice. We will test a few calls, then call 12 contacts again.",
                ],
            ),
            (
                status(
                    "failed",
                    json!({"/campaign/failure": {"at": at, "reason": "no number is left"}}),
                ),
                [
                    "The campaign failed at 14:20 CST. No number is left.",
                    "No duplicates found. 12 contacts are safe to retry; 5 are not. Clone or restart it to call the others.",
                    "The campaign has ended before every contact was called. No one was called twice. We will test a few calls, then call 12 contacts again.",
                ],
            ),
            (
                status("canceled", json!({})),
                [
                    "Somebody canceled the campaign.",
                    "No duplicates found. 12 contacts are safe to retry; 5 are not. Clone or restart it to call the others.",
                    "The campaign has ended before every contact was called. No one was called twice. We will test a few calls, then call 12 contacts again.",
                ],
            ),
            (
                status(
                    "scheduled",
                    json!({"/campaign/starts_at": "2026-11-13T10:00:00-06:00"}),
                ),
                [
                    "The campaign has not started; it starts 13 Nov, 10:00 CST.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Nothing dials before its start.",
                    "Calls have not begun yet. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
            (
                status("draft", json!({})),
                [
                    "The campaign has not been started.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Nothing dials before its start.",
                    "Calls have not begun yet. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
            (
                campaign(
                    json!({"/call_window": {"open": false, "opens_at": "2026-11-13T09:00:00-06:00"}}),
                ),
                [
                    "The call window is closed; it opens 13 Nov, 09:00 CST.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Nothing is broken; dialing goes on when it opens.",
                    "Calls go on when the calling hours begin, 13 Nov, 09:00 CST. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
            (
                campaign(json!({"/call_window": {"open": false}})),
                [
                    "The call window is closed.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Nothing is broken; dialing goes on when it opens.",
                    "Calls go on when the calling hours begin. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
            (
                campaign(
                    json!({"/counts/ready": 0, "/dispatch/capacity/lines_in_use": 0, "/dispatch/calling_now": 0}),
                ),
                [
                    "Not dialing: no contact is ready. Next within 5 min.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Look at what holds dispatch back before adding lines.",
                    "Calls go out slower than before. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
            (
                run(json!({"/runtime": {"status": "down", "since": at}})),
                [
                    "The runtime is down since 14:20 CST, so no record of this run moves.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Start the runtime; the run then goes on by itself.",
                    "Calls stand still because of a fault on our side. No one was called twice. We are bringing it back; nothing is lost.",
                ],
            ),
            (
                run(json!({"/progressed_at": at})),
                [
                    "Stalled: no counter has moved for 12 m 8 s while 228 records could go. More than 5 min of that is called stalled.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Check the runtime, then open the journey of a record that is in a step.",
                    "Calls stand still because of a fault on our side. No one was called twice. We are bringing it back; nothing is lost.",
                ],
            ),
            (
                run(json!({"/waiting_on": {"kind": "human", "text": "Approval by Ana"}})),
                [
                    "Waiting: Approval by Ana.",
                    "No duplicates found. 6 contacts are safe to retry; 11 are not. Nothing is broken here; ask whoever it waits for.",
                    "The run waits for a step outside of our system. No one was called twice. We will test a few calls, then call 6 contacts again.",
                ],
            ),
        ],
    );
}
