//! Contacts that were dialed again, and leases that were given twice.

use super::Store;
use crate::outcome::Outcome;
use crate::zone::Ms;

/// A contact that was dialed again after a conversation.
#[derive(Clone, Debug)]
pub struct Again {
    pub task: i64,
    pub person: i64,
    pub phone: String,
}

impl Store {
    /// Leases of a campaign since an instant that were lost with their worker, and given to another.
    pub fn repeated_leases(&self, campaign: usize, since: Ms) -> rusqlite::Result<i64> {
        self.connection
            .prepare_cached(
                "SELECT COUNT(*) FROM lost_lease CROSS JOIN task ON task.row = lost_lease.task
                 WHERE task.campaign = ?1 AND lost_at >= ?2",
            )?
            .query_row([campaign as i64, since], |row| row.get(0))
    }

    /// Contacts of a campaign that were spoken to since an instant and, though they had not asked
    /// for it, dialed again.
    pub fn reached_again(&self, campaign: usize, since: Ms) -> rusqlite::Result<Vec<Again>> {
        let sql = format!(
            "SELECT DISTINCT task.row, person, phone
             FROM attempt spoken INDEXED BY attempt_ended CROSS JOIN task ON task.row = spoken.task
             WHERE spoken.campaign = ?1 AND spoken.ended_at >= ?2 AND spoken.outcome = {}
             AND task.attempts > spoken.attempt ORDER BY task.row",
            Outcome::Talked.code()
        );
        self.connection
            .prepare_cached(&sql)?
            .query_map([campaign as i64, since], |row| {
                Ok(Again {
                    task: row.get(0)?,
                    person: row.get(1)?,
                    phone: row.get(2)?,
                })
            })?
            .collect()
    }

    /// How many different numbers a campaign's contacts have, and how many of those stand more
    /// than once.
    pub fn recipients(&self, campaign: usize) -> rusqlite::Result<(i64, i64)> {
        self.connection
            .prepare_cached(
                "SELECT COUNT(*), TOTAL(n > 1) FROM
                 (SELECT COUNT(*) AS n FROM task WHERE campaign = ?1 GROUP BY phone)",
            )?
            .query_row([campaign as i64], |row| {
                Ok((row.get(0)?, row.get::<_, f64>(1)? as i64))
            })
    }
}
