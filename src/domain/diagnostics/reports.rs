//! The reports that an incident is judged by, as they were read. Contacts are
//! told by their IDs, never by their names.

use crate::domain::duplicate_report::{DuplicateReport, DuplicateSample, UploadRun};
use crate::domain::failure_report::{FailureGroup, FailureReport, FailureSegment, ReportWindow};
use crate::domain::field::Field;
use crate::domain::json::{Document, Made, object};
use crate::domain::targeted_retry::{Dispatched, Retry, RetryCounts, RetryFilter, RetrySelection};
use crate::domain::task::Contact;
use crate::domain::triage::Known;

/// A report, or why it is not known.
pub fn known<T>(known: &Known<&T>, write: impl FnOnce(&T) -> Made) -> Made {
    match known {
        Known::Read(report) => object([("report", write(report))]),
        Known::Unknown(why) => object([("unknown", why.into())]),
    }
}

/// How contacts failed.
pub fn failures(report: &FailureReport) -> Made {
    let window = |window: &ReportWindow| {
        object([("from", (&window.from).into()), ("to", (&window.to).into())])
    };
    object([
        ("captured_at", (&report.captured_at).into()),
        ("time_zone", (&report.time_zone).into()),
        ("window", Made::block(&report.window, window)),
        (
            "attempts",
            Made::block(&report.attempts, |attempts| {
                object([
                    ("finished", (&attempts.finished).into()),
                    ("failed", (&attempts.failed).into()),
                ])
            }),
        ),
        (
            "contacts",
            Made::block(&report.contacts, |contacts| {
                object([
                    ("failed", (&contacts.failed).into()),
                    ("reached", (&contacts.reached).into()),
                ])
            }),
        ),
        ("groups", Made::rows(&report.groups, group)),
        (
            "segments",
            Made::block(&report.segments, |rows| Made::rows(rows, segment)),
        ),
    ])
}

fn group(group: &FailureGroup) -> Made {
    object([
        ("contacts", group.contacts.into()),
        ("sip_status", (&group.sip_status).into()),
        ("code", (&group.code).into()),
        ("label", (&group.label).into()),
        ("carrier", (&group.carrier).into()),
        ("attempts", (&group.attempts).into()),
        ("retried", (&group.retried).into()),
        ("retry_scheduled", (&group.retry_scheduled).into()),
        ("most_retries", (&group.most_retries).into()),
        ("first_at", (&group.first_at).into()),
        ("last_at", (&group.last_at).into()),
    ])
}

fn segment(segment: &FailureSegment) -> Made {
    object([
        ("kind", (&segment.kind).into()),
        ("value", (&segment.value).into()),
        ("label", (&segment.label).into()),
        ("finished", (&segment.finished).into()),
        ("failed", (&segment.failed).into()),
    ])
}

/// Whether anybody was called twice.
pub fn duplicates(report: &DuplicateReport) -> Made {
    object([
        ("captured_at", (&report.captured_at).into()),
        ("window_seconds", (&report.window_seconds).into()),
        (
            "runs",
            Made::block(&report.runs, |rows| Made::rows(rows, upload_run)),
        ),
        (
            "upload",
            Made::block(&report.upload, |upload| {
                object([
                    ("id", (&upload.id).into()),
                    ("name", (&upload.name).into()),
                    ("rows", (&upload.rows).into()),
                    ("unique", (&upload.unique).into()),
                    ("repeated", (&upload.repeated).into()),
                    ("skipped", (&upload.skipped).into()),
                    ("malformed", (&upload.malformed).into()),
                ])
            }),
        ),
        (
            "deliveries",
            Made::block(&report.deliveries, |deliveries| {
                object([
                    ("repeated", (&deliveries.repeated).into()),
                    ("dropped", (&deliveries.dropped).into()),
                    ("got_through", (&deliveries.got_through).into()),
                ])
            }),
        ),
        (
            "reached_again",
            Made::block(&report.reached_again, |again| {
                object([
                    ("contacts", (&again.contacts).into()),
                    ("window_seconds", (&again.window_seconds).into()),
                ])
            }),
        ),
        (
            "samples",
            Made::block(&report.samples, |rows| Made::rows(rows, sample)),
        ),
    ])
}

fn upload_run(run: &UploadRun) -> Made {
    object([
        ("job_id", (&run.job_id).into()),
        ("status", (&run.status).into()),
        ("name", (&run.name).into()),
        ("upload_id", (&run.upload_id).into()),
        ("started_at", (&run.started_at).into()),
        ("ended_at", (&run.ended_at).into()),
        ("is_scope", (&run.is_scope).into()),
    ])
}

fn sample(sample: &DuplicateSample) -> Made {
    let calls = |calls: &Vec<_>| calls.iter().map(Made::from).collect();
    object([
        ("kind", (&sample.kind).into()),
        ("contact_id", contact_id(&sample.contact)),
        ("phone", (&sample.phone).into()),
        ("calls", Made::field(&sample.calls, calls)),
    ])
}

fn contact_id(contact: &Field<Contact>) -> Made {
    Made::field(contact, |contact| (&contact.id).into())
}

/// A targeted retry.
pub fn retry(retry: &Retry) -> Made {
    object([
        ("id", (&retry.id).into()),
        ("state", (&retry.state).into()),
        ("campaign_id", (&retry.campaign_id).into()),
        ("job_id", (&retry.job_id).into()),
        ("selection", Made::block(&retry.selection, selection)),
        ("created_at", (&retry.created_at).into()),
        ("reason", (&retry.reason).into()),
        ("captured_at", (&retry.captured_at).into()),
        ("counts", Made::block(&retry.counts, counts)),
        (
            "excluded",
            Made::block(&retry.excluded, |rows| {
                Made::rows(rows, |excluded| {
                    object([
                        ("reason", (&excluded.reason).into()),
                        ("count", excluded.count.into()),
                        ("label", (&excluded.label).into()),
                    ])
                })
            }),
        ),
        (
            "sample",
            Made::block(&retry.sample, |sample| {
                object([
                    ("size", sample.size.into()),
                    ("needed", (&sample.needed).into()),
                    ("dispatched", (&sample.dispatched).into()),
                    ("finished", (&sample.finished).into()),
                    ("errors", (&sample.errors).into()),
                    ("allowed_errors", (&sample.allowed_errors).into()),
                    ("decided_at", (&sample.decided_at).into()),
                ])
            }),
        ),
        (
            "dispatches",
            Made::block(&retry.dispatches, |rows| Made::rows(rows, dispatched)),
        ),
        ("message", (&retry.message).into()),
    ])
}

fn dispatched(dispatch: &Dispatched) -> Made {
    object([
        ("position", dispatch.position.into()),
        ("task_id", (&dispatch.task_id).into()),
        ("record_id", (&dispatch.record_id).into()),
        ("contact_id", contact_id(&dispatch.contact)),
        ("dispatched_at", (&dispatch.dispatched_at).into()),
        ("ended_at", (&dispatch.ended_at).into()),
        ("result", (&dispatch.result).into()),
        ("sip_status", (&dispatch.sip_status).into()),
        ("code", (&dispatch.code).into()),
    ])
}

fn counts(counts: &RetryCounts) -> Made {
    object([
        ("selected", (&counts.selected).into()),
        ("eligible", (&counts.eligible).into()),
        ("sample", (&counts.sample).into()),
        ("rest", (&counts.rest).into()),
        ("dispatched", (&counts.dispatched).into()),
        ("in_flight", (&counts.in_flight).into()),
        ("finished", (&counts.finished).into()),
        ("reached", (&counts.reached).into()),
        ("errors", (&counts.errors).into()),
        ("skipped", (&counts.skipped).into()),
    ])
}

fn selection(selection: &RetrySelection) -> Made {
    object([
        ("campaign_id", (&selection.campaign_id).into()),
        ("job_id", (&selection.job_id).into()),
        (
            "ids",
            Made::field(&selection.ids, |ids| ids.iter().map(Made::from).collect()),
        ),
        ("filter", Made::field(&selection.filter, filter)),
    ])
}

/// Which failures are meant; members that are empty are left out.
pub fn filter(filter: &RetryFilter) -> Made {
    match Document::parse(&filter.json()) {
        Ok(document) => Made::copy(&document.root()),
        Err(_) => Made::Null,
    }
}
