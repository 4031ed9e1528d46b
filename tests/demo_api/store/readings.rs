//! What the counts do not tell: readings of the rows themselves, each of a few
//! rows found by an index.

use rusqlite::params;

use super::Store;
use crate::outcome::{Callback, Outcome};
use crate::task_state::State;
use crate::zone::Ms;

/// Callbacks by what became of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Callbacks {
    pub pending: i64,
    pub completed: i64,
    pub cancelled: i64,
    pub exhausted: i64,
}

/// How a carrier's trunk did lately.
#[derive(Clone, Copy, Debug, Default)]
pub struct Recent {
    pub attempts: i64,
    pub failures: i64,
}

impl Store {
    /// A campaign's callbacks.
    pub fn callbacks(&self, campaign: usize) -> rusqlite::Result<Callbacks> {
        let mut statement = self.connection.prepare_cached(
            "SELECT callback, COUNT(*) FROM task WHERE campaign = ?1 AND callback > 0 GROUP BY 1",
        )?;
        let mut callbacks = Callbacks::default();
        let mut rows = statement.query([campaign as i64])?;
        while let Some(row) = rows.next()? {
            let (code, count): (i64, i64) = (row.get(0)?, row.get(1)?);
            if code == Callback::Pending.code() {
                callbacks.pending = count;
            } else if code == Callback::Completed.code() {
                callbacks.completed = count;
            } else if code == Callback::Cancelled.code() {
                callbacks.cancelled = count;
            } else if code == Callback::Exhausted.code() {
                callbacks.exhausted = count;
            }
        }
        Ok(callbacks)
    }

    /// When each waiting task under a timed hold may go, grouped by the upper ends of `spans`
    /// (ascending); one more group holds those after the last. `not_before` is when the
    /// campaign itself may go.
    pub fn due_within(
        &self,
        campaign: usize,
        not_before: Ms,
        spans: &[Ms],
    ) -> rusqlite::Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT hold_until FROM task
             WHERE campaign = ?1 AND hold > 0 AND hold_until IS NOT NULL",
        )?;
        let mut counts = vec![0; spans.len() + 1];
        let mut rows = statement.query([campaign as i64])?;
        while let Some(row) = rows.next()? {
            let due = row.get::<_, Ms>(0)?.max(not_before);
            let span = spans.partition_point(|&end| end < due);
            if let Some(count) = counts.get_mut(span) {
                *count += 1;
            }
        }
        Ok(counts)
    }

    /// How many tasks are enqueued, and since when the oldest is.
    pub fn queued(&self, campaign: usize) -> rusqlite::Result<(i64, Option<Ms>)> {
        self.connection
            .prepare_cached(
                "SELECT COUNT(*), MIN(queued_at) FROM task
                 WHERE campaign = ?1 AND queued_at IS NOT NULL",
            )?
            .query_row([campaign as i64], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Attempts and carrier failures of some numbers that ended in a span.
    pub fn recent(
        &self,
        campaign: usize,
        numbers: &[i64],
        from: Ms,
        to: Ms,
    ) -> rusqlite::Result<Recent> {
        let mut statement = self.connection.prepare_cached(
            "SELECT number, outcome FROM attempt WHERE campaign = ?1 AND ended_at BETWEEN ?2 AND ?3",
        )?;
        let mut recent = Recent::default();
        let mut rows = statement.query(params![campaign as i64, from, to])?;
        while let Some(row) = rows.next()? {
            if numbers.contains(&row.get(0)?) {
                recent.attempts += 1;
                recent.failures +=
                    i64::from(Outcome::from_code(row.get(1)?) == Outcome::CarrierFailure);
            }
        }
        Ok(recent)
    }

    /// Tasks in a state for longer than a limit, and when the oldest entered it.
    pub fn overdue(
        &self,
        campaign: usize,
        state: State,
        before: Ms,
    ) -> rusqlite::Result<(i64, Option<Ms>)> {
        self.connection
            .prepare_cached(
                "SELECT COUNT(*), MIN(since) FROM task
                 WHERE campaign = ?1 AND status = ?2 AND since < ?3",
            )?
            .query_row(params![campaign as i64, state.code(), before], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
    }

    /// Tasks that were dialed since an instant; none is dialed twice within minutes.
    pub fn dialed_since(&self, campaign: usize, since: Ms) -> rusqlite::Result<i64> {
        self.connection
            .prepare_cached(
                "SELECT COUNT(*) FROM task WHERE campaign = ?1 AND last_attempted > ?2",
            )?
            .query_row(params![campaign as i64, since], |row| row.get(0))
    }

    /// Dials that were answered and ended since an instant.
    pub fn answered_since(&self, campaign: usize, since: Ms) -> rusqlite::Result<i64> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT outcome FROM attempt WHERE campaign = ?1 AND ended_at > ?2")?;
        let mut answered = 0;
        let mut rows = statement.query(params![campaign as i64, since])?;
        while let Some(row) = rows.next()? {
            answered += i64::from(Outcome::from_code(row.get(0)?).is_answer());
        }
        Ok(answered)
    }

    /// Tasks with a disposition by the side of an A/B test that their conversation was on.
    pub fn reached_by_variant(
        &self,
        campaign: usize,
        disposition: i64,
    ) -> rusqlite::Result<[i64; 2]> {
        let mut statement = self.connection.prepare_cached(
            "SELECT attempt.variant, COUNT(*) FROM task JOIN attempt ON attempt.task = task.row
             WHERE task.campaign = ?1 AND task.disposition = ?2 AND task.disposition > 0
               AND attempt.outcome = ?3 GROUP BY 1",
        )?;
        let mut reached = [0; 2];
        let mut rows = statement.query(params![
            campaign as i64,
            disposition,
            Outcome::Talked.code()
        ])?;
        while let Some(row) = rows.next()? {
            let variant: u8 = row.get(0)?;
            if let Some(count) = reached.get_mut(usize::from(variant)) {
                *count = row.get(1)?;
            }
        }
        Ok(reached)
    }

    /// When the campaign last dialed.
    pub fn last_dial(&self, campaign: usize) -> rusqlite::Result<Option<Ms>> {
        self.connection
            .prepare_cached(
                "SELECT last_attempted FROM task WHERE campaign = ?1 AND last_attempted > 0
                 ORDER BY last_attempted DESC LIMIT 1",
            )?
            .query_map([campaign as i64], |row| row.get(0))?
            .next()
            .transpose()
    }
}
