//! Every figure of a campaign, from the counts that the triggers keep.

use super::Store;
use crate::outcome::Outcome;
use crate::task_state::{Family, Hold, State};

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
    /// From 1.
    pub attempt: i64,
    /// 0 for A, 1 for B.
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
}
