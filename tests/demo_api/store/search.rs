//! Finding tasks by a part of a name, a part of a telephone number, or an ID.

use rusqlite::params;
use rusqlite::types::Value;

use super::Store;
use super::pages::Filter;
use crate::{ids, people};

/// A search counts up to here; beyond, the total is "at least".
pub const COUNTED: i64 = 10_000;

/// What a query can match.
#[derive(Clone, Debug)]
pub struct Matches {
    /// For `LIKE`, over names without case and diacritics.
    name: String,
    /// For `LIKE`, over E.164 numbers; `None` when the query has too few digits or other letters.
    phone: Option<String>,
    row: i64,
}

impl Matches {
    /// What to look for; `None` when the query is empty.
    pub fn of(query: &str) -> Option<Self> {
        let query = query.trim();
        if query.is_empty() {
            return None;
        }
        let row = ids::task_row(&query.to_lowercase())
            .or_else(|| ids::contact_row(&query.to_lowercase()));
        Some(Self {
            name: format!("%{}%", escaped(&people::folded(query))),
            phone: phone_pattern(query),
            row: row.unwrap_or(-1),
        })
    }

    /// The condition on a task, with the parameters of [`Matches::parameters`].
    pub(super) fn condition(&self) -> String {
        let phone = if self.phone.is_some() {
            " OR phone LIKE ?3"
        } else {
            ""
        };
        format!(
            "(row = ?1 OR person IN (SELECT id FROM person WHERE folded LIKE ?2 ESCAPE '\\'){phone})"
        )
    }

    pub(super) fn parameters(&self) -> Vec<Value> {
        let mut values = vec![Value::from(self.row), Value::from(self.name.clone())];
        values.extend(self.phone.clone().map(Value::from));
        values
    }
}

fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|letter| {
            let escape = matches!(letter, '%' | '_' | '\\').then_some('\\');
            escape.into_iter().chain([letter])
        })
        .collect()
}

/// A pattern over E.164 numbers, when the query reads as part of one.
fn phone_pattern(query: &str) -> Option<String> {
    let is_number = query
        .chars()
        .all(|letter| letter.is_ascii_digit() || "+ -().\u{a0}".contains(letter));
    let digits: String = query.chars().filter(char::is_ascii_digit).collect();
    if !is_number || digits.is_empty() {
        None
    } else if query.starts_with('+') {
        Some(format!("+{digits}%"))
    } else {
        Some(format!("%{digits}%"))
    }
}

impl Store {
    /// How many tasks a filter with a search finds; the second value is false when there are
    /// more than [`COUNTED`].
    pub fn count(&self, campaign: usize, filter: &Filter) -> rusqlite::Result<(i64, bool)> {
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM task WHERE campaign = {campaign}{} LIMIT {})",
            filter.condition(),
            COUNTED + 1,
        );
        let values = filter
            .search
            .as_ref()
            .map(Matches::parameters)
            .unwrap_or_default();
        let count: i64 = self
            .connection
            .prepare_cached(&sql)?
            .query_row(rusqlite::params_from_iter(values), |row| row.get(0))?;
        Ok((count.min(COUNTED), count <= COUNTED))
    }

    /// Tasks of a campaign under a hold, or waiting without one.
    pub fn sharing(&self, campaign: usize, hold: i64, family: i64) -> rusqlite::Result<i64> {
        self.connection
            .prepare_cached(
                "SELECT COUNT(*) FROM task WHERE campaign = ?1 AND hold = ?2 AND family = ?3",
            )?
            .query_row(params![campaign as i64, hold, family], |row| row.get(0))
    }
}
