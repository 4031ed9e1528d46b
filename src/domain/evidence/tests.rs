#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::json;

use super::*;
use crate::domain::json::decode;
use crate::domain::mock;

fn task() -> TaskDebug {
    let json = json!({
        "task": {"id": "tsk_4b81d", "status": "retry_scheduled", "contact": {"id": "con_7", "name": "Wei Zhang"},
            "phone": "+16145550193", "from": "+14145550118", "attempts": 2, "max_attempts": 4,
            "system_retries": 1, "blocker": "retry_cool_off",
            "next_eligible_at": "2026-11-12T14:47:38-06:00"},
        "reason": {"text": "Waiting to retry.", "detail": "The last call rang out (SIP 480)."},
        "same_blocker": 478,
        "events": [
            {"at": "2026-11-12T14:02:38-06:00", "text": "Attempt 2: no answer", "state": "retry_scheduled",
                "sip_status": 480, "deciding": true},
            {"at": "2026-11-12T14:02:10-06:00", "text": "Dialing from 414 555 0118", "detail": "Telnyx, call att_c02e"},
        ],
        "snapshots": [{"at": "2026-11-12T14:02:38-06:00", "data": {"from": "+14145550118", "note": "```"}}],
    });
    decode(&json.to_string()).unwrap()
}

fn written(snapshot: &Snapshot, numbers_shown: bool) -> String {
    let debug = task();
    let scope = Scope {
        task: Some(&debug),
        numbers_shown,
    };
    mock::at_capture(snapshot, |formats| evidence(snapshot, scope, formats))
}

#[test]
fn everything_that_an_escalation_needs_is_in_it() {
    let text = written(&mock::running(), false);
    for part in [
        "# Evidence: Q4 policy renewals",
        "- Campaign ID: `cmp_8f3k2q`",
        "- Task ID: `tsk_4b81d`",
        "- Contact ID: `con_7`",
        "- Upload: `upl_20cx7`, renewals_q4_midwest.csv",
        "- Time window: 12 Nov 2026, 14:02 to 14:32 CST (UTC−06:00)",
        "**At its limit: all 36 pool lines are in use.**",
        "- Number pool: 36, 6 of 8 numbers, 6 lines each (decides)",
        "- Queue: Sidekiq queue bulk_calls, heartbeat 3 s ago",
        "- Outside call windows? No, the window is open.",
        "- Waiting for a line (`waiting_for_line`): 1,102",
        "**Waiting to retry.**",
        "478 tasks share this blocker.",
        "- Status: Retry scheduled (`retry_scheduled`)",
        "- Blocker: Retry cool-off (`retry_cool_off`)",
        "- Attempts: 2/4",
        "- 2026-11-12T14:02:38-06:00 Attempt 2: no answer → Retry scheduled, SIP 480 (retry later) **(decided the state)**",
        "Telnyx, call att_c02e",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn phone_numbers_are_masked_unless_asked_for() {
    let hidden = written(&mock::running(), false);
    for number in ["6145550193", "614 555 0193", "4145550118", "414 555 0118"] {
        assert!(!hidden.contains(number), "{number} in {hidden}");
        assert!(written(&mock::running(), true).contains("414 555 0118"));
    }
    assert!(hidden.contains("+• ••• ••• ••93"), "{hidden}");
}

#[test]
fn json_cannot_break_out_of_its_fence() {
    let text = written(&mock::running(), true);
    assert!(text.contains("````json\n"), "{text}");
}

#[test]
fn a_campaign_of_little_gives_little_and_no_empty_section() {
    let bare = mock::bare("running", json!({}));
    let text = mock::at_capture(&bare, |formats| evidence(&bare, Scope::default(), formats));
    assert!(text.contains("- Time window: 12 Nov, 14:32 CST"), "{text}");
    assert!(!text.contains("Dispatch and queue health"), "{text}");
    assert!(!text.contains("\n\n\n"), "{text}");
}
