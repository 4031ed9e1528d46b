//! Simulated time: real time from a start, times a speed, plus what was skipped.

use std::time::Instant;

use crate::zone::Ms;

/// The demo's clock.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: Ms,
    since: Instant,
    speed: f64,
    skipped: Ms,
}

impl Clock {
    /// A clock that shows `start` now and runs `speed` times as fast as real time; 0 stands still.
    pub fn new(start: Ms, speed: f64) -> Self {
        Self {
            start,
            since: Instant::now(),
            speed,
            skipped: 0,
        }
    }

    /// Simulated time.
    pub fn now(&self) -> Ms {
        let real = self.since.elapsed().as_secs_f64() * 1_000.0;
        self.start + self.skipped + (real * self.speed) as Ms
    }

    /// How many simulated seconds pass in a real one.
    pub fn speed(&self) -> f64 {
        self.speed
    }

    /// Jumps ahead.
    pub fn skip(&mut self, by: Ms) {
        self.skipped += by;
    }

    /// Shows the start again.
    pub fn restart(&mut self) {
        *self = Self::new(self.start, self.speed);
    }
}
