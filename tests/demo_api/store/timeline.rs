//! Finished dials by the quarter hour in which they ended, counted as they end.

use rusqlite::Transaction;

use super::Store;
use crate::outcome::Outcome;
use crate::zone::{MINUTE, Ms};

/// Length of a slot. Slots begin on the quarter hours of every zone of the demo.
pub const SLOT: Ms = 15 * MINUTE;

/// Finished dials of a slot that ended alike.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    pub from: Ms,
    pub outcome: Outcome,
    pub count: i64,
}

/// Counts what is there, and from here on what ends.
pub(super) fn begin_counting(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    let counted = format!(
        "INSERT INTO time_tally
           SELECT campaign, ended_at / {SLOT}, outcome, COUNT(*) FROM attempt
           WHERE ended_at IS NOT NULL GROUP BY 1, 2, 3;"
    );
    transaction.execute_batch(&counted)?;
    for (name, event) in [
        (
            "slot_dialed",
            "INSERT ON attempt WHEN NEW.ended_at IS NOT NULL",
        ),
        (
            "slot_ended",
            "UPDATE ON attempt WHEN OLD.outcome <> NEW.outcome",
        ),
    ] {
        transaction.execute_batch(&format!(
            "CREATE TRIGGER {name} AFTER {event} BEGIN
               INSERT INTO time_tally VALUES (NEW.campaign, NEW.ended_at / {SLOT}, NEW.outcome, 1)
               ON CONFLICT DO UPDATE SET n = n + 1;
             END;"
        ))?;
    }
    Ok(())
}

impl Store {
    /// The finished dials of a campaign by slot, oldest first.
    pub fn slots(&self, campaign: usize) -> rusqlite::Result<Vec<Slot>> {
        self.connection
            .prepare_cached(
                "SELECT slot, outcome, n FROM time_tally WHERE campaign = ?1 ORDER BY slot",
            )?
            .query_map([campaign as i64], |row| {
                Ok(Slot {
                    from: row.get::<_, i64>(0)? * SLOT,
                    outcome: Outcome::from_code(row.get(1)?),
                    count: row.get(2)?,
                })
            })?
            .collect()
    }
}
