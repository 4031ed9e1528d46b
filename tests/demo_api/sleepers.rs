//! The tasks of the largest campaign that the simulation leaves alone: rows
//! only, written in bulk.

use rusqlite::params;

use crate::dialer::Dialer;
use crate::people::NAMES;
use crate::random::Random;
use crate::store::Store;
use crate::task_state::{Family, State};

/// Writes the rows that the plans leave asleep, from `first_row` on.
pub fn write(
    store: &mut Store,
    dialer: &mut Dialer,
    first_row: i64,
    seed: u64,
) -> rusqlite::Result<()> {
    let transaction = store.connection.transaction()?;
    {
        let mut insert = transaction.prepare(
            "INSERT INTO task VALUES (?1,?2,?3,?4,1,?5,?6,?7,?8,0,NULL,0,0,0,0,0,-1,NULL,NULL,-1,NULL,NULL,0)",
        )?;
        let mut row = first_row;
        for campaign in &dialer.campaigns {
            let mut random = Random::new(seed, 5_000 + campaign.index as u64);
            for position in 0..campaign.plan.audience.asleep {
                let area = 200 + position % 780;
                let line = position / 780;
                insert.execute(params![
                    row,
                    campaign.index as i64,
                    random.between(0, NAMES as i64 - 1),
                    format!("+1{area}555{line:04}"),
                    State::Pending.code(),
                    campaign.plan.created_at,
                    Family::Waiting.code(),
                    (1_i64 << 52) + row,
                ])?;
                row += 1;
            }
        }
    }
    transaction.commit()
}
