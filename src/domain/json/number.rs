//! Numbers as the wire carries them.

/// Ten to this and any lower power is a double without rounding.
const EXACT: i32 = 22;

/// Mantissas below this take one more digit.
const ROOM: u64 = u64::MAX / 10;

/// A whole number in any notation; `None` for one with a fraction.
///
/// JSON knows one kind of number, and dialers written in languages that do the
/// same send `12.0` for 12. What lies beyond 64 bits saturates.
pub(super) fn whole(number: &str) -> Option<i64> {
    if let Ok(whole) = number.parse() {
        return Some(whole);
    }
    let value = double(number);
    (value.is_infinite() || value.fract() == 0.0).then_some(value as i64)
}

/// The double nearest to a well-formed JSON number, at most a few units in the
/// last place beside it when the number has more than 15 digits or an exponent
/// beyond ±22. Exact rounding takes tables of 10 kB, which show on no screen.
pub(super) fn double(number: &str) -> f64 {
    let mut mantissa = 0_u64;
    let (mut scale, mut in_fraction, mut exponent) = (0_i32, false, 0_i32);
    for (at, byte) in number.bytes().enumerate() {
        match byte {
            b'0'..=b'9' if mantissa < ROOM => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                scale -= i32::from(in_fraction);
            }
            b'0'..=b'9' => scale = scale.saturating_add(i32::from(!in_fraction)),
            b'.' => in_fraction = true,
            b'e' | b'E' => {
                let power = number.get(at + 1..).unwrap_or_default();
                // Only a number of too many digits fails, and 400 ends either way.
                let most = if power.starts_with('-') { -400 } else { 400 };
                exponent = power.parse().unwrap_or(most);
                break;
            }
            _ => {}
        }
    }
    let size = scaled(mantissa as f64, exponent.saturating_add(scale));
    if number.starts_with('-') { -size } else { size }
}

fn scaled(mut value: f64, mut exponent: i32) -> f64 {
    while exponent != 0 && value != 0.0 && value.is_finite() {
        let step = exponent.clamp(-EXACT, EXACT);
        let power = (0..step.abs()).fold(1.0, |power, _| power * 10.0);
        value = if step < 0 {
            value / power
        } else {
            value * power
        };
        exponent -= step;
    }
    value
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whole_numbers_come_in_every_notation_and_never_overflow() {
        for (json, number) in [
            ("12", Some(12)),
            ("12.0", Some(12)),
            ("1.2e1", Some(12)),
            ("120E-1", Some(12)),
            ("-3", Some(-3)),
            ("-0.0", Some(0)),
            ("9223372036854775807", Some(i64::MAX)),
            ("18446744073709551615", Some(i64::MAX)),
            ("1e300", Some(i64::MAX)),
            ("-1e300", Some(i64::MIN)),
            ("1e99999999999", Some(i64::MAX)),
            ("1e-99999999999", Some(0)),
            ("12.5", None),
            ("1e-1", None),
        ] {
            assert_eq!(whole(json), number, "{json}");
        }
    }

    #[test]
    fn doubles_are_what_they_say() {
        for number in [
            "0",
            "-0",
            "0.1",
            "480.77",
            "-1.5",
            "13.3",
            "1e22",
            "1.25e-7",
            "123456789012345",
            "0.13333333333333333",
            "0.0000001",
            "1e-320",
            "1e400",
            "-1e400",
            "0e999",
        ] {
            assert_eq!(double(number), number.parse::<f64>().unwrap(), "{number}");
        }
    }

    proptest! {
        #[test]
        fn figures_of_fifteen_digits_are_exact(digits in 0..1_000_000_000_000_000_u64, point in 0..15_i32) {
            let number = format!("{digits}e-{point}");
            prop_assert_eq!(double(&number), number.parse::<f64>().unwrap());
        }

        #[test]
        fn any_double_is_read_to_its_last_digits(value in proptest::num::f64::NORMAL) {
            let read = double(&format!("{value:e}"));
            prop_assert!(((read - value) / value).abs() < 1e-14, "{value:e} is not {read:e}");
        }
    }
}
