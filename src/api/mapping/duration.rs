//! Durations in any notation that APIs use, as seconds.

use super::decimal::{self, Decimal};
use crate::domain::json::Made;

/// What a duration is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Milliseconds.
    Milliseconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Written out: "PT3M2S", "00:03:02", "3m 2s".
    Text,
}

/// The words for units in a mapping.
pub(super) const UNITS: [(&str, Unit); 5] = [
    ("s", Unit::Seconds),
    ("ms", Unit::Milliseconds),
    ("min", Unit::Minutes),
    ("h", Unit::Hours),
    ("text", Unit::Text),
];

/// The seconds of a duration; `None` when it cannot be read.
pub(super) fn seconds(made: &Made, unit: Unit) -> Option<Decimal> {
    let factor = match unit {
        Unit::Seconds => Decimal::new(1, 0),
        Unit::Milliseconds => Decimal::new(1, -3),
        Unit::Minutes => Decimal::new(60, 0),
        Unit::Hours => Decimal::new(3_600, 0),
        Unit::Text => {
            let Made::Text(text) = made else { return None };
            return clock(text.trim()).or_else(|| written_out(text.trim()));
        }
    };
    decimal::of(made)?.times(&factor)
}

/// "3:02", "00:03:02.5", "-0:01:00"
fn clock(text: &str) -> Option<Decimal> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let parts: Vec<&str> = digits.split(':').collect();
    if !(2..=3).contains(&parts.len()) || digits.contains(['-', '+', 'e', 'E']) {
        return None;
    }
    let mut total = Decimal::new(0, 0);
    for part in parts {
        total = total
            .times(&Decimal::new(60, 0))?
            .plus(&Decimal::read(part)?)?;
    }
    total.times(&Decimal::new(sign, 0))
}

/// ISO 8601 ("P1DT2H", "PT3M2.5S"), and numbers with units ("3 min 2 s").
fn written_out(text: &str) -> Option<Decimal> {
    let lower = text.to_lowercase();
    let (sign, lower) = match lower.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, &*lower),
    };
    let iso = lower.strip_prefix('p');
    let mut rest = iso.unwrap_or(lower);
    let mut in_time = iso.is_none();
    let mut total: Option<Decimal> = None;
    loop {
        rest = rest.trim_start_matches([' ', ',']);
        if let Some(time) = rest.strip_prefix('t').filter(|_| !in_time) {
            in_time = true;
            rest = time;
            continue;
        }
        if rest.is_empty() {
            return total?.times(&Decimal::new(sign, 0));
        }
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
        let (number, after) = rest.split_at_checked(end)?;
        let after = after.trim_start();
        let end = after.find(|letter: char| !letter.is_alphabetic());
        let end = if iso.is_some() { Some(1) } else { end };
        let (unit, after) = after.split_at_checked(end.unwrap_or(after.len()))?;
        let part = Decimal::read(number)?.times(&of_unit(unit, in_time)?)?;
        total = Some(match total {
            Some(total) => total.plus(&part)?,
            None => part,
        });
        rest = after;
    }
}

fn of_unit(unit: &str, in_time: bool) -> Option<Decimal> {
    Some(match unit {
        "w" => Decimal::new(604_800, 0),
        "d" | "day" | "days" => Decimal::new(86_400, 0),
        "h" | "hr" | "hrs" | "hour" | "hours" => Decimal::new(3_600, 0),
        // Months have no length.
        "m" | "min" | "mins" | "minute" | "minutes" if in_time => Decimal::new(60, 0),
        "s" | "sec" | "secs" | "second" | "seconds" => Decimal::new(1, 0),
        "ms" => Decimal::new(1, -3),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<String> {
        seconds(&text.into(), Unit::Text).map(|seconds| seconds.to_string())
    }

    #[test]
    fn durations_are_seconds_however_they_are_written() {
        for (text, seconds) in [
            ("PT3M2S", Some("182")),
            ("PT0.25S", Some("0.25")),
            ("P1DT2H", Some("93600")),
            ("P2W", Some("1209600")),
            ("-PT5S", Some("-5")),
            ("00:03:02", Some("182")),
            ("3:02", Some("182")),
            ("1:00:00.5", Some("3600.5")),
            ("3m 2s", Some("182")),
            ("3 min, 2 sec", Some("182")),
            ("250ms", Some("0.25")),
            ("P1M", None),
            ("P", None),
            ("PT", None),
            ("3", None),
            ("3 parsecs", None),
            ("1:2:3:4", None),
            ("1:-2", None),
            ("::", None),
            ("", None),
            ("soon", None),
        ] {
            assert_eq!(read(text).as_deref(), seconds, "{text}");
        }
    }

    #[test]
    fn numbers_are_counted_in_their_unit() {
        for (number, unit, told) in [
            ("107168", Unit::Milliseconds, Some("107.168")),
            ("1.5", Unit::Minutes, Some("90")),
            ("0.5", Unit::Hours, Some("1800")),
            ("61", Unit::Seconds, Some("61")),
            ("0.1", Unit::Milliseconds, Some("0.0001")),
        ] {
            let made = Made::Number(number.to_owned());
            let seconds = seconds(&made, unit).map(|seconds| seconds.to_string());
            assert_eq!(seconds.as_deref(), told, "{number}");
        }
        assert_eq!(seconds(&"n/a".into(), Unit::Seconds), None);
        assert_eq!(seconds(&Made::Number("3".to_owned()), Unit::Text), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text: String, like in "-?P?[0-9.:]{0,6}[DTHMS ]{0,3}[0-9.:]{0,6}[dhms ]{0,3}") {
            let _ = read(&text);
            let _ = read(&like);
        }
    }
}
