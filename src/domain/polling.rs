//! How soon something is asked for again by itself.

/// The pace of asking, and how far it slows down for an API that struggles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Seconds between two good answers.
    pub every: i64,
    /// Longest pause between two tries after failures, in seconds, unless the
    /// API itself asks for a longer one.
    pub longest: i64,
}

impl Pace {
    /// Seconds from one try to the next: the pace, doubled for every failure in
    /// a row, and never shorter than `Retry-After`.
    pub fn wait(self, failures: u32, retry_after: Option<u32>) -> i64 {
        let doubled = self.every.saturating_mul(1 << failures.min(6));
        let backed_off = doubled.min(self.longest.max(self.every));
        backed_off.max(retry_after.map_or(0, i64::from))
    }
}

/// A pause of so many seconds in milliseconds, made up to a fifth longer by
/// `chance` (0 to 1), so that consoles that failed together do not ask together.
pub fn spread(seconds: i64, chance: f64) -> i64 {
    let more = if chance.is_finite() {
        chance.clamp(0.0, 1.0) * 0.2
    } else {
        0.0
    };
    let ms = seconds.saturating_mul(1000);
    ms.saturating_add((ms as f64 * more) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CARDS: Pace = Pace {
        every: 10,
        longest: 120,
    };

    #[test]
    fn failures_double_the_pause_up_to_the_longest() {
        let waits: Vec<i64> = (0..6).map(|failures| CARDS.wait(failures, None)).collect();
        assert_eq!(waits, [10, 20, 40, 80, 120, 120]);
        let slow = Pace {
            every: 300,
            longest: 120,
        };
        assert_eq!(slow.wait(3, None), 300, "never faster than the pace");
    }

    #[test]
    fn the_api_s_own_wish_is_a_minimum() {
        assert_eq!(CARDS.wait(1, Some(7)), 20);
        assert_eq!(CARDS.wait(1, Some(90)), 90);
        assert_eq!(CARDS.wait(9, Some(600)), 600);
    }

    #[test]
    fn chance_only_lengthens_a_pause_and_by_a_fifth_at_most() {
        assert_eq!(
            [0.0, 0.5, 1.0].map(|chance| spread(20, chance)),
            [20_000, 22_000, 24_000]
        );
        assert_eq!(
            [-1.0, f64::NAN, 9.0].map(|chance| spread(20, chance)),
            [20_000, 20_000, 24_000]
        );
    }

    proptest! {
        #[test]
        fn a_pause_is_never_shorter_than_the_pace(every in 0..i64::MAX, longest: i64, failures: u32, retry: Option<u32>) {
            let pace = Pace { every, longest };
            prop_assert!(pace.wait(failures, retry) >= every);
        }
    }
}
