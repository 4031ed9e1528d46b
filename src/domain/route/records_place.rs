//! Where among the records an operator is.

use super::RecordQuery;

/// What is listed, and the record that is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordsPlace {
    /// The record whose drawer is open, by ID.
    pub open: Option<String>,
    /// What is listed, as text: see [`RecordQuery`], which the page's own part
    /// of the module reads.
    pub query: String,
}

impl RecordsPlace {
    /// What is listed, with nothing open.
    pub fn of(query: &RecordQuery) -> Self {
        Self {
            open: None,
            query: query.to_query(),
        }
    }
}
