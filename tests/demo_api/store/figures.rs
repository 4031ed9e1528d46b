//! Every figure of a campaign, from the counts that the triggers keep.

use rusqlite::params;

use super::Store;
use crate::task_state::{Callback, Family, Hold, Outcome, State};
use crate::zone::Ms;

/// Tasks that are alike, counted.
#[derive(Clone, Copy, Debug)]
pub struct TaskCell {
    pub state: State,
    pub hold: Hold,
    pub disposition: i64,
    pub from_number: i64,
    pub attempts: i64,
    pub count: i64,
}

/// Attempts that are alike, counted and summed.
#[derive(Clone, Copy, Debug)]
pub struct AttemptCell {
    pub number: i64,
    pub attempt: i64,
    pub variant: i64,
    pub outcome: Outcome,
    pub count: i64,
    pub line_ms: i64,
    pub talk_ms: i64,
    pub ai_micros: i64,
    pub telephony_micros: i64,
}

/// What a campaign's rows add up to.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub tasks: Vec<TaskCell>,
    pub attempts: Vec<AttemptCell>,
}

impl Figures {
    /// Tasks for which something holds.
    pub fn tasks_where(&self, holds: impl Fn(&TaskCell) -> bool) -> i64 {
        self.tasks
            .iter()
            .filter(|cell| holds(cell))
            .map(|cell| cell.count)
            .sum()
    }

    /// All tasks.
    pub fn total(&self) -> i64 {
        self.tasks_where(|_| true)
    }

    /// Tasks in a state.
    pub fn in_state(&self, state: State) -> i64 {
        self.tasks_where(|cell| cell.state == state)
    }

    /// Tasks of a family of states.
    pub fn in_family(&self, family: Family) -> i64 {
        self.tasks_where(|cell| cell.state.family() == family)
    }

    /// Waiting tasks that nothing of their own holds.
    pub fn unheld(&self) -> i64 {
        self.tasks_where(|cell| cell.state.family() == Family::Waiting && cell.hold == Hold::None)
    }

    /// Waiting tasks under a hold.
    pub fn held_by(&self, hold: Hold) -> i64 {
        self.tasks_where(|cell| cell.state.family() == Family::Waiting && cell.hold == hold)
    }

    /// Lines in use.
    pub fn lines(&self) -> i64 {
        self.tasks_where(|cell| cell.state.holds_line())
    }

    /// Attempts for which something holds.
    pub fn attempts_where(&self, holds: impl Fn(&AttemptCell) -> bool) -> i64 {
        self.attempts
            .iter()
            .filter(|cell| holds(cell))
            .map(|cell| cell.count)
            .sum()
    }

    /// Dials.
    pub fn dialed(&self) -> i64 {
        self.attempts_where(|_| true)
    }

    /// Dials with a result.
    pub fn finished(&self) -> i64 {
        self.attempts_where(|cell| cell.outcome != Outcome::InFlight)
    }

    /// Dials with one outcome.
    pub fn with_outcome(&self, outcome: Outcome) -> i64 {
        self.attempts_where(|cell| cell.outcome == outcome)
    }

    /// A sum over the attempts.
    pub fn sum(&self, of: impl Fn(&AttemptCell) -> i64) -> i64 {
        self.attempts.iter().map(of).sum()
    }

    /// Spent on agents and on telephony, in millionths of a dollar.
    pub fn cost_micros(&self) -> (i64, i64) {
        (
            self.sum(|cell| cell.ai_micros),
            self.sum(|cell| cell.telephony_micros),
        )
    }

    /// Mean time that a finished dial held its line, in seconds.
    pub fn mean_hold_seconds(&self) -> Option<f64> {
        let finished = self.finished();
        (finished > 0).then(|| self.sum(|cell| cell.line_ms) as f64 / 1_000.0 / finished as f64)
    }
}

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
    /// The figures of a campaign.
    pub fn figures(&self, campaign: usize) -> rusqlite::Result<Figures> {
        let mut tasks = self.connection.prepare_cached(
            "SELECT status, hold, disposition, from_number, attempts, n FROM task_tally
             WHERE campaign = ?1 AND n > 0",
        )?;
        let tasks = tasks
            .query_map([campaign as i64], |row| {
                Ok(TaskCell {
                    state: State::from_code(row.get(0)?).unwrap_or(State::Pending),
                    hold: Hold::from_code(row.get(1)?),
                    disposition: row.get(2)?,
                    from_number: row.get(3)?,
                    attempts: row.get(4)?,
                    count: row.get(5)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        let mut attempts = self.connection.prepare_cached(
            "SELECT number, attempt, variant, outcome, n, line_ms, talk_ms, ai, telephony
             FROM attempt_tally WHERE campaign = ?1 AND n > 0",
        )?;
        let attempts = attempts
            .query_map([campaign as i64], |row| {
                Ok(AttemptCell {
                    number: row.get(0)?,
                    attempt: row.get(1)?,
                    variant: row.get(2)?,
                    outcome: Outcome::from_code(row.get(3)?),
                    count: row.get(4)?,
                    line_ms: row.get(5)?,
                    talk_ms: row.get(6)?,
                    ai_micros: row.get(7)?,
                    telephony_micros: row.get(8)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(Figures { tasks, attempts })
    }

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

    /// Attempts and carrier failures of some numbers that ended since an instant.
    pub fn recent(&self, campaign: usize, numbers: &[i64], since: Ms) -> rusqlite::Result<Recent> {
        let mut statement = self.connection.prepare_cached(
            "SELECT number, outcome FROM attempt WHERE campaign = ?1 AND ended_at >= ?2",
        )?;
        let mut recent = Recent::default();
        let mut rows = statement.query(params![campaign as i64, since])?;
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
