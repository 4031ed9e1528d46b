//! Dials that failed, and the contacts whose last dial did.

use super::Store;
use crate::outcome::Outcome;
use crate::task_state::State;
use crate::zone::{Ms, Zone};

/// Whether a task's last dial failed. Rang out and busy are no failures, and a task that is
/// being dialed has no status of its last dial.
const LAST_FAILED: &str = "sip >= 400 AND sip NOT IN (480, 486)";

/// Contacts whose last dial failed alike.
#[derive(Clone, Copy, Debug)]
pub struct FailedContacts {
    pub sip: i64,
    pub number: i64,
    pub state: State,
    pub count: i64,
}

/// Failed dials of one task from one number that ended with the same status.
#[derive(Clone, Copy, Debug)]
pub struct FailedDials {
    pub sip: i64,
    pub number: i64,
    pub task: i64,
    pub count: i64,
    /// Which dial of its task the first of them was, from 1.
    pub first_attempt: i64,
    pub first_at: Ms,
    pub last_at: Ms,
    /// Dials of the task so far.
    pub task_attempts: i64,
}

/// Ended dials of contacts alike.
#[derive(Clone, Copy, Debug)]
pub struct ContactPart {
    pub zone: Zone,
    /// From 0; `None` for contacts that came in later.
    pub part: Option<i64>,
    pub outcome: Outcome,
    pub count: i64,
}

/// How a campaign's contacts are cut into parts of their file.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    /// Row of its first task.
    pub first_row: i64,
    pub contacts: i64,
    /// Contacts of a part.
    pub size: i64,
}

fn failed() -> String {
    let codes = Outcome::FAILED.map(|outcome| outcome.code().to_string());
    format!("outcome IN ({})", codes.join(", "))
}

/// Failures are few, so an index over them alone finds those of a million tasks at once.
pub(super) fn indexes() -> String {
    format!(
        "CREATE INDEX attempt_failed ON attempt (campaign, sip, number, task, attempt, ended_at)
           WHERE {};
         CREATE INDEX task_failed ON task (campaign, sip, from_number, status) WHERE {LAST_FAILED};",
        failed()
    )
}

impl Store {
    /// The contacts of a campaign whose last dial failed.
    pub fn failed_contacts(&self, campaign: usize) -> rusqlite::Result<Vec<FailedContacts>> {
        let sql = format!(
            "SELECT sip, from_number, status, COUNT(*) FROM task INDEXED BY task_failed
             WHERE campaign = ?1 AND {LAST_FAILED} GROUP BY 1, 2, 3"
        );
        self.connection
            .prepare_cached(&sql)?
            .query_map([campaign as i64], |row| {
                Ok(FailedContacts {
                    sip: row.get(0)?,
                    number: row.get(1)?,
                    state: State::from_code(row.get(2)?).unwrap_or(State::Pending),
                    count: row.get(3)?,
                })
            })?
            .collect()
    }

    /// The failed dials of a campaign, by task.
    pub fn failed_dials(&self, campaign: usize) -> rusqlite::Result<Vec<FailedDials>> {
        let sql = format!(
            "SELECT failed.sip, number, task, COUNT(*), MIN(attempt), MIN(ended_at), MAX(ended_at),
               (SELECT attempts FROM task WHERE task.row = failed.task)
             FROM attempt failed INDEXED BY attempt_failed
             WHERE campaign = ?1 AND {} GROUP BY 1, 2, 3",
            failed()
        );
        self.connection
            .prepare_cached(&sql)?
            .query_map([campaign as i64], |row| {
                Ok(FailedDials {
                    sip: row.get(0)?,
                    number: row.get(1)?,
                    task: row.get(2)?,
                    count: row.get(3)?,
                    first_attempt: row.get(4)?,
                    first_at: row.get(5)?,
                    last_at: row.get(6)?,
                    task_attempts: row.get(7)?,
                })
            })?
            .collect()
    }

    /// Contacts of a campaign that were spoken to and are not done: a callback is to come, or
    /// came to nothing.
    pub fn spoken_to_but_open(&self, campaign: usize) -> rusqlite::Result<i64> {
        let sql = format!(
            "SELECT COUNT(*) FROM task INDEXED BY task_callback
             WHERE campaign = ?1 AND callback > 0
             AND status NOT IN ({}, {})",
            State::Completed.code(),
            State::Processing.code()
        );
        self.connection
            .prepare_cached(&sql)?
            .query_row([campaign as i64], |row| row.get(0))
    }

    /// The ended dials of a campaign by where their contacts are.
    pub fn contact_parts(&self, campaign: usize, cut: Cut) -> rusqlite::Result<Vec<ContactPart>> {
        let sql = format!(
            "SELECT zone, iif(row < ?2 + ?3, (row - ?2) / ?4, NULL), outcome, COUNT(*)
             FROM attempt JOIN task ON task.row = attempt.task
             WHERE attempt.campaign = ?1 AND outcome <> {} GROUP BY 1, 2, 3",
            Outcome::InFlight.code()
        );
        self.connection
            .prepare_cached(&sql)?
            .query_map(
                [campaign as i64, cut.first_row, cut.contacts, cut.size],
                |row| {
                    Ok(ContactPart {
                        zone: Zone::from_code(row.get(0)?).unwrap_or(Zone::Chicago),
                        part: row.get(1)?,
                        outcome: Outcome::from_code(row.get(2)?),
                        count: row.get(3)?,
                    })
                },
            )?
            .collect()
    }
}
