//! Decimal numbers as they are written: 0.1 + 0.2 is 0.3.

use crate::domain::json::Made;
use std::fmt;

/// Digits before or after the point beyond which a number is written with an
/// exponent.
const LONG: i32 = 38;

/// Highest power of ten that is reckoned with.
const HIGHEST: u32 = 400;

/// Highest exponent that is read; far above it a product or a sum would not
/// fit.
const HIGHEST_READ: u32 = 10_000;

/// A number of up to 38 digits, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// All digits.
    mantissa: i128,
    /// The power of ten that they are multiplied with.
    power: i32,
}

/// The number of a JSON number, or of a string that is one.
pub(super) fn of(made: &Made) -> Option<Decimal> {
    match made {
        Made::Number(text) | Made::Text(text) => Decimal::read(text),
        _ => None,
    }
}

impl Decimal {
    /// A number of digits with a power of ten.
    pub fn new(mantissa: i128, power: i32) -> Self {
        let mut number = Self { mantissa, power };
        while number.mantissa != 0 && number.mantissa % 10 == 0 {
            number.mantissa /= 10;
            number.power = number.power.saturating_add(1);
        }
        if number.mantissa == 0 {
            number.power = 0;
        }
        number
    }

    /// Reads a number in any notation of JSON, with a plus sign, zeros and
    /// spaces before it; `None` for anything else and for too many digits.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (digits, power) = match text.split_once(['e', 'E']) {
            Some((digits, power)) => (digits, power.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (sign, digits) = match digits.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, digits.strip_prefix('+').unwrap_or(digits)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let mut mantissa = 0_i128;
        for byte in whole.bytes().chain(fraction.bytes()) {
            let digit = char::from(byte).to_digit(10)?;
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
        }
        if mantissa != 0 && power.unsigned_abs() > HIGHEST_READ {
            return None;
        }
        let power = power.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        let number = Self::new(sign * mantissa, power);
        (number.power.unsigned_abs() <= HIGHEST).then_some(number)
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        self.mantissa == 0
    }

    /// Whether it has no fraction.
    pub fn is_whole(&self) -> bool {
        self.power >= 0
    }

    /// The product; `None` when it has too many digits.
    pub fn times(&self, other: &Self) -> Option<Self> {
        let mantissa = self.mantissa.checked_mul(other.mantissa)?;
        Some(Self::new(mantissa, self.power.checked_add(other.power)?))
    }

    /// The sum; `None` when it has too many digits.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        if self.mantissa == 0 {
            return Some(other.clone());
        }
        if other.mantissa == 0 {
            return Some(self.clone());
        }
        let power = self.power.min(other.power);
        let mantissa = self.at(power)?.checked_add(other.at(power)?)?;
        Some(Self::new(mantissa, power))
    }

    /// The whole part, the fraction cut off towards negative infinity.
    pub fn floor(&self) -> Option<i64> {
        let whole = if self.power >= 0 {
            self.at(0)?
        } else {
            let divisor = 10_i128.checked_pow(self.power.unsigned_abs());
            divisor.map_or(if self.mantissa < 0 { -1 } else { 0 }, |divisor| {
                self.mantissa.div_euclid(divisor)
            })
        };
        i64::try_from(whole).ok()
    }

    /// The digits for a lower power of ten.
    fn at(&self, power: i32) -> Option<i128> {
        let more = u32::try_from(self.power.checked_sub(power)?).ok()?;
        self.mantissa.checked_mul(10_i128.checked_pow(more)?)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs().to_string();
        let length = i32::try_from(digits.len()).unwrap_or(LONG);
        let length = self.power.saturating_add(length);
        if !(-LONG..=LONG).contains(&self.power) || length > LONG {
            return write!(f, "{}e{}", self.mantissa, self.power);
        }
        if self.power >= 0 {
            let zeros = "0".repeat(self.power.unsigned_abs() as usize);
            return write!(f, "{sign}{digits}{zeros}");
        }
        let places = self.power.unsigned_abs() as usize;
        let padded = [
            "0".repeat((places + 1).saturating_sub(digits.len())),
            digits,
        ]
        .concat();
        let (whole, fraction) = padded
            .split_at_checked(padded.len() - places)
            .unwrap_or(("0", &padded));
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> Option<String> {
        Decimal::read(text).map(|number| number.to_string())
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        for (text, number) in [
            ("12", Some("12")),
            ("12.0", Some("12")),
            ("-0.0850", Some("-0.085")),
            ("+007", Some("7")),
            (" .5 ", Some("0.5")),
            ("5.", Some("5")),
            ("1.2e3", Some("1200")),
            ("12E-4", Some("0.0012")),
            ("-0", Some("0")),
            ("9223372036854775807123", Some("9223372036854775807123")),
            ("1e60", Some("1e60")),
            ("0e999", Some("0")),
            ("1e999", None),
            ("1e99999999999", None),
            ("1e-2147483648", None),
            ("10e2147483647", None),
            ("1.5e-2147483648", None),
            ("0e-2147483648", Some("0")),
            (&"9".repeat(40), None),
            ("", None),
            (".", None),
            ("-", None),
            ("1,5", None),
            ("1 000", None),
            ("12%", None),
            ("1e", None),
            ("NaN", None),
        ] {
            assert_eq!(written(text).as_deref(), number, "{text}");
        }
    }

    #[test]
    fn reckoning_adds_no_noise() {
        let read = |text| Decimal::read(text).unwrap();
        let sum = read("0.1").plus(&read("0.2")).unwrap();
        assert_eq!(sum.to_string(), "0.3");
        let percent = read("13.3").times(&read("0.01")).unwrap();
        assert_eq!(percent.to_string(), "0.133");
        assert_eq!(read("1e300").plus(&read("1")), None);
        assert_eq!(read("0").plus(&read("1e60")), Some(read("1e60")));
        assert_eq!(read("-1.5").floor(), Some(-2));
        assert_eq!(read("1.999").floor(), Some(1));
        assert_eq!(read("1e30").floor(), None);
        assert_eq!(read("-1e-100").floor(), Some(-1));
    }

    proptest! {
        #[test]
        fn no_text_panics_and_what_is_written_is_read(text: String, like in "[-+]?[0-9]{0,42}\\.?[0-9]{0,8}(e-?[0-9]{1,4})?") {
            let _ = Decimal::read(&text);
            if let Some(number) = Decimal::read(&like) {
                prop_assert_eq!(Decimal::read(&number.to_string()), Some(number.clone()));
                let _ = (number.floor(), number.plus(&number), number.times(&number));
            }
        }

        #[test]
        fn sums_and_products_are_those_of_whole_numbers(a: i32, b: i32) {
            let number = |value: i32| Decimal::read(&value.to_string()).unwrap();
            let sum = number(a).plus(&number(b)).unwrap();
            prop_assert_eq!(sum.to_string(), (i64::from(a) + i64::from(b)).to_string());
            let product = number(a).times(&number(b)).unwrap();
            prop_assert_eq!(product.to_string(), (i64::from(a) * i64::from(b)).to_string());
        }
    }
}
