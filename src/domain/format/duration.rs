//! Lengths of time.

use super::{Formats, NONE};
use crate::domain::timestamp::Timestamp;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

impl Formats<'_> {
    /// Talk time, given in seconds: "1m 52s", "0m 04s", "1h 02m".
    pub fn talk(&self, seconds: f64) -> String {
        let Some((sign, seconds)) = whole(seconds) else {
            return NONE.to_owned();
        };
        let text = match seconds {
            ..HOUR => two(seconds / MINUTE, "m ", seconds % MINUTE, "s"),
            _ => two(seconds / HOUR, "h ", seconds % HOUR / MINUTE, "m"),
        };
        [sign, &text].concat()
    }

    /// How long something took, given in seconds: as talk time, and "under
    /// 1 s" where that would be 0 of what did take time.
    pub fn took(&self, seconds: f64) -> String {
        if seconds > 0.0 && seconds < 1.0 {
            return "under 1 s".to_owned();
        }
        self.talk(seconds)
    }

    /// The length of a record or a journey, given in seconds, to the tenth:
    /// "2m 15.7s", "0m 01.4s", "1h 02m".
    pub fn exact(&self, seconds: f64) -> String {
        let tenths = (seconds * 10.0).round();
        if !tenths.is_finite() || !(0.0..36_000.0).contains(&tenths) {
            return self.talk(seconds);
        }
        let tenths = tenths as u64;
        let text = two(tenths / 600, "m ", tenths % 600 / 10, ".");
        [&*text, &(tenths % 10).to_string(), "s"].concat()
    }

    /// The length of one step, given in seconds, so that steps compare at a
    /// glance: "14.6 s", "120.0 s"; from 10 minutes on as any other length.
    pub fn step(&self, seconds: f64) -> String {
        if (0.0..600.0).contains(&seconds) {
            [&*self.decimal(seconds, 1), " s"].concat()
        } else {
            self.talk(seconds)
        }
    }

    /// A wait, given in seconds, in its two largest units: "41 s", "15 min",
    /// "9 m 40 s", "3 h 28 m", "2 d 4 h".
    pub fn wait(&self, seconds: f64) -> String {
        let Some((sign, seconds)) = whole(seconds) else {
            return NONE.to_owned();
        };
        [sign, &wait(seconds)].concat()
    }

    /// The same without its seconds from the first minute on: "41 s", "9 min".
    pub fn wait_in_minutes(&self, seconds: f64) -> String {
        match whole(seconds) {
            Some((sign, seconds)) => [sign, &coarse(seconds, false)].concat(),
            None => NONE.to_owned(),
        }
    }

    /// How long ago it was: "12 s ago", "6 min ago", "3 h 28 m ago"; "just now"
    /// within a second, "in 15 min" for what is still to come. Whole minutes
    /// are counted down from the first minute on. A moment that could not be
    /// read is given back as received.
    pub fn ago(&self, at: &Timestamp) -> String {
        self.relative(at, "just now")
    }

    /// How long until it is: "in 15 min", rounded up to whole minutes from the
    /// first minute on, so that nobody comes too early. "now" within a second,
    /// "6 min ago" for what is over. A moment that could not be read is given
    /// back as received.
    pub fn until(&self, at: &Timestamp) -> String {
        self.relative(at, "now")
    }

    fn relative(&self, at: &Timestamp, now: &str) -> String {
        let Some(ms) = at.ms else {
            return at.text.clone();
        };
        let seconds = ms.abs_diff(self.now) / 1000;
        match (seconds, ms > self.now) {
            (0, _) => now.to_owned(),
            (_, true) => ["in ", &coarse(ms.abs_diff(self.now).div_ceil(1000), true)].concat(),
            (_, false) => [&*coarse(seconds, false), " ago"].concat(),
        }
    }
}

/// The sign and the whole seconds of a duration; `None` when it is not finite.
fn whole(seconds: f64) -> Option<(&'static str, u64)> {
    let rounded = seconds.is_finite().then(|| seconds.round())?;
    let sign = if rounded < 0.0 { "−" } else { "" };
    Some((sign, rounded.abs() as u64))
}

/// A wait without its seconds from the first minute on.
fn coarse(seconds: u64, round_up: bool) -> String {
    let minutes = match round_up {
        true => seconds.div_ceil(MINUTE),
        false => seconds / MINUTE,
    };
    if seconds < MINUTE {
        wait(seconds)
    } else {
        wait(minutes.saturating_mul(MINUTE))
    }
}

fn wait(seconds: u64) -> String {
    let (large, small, units) = match seconds {
        ..MINUTE => (seconds, 0, [" s", "", ""]),
        MINUTE..HOUR => (seconds / MINUTE, seconds % MINUTE, [" min", " m ", " s"]),
        HOUR..DAY => (seconds / HOUR, seconds % HOUR / MINUTE, [" h", " h ", " m"]),
        _ => (seconds / DAY, seconds % DAY / HOUR, [" d", " d ", " h"]),
    };
    let [alone, joint, end] = units;
    if small == 0 {
        [&*large.to_string(), alone].concat()
    } else {
        [&*large.to_string(), joint, &small.to_string(), end].concat()
    }
}

fn two(large: u64, joint: &str, small: u64, end: &str) -> String {
    let padding = if small < 10 { "0" } else { "" };
    [&*large.to_string(), joint, padding, &small.to_string(), end].concat()
}

#[cfg(test)]
mod tests;
