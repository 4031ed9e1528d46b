//! Moments as in e-mails and in HTTP headers.

use super::offset;
use crate::domain::calendar::{DAY, days};

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Milliseconds since 1970 of "Fri, 20 Nov 2026 08:49:29 +0000"; the name of
/// the day and the seconds may be missing.
pub(super) fn moment(text: &str) -> Option<i64> {
    let date = text.split_once(',').map_or(text, |(_, date)| date);
    let mut parts = date.split_whitespace();
    let day = number(parts.next()?, 31)?;
    let name = parts.next()?.to_lowercase();
    let month = MONTHS.iter().position(|month| *month == name)?;
    let year = number(parts.next()?.get(..4)?, 9999)?;
    let mut time = parts.next()?.split(':');
    let hours = number(time.next()?, 23)?;
    let minutes = number(time.next()?, 59)?;
    let seconds = time.next().map_or(Some(0), |seconds| number(seconds, 60))?;
    let ahead = offset(parts.next()?)?;
    if parts.next().is_some() || time.next().is_some() {
        return None;
    }
    let month = i64::try_from(month).ok()? + 1;
    let of_day = ((hours * 60 + minutes - ahead) * 60 + seconds) * 1_000;
    Some(days(year, month, day)? * DAY + of_day)
}

fn number(text: &str, most: i64) -> Option<i64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse::<i64>().ok().filter(|_| is_number);
    number.filter(|number| *number <= most)
}
