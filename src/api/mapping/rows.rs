//! The rows of an answer.

use super::document::Rows;
use super::path::{Found, Step, elements, walked};
use super::scope::Scope;
use crate::domain::block::Unreadable;
use crate::domain::json::{Json, Kind};
use std::borrow::Cow;

/// One row where it stands.
#[derive(Clone, Debug)]
pub(super) struct RowAt<'a> {
    /// The row.
    pub json: Json<'a>,
    /// Its key, in an object of rows.
    pub key: Option<Cow<'a, str>>,
    /// What its list stands in, of lists in lists.
    pub around: Option<Json<'a>>,
}

impl<'a> RowAt<'a> {
    /// What the row's fields see, within what the whole answer sees.
    pub fn scope(&self, whole: &Scope<'a>) -> Scope<'a> {
        Scope {
            row: self.json,
            key: self.key.clone(),
            around: self.around,
            ..whole.clone()
        }
    }
}

impl Rows {
    /// What the fields of each row see, within what the whole answer sees. An
    /// error names the place where no list is.
    pub fn scopes<'a>(&self, whole: &Scope<'a>) -> Result<Vec<Scope<'a>>, Unreadable> {
        let rows = found(self, whole)?.into_iter();
        Ok(rows.map(|row| row.scope(whole)).collect())
    }
}

/// The rows of an answer that count, in order. An error names the place where
/// no list is.
pub(super) fn found<'a>(rows: &Rows, whole: &Scope<'a>) -> Result<Vec<RowAt<'a>>, Unreadable> {
    Ok(that_count(rows, whole, all(rows, whole)?))
}

/// The rows that count, of all that came.
pub(super) fn that_count<'a>(
    rows: &Rows,
    whole: &Scope<'a>,
    all: Vec<RowAt<'a>>,
) -> Vec<RowAt<'a>> {
    let counts = |row: &RowAt<'a>| match &rows.only {
        Some(only) => only.holds(&row.scope(whole)),
        None => true,
    };
    all.into_iter().filter(counts).collect()
}

/// The rows of an answer, those that do not count among them.
pub(super) fn all<'a>(rows: &Rows, whole: &Scope<'a>) -> Result<Vec<RowAt<'a>>, Unreadable> {
    let last = { rows.path.steps.iter() }.rposition(|step| *step == Step::All);
    let all = match last {
        None => inside(rows, single(rows, whole)?, None)?,
        Some(last) => {
            let (before, after) = rows.path.steps.split_at_checked(last).unwrap_or_default();
            let after = after.get(1..).unwrap_or_default();
            let mut outer = rows.path.clone();
            outer.steps = before.to_vec();
            let lists = match outer.find(whole) {
                Found::One(json) => vec![json],
                Found::Many(lists) => lists,
                Found::Text(_) | Found::Nothing => return Err(no_list(rows)),
            };
            let mut all = Vec::new();
            for list in lists {
                for (key, element) in elements(&list) {
                    if after.is_empty() {
                        all.push(RowAt {
                            json: element,
                            key,
                            around: None,
                        });
                    } else if let Some(rest) = walked(element, after) {
                        all.extend(inside(rows, rest, Some(element))?);
                    }
                }
            }
            all
        }
    };
    Ok(all)
}

fn single<'a>(rows: &Rows, whole: &Scope<'a>) -> Result<Json<'a>, Unreadable> {
    match rows.path.find(whole) {
        Found::One(json) if json.kind() != Kind::Missing => Ok(json),
        _ => Err(no_list(rows)),
    }
}

/// The rows of one list. `null` stands for an empty one.
fn inside<'a>(
    rows: &Rows,
    list: Json<'a>,
    around: Option<Json<'a>>,
) -> Result<Vec<RowAt<'a>>, Unreadable> {
    let wanted = if rows.keyed { Kind::Object } else { Kind::List };
    if list.kind() == Kind::Null {
        return Ok(Vec::new());
    }
    if list.kind() != wanted {
        return Err(no_list(rows));
    }
    let rows = elements(&list).into_iter();
    Ok(rows
        .map(|(key, json)| RowAt { json, key, around })
        .collect())
}

fn no_list(rows: &Rows) -> Unreadable {
    Unreadable {
        path: rows.path.text.clone(),
        expected: match rows.keyed {
            true => "an object of rows by key, as the mapping says".to_owned(),
            false => "a list of rows, as the mapping says".to_owned(),
        },
    }
}
