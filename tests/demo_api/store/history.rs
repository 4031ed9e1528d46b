//! What happened to one task: its attempts and the leases it lost.

use rusqlite::Row;

use super::Store;
use crate::outcome::Outcome;
use crate::zone::Ms;

/// One dial of a task.
#[derive(Clone, Debug)]
pub struct AttemptRow {
    pub id: i64,
    pub attempt: i64,
    pub number: i64,
    pub variant: i64,
    pub worker: i64,
    pub leased_at: Ms,
    pub dialed_at: Ms,
    pub ringing_at: Option<Ms>,
    pub answered_at: Option<Ms>,
    pub talking_at: Option<Ms>,
    pub ended_at: Option<Ms>,
    pub outcome: Outcome,
    pub sip: Option<i64>,
}

/// A lease that a worker lost.
#[derive(Clone, Copy, Debug)]
pub struct LostLeaseRow {
    pub leased_at: Ms,
    pub lost_at: Ms,
    pub worker: i64,
}

impl Store {
    /// The attempts of a task, oldest first.
    pub fn attempts_of(&self, task: i64) -> rusqlite::Result<Vec<AttemptRow>> {
        self.connection
            .prepare_cached(
                "SELECT id, attempt, number, variant, worker, leased_at, dialed_at, ringing_at,
                   answered_at, talking_at, ended_at, outcome, sip
                 FROM attempt WHERE task = ?1 ORDER BY id",
            )?
            .query_map([task], read)?
            .collect()
    }

    /// The leases that a task lost, oldest first.
    pub fn lost_leases_of(&self, task: i64) -> rusqlite::Result<Vec<LostLeaseRow>> {
        self.connection
            .prepare_cached(
                "SELECT leased_at, lost_at, worker FROM lost_lease WHERE task = ?1 ORDER BY lost_at",
            )?
            .query_map([task], |row| {
                Ok(LostLeaseRow {
                    leased_at: row.get(0)?,
                    lost_at: row.get(1)?,
                    worker: row.get(2)?,
                })
            })?
            .collect()
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<AttemptRow> {
    Ok(AttemptRow {
        id: row.get(0)?,
        attempt: row.get(1)?,
        number: row.get(2)?,
        variant: row.get(3)?,
        worker: row.get(4)?,
        leased_at: row.get(5)?,
        dialed_at: row.get(6)?,
        ringing_at: row.get(7)?,
        answered_at: row.get(8)?,
        talking_at: row.get(9)?,
        ended_at: row.get(10)?,
        outcome: Outcome::from_code(row.get(11)?),
        sip: row.get(12)?,
    })
}
