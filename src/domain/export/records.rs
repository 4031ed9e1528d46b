//! The records of runs.

use super::{Columns, decimal, moment, of_contact, text, whole};
use crate::domain::record::{Record, RecordError, RecordJob};
use std::borrow::Cow;

/// Everything that is told of a record.
pub const RECORDS: Columns<Record> = &[
    ("record_id", |record| (&*record.id).into()),
    ("job_id", |record| of_job(record, |job| (&*job.id.0).into())),
    ("spinner", |record| of_job(record, |job| text(&job.spinner))),
    ("version", |record| {
        of_job(record, |job| whole(&job.version))
    }),
    ("contact_id", |record| {
        of_contact(&record.contact, |who| &who.id)
    }),
    ("contact_name", |record| {
        of_contact(&record.contact, |who| &who.name)
    }),
    ("phone", |record| text(&record.phone)),
    ("status", |record| (&*record.status).into()),
    ("outcome", |record| text(&record.outcome)),
    ("failed_step", |record| text(&record.failed_step)),
    ("error_code", |record| {
        of_error(record, |error| text(&error.code))
    }),
    ("error_message", |record| {
        of_error(record, |error| text(&error.message))
    }),
    ("started_at", |record| moment(&record.started_at)),
    ("ended_at", |record| moment(&record.ended_at)),
    ("duration_seconds", |record| {
        decimal(&record.duration_seconds)
    }),
    ("step", |record| text(&record.step)),
    ("step_since", |record| moment(&record.step_since)),
    ("campaign_id", |record| text(&record.campaign_id)),
    ("task_id", |record| text(&record.task_id)),
];

fn of_job(record: &Record, write: fn(&RecordJob) -> Cow<'_, str>) -> Cow<'_, str> {
    record.job.value().map_or("".into(), write)
}

fn of_error(record: &Record, write: fn(&RecordError) -> Cow<'_, str>) -> Cow<'_, str> {
    record.error.value().map_or("".into(), write)
}
