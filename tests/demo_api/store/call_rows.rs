//! Attempts with what their tasks say of them.

use rusqlite::{Row, params};

use super::Store;
use super::calls::CallKey;
use crate::outcome::Outcome;
use crate::task_state::State;
use crate::zone::{Ms, Zone};

/// An attempt with what its task says of it.
#[derive(Clone, Debug)]
pub struct CallRow {
    pub id: i64,
    pub campaign: usize,
    pub task: i64,
    pub person: i64,
    pub phone: String,
    /// The contact's.
    pub zone: Zone,
    pub number: i64,
    /// From 1.
    pub attempt: i64,
    /// 0 for A, 1 for B.
    pub variant: i64,
    pub outcome: Outcome,
    pub sip: Option<i64>,
    pub disposition: i64,
    pub dialed_at: Ms,
    pub ringing_at: Option<Ms>,
    pub answered_at: Option<Ms>,
    pub talking_at: Option<Ms>,
    pub ended_at: Option<Ms>,
    pub ai_micros: i64,
    pub telephony_micros: i64,
    /// Where its task stands now.
    pub task_state: State,
    /// Attempts of its task so far.
    pub task_attempts: i64,
    /// Until when its task is held.
    pub hold_until: Option<Ms>,
}

const COLUMNS: &str = "attempt.id, attempt.campaign, attempt.task, person, phone, zone,
  attempt.number, attempt.attempt, attempt.variant, attempt.outcome, attempt.sip,
  attempt.disposition, attempt.dialed_at, attempt.ringing_at, attempt.answered_at,
  attempt.talking_at, attempt.ended_at, attempt.ai, attempt.telephony, status, attempts, hold_until";

impl Store {
    /// Attempts by their IDs, in no order.
    pub fn calls(&self, ids: impl Iterator<Item = i64>) -> rusqlite::Result<Vec<CallRow>> {
        let list = serde_json::Value::from_iter(ids).to_string();
        let sql = format!(
            "SELECT {COLUMNS} FROM attempt JOIN task ON task.row = attempt.task
             WHERE attempt.id IN (SELECT value FROM json_each(?1))"
        );
        self.connection
            .prepare_cached(&sql)?
            .query_map([list], read)?
            .collect()
    }

    /// The next attempts of a campaign after a key, oldest first, of those dialed up to an instant.
    pub fn calls_after(
        &self,
        campaign: usize,
        key: CallKey,
        until: Ms,
        limit: i64,
    ) -> rusqlite::Result<Vec<CallRow>> {
        let [dialed_at, id] = key;
        let sql = format!(
            "SELECT {COLUMNS} FROM attempt INDEXED BY attempt_started
             CROSS JOIN task ON task.row = attempt.task
             WHERE attempt.campaign = ?1 AND attempt.dialed_at BETWEEN ?2 AND ?4
               AND (attempt.dialed_at, attempt.id) > (?2, ?3)
             ORDER BY attempt.dialed_at, attempt.id LIMIT ?5"
        );
        self.connection
            .prepare_cached(&sql)?
            .query_map(params![campaign as i64, dialed_at, id, until, limit], read)?
            .collect()
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<CallRow> {
    Ok(CallRow {
        id: row.get(0)?,
        campaign: usize::try_from(row.get::<_, i64>(1)?).unwrap_or(usize::MAX),
        task: row.get(2)?,
        person: row.get(3)?,
        phone: row.get(4)?,
        zone: Zone::from_code(row.get(5)?).unwrap_or(Zone::Chicago),
        number: row.get(6)?,
        attempt: row.get(7)?,
        variant: row.get(8)?,
        outcome: Outcome::from_code(row.get(9)?),
        sip: row.get(10)?,
        disposition: row.get(11)?,
        dialed_at: row.get(12)?,
        ringing_at: row.get(13)?,
        answered_at: row.get(14)?,
        talking_at: row.get(15)?,
        ended_at: row.get(16)?,
        ai_micros: row.get(17)?,
        telephony_micros: row.get(18)?,
        task_state: State::from_code(row.get(19)?).unwrap_or(State::Pending),
        task_attempts: row.get(20)?,
        hold_until: row.get(21)?,
    })
}
