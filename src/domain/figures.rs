//! The headline figures of one snapshot, each computed in one place.

use super::counts::AttemptCounts;
use super::limits::Limits;
use super::money::Money;
use super::outcome::Outcomes;
use super::snapshot::Snapshot;

/// The figures behind the tiles. `None` is *not reported*, or a division by
/// nothing; never 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// When they were read, in milliseconds since 1970-01-01T00:00:00Z.
    pub captured_ms: Option<i64>,
    /// Final ÷ all contacts, as a fraction of 1: the dialer's own, else counted.
    pub progress: Option<f64>,
    /// Tasks being dialed or talked to.
    pub active: Option<i64>,
    /// Tasks completed.
    pub completed: Option<i64>,
    /// Tasks exhausted, ended at a machine, or abandoned.
    pub failed: Option<i64>,
    /// Tasks that wait.
    pub pending: Option<i64>,
    /// Answered ÷ finished dials, as a fraction of 1: the dialer's own, else counted.
    pub answer_rate: Option<f64>,
    /// Talk time ÷ completed calls, in seconds: the dialer's own, else counted.
    pub average_seconds: Option<f64>,
    /// Spent so far.
    pub spend: Option<Money>,
    /// Goals reached.
    pub goal: Option<i64>,
}

impl Figures {
    /// Reads the figures of a snapshot.
    pub fn of(snapshot: &Snapshot) -> Self {
        let counts = snapshot.counts.value();
        let outcomes = counts.and_then(Outcomes::of);
        let attempts = snapshot.attempts.value();
        let limits = Limits::of(snapshot);
        let own_progress = counts.and_then(|counts| counts.progress.copied());
        Self {
            captured_ms: snapshot.captured_at.ms,
            progress: own_progress.or_else(|| {
                let (finished, total) = final_of_total(snapshot)?;
                share(finished, total)
            }),
            active: outcomes
                .and_then(|outcomes| outcomes.known_live())
                .or_else(|| snapshot.dispatch.value()?.calling_now.copied()),
            completed: outcomes.and_then(|outcomes| outcomes.known_completed()),
            failed: outcomes.and_then(|outcomes| outcomes.known_failed()),
            pending: limits.waiting(),
            answer_rate: attempts.and_then(|attempts| {
                attempts.answer_rate.copied().or_else(|| {
                    let (answered, dials) = answered_of_dials(attempts)?;
                    share(answered, dials)
                })
            }),
            average_seconds: attempts.and_then(|attempts| {
                attempts
                    .average_seconds
                    .copied()
                    .or_else(|| counted_average(attempts))
            }),
            spend: snapshot.cost.value().map(|cost| cost.total.clone()),
            goal: snapshot.goal.value().map(|goal| goal.reached),
        }
    }

    /// One figure as a number, by the key of its tile.
    pub fn value(&self, key: &str) -> Option<f64> {
        let count = |count: Option<i64>| count.map(|count| count as f64);
        let value = match key {
            "progress" => self.progress,
            "active" => count(self.active),
            "completed" => count(self.completed),
            "failed" => count(self.failed),
            "pending" => count(self.pending),
            "answer_rate" => self.answer_rate,
            "average" => self.average_seconds,
            "spend" => self.spend.as_ref().map(|money| money.amount),
            "goal" => count(self.goal),
            _ => None,
        };
        value.filter(|value| value.is_finite())
    }
}

/// Final tasks and all tasks, as counted: by status, else the dialer's own counter.
pub fn final_of_total(snapshot: &Snapshot) -> Option<(i64, i64)> {
    let counts = snapshot.counts.value()?;
    let finished = Outcomes::of(counts)
        .and_then(|outcomes| outcomes.known_finished())
        .or_else(|| counts.processed.copied())?;
    Some((finished, counts.total))
}

/// Answered dials, and the dials they are a share of: the finished ones, else
/// all of them where the finished ones are not reported.
pub fn answered_of_dials(attempts: &AttemptCounts) -> Option<(i64, i64)> {
    let dials = attempts
        .finished
        .copied()
        .or_else(|| attempts.dialed.copied())?;
    Some((attempts.answered.copied()?, dials))
}

/// Talk time ÷ completed calls, in seconds.
pub fn counted_average(attempts: &AttemptCounts) -> Option<f64> {
    let calls = attempts.completed.copied().filter(|calls| *calls > 0)?;
    Some(attempts.talk_seconds.copied()? / calls as f64)
}

/// `part` ÷ `whole`; `None` when there is nothing to divide by.
pub fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
