//! Moments in any notation that APIs use.

mod rfc2822;

use super::decimal::{self, Decimal};
use crate::domain::calendar;
use crate::domain::json::Made;

/// How a moment is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notation {
    /// Whatever it looks like; numbers are seconds, milliseconds or
    /// microseconds by their size.
    #[default]
    Auto,
    /// RFC 3339, or the same without an offset.
    Iso,
    /// Seconds since 1970, with a fraction or without.
    Seconds,
    /// Milliseconds since 1970.
    Milliseconds,
    /// Microseconds since 1970.
    Microseconds,
    /// As in e-mails: "Fri, 20 Nov 2026 08:49:29 +0000".
    Rfc2822,
}

/// The words for notations in a mapping.
pub(super) const NOTATIONS: [(&str, Notation); 6] = [
    ("auto", Notation::Auto),
    ("iso", Notation::Iso),
    ("s", Notation::Seconds),
    ("ms", Notation::Milliseconds),
    ("us", Notation::Microseconds),
    ("rfc2822", Notation::Rfc2822),
];

/// Numbers below this many, either way, are seconds: up to the year 5138.
const SECONDS_BELOW: i64 = 100_000_000_000;

/// Numbers below this many are milliseconds.
const MILLISECONDS_BELOW: i64 = 100_000_000_000_000;

/// Milliseconds since 1970 of a moment, the zone being minutes ahead of UTC of
/// texts without an offset; `None` when it cannot be read.
pub(super) fn moment(made: &Made, notation: Notation, zone: i64) -> Option<i64> {
    let number = || decimal::of(made);
    match notation {
        Notation::Seconds => milliseconds(&number()?, 3),
        Notation::Milliseconds => milliseconds(&number()?, 0),
        Notation::Microseconds => milliseconds(&number()?, -3),
        Notation::Iso => iso(text(made)?, zone),
        Notation::Rfc2822 => rfc2822::moment(text(made)?),
        Notation::Auto => match number() {
            Some(number) => by_size(&number),
            None => {
                let text = text(made)?;
                iso(text, zone).or_else(|| rfc2822::moment(text))
            }
        },
    }
}

/// A moment of the contract as a number since 1970; `None` when it cannot be
/// read, and for notations that are no numbers.
pub(super) fn number(text: &str, notation: Notation) -> Option<Made> {
    let power = match notation {
        Notation::Seconds => -3,
        Notation::Milliseconds => 0,
        Notation::Microseconds => 3,
        Notation::Auto | Notation::Iso | Notation::Rfc2822 => return None,
    };
    let ms = Decimal::new(i128::from(calendar::moment(text)?), power);
    Some(Made::Number(ms.to_string()))
}

fn text(made: &Made) -> Option<&str> {
    match made {
        Made::Text(text) => Some(text.trim()),
        _ => None,
    }
}

fn by_size(number: &Decimal) -> Option<i64> {
    let size = number.floor()?.checked_abs()?;
    milliseconds(
        number,
        match size {
            _ if size < SECONDS_BELOW => 3,
            _ if size < MILLISECONDS_BELOW => 0,
            _ => -3,
        },
    )
}

fn milliseconds(number: &Decimal, power: i32) -> Option<i64> {
    number.times(&Decimal::new(1, power))?.floor()
}

/// RFC 3339; also with an offset without a colon, with a zone's name that
/// means UTC, or with no offset at all.
fn iso(text: &str, zone: i64) -> Option<i64> {
    if let Some(ms) = calendar::moment(text) {
        return Some(ms);
    }
    if let Some(utc) = text
        .strip_suffix("UTC")
        .or_else(|| text.strip_suffix("GMT"))
    {
        return naive(utc.trim_end(), 0);
    }
    let signs = text.char_indices().skip(11);
    let sign = signs
        .filter(|(_, letter)| matches!(letter, '+' | '-'))
        .last();
    match sign {
        Some((place, _)) => {
            let (time, ahead) = text.split_at_checked(place)?;
            naive(time.trim_end(), offset(ahead)?)
        }
        None => naive(text, zone),
    }
}

/// A moment of a clock that is minutes ahead of UTC.
fn naive(text: &str, ahead: i64) -> Option<i64> {
    let ms = calendar::moment(&[text, "Z"].concat())?;
    ms.checked_sub(ahead * 60_000)
}

/// Minutes ahead of UTC: of "UTC", "Z", "+05:30", "-0600", "+2".
pub(super) fn offset(text: &str) -> Option<i64> {
    if ["UTC", "GMT", "UT", "Z"]
        .iter()
        .any(|utc| utc.eq_ignore_ascii_case(text))
    {
        return Some(0);
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+')?),
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None => digits.split_at_checked(digits.len().min(2))?,
    };
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    let number = |text: &str, below: i64| {
        let is_number = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse::<i64>().ok().filter(|_| is_number);
        number.filter(|number| *number < below)
    };
    Some(sign * (number(hours, 24)? * 60 + number(minutes, 60)?))
}

#[cfg(test)]
mod tests;
