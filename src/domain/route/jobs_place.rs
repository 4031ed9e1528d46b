//! Where on the Jobs page an operator is.

use crate::domain::job::JobId;
use crate::domain::percent::{decoded, is_segment, segment};

/// The run that is selected, what is open of it, and what is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobsPlace {
    /// The selected run.
    pub job: Option<JobId>,
    /// The record of it that is open.
    pub record: Option<OpenRecord>,
    /// What is listed, as text: see [`super::JobsQuery`], which the page's own
    /// part of the module reads.
    pub query: String,
}

/// An open record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenRecord {
    /// Its ID.
    pub id: String,
    /// Whether its journey is open, too.
    pub journey: bool,
}

impl JobsPlace {
    /// A run with nothing of it open, and everything listed.
    pub fn of(job: JobId) -> Self {
        Self {
            job: Some(job),
            ..Self::default()
        }
    }

    /// The place below `/jobs`; `None` for a path that leads nowhere.
    pub(super) fn of_path(inside: &[&str], query: &str) -> Option<Self> {
        let filled = |text: &str| Some(decoded(text)).filter(|text| is_segment(text));
        let record = |id: &str, journey| {
            Some(OpenRecord {
                id: filled(id)?,
                journey,
            })
        };
        let (job, record) = match *inside {
            [] => (None, None),
            [job] => (Some(filled(job)?), None),
            [job, "records", id] => (Some(filled(job)?), Some(record(id, false)?)),
            [job, "records", id, "journey"] => (Some(filled(job)?), Some(record(id, true)?)),
            _ => return None,
        };
        Some(Self {
            job: job.map(JobId),
            record,
            query: query.to_owned(),
        })
    }

    /// The path with a leading slash. A record without a run has none.
    pub(super) fn path(&self) -> String {
        let mut path = "/jobs".to_owned();
        if let Some(job) = &self.job {
            path.push_str(&["/", &segment(&job.0)].concat());
            if let Some(record) = &self.record {
                path.push_str(&["/records/", &segment(&record.id)].concat());
                path.push_str(if record.journey { "/journey" } else { "" });
            }
        }
        path
    }
}
