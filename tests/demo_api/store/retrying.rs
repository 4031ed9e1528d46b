//! Tasks with their last finished dial, as a retry looks at them.

use rusqlite::{Row, params};

use super::Store;
use crate::outcome::Outcome;
use crate::retry::reason::Standing;
use crate::task_state::{Hold, State};
use crate::zone::Ms;

/// A task with its last dial that is over.
#[derive(Clone, Debug)]
pub struct Tried {
    pub row: i64,
    pub standing: Standing,
    /// When that dial ended.
    pub ended_at: Option<Ms>,
    /// The number that it came from.
    pub number: Option<i64>,
}

const SELECT: &str =
    "SELECT t.row, t.status, t.hold, t.attempts, a.outcome, a.sip, a.ended_at, a.number,
  t.callback > 0 OR EXISTS (SELECT 1 FROM attempt WHERE task = t.row AND outcome IN (1, 2, 4))
  FROM task t LEFT JOIN attempt a ON a.id =
    (SELECT id FROM attempt WHERE task = t.row AND outcome > 0 ORDER BY attempt DESC LIMIT 1)";

impl Store {
    /// One task of a campaign.
    pub fn tried(&self, campaign: usize, row: i64) -> rusqlite::Result<Option<Tried>> {
        self.connection
            .prepare_cached(&format!("{SELECT} WHERE t.campaign = ?1 AND t.row = ?2"))?
            .query_map([campaign as i64, row], read)?
            .next()
            .transpose()
    }

    /// Tasks of a campaign whose last dial that is over came to nobody, in the order of their rows.
    pub fn unreached(&self, campaign: usize) -> rusqlite::Result<Vec<Tried>> {
        let came_to_nobody = [
            Outcome::NoAnswer,
            Outcome::Busy,
            Outcome::CarrierFailure,
            Outcome::InvalidNumber,
        ];
        let codes = came_to_nobody.map(|outcome| outcome.code().to_string());
        let reached = [State::Completed, State::Abandoned, State::Machine];
        let reached = reached.map(|state| state.code().to_string());
        let sql = format!(
            "{SELECT} WHERE t.campaign = ?1 AND t.attempts > 0 AND t.status NOT IN ({})
              AND a.outcome IN ({}) ORDER BY t.row",
            reached.join(","),
            codes.join(",")
        );
        self.connection
            .prepare_cached(&sql)?
            .query_map(params![campaign as i64], read)?
            .collect()
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Tried> {
    let outcome: Option<i64> = row.get(4)?;
    let sip = row.get(5)?;
    Ok(Tried {
        row: row.get(0)?,
        standing: Standing {
            state: State::from_code(row.get(1)?).unwrap_or(State::Pending),
            hold: Hold::from_code(row.get(2)?),
            attempts: row.get(3)?,
            last: outcome.map(|outcome| (Outcome::from_code(outcome), sip)),
            was_reached: row.get(8)?,
        },
        ended_at: row.get(6)?,
        number: row.get(7)?,
    })
}
