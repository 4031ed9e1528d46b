//! How likely chance alone is.

/// The chance of at most `most` successes in `tries`, each of which succeeds
/// with `rate`: the lower tail of the binomial distribution. 1 for what is no
/// such experiment.
pub fn at_most(most: i64, tries: i64, rate: f64) -> f64 {
    if tries <= 0 || most >= tries || !(0.0..1.0).contains(&rate) || rate <= 0.0 {
        return 1.0;
    }
    if most < 0 {
        return 0.0;
    }
    let odds = rate / (1.0 - rate);
    let mut term = (tries as f64 * (-rate).ln_1p()).exp();
    let mut sum = term;
    for k in 0..most {
        if sum >= 1.0 {
            break;
        }
        term *= (tries - k) as f64 / (k + 1) as f64 * odds;
        sum += term;
    }
    sum.min(1.0)
}

/// In how many ways `taken` things can be chosen of `all`.
pub fn ways(taken: usize, all: usize) -> f64 {
    (0..taken.min(all)).fold(1.0, |ways, k| ways * (all - k) as f64 / (k + 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_tail_is_the_one_of_the_tables() {
        for (most, tries, rate, chance) in [
            (0, 10, 0.5, 0.000_976_562_5),
            (2, 10, 0.5, 0.054_687_5),
            (5, 10, 0.5, 0.623_046_875),
            (0, 24, 0.41, 3.165_5e-6),
            (2, 10, 0.2, 0.677_799_526_4),
            (1, 3, 0.25, 0.843_75),
            (5, 3, 0.5, 1.0),
            (-1, 0, 0.5, 1.0),
            (10, 10, 0.5, 1.0),
            (-1, 10, 0.5, 0.0),
            (0, 0, 0.5, 1.0),
            (3, 10, 0.0, 1.0),
            (3, 10, f64::NAN, 1.0),
        ] {
            let found = at_most(most, tries, rate);
            assert!(
                (found - chance).abs() <= chance * 1e-3,
                "{most} {tries} {rate}: {found}"
            );
        }
        assert!((ways(2, 8) - 28.0).abs() < 1e-9);
        assert!((ways(0, 8) - 1.0).abs() < 1e-9);
        assert!((ways(9, 8) - 1.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn a_chance_is_a_chance(most in 0..500_i64, tries in 0..2_000_i64, rate in 0.0..1.0_f64) {
            let chance = at_most(most, tries, rate);
            prop_assert!((0.0..=1.0).contains(&chance), "{}", chance);
            prop_assert!(at_most(most + 1, tries, rate) >= chance);
        }
    }
}
