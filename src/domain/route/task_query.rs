//! Which tasks of a campaign are shown, in which order.

use super::list_query::{self, DEFAULT_SIZE};
use crate::domain::percent::QueryText;
use crate::domain::sort::{Sort, SortKey};

/// What tasks can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaskSortKey {
    /// Live ones first.
    #[default]
    Activity,
    /// By the contact's name.
    Contact,
    /// By attempt state.
    Status,
    /// By dials so far.
    Attempts,
    /// By talk time.
    Duration,
    /// By time of the last dial.
    LastAttempted,
}

impl SortKey for TaskSortKey {
    const KEYS: &'static [(Self, &'static str, bool)] = &[
        (Self::Activity, "activity", false),
        (Self::Contact, "contact", true),
        (Self::Status, "status", false),
        (Self::Attempts, "attempts", true),
        (Self::Duration, "duration", true),
        (Self::LastAttempted, "last_attempted", true),
    ];
}

/// The order of the task table.
pub type TaskSort = Sort<TaskSortKey>;

/// Which tasks, in which order, and which page of them. The same text serves in
/// the address bar and in the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskQuery {
    /// Part of a name or number, or an ID; empty for all.
    pub q: String,
    /// Attempt states to keep, as received; empty for all.
    pub status: Vec<String>,
    /// Blocker codes to keep, as received; empty for all.
    pub blocker: Vec<String>,
    /// Dispositions to keep, as received; empty for all.
    pub disposition: Vec<String>,
    /// From-numbers to keep, as received; empty for all.
    pub from: Vec<String>,
    /// The order.
    pub sort: TaskSort,
    /// Page number from 1; 1 when there is a cursor.
    pub page: u32,
    /// Where to go on, for lists that are paged by cursor.
    pub cursor: Option<String>,
    /// Rows a page holds, 1 to 200.
    pub size: u32,
}

impl Default for TaskQuery {
    fn default() -> Self {
        Self {
            q: String::new(),
            status: Vec::new(),
            blocker: Vec::new(),
            disposition: Vec::new(),
            from: Vec::new(),
            sort: TaskSort::default(),
            page: 1,
            cursor: None,
            size: DEFAULT_SIZE,
        }
    }
}

impl TaskQuery {
    fn take(&mut self, name: &str, value: String) {
        match name {
            "status" => list_query::add(&mut self.status, value),
            "blocker" => list_query::add(&mut self.blocker, value),
            "disposition" => list_query::add(&mut self.disposition, value),
            "from" => list_query::add(&mut self.from, value),
            _ => {}
        }
    }

    /// The query without its question mark; only what differs from the default.
    pub fn to_query(&self) -> String {
        let mut text = QueryText::default();
        if !self.q.is_empty() {
            text.push("q", &self.q);
        }
        for (name, values) in self.filters() {
            for value in values {
                text.push(name, value);
            }
        }
        self.write_place(&mut text);
        text.finish()
    }

    /// Whether some tasks are left out.
    pub fn is_filtered(&self) -> bool {
        !self.q.is_empty() || self.filters().iter().any(|(_, values)| !values.is_empty())
    }

    /// The same with exactly these attempt states, from the first page.
    pub fn with_status(self, status: Vec<String>) -> Self {
        Self { status, ..self }.with_page(1)
    }

    /// The same with exactly these blockers, from the first page.
    pub fn with_blocker(self, blocker: Vec<String>) -> Self {
        Self { blocker, ..self }.with_page(1)
    }

    /// The same with exactly these dispositions, from the first page.
    pub fn with_disposition(self, disposition: Vec<String>) -> Self {
        Self {
            disposition,
            ..self
        }
        .with_page(1)
    }

    /// The same with exactly these from-numbers, from the first page.
    pub fn with_from(self, from: Vec<String>) -> Self {
        Self { from, ..self }.with_page(1)
    }

    fn filters(&self) -> [(&'static str, &[String]); 4] {
        [
            ("status", &self.status),
            ("blocker", &self.blocker),
            ("disposition", &self.disposition),
            ("from", &self.from),
        ]
    }
}

list_query::places!(TaskQuery, TaskSort);
