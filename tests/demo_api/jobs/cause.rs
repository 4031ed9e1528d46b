//! Which records of a run fail: an exact number, scattered over a part of it.

use super::ending::Ending;

/// So many records of a part of a run that fail alike.
#[derive(Clone, Copy, Debug)]
pub struct Cause {
    pub ending: Ending,
    from: i64,
    length: i64,
    count: i64,
    factor: i64,
}

impl Cause {
    /// `count` failures among the records from `from` to before `to`.
    pub fn new(ending: Ending, from: i64, to: i64, count: i64) -> Self {
        let length = (to - from).max(1);
        // A factor that has no divisor in common with the length scatters without repeating.
        let golden = (length as f64 * 0.618) as i64 | 1;
        let factor = (golden..golden + length).find(|factor| divisor(*factor, length) == 1);
        Self {
            ending,
            from,
            length,
            count,
            factor: factor.unwrap_or(1),
        }
    }

    /// Whether a record is among them.
    pub fn takes(&self, index: i64) -> bool {
        let place = index - self.from;
        (0..self.length).contains(&place) && place * self.factor % self.length < self.count
    }
}

/// The greatest common divisor.
fn divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_fail_as_are_asked_for() {
        for (from, to, count) in [
            (0, 1_180, 37),
            (420, 1_180, 29),
            (3, 4, 1),
            (0, 500_000, 2_113),
        ] {
            let cause = Cause::new(Ending::AiTimeout, from, to, count);
            let taken = (0..to + 100).filter(|index| cause.takes(*index));
            assert_eq!(taken.count() as i64, count, "{from} to {to}");
        }
    }
}
