//! Counting while rows are written in bulk, before the triggers take over.

use std::collections::HashMap;

use rusqlite::{Connection, params};

/// Campaign, status, hold, disposition, from-number, attempts.
pub type TaskKey = [i64; 6];
/// Campaign, number, attempt, variant, outcome.
pub type AttemptKey = [i64; 5];
/// Count, line time, talk time, cost of the agent, cost of telephony.
pub type AttemptSums = [i64; 5];

/// What the rows written so far add up to.
#[derive(Clone, Debug, Default)]
pub struct BulkCount {
    tasks: HashMap<TaskKey, i64>,
    attempts: HashMap<AttemptKey, AttemptSums>,
}

impl BulkCount {
    /// Counts a task.
    pub fn task(&mut self, key: TaskKey) {
        *self.tasks.entry(key).or_default() += 1;
    }

    /// Counts an attempt. `sums` is what it adds, its count of 1 included.
    pub fn attempt(&mut self, key: AttemptKey, sums: AttemptSums) {
        let entry = self.attempts.entry(key).or_default();
        for (sum, added) in entry.iter_mut().zip(sums) {
            *sum += added;
        }
    }

    /// Writes the counts.
    pub fn write(&self, connection: &Connection) -> rusqlite::Result<()> {
        let mut insert =
            connection.prepare("INSERT INTO task_tally VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        for ([campaign, status, hold, disposition, from, attempts], count) in &self.tasks {
            insert.execute(params![
                campaign,
                status,
                hold,
                disposition,
                from,
                attempts,
                count
            ])?;
        }
        let mut insert = connection.prepare(
            "INSERT INTO attempt_tally VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        for (key, sums) in &self.attempts {
            let values = key.iter().chain(sums);
            insert.execute(rusqlite::params_from_iter(values))?;
        }
        Ok(())
    }
}
