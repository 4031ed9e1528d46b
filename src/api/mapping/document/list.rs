//! A list of the contract, and how a foreign API tells it.

mod merging;
mod reading;

pub(super) use merging::{merge_names, merges};

use super::{Paging, Request};
use crate::api::mapping::condition::Condition;
use crate::api::mapping::field::Fields;
use crate::api::mapping::path::Path;
use crate::api::mapping::time::Notation;
use crate::domain::json::Made;

/// How to ask for a list, and what its rows mean.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The request for a page.
    pub request: Request,
    /// Where the rows are.
    pub rows: Rows,
    /// How it is paged.
    pub paging: Paging,
    /// Contract members of a row.
    pub fields: Fields,
    /// Contract members beside the rows; paths start at the whole answer.
    pub page: Fields,
    /// The contract's filters that the API has, by the contract's name.
    pub filters: Vec<(String, Filter)>,
    /// The contract's orders, each with the API's word for `{sort}`; an empty
    /// one is the order without asking.
    pub sorts: Vec<(String, String)>,
    /// Further requests.
    pub merges: Vec<Merge>,
}

/// Where the rows of an answer are.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// Path of the list; with `[]` in it, the lists of all elements.
    pub path: Path,
    /// Whether it is an object of rows by key.
    pub keyed: bool,
    /// Which rows count.
    pub only: Option<Condition>,
}

/// What becomes of a filter of the contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// The query parameter, or the path in the body.
    pub name: String,
    /// The API's words for words of the contract; any other goes as it is.
    pub values: Vec<(String, Vec<Made>)>,
    /// How a moment is written, where not as the contract has it.
    pub time: Option<Notation>,
    /// How several values are sent.
    pub join: Joining,
    /// Where it is sent.
    pub place: Place,
}

/// How several values of one parameter are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Joining {
    /// The parameter once for each: `state=a&state=b`.
    #[default]
    Repeat,
    /// `state=a,b`
    Comma,
    /// `state=["a","b"]`
    Json,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// In the address.
    #[default]
    Query,
    /// In the body, its name being a path there.
    Body,
}

/// A further request whose answer fields reach as `$name`.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// The name after `$`.
    pub name: String,
    /// The request.
    pub request: Request,
    /// Whether there is no answer without it.
    pub required: bool,
    /// The rows of its answer, when one of them belongs to each row.
    pub on: Option<On>,
}

/// Which row of a merge belongs to a row.
#[derive(Clone, Debug, PartialEq)]
pub struct On {
    /// The rows of the merge's answer.
    pub rows: Rows,
    /// The value of a row of the merge.
    pub theirs: Path,
    /// The equal value of a row of the list.
    pub ours: Path,
}
