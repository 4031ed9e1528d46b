//! Which records are shown, in which order.

use super::list_query::{self, DEFAULT_SIZE};
use super::listing;
use crate::domain::percent::QueryText;
use crate::domain::sort::{Sort, SortKey};

/// A property of records that several values can be kept of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordFilter {
    /// The status, as received.
    Status,
    /// The outcome, as received.
    Outcome,
    /// The failed step.
    Step,
    /// The spinner, by ID.
    Spinner,
}

impl RecordFilter {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Status, Self::Outcome, Self::Step, Self::Spinner];

    /// Their names in an address and in a request, in the same order.
    const NAMES: [&'static str; 4] = ["status", "outcome", "step", "spinner"];
}

/// What records can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RecordSortKey {
    /// By the time of the start.
    #[default]
    Started,
    /// By duration.
    Duration,
    /// By the contact's name.
    Contact,
}

impl SortKey for RecordSortKey {
    const KEYS: &'static [(Self, &'static str, bool)] = &[
        (Self::Started, "started", true),
        (Self::Duration, "duration", true),
        (Self::Contact, "contact", true),
    ];
}

/// The order of records.
pub type RecordSort = Sort<RecordSortKey>;

/// Which records, in which order, and which page of them. The same text serves
/// in the address bar and in the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordQuery {
    /// Only the records of one run, by ID.
    pub job: Option<String>,
    /// Only the records of one project, by ID.
    pub project: Option<String>,
    /// Part of a name or a phone number, or an ID; empty for all.
    pub q: String,
    /// Only the records of one contact, by ID.
    pub contact: Option<String>,
    /// Only records started at this moment or later, in RFC 3339.
    pub after: Option<String>,
    /// Only records started before this moment, in RFC 3339.
    pub before: Option<String>,
    filters: [Vec<String>; 4],
    /// The order; newest first unless asked otherwise.
    pub sort: RecordSort,
    /// Page number from 1; 1 when there is a cursor.
    pub page: u32,
    /// Where to go on, for lists that are paged by cursor.
    pub cursor: Option<String>,
    /// Rows a page holds, 1 to 200.
    pub size: u32,
}

impl Default for RecordQuery {
    fn default() -> Self {
        Self {
            job: None,
            project: None,
            q: String::new(),
            contact: None,
            after: None,
            before: None,
            filters: Default::default(),
            sort: RecordSort::descending(RecordSortKey::Started),
            page: 1,
            cursor: None,
            size: DEFAULT_SIZE,
        }
    }
}

impl RecordQuery {
    fn take(&mut self, name: &str, value: String) {
        match name {
            "job" => self.job = list_query::cursor(value),
            "project" => self.project = list_query::cursor(value),
            "contact" => self.contact = list_query::cursor(value),
            "after" => self.after = list_query::moment(value),
            "before" => self.before = list_query::moment(value),
            name => {
                let known = RecordFilter::NAMES.iter().zip(&mut self.filters);
                if let Some((_, values)) = { known }.find(|(known, _)| **known == name) {
                    list_query::add(values, value);
                }
            }
        }
    }

    /// The query without its question mark; only what differs from the default.
    pub fn to_query(&self) -> String {
        let mut text = QueryText::default();
        let q = Some(&self.q).filter(|q| !q.is_empty());
        let single = [
            ("job", self.job.as_ref()),
            ("project", self.project.as_ref()),
            ("q", q),
            ("contact", self.contact.as_ref()),
            ("after", self.after.as_ref()),
            ("before", self.before.as_ref()),
        ];
        for (name, value) in single {
            value.into_iter().for_each(|value| text.push(name, value));
        }
        for (name, values) in RecordFilter::NAMES.iter().zip(&self.filters) {
            values.iter().for_each(|value| text.push(name, value));
        }
        self.write_place(&mut text);
        text.finish()
    }

    /// The values that a property is kept to; none for any.
    pub fn chosen(&self, filter: RecordFilter) -> &[String] {
        self.filters.get(filter as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether some records are left out, other than by run and project.
    pub fn is_filtered(&self) -> bool {
        let kept = [&self.contact, &self.after, &self.before];
        !self.q.is_empty()
            || kept.iter().any(|value| value.is_some())
            || self.filters.iter().any(|values| !values.is_empty())
    }

    /// The same of one run, or of all, at the same place.
    pub fn of_job(self, job: Option<String>) -> Self {
        Self { job, ..self }
    }

    /// The same with a property kept to exactly these values, from the first
    /// page.
    pub fn with(mut self, filter: RecordFilter, values: Vec<String>) -> Self {
        if let Some(chosen) = self.filters.get_mut(filter as usize) {
            chosen.clear();
            values
                .into_iter()
                .for_each(|value| list_query::add(chosen, value));
        }
        self.with_page(1)
    }

    /// The same for one contact, or for all again, from the first page.
    pub fn with_contact(self, contact: Option<String>) -> Self {
        let contact = contact.and_then(list_query::cursor);
        Self { contact, ..self }.with_page(1)
    }

    /// The same in another project, or in all, from the first page.
    pub fn with_project(self, project: Option<String>) -> Self {
        let project = project.and_then(list_query::cursor);
        Self { project, ..self }.with_page(1)
    }

    /// The same for another stretch of time, from the first page. Moments are
    /// in RFC 3339; what is none leaves that end open.
    pub fn with_times(self, after: Option<String>, before: Option<String>) -> Self {
        let (after, before) = (
            after.and_then(list_query::moment),
            before.and_then(list_query::moment),
        );
        Self {
            after,
            before,
            ..self
        }
        .with_page(1)
    }

    /// Every record of the same run and project.
    pub fn unfiltered(self) -> Self {
        let (job, project) = (self.job.clone(), self.project.clone());
        Self {
            job,
            project,
            ..self.cleared()
        }
    }
}

list_query::places!(RecordQuery, RecordSort);
listing::list_query!(RecordQuery, RecordFilter, |query| {
    query.is_filtered() || query.job.is_some() || query.project.is_some()
});
