//! Opening hours of a day, and how they are written.

use std::fmt;

use crate::zone::{MINUTE, Ms, Zone};

/// Opening hours, in minutes of the campaign's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    pub opens: i64,
    pub closes: i64,
}

impl fmt::Display for Hours {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (opens, closes) = (hour_text(self.opens), hour_text(self.closes));
        write!(formatter, "{opens} to {closes}")
    }
}

/// The minute of the day of a time written HH:MM.
pub fn minute_of(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    let part = |digits: &str, below: i64| {
        let is_plain = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_digit());
        let value = digits.parse::<i64>().ok()?;
        (is_plain && value < below).then_some(value)
    };
    Some(part(hour, 24)? * 60 + part(minute, 60)?)
}

/// HH:MM.
pub fn hour_text(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The minute of the day on a zone's clocks.
pub fn minute_of_day(zone: Zone, at: Ms) -> i64 {
    (at + zone.offset_minutes(at) * MINUTE)
        .div_euclid(MINUTE)
        .rem_euclid(24 * 60)
}
