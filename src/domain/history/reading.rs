//! One refresh as it is remembered.

use crate::domain::block::good_rows;
use crate::domain::cause::{Cause, cause};
use crate::domain::figures::{Figures, final_of_total};
use crate::domain::limits::{LimitKind, Limits};
use crate::domain::number::PoolNumber;
use crate::domain::snapshot::Snapshot;

/// Pool numbers that are remembered of one refresh.
const NUMBERS: usize = 60;

/// What one refresh reported. `None` is *not reported*, never 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The headline figures.
    pub figures: Figures,
    /// Whether the campaign was running, and not outside its call window.
    pub dials: bool,
    /// All contacts.
    pub total: Option<i64>,
    /// Contacts with a final result.
    pub finals: Option<i64>,
    /// Finished dials.
    pub finished: Option<i64>,
    /// Answered dials.
    pub answered: Option<i64>,
    /// Dials that ended in a carrier or network failure.
    pub dial_failures: Option<i64>,
    /// Waiting contacts that could go if a line were free.
    pub ready: Option<i64>,
    /// Lines that the smallest limit of lines allows.
    pub lines: Option<i64>,
    /// The limit of lines that held dialing back, when one did.
    pub held_by: Option<LimitKind>,
    /// The first page of its pool; empty once the refresh is old.
    pub numbers: Vec<NumberReading>,
}

/// One number of the pool at one refresh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberReading {
    /// The number as received.
    pub number: String,
    /// Its finished dials.
    pub finished: i64,
    /// Those that were answered.
    pub answered: i64,
}

impl Reading {
    /// Reads what is remembered of a snapshot.
    pub fn of(snapshot: &Snapshot) -> Self {
        let limits = Limits::of(snapshot);
        let window = snapshot.call_window.value();
        let attempts = snapshot.attempts.value();
        let counts = snapshot.counts.value();
        Self {
            figures: Figures::of(snapshot),
            dials: limits.is_running() && window.is_none_or(|window| window.open),
            total: counts.map(|counts| counts.total),
            finals: final_of_total(snapshot).map(|(finals, _)| finals),
            finished: attempts.and_then(|attempts| attempts.finished.copied()),
            answered: attempts.and_then(|attempts| attempts.answered.copied()),
            dial_failures: attempts.and_then(|attempts| attempts.failed.copied()),
            ready: limits.ready(),
            lines: limits.smallest().map(|(_, lines)| lines),
            held_by: held_by(&limits),
            numbers: numbers(snapshot),
        }
    }

    /// When it was read, in milliseconds since 1970-01-01T00:00:00Z.
    pub fn at(&self) -> Option<i64> {
        self.figures.captured_ms
    }

    /// Counts that never fall while a campaign runs.
    pub(super) fn counters(&self) -> [Option<i64>; 4] {
        [self.total, self.finished, self.answered, self.dial_failures]
    }
}

/// The concurrency is no hold: a campaign that dials as much as it was set to
/// is not held back.
fn held_by(limits: &Limits<'_>) -> Option<LimitKind> {
    match cause(limits) {
        Cause::AtLimit { kind, .. } | Cause::NoLines(kind) => {
            (kind != LimitKind::Concurrency).then_some(kind)
        }
        Cause::Outranked => Some(LimitKind::TenantLines),
        Cause::CarriersStopped
        | Cause::CarriersFailing
        | Cause::CarrierHeldBack
        | Cause::AtPace => Some(LimitKind::CarrierRate),
        _ => None,
    }
}

fn numbers(snapshot: &Snapshot) -> Vec<NumberReading> {
    let Some(page) = snapshot.numbers.value() else {
        return Vec::new();
    };
    let read = |number: &PoolNumber| {
        Some(NumberReading {
            number: number.number.clone(),
            finished: number
                .finished
                .copied()
                .or_else(|| number.attempts.copied())?,
            answered: number.answered.copied()?,
        })
    };
    good_rows(&page.items)
        .filter_map(read)
        .take(NUMBERS)
        .collect()
}
