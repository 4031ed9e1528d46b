//! The Gregorian calendar, and moments as RFC 3339 writes them.

/// Milliseconds of a day.
pub const DAY: i64 = 86_400_000;

/// Days of 400 years, after which the calendar repeats.
const CYCLE: i64 = 146_097;

/// Days from 0000-03-01 to 1970-01-01. Years are counted from March, so that
/// the leap day is the last of its year.
const EPOCH: i64 = 719_468;

/// Year, month and day that begin `days` days after 1970-01-01; days within
/// ±1e12.
pub fn date(days: i64) -> (i64, i64, i64) {
    let from_march = days + EPOCH;
    let (cycle, day) = (from_march.div_euclid(CYCLE), from_march.rem_euclid(CYCLE));
    let leap_days = day / 1_460 - day / 36_524 + day / 146_096;
    let year = (day - leap_days) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    // Months from March on come in fives of 153 days.
    let month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    let is_next_year = i64::from(month >= 10);
    let month = month + 3 - 12 * is_next_year;
    (year + 400 * cycle + is_next_year, month, day_of_month)
}

/// Days from 1970-01-01 to a date; `None` when there is no such date. Years
/// within ±1e9.
pub fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let from_march = (month + 9) % 12;
    let year_from_march = year - i64::from(month < 3);
    let (cycle, year_of_cycle) = (
        year_from_march.div_euclid(400),
        year_from_march.rem_euclid(400),
    );
    let day_of_year = (153 * from_march + 2) / 5 + day - 1;
    let leap_days = year_of_cycle / 4 - year_of_cycle / 100;
    let days = cycle * CYCLE + 365 * year_of_cycle + leap_days + day_of_year - EPOCH;
    (date(days) == (year, month, day)).then_some(days)
}

/// Milliseconds from 1970-01-01T00:00:00Z to a moment written in RFC 3339,
/// finer fractions cut off.
pub fn moment(text: &str) -> Option<i64> {
    let mut rest = text.as_bytes();
    let year = number(&mut rest, 4)?;
    mark(&mut rest, b"-")?;
    let month = number(&mut rest, 2)?;
    mark(&mut rest, b"-")?;
    let day = number(&mut rest, 2)?;
    mark(&mut rest, b"Tt ")?;
    let minutes = minutes(&mut rest)?;
    mark(&mut rest, b":")?;
    // A leap second is the first second of the next minute.
    let seconds = number(&mut rest, 2).filter(|seconds| *seconds <= 60)?;
    let milliseconds = match mark(&mut rest, b".") {
        Some(_) => fraction(&mut rest)?,
        None => 0,
    };
    let ahead = match mark(&mut rest, b"Zz+-")? {
        b'+' => self::minutes(&mut rest)?,
        b'-' => -self::minutes(&mut rest)?,
        _ => 0,
    };
    let of_day = (minutes - ahead) * 60_000 + seconds * 1_000 + milliseconds;
    rest.is_empty()
        .then_some(days(year, month, day)? * DAY + of_day)
}

/// Hours and minutes of a day, in minutes.
fn minutes(rest: &mut &[u8]) -> Option<i64> {
    let hours = number(rest, 2).filter(|hours| *hours < 24)?;
    mark(rest, b":")?;
    let minutes = number(rest, 2).filter(|minutes| *minutes < 60)?;
    Some(hours * 60 + minutes)
}

fn fraction(rest: &mut &[u8]) -> Option<i64> {
    let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, after) = rest.split_at_checked(count).filter(|_| count > 0)?;
    *rest = after;
    let padded = digits.iter().copied().chain([b'0', b'0']).take(3);
    Some(padded.fold(0, with_digit))
}

fn number(rest: &mut &[u8], digits: usize) -> Option<i64> {
    let (head, after) = rest.split_at_checked(digits)?;
    *rest = after;
    let is_number = head.iter().all(u8::is_ascii_digit);
    is_number.then(|| head.iter().copied().fold(0, with_digit))
}

fn with_digit(number: i64, digit: u8) -> i64 {
    number * 10 + i64::from(digit.wrapping_sub(b'0'))
}

/// Passes one byte if it is among these.
fn mark(rest: &mut &[u8], any: &[u8]) -> Option<u8> {
    let (first, after) = rest
        .split_first()
        .filter(|(first, _)| any.contains(first))?;
    *rest = after;
    Some(*first)
}

/// The moment `ms` milliseconds after 1970-01-01T00:00:00Z in RFC 3339, in UTC;
/// `None` outside of the years 0 to 9999.
pub fn written(ms: i64) -> Option<String> {
    let (year, month, day) = date(ms.div_euclid(DAY));
    if !(0..=9999).contains(&year) {
        return None;
    }
    let of_day = ms.rem_euclid(DAY);
    let (hour, minute) = (of_day / 3_600_000, of_day / 60_000 % 60);
    let (second, fraction) = (of_day / 1_000 % 60, of_day % 1_000);
    let mut text = String::with_capacity(24);
    for (before, value, digits) in [
        ("", year, 4),
        ("-", month, 2),
        ("-", day, 2),
        ("T", hour, 2),
        (":", minute, 2),
        (":", second, 2),
        (".", fraction, 3),
    ] {
        if before != "." || fraction > 0 {
            text.push_str(before);
            push_padded(&mut text, value, digits);
        }
    }
    text.push('Z');
    Some(text)
}

fn push_padded(text: &mut String, value: i64, digits: usize) {
    let plain = value.to_string();
    text.extend(std::iter::repeat_n('0', digits.saturating_sub(plain.len())));
    text.push_str(&plain);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chrono::{DateTime, Datelike, SecondsFormat};
    use proptest::prelude::*;

    fn elsewhere(text: &str) -> Option<i64> {
        let moment = DateTime::parse_from_rfc3339(text).ok()?;
        Some(moment.timestamp_millis())
    }

    #[test]
    fn only_dates_of_the_calendar_are_dates() {
        for (date, is_one) in [
            ((2024, 2, 29), true),
            ((2023, 2, 29), false),
            ((1900, 2, 29), false),
            ((2000, 2, 29), true),
            ((2026, 4, 31), false),
            ((2026, 0, 1), false),
            ((2026, 13, 1), false),
            ((2026, 1, 0), false),
        ] {
            let (year, month, day) = date;
            assert_eq!(days(year, month, day).is_some(), is_one, "{date:?}");
        }
    }

    #[test]
    fn odd_notations_are_read_as_elsewhere() {
        for text in [
            "2026-11-12t14:32:08z",
            "2026-11-12 14:32:08Z",
            "2026-11-12T14:32:08.Z",
            "2026-11-12T14:32:08.1234567891Z",
            "2026-11-12T14:32:08.25+05:30",
            "2026-11-12T14:32:08-00:00",
            "2016-12-31T23:59:60Z",
            "2026-11-12T24:00:00Z",
            "2026-11-12T14:60:00Z",
            "2026-11-12T14:32:08",
            "2026-11-12T14:32:08+01:60",
            "2026-11-12T14:32:08Zulu",
            "2026-11-12T14:32Z",
            "+026-11-12T14:32:08Z",
            "2026-11-12T14:32:08ü",
        ] {
            assert_eq!(moment(text), elsewhere(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_the_calendars(day in -95_746_264_i64..95_026_236) {
            let there = DateTime::from_timestamp(day * 86_400, 0).unwrap();
            let (year, month, date_day) = date(day);
            prop_assert_eq!(
                (year, month, date_day),
                (i64::from(there.year()), i64::from(there.month()), i64::from(there.day()))
            );
            prop_assert_eq!(days(year, month, date_day), Some(day));
        }

        #[test]
        fn every_moment_is_written_as_elsewhere(ms in -62_135_596_800_000_i64..253_402_300_799_999) {
            let there = DateTime::from_timestamp_millis(ms).unwrap();
            prop_assert_eq!(written(ms), Some(there.to_rfc3339_opts(SecondsFormat::AutoSi, true)));
            let far = there.with_timezone(&chrono::FixedOffset::west_opt(12_600).unwrap());
            prop_assert_eq!(moment(&far.to_rfc3339()), Some(ms));
        }

        #[test]
        fn no_number_and_no_text_panics(ms: i64, text: String, like in "[0-9TZ:.+ -]{0,30}") {
            let _ = written(ms);
            prop_assert_eq!(moment(&like), elsewhere(&like));
            let _ = moment(&text);
        }
    }
}
