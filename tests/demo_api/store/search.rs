//! Finding tasks by a part of a name, a part of a telephone number, or an ID.

use rusqlite::params;
use rusqlite::types::Value;

use super::Store;
use super::filter::Filter;
use crate::{ids, people};

/// A search counts up to here; beyond, the total is "at least".
pub const COUNTED: i64 = 10_000;

/// What a query finds in a campaign.
#[derive(Clone, Debug)]
pub enum Matches {
    /// These rows and no others, as a JSON list.
    Rows { list: String, count: i64 },
    /// More than [`COUNTED`] rows: those that fit are met soon when walking any order.
    Many(Query),
}

/// A query taken apart.
#[derive(Clone, Debug)]
pub struct Query {
    /// For `LIKE`, over names without case and diacritics.
    name: String,
    /// Digits to find in E.164 numbers.
    digits: Option<Digits>,
    row: i64,
}

#[derive(Clone, Debug)]
enum Digits {
    /// The query began with a plus sign.
    First(String),
    Anywhere(String),
}

impl Query {
    /// What to look for; `None` when the query is empty.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let id = text.to_lowercase();
        let row = ids::task_row(&id).or_else(|| ids::contact_row(&id));
        Some(Self {
            name: format!("%{}%", escaped(&people::folded(text))),
            digits: digits(text),
            row: row.unwrap_or(-1),
        })
    }

    fn phone_condition(&self) -> &'static str {
        match self.digits {
            None => "0",
            // A range, so that the index finds it; the colon comes after the digits.
            Some(Digits::First(_)) => "(phone >= ?3 AND phone < ?3 || ':')",
            Some(Digits::Anywhere(_)) => "instr(phone, ?3) > 0",
        }
    }

    fn condition(&self) -> String {
        format!(
            "(row = ?1 OR person IN (SELECT id FROM person WHERE folded LIKE ?2 ESCAPE '\\') OR {})",
            self.phone_condition()
        )
    }

    fn parameters(&self) -> Vec<Value> {
        let digits = match &self.digits {
            Some(Digits::First(digits) | Digits::Anywhere(digits)) => Some(digits.clone()),
            None => None,
        };
        [Value::from(self.row), Value::from(self.name.clone())]
            .into_iter()
            .chain(digits.map(Value::from))
            .collect()
    }
}

impl Matches {
    /// The condition on a task, with the parameters of [`Matches::parameters`].
    pub(super) fn condition(&self) -> String {
        match self {
            Self::Rows { .. } => String::from("row IN (SELECT value FROM json_each(?1))"),
            Self::Many(query) => query.condition(),
        }
    }

    pub(super) fn parameters(&self) -> Vec<Value> {
        match self {
            Self::Rows { list, .. } => vec![Value::from(list.clone())],
            Self::Many(query) => query.parameters(),
        }
    }

    /// Whether the rows are known, so that no index is needed to find them.
    pub(super) fn is_listed(&self) -> bool {
        matches!(self, Self::Rows { .. })
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

/// The digits of a query that reads as part of a telephone number.
fn digits(text: &str) -> Option<Digits> {
    let is_number = text
        .chars()
        .all(|letter| letter.is_ascii_digit() || "+ -().\u{a0}".contains(letter));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !is_number || digits.is_empty() {
        None
    } else if text.starts_with('+') {
        Some(Digits::First(format!("+{digits}")))
    } else {
        Some(Digits::Anywhere(digits))
    }
}

impl Store {
    /// What a query finds in a campaign.
    pub fn find(&self, campaign: usize, query: Query) -> rusqlite::Result<Matches> {
        let phone = match query.digits {
            Some(Digits::First(_)) => format!(
                " UNION ALL SELECT row FROM task INDEXED BY task_phone
                  WHERE campaign = {campaign} AND {}",
                query.phone_condition()
            ),
            _ => String::new(),
        };
        let sql = format!(
            "SELECT row FROM (
               SELECT row FROM task WHERE row = ?1 AND campaign = {campaign}
               UNION ALL SELECT row FROM task INDEXED BY task_person WHERE campaign = {campaign}
                 AND person IN (SELECT id FROM person WHERE folded LIKE ?2 ESCAPE '\\'){phone})
             LIMIT {}",
            COUNTED + 1
        );
        let mut parameters = query.parameters();
        if phone.is_empty() {
            parameters.truncate(2);
        }
        let mut rows: Vec<i64> = self
            .connection
            .prepare_cached(&sql)?
            .query_map(rusqlite::params_from_iter(parameters), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if let Some(Digits::Anywhere(digits)) = &query.digits {
            // A number holds the same digits a few times at most.
            let limit = usize::try_from(COUNTED * 4).unwrap_or(usize::MAX);
            rows.extend(self.phones.rows_with(campaign, digits, limit));
        }
        rows.sort_unstable();
        rows.dedup();
        if rows.len() as i64 > COUNTED {
            return Ok(Matches::Many(query));
        }
        Ok(Matches::Rows {
            count: rows.len() as i64,
            list: serde_json::Value::from(rows).to_string(),
        })
    }

    /// How many tasks a filter with a search finds; the second value is false when there are
    /// more than [`COUNTED`].
    pub fn count(&self, campaign: usize, filter: &Filter) -> rusqlite::Result<(i64, bool)> {
        match &filter.search {
            Some(Matches::Rows { count, .. }) if filter.is_search_alone() => {
                return Ok((*count, true));
            }
            Some(Matches::Many(_)) if filter.is_search_alone() => return Ok((COUNTED, false)),
            _ => {}
        }
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM task {} WHERE campaign = {campaign}{} LIMIT {})",
            filter.access(),
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
