//! A task as a row.

use rusqlite::Row;

use super::Store;
use crate::campaign::renewal::Listed;
use crate::task_state::{Hold, State};
use crate::zone::{Ms, Zone};

/// A task as a row.
#[derive(Clone, Debug)]
pub struct TaskRow {
    pub row: i64,
    pub person: i64,
    pub phone: String,
    pub zone: Zone,
    pub state: State,
    pub since: Ms,
    pub hold: Hold,
    pub hold_until: Option<Ms>,
    pub from_number: i64,
    pub sticky: bool,
    pub disposition: i64,
    pub attempts: i64,
    pub system_retries: i64,
    pub talk: Option<Ms>,
    pub talking_since: Option<Ms>,
    pub score: Option<i64>,
    pub last_attempted: Option<Ms>,
    pub sip: Option<i64>,
    /// Its values in the order it was asked in.
    pub key: Vec<i64>,
}

/// What [`read`] reads.
pub(super) const COLUMNS: &str =
    "row, person, phone, zone, status, since, hold, hold_until, from_number, sticky,
  disposition, attempts, system_retries, talk, talking_since, score, last_attempted, sip";

impl Store {
    /// Who a campaign calls, in the order of its tasks.
    pub fn contacts(&self, campaign: usize) -> rusqlite::Result<Vec<Listed>> {
        self.connection
            .prepare_cached("SELECT person, phone FROM task WHERE campaign = ?1 ORDER BY row")?
            .query_map([campaign as i64], |row| {
                Ok(Listed {
                    person: row.get(0)?,
                    phone: row.get(1)?,
                })
            })?
            .collect()
    }

    /// One task of a campaign.
    pub fn task(&self, campaign: usize, row: i64) -> rusqlite::Result<Option<TaskRow>> {
        let sql = format!("SELECT {COLUMNS} FROM task WHERE campaign = ?1 AND row = ?2");
        self.connection
            .prepare_cached(&sql)?
            .query_map([campaign as i64, row], |row| read(row, 0))?
            .next()
            .transpose()
    }
}

/// Reads [`COLUMNS`], and as many sort values after them.
pub(super) fn read(row: &Row<'_>, keys: usize) -> rusqlite::Result<TaskRow> {
    let known = |value: i64| (value >= 0).then_some(value);
    Ok(TaskRow {
        row: row.get(0)?,
        person: row.get(1)?,
        phone: row.get(2)?,
        zone: Zone::from_code(row.get(3)?).unwrap_or(Zone::Chicago),
        state: State::from_code(row.get(4)?).unwrap_or(State::Pending),
        since: row.get(5)?,
        hold: Hold::from_code(row.get(6)?),
        hold_until: row.get(7)?,
        from_number: row.get(8)?,
        sticky: row.get(9)?,
        disposition: row.get(10)?,
        attempts: row.get(11)?,
        system_retries: row.get(12)?,
        talk: known(row.get(13)?),
        talking_since: row.get(14)?,
        score: row.get(15)?,
        last_attempted: known(row.get(16)?),
        sip: row.get(17)?,
        key: (18..18 + keys)
            .map(|column| row.get(column))
            .collect::<Result<_, _>>()?,
    })
}
