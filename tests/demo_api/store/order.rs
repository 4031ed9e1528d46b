//! The orders in which tasks are listed.

/// An order of tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Activity,
    Contact,
    Status,
    Attempts,
    Duration,
    LastAttempted,
}

/// A sort with its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub sort: Sort,
    pub descending: bool,
}

impl Order {
    /// The sort of a contract name.
    pub fn from_wire(name: &str) -> Option<Self> {
        let (descending, key) = match name.strip_prefix('-') {
            Some(key) => (true, key),
            None => (false, name),
        };
        let sort = match key {
            "activity" if !descending => Sort::Activity,
            "contact" => Sort::Contact,
            "status" if !descending => Sort::Status,
            "attempts" => Sort::Attempts,
            "duration" => Sort::Duration,
            "last_attempted" => Sort::LastAttempted,
            _ => return None,
        };
        Some(Self { sort, descending })
    }

    /// The contract's name.
    pub fn wire(self) -> String {
        let key = match self.sort {
            Sort::Activity => "activity",
            Sort::Contact => "contact",
            Sort::Status => "status",
            Sort::Attempts => "attempts",
            Sort::Duration => "duration",
            Sort::LastAttempted => "last_attempted",
        };
        format!("{}{key}", if self.descending { "-" } else { "" })
    }

    /// How many values place a row in this order.
    pub fn width(self) -> usize {
        self.columns().len()
    }

    /// The columns of the sort; rows without a value come last in both directions.
    pub(super) fn columns(self) -> &'static [&'static str] {
        match (self.sort, self.descending) {
            (Sort::Activity, _) => &["family", "rank", "row"],
            (Sort::Contact, _) => &["person", "row"],
            (Sort::Status, _) => &["status", "rank", "row"],
            (Sort::Attempts, _) => &["attempts", "row"],
            (Sort::Duration, true) => &["talk", "row"],
            (Sort::Duration, false) => &["iif(talk < 0, 9000000000000000, talk)", "row"],
            (Sort::LastAttempted, true) => &["last_attempted", "row"],
            (Sort::LastAttempted, false) => &[
                "iif(last_attempted < 0, 9000000000000000, last_attempted)",
                "row",
            ],
        }
    }

    /// The SQL that sorts this way, or the other way round.
    pub(super) fn sorted(self, backwards: bool) -> String {
        let direction = if self.descending == backwards {
            "ASC"
        } else {
            "DESC"
        };
        let columns: Vec<String> = self
            .columns()
            .iter()
            .map(|column| format!("{column} {direction}"))
            .collect();
        columns.join(", ")
    }
}
