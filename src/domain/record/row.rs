//! A record as one row of a table.

use super::Record;
use super::status::{ShownOutcome, outcome};
use crate::domain::campaign::CampaignId;
use crate::domain::cell::Cell;
use crate::domain::format::Formats;
use crate::domain::route::Route;
use crate::domain::task::TaskId;
use crate::domain::task_row::{contact, phone};

/// One row, every value ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRow {
    /// The record's ID as received.
    pub id: String,
    /// Whom it is about: the name, else the phone number, else the record's ID.
    pub contact: Cell,
    /// The contact's number, in groups.
    pub phone: Cell,
    /// What came of it.
    pub outcome: ShownOutcome,
    /// The step that failed, else the one it is in.
    pub step: Cell,
    /// When its first step began, in the zone that the column's head names.
    pub started: Cell,
    /// How long it took.
    pub duration: Cell,
    /// The run's ID, when reported.
    pub job: Option<String>,
    /// "Payment reminder v7", else the run's ID.
    pub spinner: Cell,
    /// The task that it caused, when both task and campaign are reported.
    pub task: Option<Route>,
}

/// Writes a record as a row.
pub fn row(record: &Record, formats: &Formats<'_>) -> RecordRow {
    let step = match record.failed_step.as_deref() {
        Some(_) => &record.failed_step,
        None => &record.step,
    };
    RecordRow {
        id: record.id.clone(),
        contact: contact(&record.contact, &record.phone, &record.id, formats),
        phone: phone(&record.phone, formats),
        outcome: outcome(record),
        step: Cell::text(step),
        started: Cell::from_field(&record.started_at, |at| formats.time_in_column(at)),
        duration: Cell::from_field(&record.duration_seconds, |seconds| formats.exact(*seconds)),
        job: record.job.value().map(|job| job.id.0.clone()),
        spinner: spinner(record),
        task: record.task(),
    }
}

/// Names of the columns that no row reports; a table says so below.
pub fn unreported_columns(rows: &[RecordRow]) -> Vec<&'static str> {
    type Column = (&'static str, fn(&RecordRow) -> &Cell);
    let columns: [Column; 5] = [
        ("Started", |row| &row.started),
        ("Phone", |row| &row.phone),
        ("Step", |row| &row.step),
        ("Run", |row| &row.spinner),
        ("Duration", |row| &row.duration),
    ];
    let is_missing =
        |column: &&Column| !rows.is_empty() && !rows.iter().any(|row| column.1(row).reported);
    let missing = columns.iter().filter(is_missing);
    missing.map(|(name, _)| *name).collect()
}

impl Record {
    /// The task that it caused, when both task and campaign are reported.
    pub fn task(&self) -> Option<Route> {
        let told = |id: &str| Some(id.to_owned()).filter(|id| !id.is_empty());
        let campaign = self.campaign_id.as_deref().and_then(told)?;
        let task = self.task_id.as_deref().and_then(told)?;
        Some(Route::to_task(CampaignId(campaign), TaskId(task)))
    }
}

/// "Payment reminder v7".
fn spinner(record: &Record) -> Cell {
    let Some(job) = record.job.value() else {
        return match record.job.is_empty() {
            true => Cell::none(),
            false => Cell::not_reported(),
        };
    };
    let name = job
        .spinner
        .as_deref()
        .map(str::trim)
        .filter(|name| !name.is_empty());
    Cell::of(match (name, job.version.copied()) {
        (Some(name), Some(version)) => [name, " v", &version.to_string()].concat(),
        (Some(name), None) => name.to_owned(),
        (None, _) => job.id.0.clone(),
    })
}
