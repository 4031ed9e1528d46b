//! When the records of a run start: in their order, at an even gap that may
//! change, and not while the run stands still.

use crate::zone::Ms;

/// What is different about the records of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Usual,
    /// AI steps take almost as long as they may.
    SlowAi,
    /// Some AI steps take longer than they may, and fail.
    AiTimeouts,
    /// They wait for a person.
    ForPerson,
    /// They wait for another system.
    ForSystem,
}

/// Records from one on that start at the same gap.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    pub first: i64,
    /// When the first of them starts, in working time.
    from: Ms,
    gap_micros: i64,
    pub way: Way,
}

/// The pace of one run. Working time counts from its start and stands still with it.
#[derive(Clone, Debug)]
pub struct Pace {
    pub started_at: Ms,
    stretches: Vec<Stretch>,
    /// From when to when it stood still; the last may not be over.
    stops: Vec<(Ms, Option<Ms>)>,
}

impl Pace {
    /// A run that starts a record every so many microseconds.
    pub fn new(started_at: Ms, gap_micros: i64) -> Self {
        let first = Stretch {
            first: 0,
            from: 0,
            gap_micros: gap_micros.max(1),
            way: Way::Usual,
        };
        Self {
            started_at,
            stretches: vec![first],
            stops: Vec::new(),
        }
    }

    /// Working time at an instant.
    pub fn work(&self, at: Ms) -> Ms {
        let stood: Ms = self
            .stops
            .iter()
            .map(|(from, until)| (until.unwrap_or(at).min(at) - from).max(0))
            .sum();
        at - self.started_at - stood
    }

    /// The instant of a working time; `None` when it stands still before.
    pub fn instant(&self, work: Ms) -> Option<Ms> {
        let mut at = self.started_at + work;
        for (from, until) in &self.stops {
            if *from < at {
                at += (*until)? - from;
            }
        }
        Some(at)
    }

    /// When a record starts, in working time.
    pub fn start_of(&self, index: i64) -> Ms {
        let stretch = self.stretch(index);
        stretch.from + (index - stretch.first) * stretch.gap_micros / 1_000
    }

    /// How many records have started by a working time, in a run without end.
    pub fn started_by(&self, work: Ms) -> i64 {
        let begun = self.stretches.iter().rev();
        let Some(stretch) = begun.into_iter().find(|stretch| stretch.from <= work) else {
            return 0;
        };
        // The last microsecond of the millisecond still counts, as in `start_of`.
        let micros = (work - stretch.from) * 1_000 + 999;
        let count = stretch.first + micros / stretch.gap_micros + 1;
        let next = self
            .stretches
            .iter()
            .find(|next| next.first > stretch.first);
        next.map_or(count, |next| count.min(next.first))
    }

    /// What is different about a record.
    pub fn way(&self, index: i64) -> Way {
        self.stretch(index).way
    }

    /// The first record that waits, if any does.
    pub fn first_waiting(&self) -> Option<i64> {
        let waits = |stretch: &&Stretch| matches!(stretch.way, Way::ForPerson | Way::ForSystem);
        self.stretches
            .iter()
            .find(waits)
            .map(|stretch| stretch.first)
    }

    /// Lets the records from one on go another way, at another gap.
    pub fn turn(&mut self, first: i64, way: Way, gap_micros: i64) {
        let from = self.start_of(first);
        self.stretches.retain(|stretch| stretch.first < first);
        self.stretches.push(Stretch {
            first,
            from,
            gap_micros: gap_micros.max(1),
            way,
        });
    }

    /// The gap between the records from one on, in microseconds.
    pub fn gap_micros(&self, index: i64) -> i64 {
        self.stretch(index).gap_micros
    }

    /// Whether it stands still.
    pub fn is_stopped(&self) -> bool {
        self.stops.last().is_some_and(|(_, until)| until.is_none())
    }

    /// Stands still from an instant on.
    pub fn stop(&mut self, at: Ms) {
        if !self.is_stopped() {
            self.stops.push((at, None));
        }
    }

    /// Goes on.
    pub fn go_on(&mut self, at: Ms) {
        if let Some((_, until @ None)) = self.stops.last_mut() {
            *until = Some(at);
        }
    }

    fn stretch(&self, index: i64) -> Stretch {
        let begun = self.stretches.iter().rev().find(|one| one.first <= index);
        begun.copied().unwrap_or(Stretch {
            first: 0,
            from: 0,
            gap_micros: 1_000_000,
            way: Way::Usual,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_have_started_as_have_a_start() {
        let mut pace = Pace::new(1_000, 154_321);
        pace.turn(40, Way::SlowAi, 2_000_000);
        pace.turn(50, Way::ForPerson, 1_500);
        for work in (-10..40_000).step_by(7) {
            let started = pace.started_by(work);
            assert!(started == 0 || pace.start_of(started - 1) <= work, "{work}");
            assert!(pace.start_of(started) > work, "{work}");
        }
        assert_eq!((pace.way(39), pace.way(40)), (Way::Usual, Way::SlowAi));
        assert_eq!(pace.first_waiting(), Some(50));
    }

    #[test]
    fn working_time_stands_still_with_the_run_and_comes_back_as_its_instant() {
        let mut pace = Pace::new(1_000, 1_000);
        pace.stop(3_000);
        assert_eq!(pace.work(9_000), 2_000);
        assert_eq!(pace.instant(2_000), Some(3_000));
        assert_eq!(pace.instant(2_001), None);
        pace.go_on(5_000);
        pace.stop(7_000);
        pace.go_on(7_500);
        for at in [1_000, 2_500, 3_000, 5_500, 7_000, 8_000] {
            assert_eq!(pace.instant(pace.work(at)), Some(at), "{at}");
        }
    }
}
