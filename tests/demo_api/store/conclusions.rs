//! What calls were concluded with. A task's disposition is that of its last
//! call; it comes with the analysis, after the call has ended.

use rusqlite::{Transaction, params};

use crate::task::Task;

const ALL: &str = "UPDATE attempt SET disposition = IFNULL(
    (SELECT disposition FROM task WHERE row = attempt.task AND attempts = attempt.attempt), 0)
  WHERE campaign = ?1";

const ONE: &str = "UPDATE attempt SET disposition = ?3
  WHERE task = ?1 AND attempt = ?2 AND disposition <> ?3";

/// Notes the dispositions of a campaign whose tasks and calls have been written in bulk.
pub(super) fn of_all(transaction: &Transaction<'_>, campaign: usize) -> rusqlite::Result<()> {
    transaction.execute(ALL, [campaign as i64])?;
    Ok(())
}

/// Notes the disposition of a task, where it has one.
pub(super) fn of(transaction: &Transaction<'_>, task: &Task) -> rusqlite::Result<()> {
    if let Some(disposition) = task.disposition {
        transaction
            .prepare_cached(ONE)?
            .execute(params![task.row, task.attempts, disposition])?;
    }
    Ok(())
}
