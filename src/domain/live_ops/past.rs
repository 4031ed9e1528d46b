//! What the cards said earlier in this session.

use std::collections::{BTreeMap, VecDeque};

use super::{CardKind, Cards};
use crate::domain::figures::share;

/// What a change is told against, in milliseconds: the figures of so long ago.
const BACK: i64 = 10 * 60_000;

/// Older figures than this, in milliseconds, are forgotten.
const KEPT: i64 = 15 * 60_000;

/// Readings of one figure that are remembered: one every 10 s, and some to spare.
const LIMIT: usize = 120;

/// The figures of the cards over the latest minutes, by the key of their tile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    figures: BTreeMap<&'static str, VecDeque<(i64, f64)>>,
    /// When each entry of the list was seen first, by its key.
    seen: BTreeMap<String, i64>,
}

impl Past {
    /// Remembers what one card says at `now` (milliseconds since
    /// 1970-01-01T00:00:00Z). What it does not report is left out.
    pub fn push(&mut self, card: CardKind, cards: &Cards, now: i64) {
        for (of, key, value) in readings(cards) {
            let Some(value) = value.filter(|_| of == card) else {
                continue;
            };
            let course = self.figures.entry(key).or_default();
            if course.back().is_some_and(|(at, _)| *at >= now) {
                course.pop_back();
            }
            course.push_back((now, value));
            while course.len() > LIMIT
                || course
                    .front()
                    .is_some_and(|(at, _)| now.saturating_sub(*at) > KEPT)
            {
                course.pop_front();
            }
        }
    }

    /// The change of a figure over the last 10 minutes, or since the session
    /// began when that is less; `None` before there are two readings.
    pub fn change(&self, key: &str) -> Option<f64> {
        let course = self.figures.get(key)?;
        let (now, value) = course.back()?;
        let (at, before) = base(course, *now)?;
        (at < *now).then_some(value - before)
    }

    /// What the changes are told against, in milliseconds before the latest
    /// reading: 10 minutes, or less in a young session.
    pub fn reach(&self) -> Option<i64> {
        let reach = |course: &VecDeque<(i64, f64)>| {
            let (now, _) = course.back()?;
            Some(now.saturating_sub(base(course, *now)?.0))
        };
        self.figures
            .values()
            .filter_map(reach)
            .max()
            .filter(|reach| *reach > 0)
    }

    /// Remembers the entries of the list that are there at `now`, and forgets
    /// those that are not.
    pub fn see<'a>(&mut self, keys: impl Iterator<Item = &'a str>, now: i64) {
        let before = std::mem::take(&mut self.seen);
        self.seen = keys
            .map(|key| (key.to_owned(), before.get(key).copied().unwrap_or(now)))
            .collect();
    }

    /// When an entry of the list was seen first.
    pub fn first_seen(&self, key: &str) -> Option<i64> {
        self.seen.get(key).copied()
    }
}

/// The latest reading that is at least 10 minutes old, else the oldest.
fn base(course: &VecDeque<(i64, f64)>, now: i64) -> Option<(i64, f64)> {
    let is_old = |(at, _): &&(i64, f64)| now.saturating_sub(*at) >= BACK;
    course
        .iter()
        .rev()
        .find(is_old)
        .or_else(|| course.front())
        .copied()
}

fn readings(cards: &Cards) -> [(CardKind, &'static str, Option<f64>); 6] {
    let campaigns = cards.campaigns.as_deref();
    let calls = cards.calls.as_deref();
    let hour = calls.and_then(|calls| calls.hour.value());
    let answers = hour.and_then(|it| share(it.answered.copied()?, it.finished.copied()?));
    let errors = hour.and_then(|it| share(it.carrier_errors.copied()?, it.attempts.copied()?));
    let jobs = cards.jobs.as_deref();
    let runtime = cards.runtime.as_deref();
    let workers = runtime.and_then(|runtime| runtime.workers.value());
    let count = |count: Option<i64>| count.map(|count| count as f64);
    let dialing = count(campaigns.and_then(|it| it.dialing.copied()));
    let lines = count(calls.and_then(|it| it.lines_in_use.copied()));
    let running = count(jobs.and_then(|it| it.running.copied()));
    let up = count(workers.and_then(|it| it.up.copied()));
    [
        (CardKind::Campaigns, "dialing", dialing),
        (CardKind::Calls, "lines", lines),
        (CardKind::Calls, "answers", answers),
        (CardKind::Calls, "errors", errors),
        (CardKind::Jobs, "jobs", running),
        (CardKind::Runtime, "workers", up),
    ]
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::mock::cards as mock;
    use serde_json::json;

    const MINUTE: i64 = 60_000;

    fn lines(lines: i64) -> Cards {
        Cards {
            calls: mock::card(&json!({"lines_in_use": lines})),
            ..Cards::default()
        }
    }

    #[test]
    fn a_change_is_against_ten_minutes_ago_or_the_start_of_the_session() {
        let mut past = Past::default();
        assert_eq!((past.change("lines"), past.reach()), (None, None));
        past.push(CardKind::Calls, &lines(80), 0);
        assert_eq!(
            (past.change("lines"), past.reach()),
            (None, None),
            "one reading is no change"
        );
        past.push(CardKind::Calls, &lines(90), 4 * MINUTE);
        assert_eq!(
            (past.change("lines"), past.reach()),
            (Some(10.0), Some(4 * MINUTE))
        );
        past.push(CardKind::Calls, &lines(70), 12 * MINUTE);
        assert_eq!(
            past.change("lines"),
            Some(-10.0),
            "the reading of 12 minutes ago"
        );
        past.push(CardKind::Calls, &lines(60), 14 * MINUTE);
        assert_eq!(
            (past.change("lines"), past.reach()),
            (Some(-30.0), Some(10 * MINUTE))
        );
    }

    #[test]
    fn what_is_not_reported_is_no_zero_and_a_long_shift_does_not_grow_it() {
        let mut past = Past::default();
        past.push(CardKind::Calls, &Cards::default(), 0);
        past.push(CardKind::Calls, &lines(5), MINUTE);
        assert_eq!(past.change("lines"), None);
        for tick in 0..10_000 {
            past.push(CardKind::Calls, &lines(tick), MINUTE + tick * 1000);
        }
        assert!(past.figures.values().all(|course| course.len() <= LIMIT));
        past.push(CardKind::Calls, &lines(7), i64::MAX);
        assert_eq!(
            past.change("lines"),
            None,
            "nothing of the last minutes is left"
        );
    }

    #[test]
    fn an_entry_is_seen_since_it_came_and_anew_after_it_went() {
        let mut past = Past::default();
        past.see(["a"].into_iter(), 1);
        past.see(["a", "b"].into_iter(), 2);
        assert_eq!(
            (past.first_seen("a"), past.first_seen("b")),
            (Some(1), Some(2))
        );
        past.see(["b"].into_iter(), 3);
        past.see(["a", "b"].into_iter(), 4);
        assert_eq!(
            (past.first_seen("a"), past.first_seen("b")),
            (Some(4), Some(2))
        );
    }
}
