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
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::format::{PlainLocale, Zone};
    use proptest::prelude::*;

    const NOW: i64 = 1_794_000_000_000;
    const FORMATS: Formats<'static> = Formats {
        locale: &PlainLocale,
        zone: &Zone::Utc,
        now: NOW,
    };

    fn at(seconds_from_now: i64) -> Timestamp {
        Timestamp::from_ms(NOW + seconds_from_now * 1000)
    }

    #[test]
    fn talk_time_has_two_units() {
        for (seconds, text) in [
            (0.0, "0m 00s"),
            (4.0, "0m 04s"),
            (111.6, "1m 52s"),
            (59.7, "1m 00s"),
            (3599.4, "59m 59s"),
            (3720.0, "1h 02m"),
            (-5.0, "−0m 05s"),
            (f64::NAN, "—"),
            (f64::INFINITY, "—"),
        ] {
            assert_eq!(FORMATS.talk(seconds), text, "{seconds}");
        }
    }

    #[test]
    fn records_and_steps_are_told_to_the_tenth() {
        for (seconds, exact, step) in [
            (135.7, "2m 15.7s", "135.7 s"),
            (1.34, "0m 01.3s", "1.3 s"),
            (59.96, "1m 00.0s", "60.0 s"),
            (599.9, "9m 59.9s", "599.9 s"),
            (600.0, "10m 00.0s", "10m 00s"),
            (3_723.0, "1h 02m", "1h 02m"),
            (-2.0, "−0m 02s", "−0m 02s"),
            (f64::NAN, "—", "—"),
        ] {
            assert_eq!(
                (&*FORMATS.exact(seconds), &*FORMATS.step(seconds)),
                (exact, step)
            );
        }
    }

    #[test]
    fn waits_have_their_two_largest_units() {
        for (seconds, text) in [
            (0.0, "0 s"),
            (41.0, "41 s"),
            (60.0, "1 min"),
            (900.0, "15 min"),
            (580.0, "9 m 40 s"),
            (3600.0, "1 h"),
            (12_480.0, "3 h 28 m"),
            (187_200.0, "2 d 4 h"),
            (172_800.0, "2 d"),
            (-90.0, "−1 m 30 s"),
            (f64::NAN, "—"),
        ] {
            assert_eq!(FORMATS.wait(seconds), text, "{seconds}");
        }
    }

    #[test]
    fn what_is_past_is_counted_down_and_what_comes_is_counted_up() {
        for (seconds, ago, until) in [
            (0, "just now", "now"),
            (-12, "12 s ago", "12 s ago"),
            (-378, "6 min ago", "6 min ago"),
            (-12_510, "3 h 28 m ago", "3 h 28 m ago"),
            (41, "in 41 s", "in 41 s"),
            (892, "in 15 min", "in 15 min"),
            (12_472, "in 3 h 28 m", "in 3 h 28 m"),
        ] {
            assert_eq!(FORMATS.ago(&at(seconds)), ago);
            assert_eq!(FORMATS.until(&at(seconds)), until);
        }
    }

    #[test]
    fn an_unreadable_moment_is_given_back_as_received() {
        let odd = Timestamp::from_text("5 minutes ago");
        assert_eq!(
            (FORMATS.ago(&odd), FORMATS.until(&odd)),
            (odd.text.clone(), odd.text)
        );
    }

    proptest! {
        #[test]
        fn no_duration_panics(seconds: f64, ms: i64, now: i64) {
            let formats = Formats { now, ..FORMATS };
            let moment = Timestamp { text: String::new(), ms: Some(ms) };
            for text in [formats.talk(seconds), formats.wait(seconds), formats.ago(&moment),
                formats.until(&moment)] {
                prop_assert!(!text.is_empty());
            }
        }
    }
}
