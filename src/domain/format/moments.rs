//! Moments on the clock and in the calendar. A moment that could not be read
//! is given back as received.

use super::{Formats, LocalTime};
use crate::domain::timestamp::Timestamp;

/// The farthest a browser's clock reaches from 1970, in milliseconds.
const REACH_MS: u64 = 8_640_000_000_000_000;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl Formats<'_> {
    /// The time of day with its zone: "14:47 CST".
    pub fn clock(&self, at: &Timestamp) -> String {
        self.written(at, |time| [&*minutes(time), " ", &time.zone_label].concat())
    }

    /// The time of day where the zone is named beside it: "14:47".
    pub fn hours(&self, at: &Timestamp) -> String {
        self.written(at, minutes)
    }

    /// The date and time of day where the zone is named beside it:
    /// "12 Nov 14:47".
    pub fn day_and_hours(&self, at: &Timestamp) -> String {
        self.written(at, |time| [&*self.day(time), " ", &minutes(time)].concat())
    }

    /// What the zone is called now: "CST".
    pub fn zone_label(&self) -> String {
        self.today().zone_label
    }

    /// What the zone is called at a moment: "CDT" in summer.
    pub fn zone_label_at(&self, at: &Timestamp) -> String {
        self.written(at, |time| time.zone_label.clone())
    }

    /// The time of day to the second with its zone: "14:32:08 CST".
    pub fn clock_seconds(&self, at: &Timestamp) -> String {
        self.written(at, |time| [&*seconds(time), " ", &time.zone_label].concat())
    }

    /// For a column whose head names the zone: "14:32:08" today, "11 Nov 14:32"
    /// on any other day.
    pub fn time_in_column(&self, at: &Timestamp) -> String {
        self.written(at, |time| {
            let today = self.today();
            if (time.year, time.month, time.day) == (today.year, today.month, today.day) {
                seconds(time)
            } else {
                [&*day_seen_from(&today, time), " ", &minutes(time)].concat()
            }
        })
    }

    /// The end of what began at `from`, beside its beginning in a column: the day
    /// is left out where it is the same, "13:24" after "11 Nov 13:05".
    pub fn end_in_column(&self, from: &Timestamp, end: &Timestamp) -> String {
        let day = |at: &Timestamp| self.written(at, |time| self.day(time));
        let readable = from.ms.is_some() && end.ms.is_some();
        let is_today = day(end) == self.day(&self.today());
        match readable && day(from) == day(end) && !is_today {
            true => self.written(end, minutes),
            false => self.time_in_column(end),
        }
    }

    /// The date: "12 Nov", with the year when it is not the current one.
    pub fn date(&self, at: &Timestamp) -> String {
        self.written(at, |time| self.day(time))
    }

    /// Date and time of day with its zone: "13 Nov, 09:00 CST".
    pub fn date_time(&self, at: &Timestamp) -> String {
        self.written(at, |time| {
            [
                &*self.day(time),
                ", ",
                &minutes(time),
                " ",
                &time.zone_label,
            ]
            .concat()
        })
    }

    pub(super) fn written(&self, at: &Timestamp, write: impl Fn(&LocalTime) -> String) -> String {
        match at.ms.filter(|ms| ms.unsigned_abs() <= REACH_MS) {
            Some(ms) => write(&self.locale.local(ms, self.zone)),
            None => at.text.clone(),
        }
    }

    fn today(&self) -> LocalTime {
        let reach = REACH_MS as i64;
        self.locale.local(self.now.clamp(-reach, reach), self.zone)
    }

    fn day(&self, time: &LocalTime) -> String {
        day_seen_from(&self.today(), time)
    }
}

fn day_seen_from(today: &LocalTime, time: &LocalTime) -> String {
    if time.year == today.year {
        day_and_month(time)
    } else {
        full_day(time)
    }
}

fn day_and_month(time: &LocalTime) -> String {
    let month = usize::try_from(time.month)
        .ok()
        .and_then(|month| MONTHS.get(month.checked_sub(1)?))
        .copied()
        .unwrap_or_default();
    [&*time.day.to_string(), " ", month].concat()
}

pub(super) fn full_day(time: &LocalTime) -> String {
    [&*day_and_month(time), " ", &time.year.to_string()].concat()
}

pub(super) fn minutes(time: &LocalTime) -> String {
    [time.hour, time.minute].map(two_digits).join(":")
}

pub(super) fn seconds(time: &LocalTime) -> String {
    [time.hour, time.minute, time.second]
        .map(two_digits)
        .join(":")
}

pub(super) fn two_digits(number: u32) -> String {
    let padding = if number < 10 { "0" } else { "" };
    [padding, &number.to_string()].concat()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::format::{PlainLocale, Zone};
    use proptest::prelude::*;

    /// 12 Nov 2026, 14:32:08 in Chicago.
    const NOW: i64 = 1_794_515_528_000;

    fn in_zone<T>(zone: &Zone, test: impl Fn(Formats<'_>) -> T) -> T {
        test(Formats {
            locale: &PlainLocale,
            zone,
            now: NOW,
        })
    }

    fn chicago<T>(test: impl Fn(Formats<'_>) -> T) -> T {
        in_zone(&Zone::Iana("America/Chicago".to_owned()), test)
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::from_text(text)
    }

    #[test]
    fn every_standalone_time_carries_its_zone() {
        let now = Timestamp::from_ms(NOW);
        let all = |formats: Formats<'_>| {
            [
                formats.clock(&now),
                formats.clock_seconds(&now),
                formats.date_time(&now),
            ]
        };
        assert_eq!(
            chicago(all),
            ["14:32 CST", "14:32:08 CST", "12 Nov, 14:32 CST",]
        );
        assert_eq!(
            in_zone(&Zone::Utc, all),
            ["20:32 UTC", "20:32:08 UTC", "12 Nov, 20:32 UTC",]
        );
    }

    #[test]
    fn the_day_is_told_when_it_is_not_today_and_the_year_when_not_current() {
        let column = |text: &str| chicago(|formats| formats.time_in_column(&at(text)));
        assert_eq!(column("2026-11-12T20:30:51Z"), "14:30:51");
        assert_eq!(column("2026-11-13T05:59:59Z"), "23:59:59");
        assert_eq!(column("2026-11-13T06:00:00Z"), "13 Nov 00:00");
        assert_eq!(column("2025-11-12T20:30:51Z"), "12 Nov 2025 14:30");
        let end =
            |from: &str, end: &str| chicago(|formats| formats.end_in_column(&at(from), &at(end)));
        let eleventh = "2026-11-11T19:24:00Z";
        assert_eq!(end("2026-11-11T19:05:00Z", eleventh), "13:24");
        assert_eq!(end("2026-11-10T19:05:00Z", eleventh), "11 Nov 13:24");
        assert_eq!(end("soon", eleventh), "11 Nov 13:24");
        assert_eq!(end(eleventh, "2026-11-12T20:30:51Z"), "14:30:51");
        assert_eq!(
            end("2026-11-12T19:05:00Z", "2026-11-12T20:30:51Z"),
            "14:30:51"
        );
        let date = |text: &str| chicago(|formats| formats.date(&at(text)));
        assert_eq!(date("2026-01-01T05:59:59Z"), "31 Dec 2025");
        assert_eq!(date("2026-01-01T06:00:00Z"), "1 Jan");
    }

    #[test]
    fn what_could_not_be_read_is_shown_as_received() {
        for odd in ["2024-02-29T04:22:89Z", "5 minutes ago", ""] {
            for text in chicago(|formats| every_form(formats, &at(odd))) {
                assert_eq!(text, odd);
            }
        }
        let beyond = Timestamp {
            text: "far away".to_owned(),
            ms: Some(i64::MAX),
        };
        assert_eq!(chicago(|formats| formats.clock(&beyond)), "far away");
    }

    fn every_form(formats: Formats<'_>, at: &Timestamp) -> [String; 5] {
        [
            formats.clock(at),
            formats.clock_seconds(at),
            formats.time_in_column(at),
            formats.date(at),
            formats.date_time(at),
        ]
    }

    proptest! {
        #[test]
        fn no_moment_panics(ms: i64, now: i64) {
            let formats = Formats { locale: &PlainLocale, zone: &Zone::Local, now };
            for text in every_form(formats, &Timestamp::from_ms(ms)) {
                prop_assert!(!text.is_empty());
            }
        }

    }
}
