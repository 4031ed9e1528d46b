//! How fast the carriers take calls, in figures.

use super::capacity::CarrierRate;
use super::format::Formats;

/// New calls a second, with as many decimals as it takes to tell it from 0:
/// "1.5", "0.25".
pub fn dials_per_second(rate: &CarrierRate, formats: &Formats<'_>) -> String {
    let per_second = rate.calls_per_second;
    let is_round = (per_second * 10.0).fract().abs() < 1e-9;
    formats.decimal(per_second, if is_round { 1 } else { 2 })
}

/// How long a dial holds a line, given in seconds: "64 s" up to two minutes,
/// then in its two largest units.
pub fn hold(seconds: f64, formats: &Formats<'_>) -> String {
    if (0.0..120.0).contains(&seconds) {
        return [&*formats.decimal(seconds, 0), " s"].concat();
    }
    formats.wait(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::Field;
    use crate::domain::mock;

    #[test]
    fn slow_rates_do_not_round_to_nothing() {
        let told = |calls_per_second| {
            let rate = CarrierRate {
                calls_per_second,
                mean_hold_seconds: Field::NotReported,
            };
            mock::at(0, |formats| dials_per_second(&rate, formats))
        };
        assert_eq!(told(1.5), "1.5");
        assert_eq!(told(0.3), "0.3");
        assert_eq!(told(0.25), "0.25");
        assert_eq!(told(f64::NAN), "—");
    }

    #[test]
    fn holds_are_told_in_seconds_up_to_two_minutes() {
        let told = |seconds| mock::at(0, |formats| hold(seconds, formats));
        assert_eq!(told(64.0), "64 s");
        assert_eq!(told(150.0), "2 m 30 s");
        assert_eq!(told(-5.0), "−5 s");
        assert_eq!(told(f64::INFINITY), "—");
    }
}
