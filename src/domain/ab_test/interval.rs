//! How far apart two rates are, with what chance allows.

/// The standard normal quantile of a 95% interval.
const Z: f64 = 1.959_964;

/// The difference of two rates, second less first, with its 95% interval, as
/// fractions of 1; `None` when one has no calls or more successes than calls.
///
/// Newcombe's hybrid score interval: method 10 of R. G. Newcombe, "Interval
/// estimation for the difference between independent proportions: comparison
/// of eleven methods", Statistics in Medicine 17 (1998), 873–890. Unlike the
/// plain Wald interval it stays within −1 to 1 and holds for rates near 0.
pub fn difference(first: (i64, i64), second: (i64, i64)) -> Option<(f64, f64, f64)> {
    let (p1, low1, high1) = score(first)?;
    let (p2, low2, high2) = score(second)?;
    let gap = p2 - p1;
    let low = gap - (p2 - low2).hypot(high1 - p1);
    let high = gap + (high2 - p2).hypot(p1 - low1);
    Some((gap, low, high))
}

/// A rate with its Wilson score interval.
fn score((reached, calls): (i64, i64)) -> Option<(f64, f64, f64)> {
    if calls <= 0 || !(0..=calls).contains(&reached) {
        return None;
    }
    let (n, p) = (calls as f64, reached as f64 / calls as f64);
    let middle = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    Some((p, (middle - half) / scale, (middle + half) / scale))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Examples of Newcombe's table II, method 10.
    #[test]
    fn the_published_examples_come_out() {
        for (first, second, low, high) in [
            ((48, 80), (56, 70), -0.3339, -0.0524),
            ((3, 10), (9, 10), -0.8090, -0.1705),
            ((0, 10), (0, 20), -0.1611, 0.2775),
            ((10, 10), (0, 20), 0.6791, 1.0000),
        ] {
            // The paper takes the first less the second.
            let (_, found_low, found_high) = difference(second, first).unwrap();
            assert!(
                (found_low - low).abs() < 0.00006,
                "{first:?} {second:?} {found_low}"
            );
            assert!(
                (found_high - high).abs() < 0.00006,
                "{first:?} {second:?} {found_high}"
            );
        }
    }

    #[test]
    fn what_is_no_rate_has_no_interval() {
        for (first, second) in [
            ((0, 0), (1, 2)),
            ((1, 2), (0, 0)),
            ((3, 2), (1, 2)),
            ((-1, 2), (1, 2)),
        ] {
            assert_eq!(difference(first, second), None);
        }
    }

    proptest! {
        #[test]
        fn the_difference_lies_in_its_interval_and_the_interval_in_reach(
            a in 0..10_000_i64, b in 0..10_000_i64, m in 1..10_000_i64, n in 1..10_000_i64,
        ) {
            let (gap, low, high) = difference((a % (m + 1), m), (b % (n + 1), n)).unwrap();
            prop_assert!((-1.000001..=1.000001).contains(&low));
            prop_assert!((-1.000001..=1.000001).contains(&high));
            prop_assert!(low <= gap + 1e-9 && gap <= high + 1e-9);
        }
    }
}
