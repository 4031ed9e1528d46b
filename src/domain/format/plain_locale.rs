//! American English without a browser's help.

use super::{LocalTime, Locale, Zone};
use crate::domain::money::Money;

/// American English with a few zones at their winter offsets, for tests and
/// for when the browser's own formats are out of reach. [`Zone::Local`] is UTC.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainLocale;

impl Locale for PlainLocale {
    fn integer(&self, number: i64) -> String {
        grouped(&number.to_string())
    }

    fn decimal(&self, number: f64, digits: u8) -> String {
        grouped(&format!("{number:.*}", usize::from(digits)))
    }

    fn money(&self, money: &Money) -> String {
        let sign = if money.amount < 0.0 { "-" } else { "" };
        let amount = self.decimal(money.amount.abs(), 2);
        match &*money.currency {
            "USD" => format!("{sign}${amount}"),
            "EUR" => format!("{sign}€{amount}"),
            "GBP" => format!("{sign}£{amount}"),
            code => format!("{sign}{code} {amount}"),
        }
    }

    fn local(&self, ms: i64, zone: &Zone) -> LocalTime {
        let (offset_minutes, zone_label) = winter_offset(zone);
        LocalTime::at(ms, offset_minutes, zone_label.to_owned())
    }
}

fn winter_offset(zone: &Zone) -> (i32, &'static str) {
    let Zone::Iana(name) = zone else {
        return (0, "UTC");
    };
    match &**name {
        "America/New_York" => (-300, "EST"),
        "America/Chicago" => (-360, "CST"),
        "America/Denver" => (-420, "MST"),
        "America/Los_Angeles" => (-480, "PST"),
        "Europe/London" => (0, "GMT"),
        "Europe/Berlin" => (60, "GMT+1"),
        "Asia/Kolkata" => (330, "GMT+5:30"),
        _ => (0, "UTC"),
    }
}

/// Puts commas between the thousands of a plain decimal number.
fn grouped(number: &str) -> String {
    let whole_end = number.find('.').unwrap_or(number.len());
    let (whole, fraction) = number.split_at(whole_end);
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    let mut text = String::with_capacity(number.len() + 8);
    text.push_str(if digits.len() < whole.len() { "-" } else { "" });
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text.push_str(fraction);
    text
}
