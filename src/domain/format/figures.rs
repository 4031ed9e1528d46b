//! Counts, rates and money.

use super::{Formats, NONE};
use crate::domain::money::Money;

/// A share of a whole, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    /// "41.1%", or "—" when there is nothing to divide by.
    pub text: String,
    /// The share as a fraction of 1, when there is something to divide by.
    pub fraction: Option<f64>,
    /// Whether the sample is large enough to judge by.
    pub enough: bool,
}

impl Formats<'_> {
    /// A count with its thousands grouped, never abbreviated: "4,812".
    pub fn count(&self, count: i64) -> String {
        true_minus(self.locale.integer(count))
    }

    /// A number with exactly `digits` decimals; "—" when it is not finite.
    pub fn decimal(&self, number: f64, digits: u8) -> String {
        if !number.is_finite() {
            return NONE.to_owned();
        }
        true_minus(self.locale.decimal(unsigned_zero(number, digits), digits))
    }

    /// A fraction of 1 as a percentage: "41.1%".
    ///
    /// A fraction below 1 never reads "100.0%": what is not complete does not
    /// look complete. "—" when it is not finite.
    pub fn percent(&self, fraction: f64) -> String {
        let percent = fraction * 100.0;
        if !percent.is_finite() {
            return NONE.to_owned();
        }
        let shown = if (99.9..100.0).contains(&percent) {
            99.9
        } else {
            percent
        };
        [&*self.decimal(shown, 1), "%"].concat()
    }

    /// `numerator` ÷ `denominator` as a percentage, judged by whether the
    /// denominator reaches `minimum`. A denominator of 0 or less gives "—".
    pub fn rate(&self, numerator: i64, denominator: i64, minimum: i64) -> Rate {
        let fraction = (denominator > 0).then(|| numerator as f64 / denominator as f64);
        Rate {
            text: fraction.map_or_else(|| NONE.to_owned(), |fraction| self.percent(fraction)),
            fraction,
            enough: denominator >= minimum.max(1),
        }
    }

    /// The two counts behind a rate: "2,583 of 6,282".
    pub fn of(&self, numerator: i64, denominator: i64) -> String {
        [&*self.count(numerator), " of ", &self.count(denominator)].concat()
    }

    /// A change of a rate, given as a fraction of 1, in points: "0.1 pt".
    pub fn points(&self, change: f64) -> String {
        [&*self.decimal(change * 100.0, 1), " pt"].concat()
    }

    /// An amount with its currency: "$480.77"; "—" when it is not finite.
    pub fn money(&self, money: &Money) -> String {
        if !money.amount.is_finite() {
            return NONE.to_owned();
        }
        let shown = Money {
            amount: unsigned_zero(money.amount, 2),
            currency: money.currency.clone(),
        };
        true_minus(self.locale.money(&shown))
    }
}

/// The number, or a plain 0 when rounding leaves nothing but a sign.
fn unsigned_zero(number: f64, digits: u8) -> f64 {
    let half_of_last_digit = 0.5 * 0.1_f64.powi(i32::from(digits));
    if number.abs() < half_of_last_digit {
        0.0
    } else {
        number
    }
}

/// Writes a leading hyphen as a minus sign.
pub(super) fn true_minus(text: String) -> String {
    match text.strip_prefix('-') {
        Some(rest) => ["−", rest].concat(),
        None => text,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::format::{PlainLocale, Zone};
    use proptest::prelude::*;

    const FORMATS: Formats<'static> = Formats {
        locale: &PlainLocale,
        zone: &Zone::Utc,
        now: 0,
    };

    fn usd(amount: f64) -> Money {
        Money {
            amount,
            currency: "USD".to_owned(),
        }
    }

    #[test]
    fn counts_are_grouped_and_never_abbreviated() {
        for (count, text) in [
            (0, "0"),
            (999, "999"),
            (4812, "4,812"),
            (1_000_000, "1,000,000"),
            (-31, "−31"),
            (-1234, "−1,234"),
            (i64::MAX, "9,223,372,036,854,775,807"),
            (i64::MIN, "−9,223,372,036,854,775,808"),
        ] {
            assert_eq!(FORMATS.count(count), text);
        }
    }

    #[test]
    fn a_change_that_rounds_to_nothing_has_no_sign() {
        assert_eq!(FORMATS.points(0.001), "0.1 pt");
        assert_eq!(FORMATS.points(-0.008), "−0.8 pt");
        assert_eq!(FORMATS.points(-0.0001), "0.0 pt");
    }

    #[test]
    fn rates_have_one_decimal_and_say_when_there_is_nothing_to_divide_by() {
        let rate = FORMATS.rate(2583, 6282, 20);
        assert_eq!((&*rate.text, rate.enough), ("41.1%", true));
        let few = FORMATS.rate(1, 19, 20);
        assert_eq!((&*few.text, few.enough), ("5.3%", false));
        for denominator in [0, -5] {
            let none = FORMATS.rate(3, denominator, 20);
            assert_eq!(
                (&*none.text, none.fraction, none.enough),
                ("—", None, false)
            );
        }
        assert!(!FORMATS.rate(0, 0, 0).enough);
        assert_eq!(FORMATS.of(2583, 6282), "2,583 of 6,282");
    }

    #[test]
    fn a_contradiction_is_not_clamped() {
        assert_eq!(FORMATS.rate(146, 120, 20).text, "121.7%");
        assert_eq!(FORMATS.rate(-5, 10, 1).text, "−50.0%");
    }

    #[test]
    fn what_is_not_complete_does_not_look_complete() {
        assert_eq!(FORMATS.percent(0.999_7), "99.9%");
        assert_eq!(FORMATS.percent(1.0), "100.0%");
        assert_eq!(FORMATS.percent(0.133_333), "13.3%");
    }

    #[test]
    fn figures_that_are_no_numbers_are_dashes() {
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(FORMATS.percent(number), "—");
            assert_eq!(FORMATS.decimal(number, 2), "—");
            assert_eq!(FORMATS.money(&usd(number)), "—");
        }
        assert_eq!(FORMATS.percent(f64::MAX), "—");
    }

    #[test]
    fn money_keeps_its_cents_its_sign_and_its_currency() {
        for (amount, currency, text) in [
            (480.77, "USD", "$480.77"),
            (1284.4, "USD", "$1,284.40"),
            (-7.27, "EUR", "−€7.27"),
            (12.0, "XYZ", "XYZ 12.00"),
            (-0.001, "USD", "$0.00"),
        ] {
            let currency = currency.to_owned();
            assert_eq!(FORMATS.money(&Money { amount, currency }), text);
        }
    }

    proptest! {
        #[test]
        fn a_rate_never_shows_a_nonsense_word(numerator: i64, denominator: i64) {
            let text = FORMATS.rate(numerator, denominator, 20).text;
            prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
            prop_assert_eq!(text == "—", denominator <= 0);
        }

        #[test]
        fn a_count_reads_back_as_itself(count: i64) {
            let plain = FORMATS.count(count).replace(',', "").replace('−', "-");
            prop_assert_eq!(plain, count.to_string());
        }
    }
}
