//! The time zones of the demo world, with the daylight-saving rules of the
//! United States and the European Union.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, SecondsFormat};

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Ms = i64;

/// One minute in milliseconds.
pub const MINUTE: Ms = 60_000;
/// One hour in milliseconds.
pub const HOUR: Ms = 60 * MINUTE;
/// One day in milliseconds.
pub const DAY: Ms = 24 * HOUR;

/// A time zone that contacts or campaigns of the demo live in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    NewYork,
    Chicago,
    Denver,
    Phoenix,
    LosAngeles,
    London,
    Berlin,
    Rome,
}

/// Which rule moves a zone's clocks.
enum Saving {
    Never,
    UnitedStates,
    Europe,
}

impl Zone {
    /// Every zone, in the order of their stored codes.
    pub const ALL: [Self; 8] = [
        Self::NewYork,
        Self::Chicago,
        Self::Denver,
        Self::Phoenix,
        Self::LosAngeles,
        Self::London,
        Self::Berlin,
        Self::Rome,
    ];

    /// The code this zone is stored under.
    pub fn code(self) -> i64 {
        self as i64
    }

    /// The zone of a stored code.
    pub fn from_code(code: i64) -> Option<Self> {
        Self::ALL
            .get(usize::try_from(code).unwrap_or(usize::MAX))
            .copied()
    }

    /// The IANA name.
    pub fn name(self) -> &'static str {
        self.facts().0
    }

    fn facts(self) -> (&'static str, i64, Saving, &'static str, &'static str) {
        use Saving::{Europe, Never, UnitedStates};
        match self {
            Self::NewYork => ("America/New_York", -300, UnitedStates, "EST", "EDT"),
            Self::Chicago => ("America/Chicago", -360, UnitedStates, "CST", "CDT"),
            Self::Denver => ("America/Denver", -420, UnitedStates, "MST", "MDT"),
            Self::Phoenix => ("America/Phoenix", -420, Never, "MST", "MST"),
            Self::LosAngeles => ("America/Los_Angeles", -480, UnitedStates, "PST", "PDT"),
            Self::London => ("Europe/London", 0, Europe, "GMT", "BST"),
            Self::Berlin => ("Europe/Berlin", 60, Europe, "CET", "CEST"),
            Self::Rome => ("Europe/Rome", 60, Europe, "CET", "CEST"),
        }
    }

    fn is_daylight(self, at: Ms) -> bool {
        let (_, standard, saving, ..) = self.facts();
        let standard_local = naive(at + standard * MINUTE);
        match saving {
            Saving::Never => false,
            Saving::UnitedStates => {
                let year = standard_local.year();
                // Clocks turn at 02:00 standard in March, 02:00 daylight (01:00 standard) in November.
                let from = nth_sunday(year, 3, 2).and_then(|day| day.and_hms_opt(2, 0, 0));
                let to = nth_sunday(year, 11, 1).and_then(|day| day.and_hms_opt(1, 0, 0));
                within(standard_local, from, to)
            }
            Saving::Europe => {
                let utc = naive(at);
                let from = last_sunday(utc.year(), 3).and_then(|day| day.and_hms_opt(1, 0, 0));
                let to = last_sunday(utc.year(), 10).and_then(|day| day.and_hms_opt(1, 0, 0));
                within(utc, from, to)
            }
        }
    }

    /// Minutes that the zone's clocks are ahead of UTC at an instant.
    pub fn offset_minutes(self, at: Ms) -> i64 {
        self.facts().1 + if self.is_daylight(at) { 60 } else { 0 }
    }

    /// The abbreviation on the zone's clocks at an instant, for example `CST`.
    pub fn label(self, at: Ms) -> &'static str {
        let (_, _, _, standard, daylight) = self.facts();
        if self.is_daylight(at) {
            daylight
        } else {
            standard
        }
    }

    /// Wall-clock date and time at an instant.
    pub fn local(self, at: Ms) -> NaiveDateTime {
        naive(at + self.offset_minutes(at) * MINUTE)
    }

    /// The instant at which the zone's clocks show `minute` of `date`.
    pub fn instant(self, date: NaiveDate, minute: i64) -> Ms {
        let midnight = date
            .and_hms_opt(0, 0, 0)
            .map_or(0, |at| at.and_utc().timestamp_millis());
        let wall = midnight + minute * MINUTE;
        wall - self.offset_minutes(wall - self.facts().1 * MINUTE) * MINUTE
    }

    /// RFC 3339 with this zone's offset, to the second.
    pub fn rfc3339(self, at: Ms) -> String {
        let seconds = i32::try_from(self.offset_minutes(at) * 60).unwrap_or(0);
        match (
            DateTime::from_timestamp_millis(at),
            FixedOffset::east_opt(seconds),
        ) {
            (Some(utc), Some(offset)) => utc
                .with_timezone(&offset)
                .to_rfc3339_opts(SecondsFormat::Secs, false),
            _ => String::from("1970-01-01T00:00:00+00:00"),
        }
    }

    /// The time of day with its zone label: `14:47 CST`.
    pub fn clock(self, at: Ms) -> String {
        format!("{} {}", self.local(at).format("%H:%M"), self.label(at))
    }

    /// The day, and the time of day with its zone label: `13 Nov, 09:00 CST`.
    pub fn day_and_clock(self, at: Ms) -> String {
        format!(
            "{} {}",
            self.local(at).format("%-d %b, %H:%M"),
            self.label(at)
        )
    }

    /// [`Zone::clock`] on the same day as `now`, else [`Zone::day_and_clock`].
    pub fn when(self, at: Ms, now: Ms) -> String {
        if self.local(at).date() == self.local(now).date() {
            self.clock(at)
        } else {
            self.day_and_clock(at)
        }
    }
}

fn naive(at: Ms) -> NaiveDateTime {
    DateTime::from_timestamp_millis(at)
        .unwrap_or_default()
        .naive_utc()
}

fn within(at: NaiveDateTime, from: Option<NaiveDateTime>, to: Option<NaiveDateTime>) -> bool {
    from.is_some_and(|from| at >= from) && to.is_some_and(|to| at < to)
}

fn nth_sunday(year: i32, month: u32, nth: u64) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let to_sunday = (7 - u64::from(first.weekday().num_days_from_sunday())) % 7;
    first.checked_add_days(Days::new(to_sunday + 7 * (nth - 1)))
}

fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let fifth = nth_sunday(year, month, 5)?;
    if fifth.month() == month {
        Some(fifth)
    } else {
        nth_sunday(year, month, 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn autumn_turns_the_chicago_clock_back() {
        // 2026-11-01: 01:59 CDT is followed by 01:00 CST.
        let before = 1_793_516_340_000;
        assert_eq!(Zone::Chicago.clock(before), "01:59 CDT");
        assert_eq!(Zone::Chicago.clock(before + MINUTE), "01:00 CST");
        assert_eq!(Zone::Berlin.label(before), "CET");
    }

    #[test]
    fn a_wall_time_comes_back_from_its_instant() {
        for zone in Zone::ALL {
            for (month, day) in [(1, 15), (7, 15), (10, 30), (11, 12)] {
                let date = NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default();
                let local = zone.local(zone.instant(date, 9 * 60 + 30));
                assert_eq!(local.to_string(), format!("{date} 09:30:00"), "{zone:?}");
            }
        }
    }
}
