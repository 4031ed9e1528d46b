//! Incidents as an API would report them.

use super::*;
use crate::domain::mock::{paused_with, running_with};

/// Changes a value in place: `set(json, "/a/b", json!(1))`.
pub fn set(json: &mut Value, path: &str, value: Value) {
    *json.pointer_mut(path).unwrap() = value;
}

/// The design's running campaign without its troubles.
pub fn healthy(change: impl FnOnce(&mut Value)) -> Snapshot {
    running_with(|json| {
        set(
            json,
            "/dispatch/capacity/number_pool",
            json!({"numbers": 12, "in_rotation": 12, "lines_per_number": 6}),
        );
        set(
            json,
            "/dispatch/capacity/carriers",
            json!([{"name": "Twilio", "breaker": "closed"}, {"name": "Telnyx", "breaker": "closed"}]),
        );
        set(json, "/dispatch/capacity/concurrency", json!({"limit": 36}));
        json["upload"] = json!({"id": "upl_19zk4", "name": "renewals.csv"});
        set(json, "/attempts/failed", json!(61));
        change(json);
    })
}

/// Failures as a healthy campaign has them.
pub fn few_failures() -> Value {
    json!({
        "attempts": {"finished": 6282, "failed": 61}, "contacts": {"failed": 17, "reached": 2318},
        "groups": [
            {"contacts": 12, "sip_status": 503, "code": "carrier_error", "carrier": "Telnyx", "attempts": 44,
             "retried": 12, "retry_scheduled": 6},
            {"contacts": 5, "sip_status": 404, "code": "invalid_number", "carrier": "Twilio", "attempts": 5,
             "retried": 0, "retry_scheduled": 0},
        ],
        "segments": [
            {"kind": "upload_part", "value": "1", "finished": 3000, "failed": 30},
            {"kind": "upload_part", "value": "2", "finished": 3282, "failed": 31},
        ],
    })
}

/// Nothing was doubled.
pub fn no_duplicates() -> Value {
    json!({
        "window_seconds": 86_400,
        "runs": [{"job_id": "job_77af1", "status": "running", "upload_id": "upl_19zk4", "is_scope": true,
            "started_at": "2026-11-12T13:40:00-06:00"}],
        "upload": {"id": "upl_19zk4", "rows": 2400, "unique": 2400, "repeated": 0, "skipped": 52, "malformed": 0},
        "deliveries": {"repeated": 7, "dropped": 7, "got_through": 0},
        "reached_again": {"contacts": 0, "window_seconds": 86_400},
    })
}

/// A quiet, healthy campaign.
pub fn quiet() -> Given {
    Given {
        campaign: Some(healthy(|_| {})),
        failures: Some(few_failures()),
        duplicates: Some(no_duplicates()),
        ..Given::default()
    }
}

/// Other campaigns took every line 12 minutes ago.
pub fn permits_taken() -> Given {
    Given {
        campaign: Some(healthy(|json| {
            set(
                json,
                "/dispatch/capacity/tenant",
                json!({"line_cap": 120, "used_by_others": 120}),
            );
            set(json, "/dispatch/capacity/lines_in_use", json!(0));
            set(json, "/dispatch/calling_now", json!(0));
            set(
                json,
                "/dispatch/pace",
                json!({"last_dial_at": "2026-11-12T14:20:08-06:00"}),
            );
            set(
                json,
                "/counts/by_status",
                json!({"pending": 1757, "completed": 2318, "exhausted": 737}),
            );
        })),
        ..quiet()
    }
}

/// Mock 06: one carrier failed, and the breaker paused the campaign.
pub fn carrier_outage() -> Given {
    let campaign = paused_with(|json| {
        set(json, "/captured_at", json!("2026-11-12T14:32:08-06:00"));
        set(
            json,
            "/counts",
            json!({"total": 2400, "by_status": {"pending": 1529, "completed": 553, "exhausted": 318}}),
        );
        json["dispatch"]["calling_now"] = json!(0);
        json["dispatch"]["capacity"]["lines_in_use"] = json!(0);
        json["dispatch"]["pace"] = json!({"last_dial_at": "2026-11-12T14:20:40-06:00"});
        json["campaign"]["pause"]["at"] = json!("2026-11-12T14:20:31-06:00");
        json["upload"] = json!({"id": "upl_19zk4", "name": "reminders.csv"});
    });
    Given {
        campaign: Some(campaign),
        failures: Some(json!({
            "attempts": {"finished": 1904, "failed": 318}, "contacts": {"failed": 318, "reached": 553},
            "groups": [
                {"contacts": 204, "sip_status": 503, "code": "carrier_error", "label": "Service unavailable",
                 "carrier": "Telnyx", "attempts": 204, "retried": 204, "retry_scheduled": 6,
                 "first_at": "2026-11-12T14:09:11-06:00", "last_at": "2026-11-12T14:20:25-06:00"},
                {"contacts": 61, "sip_status": 404, "code": "invalid_number", "label": "Invalid number",
                 "attempts": 61, "retried": 0, "retry_scheduled": 0},
                {"contacts": 34, "sip_status": null, "code": "provider_timeout", "carrier": "Telnyx",
                 "attempts": 34, "retried": 34, "retry_scheduled": 0},
                {"contacts": 13, "sip_status": 603, "label": "Declined", "attempts": 13, "retried": 0,
                 "retry_scheduled": 0},
                {"contacts": 6, "sip_status": 503, "code": "carrier_error", "label": "Service unavailable",
                 "carrier": "Twilio", "attempts": 6, "retried": 6, "retry_scheduled": 0},
            ],
        })),
        duplicates: Some(no_duplicates()),
        ..Given::default()
    }
}

/// One part of the upload holds numbers that do not exist.
pub fn bad_numbers() -> Given {
    Given {
        failures: Some(json!({
            "attempts": {"finished": 2000, "failed": 420}, "contacts": {"failed": 420, "reached": 700},
            "groups": [
                {"contacts": 400, "sip_status": 404, "code": "invalid_number", "label": "Invalid number",
                 "attempts": 400, "retried": 0, "retry_scheduled": 0},
                {"contacts": 20, "sip_status": 486, "code": "busy", "attempts": 20, "retried": 0,
                 "retry_scheduled": 20},
            ],
            "segments": [
                {"kind": "upload_part", "value": "3", "finished": 400, "failed": 380},
                {"kind": "upload_part", "value": "1", "finished": 1600, "failed": 40},
                {"kind": "carrier", "value": "Telnyx", "finished": 1000, "failed": 210},
                {"kind": "carrier", "value": "Twilio", "finished": 1000, "failed": 210},
            ],
        })),
        ..quiet()
    }
}

/// A run that moves.
pub fn job(change: impl FnOnce(&mut Value)) -> Value {
    let mut json = json!({
        "captured_at": "2026-11-12T14:32:08-06:00",
        "id": "job_b", "status": "running", "eligible": 228, "upload_id": "upl_19zk4",
        "spinner": {"name": "Payment reminder", "version": 7},
        "counts": {"total": 640, "completed": 408, "failed": 4, "queued": 228},
        "started_at": "2026-11-12T14:02:00-06:00", "progressed_at": "2026-11-12T14:32:04-06:00",
        "usual": {"low_seconds": 1440, "high_seconds": 1860},
        "runtime": {"status": "running", "workers": {"up": 4, "total": 4}},
    });
    change(&mut json);
    json
}

/// A second run over the same upload called people again.
pub fn second_run() -> Given {
    Given {
        campaign: None,
        job: Some(job(|_| {})),
        duplicates: Some(json!({
            "window_seconds": 86_400,
            "runs": [
                {"job_id": "job_a", "status": "running", "started_at": "2026-11-12T13:40:00-06:00", "ended_at": null},
                {"job_id": "job_b", "status": "running", "started_at": "2026-11-12T14:02:00-06:00",
                 "started_by": "J. Park", "is_scope": true},
            ],
            "upload": {"id": "upl_19zk4", "rows": 640, "unique": 640, "repeated": 0, "skipped": 0, "malformed": 0},
            "deliveries": {"repeated": 40, "dropped": 37, "got_through": 3},
            "reached_again": {"contacts": 37, "window_seconds": 86_400},
        })),
        ..quiet()
    }
}

/// A retry in a state, with these parts.
pub fn retry(state: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut json = json!({
        "id": "rty_1", "state": state, "captured_at": "2026-11-12T14:32:08-06:00",
        "counts": {"selected": 318, "eligible": 229, "sample": 20, "rest": 209},
        "sample": {"size": 20, "needed": 18, "finished": 20, "errors": 1, "allowed_errors": 2},
        "lasts_seconds": {"low": 1200, "high": 1500},
    });
    change(&mut json);
    json
}

pub fn with_campaign(change: impl FnOnce(&mut Value)) -> Given {
    Given {
        campaign: Some(healthy(change)),
        ..quiet()
    }
}

pub fn with_failures(groups: Value) -> Given {
    let report = json!({"attempts": {"finished": 6000, "failed": 100}, "groups": groups});
    Given {
        failures: Some(report),
        ..quiet()
    }
}

pub fn with_duplicates(change: impl FnOnce(&mut Value)) -> Given {
    let mut report = no_duplicates();
    change(&mut report);
    Given {
        duplicates: Some(report),
        ..quiet()
    }
}

pub fn with_run(change: impl FnOnce(&mut Value)) -> Given {
    Given {
        campaign: None,
        job: Some(job(change)),
        ..quiet()
    }
}
