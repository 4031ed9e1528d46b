//! What the fields of one row can see.

use super::conventions::Conventions;
use crate::domain::json::Json;
use std::borrow::Cow;

/// Everything that the value of a field may come from.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    /// Zone, empty values and IDs, as the mapping declares them.
    pub conventions: &'a Conventions,
    /// What paths start at: the row, or the object of an item.
    pub row: Json<'a>,
    /// `$answer`: the whole answer.
    pub answer: Json<'a>,
    /// `$row`: what the row stands in, for elements of `each` and for rows
    /// that were flattened (`queues[].jobs`).
    pub around: Option<Json<'a>>,
    /// `$key`: of rows that are an object by ID.
    pub key: Option<Cow<'a, str>>,
    /// `$name`: what the merges have answered, as far as they have; of a merge
    /// with rows, the row that belongs to this one.
    pub merges: &'a [(&'a str, Json<'a>)],
    /// The contract IDs that were asked for, by kind: `campaign`, `job`, ….
    pub asked: &'a [(&'a str, &'a str)],
    /// Headers of the answer, names in lower case.
    pub headers: &'a [(String, String)],
    /// The present, in milliseconds since 1970.
    pub now: i64,
}

impl<'a> Scope<'a> {
    /// A row that is the whole answer, with nothing else to see.
    pub fn of(conventions: &'a Conventions, row: Json<'a>) -> Self {
        Self {
            conventions,
            row,
            answer: row,
            around: None,
            key: None,
            merges: &[],
            asked: &[],
            headers: &[],
            now: 0,
        }
    }

    /// A header of the answer; the name in lower case.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        let mut headers = self.headers.iter();
        let header = headers.find(|(known, _)| known == name);
        header.map(|(_, value)| value.as_str())
    }

    /// What the merge of that name has answered.
    pub fn merge(&self, name: &str) -> Option<Json<'a>> {
        let mut merges = self.merges.iter();
        merges
            .find(|(known, _)| *known == name)
            .map(|(_, json)| *json)
    }

    /// The ID of that kind that was asked for.
    pub fn asked(&self, kind: &str) -> Option<&'a str> {
        let mut asked = self.asked.iter();
        asked.find(|(known, _)| *known == kind).map(|(_, id)| *id)
    }

    /// The scope of an element of a list, or of an object by key, in this row.
    pub fn of_element(&self, key: Option<Cow<'a, str>>, element: Json<'a>) -> Self {
        Self {
            row: element,
            around: Some(self.row),
            key: key.or_else(|| self.key.clone()),
            ..self.clone()
        }
    }
}
