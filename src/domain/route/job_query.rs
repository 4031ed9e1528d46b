//! Which runs the Jobs page lists, and which records of the selected one.

use super::list_query::{self, DEFAULT_SIZE};
use super::record_query::RecordQuery;
use crate::domain::percent::{QueryText, pairs};
use crate::domain::sort::{Sort, SortKey};

/// What runs can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JobSortKey {
    /// By the time of the start; runs that have not started by when they were
    /// asked for.
    #[default]
    Started,
    /// By duration.
    Duration,
    /// What needs a person comes first.
    Attention,
}

impl SortKey for JobSortKey {
    const KEYS: &'static [(Self, &'static str, bool)] = &[
        (Self::Started, "started", true),
        (Self::Duration, "duration", true),
        (Self::Attention, "attention", false),
    ];
}

/// The order of runs.
pub type JobSort = Sort<JobSortKey>;

/// Which runs, in which order, and which page of them. The same text serves in
/// the address bar and in the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobQuery {
    /// Only the runs of one project, by ID.
    pub project: Option<String>,
    /// Part of a spinner's name, or a run's ID; empty for all.
    pub q: String,
    /// Statuses to keep, as received; empty for all.
    pub status: Vec<String>,
    /// Spinners to keep, by ID; empty for all.
    pub spinner: Vec<String>,
    /// Only runs asked for at this moment or later, in RFC 3339.
    pub after: Option<String>,
    /// Only runs asked for before this moment, in RFC 3339.
    pub before: Option<String>,
    /// The order; newest first unless asked otherwise.
    pub sort: JobSort,
    /// Page number from 1; 1 when there is a cursor.
    pub page: u32,
    /// Where to go on, for lists that are paged by cursor.
    pub cursor: Option<String>,
    /// Rows a page holds, 1 to 200.
    pub size: u32,
}

impl Default for JobQuery {
    fn default() -> Self {
        Self {
            project: None,
            q: String::new(),
            status: Vec::new(),
            spinner: Vec::new(),
            after: None,
            before: None,
            sort: JobSort::descending(JobSortKey::Started),
            page: 1,
            cursor: None,
            size: DEFAULT_SIZE,
        }
    }
}

impl JobQuery {
    fn take(&mut self, name: &str, value: String) {
        match name {
            "project" => self.project = list_query::cursor(value),
            "status" => list_query::add(&mut self.status, value),
            "spinner" => list_query::add(&mut self.spinner, value),
            "after" => self.after = list_query::moment(value),
            "before" => self.before = list_query::moment(value),
            _ => {}
        }
    }

    /// The query without its question mark; only what differs from the default.
    pub fn to_query(&self) -> String {
        let mut text = QueryText::default();
        self.write(&mut text);
        text.finish()
    }

    fn write(&self, text: &mut QueryText) {
        let q = Some(&self.q).filter(|q| !q.is_empty());
        for (name, value) in [("project", self.project.as_ref()), ("q", q)] {
            value.into_iter().for_each(|value| text.push(name, value));
        }
        for (name, values) in [("status", &self.status), ("spinner", &self.spinner)] {
            values.iter().for_each(|value| text.push(name, value));
        }
        for (name, value) in [("after", &self.after), ("before", &self.before)] {
            value.iter().for_each(|value| text.push(name, value));
        }
        self.write_place(text);
    }

    /// Whether some runs of the project are left out.
    pub fn is_filtered(&self) -> bool {
        let values = [&self.status, &self.spinner];
        !self.q.is_empty()
            || values.iter().any(|values| !values.is_empty())
            || self.after.is_some()
            || self.before.is_some()
    }

    /// The same with exactly these statuses, from the first page.
    pub fn with_status(self, status: Vec<String>) -> Self {
        Self { status, ..self }.with_page(1)
    }

    /// The same from a moment on, in RFC 3339, from the first page.
    pub fn with_after(self, after: Option<String>) -> Self {
        let after = after.and_then(list_query::moment);
        Self {
            after,
            before: None,
            ..self
        }
        .with_page(1)
    }

    /// Every run of another project, in the same order.
    pub fn with_project(self, project: Option<String>) -> Self {
        let project = project.and_then(list_query::cursor);
        Self {
            project,
            ..self.cleared()
        }
    }

    /// Every run of the same project.
    pub fn unfiltered(self) -> Self {
        let project = self.project.clone();
        Self {
            project,
            ..self.cleared()
        }
    }
}

list_query::places!(JobQuery, JobSort);

/// Before the name of each part that is about records.
const OF_RECORDS: &str = "records.";

/// What the Jobs page lists: its runs, and the records of the selected one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobsQuery {
    /// The runs.
    pub runs: JobQuery,
    /// The records; whose they are stands in the address's path.
    pub records: RecordQuery,
}

impl JobsQuery {
    /// Reads both from one query; names of the records' parts begin with
    /// `records.`.
    pub fn from_query(query: &str) -> Self {
        let mut of_records = QueryText::default();
        for (name, value) in pairs(query) {
            if let Some(name) = name.strip_prefix(OF_RECORDS) {
                of_records.push(name, &value);
            }
        }
        let records = RecordQuery::from_query(&of_records.finish());
        Self {
            runs: JobQuery::from_query(query),
            records: records.of_job(None),
        }
    }

    /// The query without its question mark; only what differs from the default.
    pub fn to_query(&self) -> String {
        let mut text = QueryText::default();
        self.runs.write(&mut text);
        for (name, value) in pairs(&self.records.to_query()) {
            text.push(&[OF_RECORDS, &name].concat(), &value);
        }
        text.finish()
    }
}
