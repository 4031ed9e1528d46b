//! How fast contacts reach their final result.

use crate::domain::block::Block;
use crate::domain::figures::{final_of_total, share};
use crate::domain::format::Formats;
use crate::domain::history::{History, Reading};
use crate::domain::snapshot::Snapshot;
use crate::domain::timeline::Bucket;

/// Final results below which no rate is told: with fewer the range would be
/// wider than half of what it says.
const MINIMUM: i64 = 30;

/// How far back the rate looks, in milliseconds.
const LOOKS_BACK: i64 = 30 * 60_000;

/// Full buckets of the timeline that the rate looks back on.
const BUCKETS: usize = 2;

/// Half width of the range in standard deviations of a Poisson count: 80 of 100
/// ends lie within ±1.28.
const WIDTH: f64 = 1.28;

/// Final results over a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Contacts that reached their final result; estimated from the dials where
    /// it comes from the timeline.
    pub finals: i64,
    /// Over how many seconds.
    pub seconds: f64,
}

impl Rate {
    /// Final results a second.
    pub fn per_second(&self) -> f64 {
        self.finals as f64 / self.seconds
    }

    /// The slowest and the fastest that the rate may really be. Never closer
    /// than a tenth to each other: the pace of the next hours is not that of
    /// the last minutes.
    pub(super) fn bounds(&self) -> (f64, f64) {
        let relative = (WIDTH / (self.finals as f64).sqrt()).clamp(0.05, 0.5);
        let rate = self.per_second();
        (rate * (1.0 - relative), rate * (1.0 + relative))
    }

    /// "31 final in the last 2 min".
    pub(super) fn told(&self, formats: &Formats<'_>) -> String {
        [
            &*formats.count(self.finals),
            " final in the last ",
            &formats.wait(self.seconds),
        ]
        .concat()
    }
}

/// The rate of this session's refreshes, else of the timeline's latest buckets;
/// `None` below 30 final results.
pub fn recent_rate(history: &History, snapshot: &Snapshot) -> Option<Rate> {
    of_session(&history.stretch()).or_else(|| of_timeline(snapshot))
}

fn of_session(stretch: &[&Reading]) -> Option<Rate> {
    let end = stretch.last()?;
    let now = end.at()?;
    let recent = |reading: &&&Reading| {
        let at = reading.at();
        at.is_some_and(|at| now.saturating_sub(at) <= LOOKS_BACK)
    };
    let start = stretch.iter().find(recent)?;
    let finals = end.finals?.saturating_sub(start.finals?);
    let seconds = now.saturating_sub(start.at()?) as f64 / 1000.0;
    (finals >= MINIMUM && seconds > 0.0).then_some(Rate { finals, seconds })
}

/// Dials that finished in the latest full buckets, as final results: by how
/// many dials a final result has taken so far.
fn of_timeline(snapshot: &Snapshot) -> Option<Rate> {
    let Block::Value(timeline) = snapshot.timeline.read() else {
        return None;
    };
    let full = |bucket: &&Bucket| bucket.filling.copied() != Some(true);
    let latest: Vec<&Bucket> = timeline
        .buckets
        .iter()
        .rev()
        .filter(full)
        .take(BUCKETS)
        .collect();
    let newest = latest.first()?.from.ms?;
    let length = timeline.bucket_seconds.max(1);
    let over = newest.saturating_add(length.saturating_mul(1000));
    // An old bucket tells of another hour's pace.
    let age = snapshot.captured_at.ms?.saturating_sub(over);
    if age > length.saturating_mul(1000).saturating_add(LOOKS_BACK) {
        return None;
    }
    let dials = latest
        .iter()
        .filter_map(|bucket| bucket.finished())
        .fold(0, i64::saturating_add);
    let (finals, _) = final_of_total(snapshot)?;
    let each = share(finals, snapshot.attempts.value()?.finished.copied()?)?;
    let finals = (dials as f64 * each.clamp(0.0, 1.0)).round() as i64;
    let seconds = length.saturating_mul(latest.len() as i64) as f64;
    (finals >= MINIMUM).then_some(Rate { finals, seconds })
}
