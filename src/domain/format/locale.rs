//! What differs between languages and places.

use crate::domain::calendar::{DAY, date};
use crate::domain::money::Money;

/// The zone that clock times are told in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// A zone by its IANA name: `America/Chicago`.
    Iana(String),
    /// The reader's own.
    Local,
    /// Coordinated universal time.
    Utc,
}

/// A moment on the clocks of a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// Year of the Gregorian calendar.
    pub year: i32,
    /// Month from 1 to 12.
    pub month: u32,
    /// Day of the month from 1.
    pub day: u32,
    /// Hour from 0 to 23.
    pub hour: u32,
    /// Minute from 0 to 59.
    pub minute: u32,
    /// Second from 0 to 59.
    pub second: u32,
    /// Day of the week from 1 (Monday) to 7 (Sunday).
    pub weekday: u32,
    /// What the zone is called at that moment: "CST".
    pub zone_label: String,
    /// Minutes that its clocks are ahead of UTC.
    pub offset_minutes: i32,
}

impl LocalTime {
    /// What clocks that are `offset_minutes` ahead of UTC show `ms`
    /// milliseconds after 1970-01-01T00:00:00Z.
    pub fn at(ms: i64, offset_minutes: i32, zone_label: String) -> Self {
        let ms = ms.saturating_add(i64::from(offset_minutes) * 60_000);
        let (days, of_day) = (ms.div_euclid(DAY), ms.rem_euclid(DAY));
        let (year, month, day) = date(days);
        Self {
            year: year as i32,
            month: month as u32,
            day: day as u32,
            hour: (of_day / 3_600_000) as u32,
            minute: (of_day / 60_000 % 60) as u32,
            second: (of_day / 1_000 % 60) as u32,
            // The first day of the count was a Thursday.
            weekday: (days + 3).rem_euclid(7) as u32 + 1,
            zone_label,
            offset_minutes,
        }
    }
}

/// How a reader's language writes numbers, and what its places' clocks show.
///
/// Arguments are finite, and `ms` lies within ±8.64e15 (what a browser's `Date`
/// can hold); [`super::Formats`] sees to both. Minus signs may be of any kind.
pub trait Locale {
    /// A whole number with its thousands grouped.
    fn integer(&self, number: i64) -> String;

    /// A number with exactly `digits` decimals and its thousands grouped.
    fn decimal(&self, number: f64, digits: u8) -> String;

    /// An amount with its currency, at the currency's usual decimals. An
    /// unknown currency is written as its code.
    fn money(&self, money: &Money) -> String;

    /// What clocks in `zone` show `ms` milliseconds after 1970-01-01T00:00:00Z.
    /// A zone that is not known is told as UTC, labeled so.
    fn local(&self, ms: i64, zone: &Zone) -> LocalTime;
}
