//! Moments as evidence and exports need them: complete and unambiguous.

use super::moments::{full_day, minutes, seconds, two_digits};
use super::{Formats, LocalTime};
use crate::domain::timestamp::Timestamp;

impl Formats<'_> {
    /// A span for evidence, complete and unambiguous:
    /// "12 Nov 2026, 13:40 to 14:32 CST (UTC−06:00)". The second date is
    /// written when it differs from the first.
    pub fn span(&self, from: &Timestamp, to: &Timestamp) -> String {
        let end = self.written(to, |time| {
            [
                &*minutes(time),
                " ",
                &time.zone_label,
                " (",
                &utc_offset(time),
                ")",
            ]
            .concat()
        });
        let first_day = self.written(from, full_day);
        let last_day = self.written(to, full_day);
        let start = self.written(from, minutes);
        let middle = if first_day == last_day || to.ms.is_none() {
            " to ".to_owned()
        } else {
            [" to ", &*last_day, ", "].concat()
        };
        match from.ms {
            Some(_) => [&*first_day, ", ", &start, &middle, &end].concat(),
            None => [&*start, &middle, &end].concat(),
        }
    }

    /// ISO 8601 with the zone's offset, for exports: `2026-11-12T14:47:38-06:00`.
    pub fn iso(&self, at: &Timestamp) -> String {
        self.written(at, |time| {
            let date = [time.month, time.day].map(two_digits).join("-");
            let offset = utc_offset(time).replace("UTC", "").replace('−', "-");
            let year = format!("{:04}", time.year);
            [&*year, "-", &date, "T", &seconds(time), &offset].concat()
        })
    }
}

/// "UTC−06:00".
fn utc_offset(time: &LocalTime) -> String {
    let sign = if time.offset_minutes < 0 { "−" } else { "+" };
    let minutes = time.offset_minutes.unsigned_abs();
    let clock = [minutes / 60, minutes % 60].map(two_digits).join(":");
    ["UTC", sign, &clock].concat()
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
    fn a_span_is_complete() {
        let span = |from: &str, to: &str| chicago(|formats| formats.span(&at(from), &at(to)));
        assert_eq!(
            span("2026-11-12T19:40:00Z", "2026-11-12T20:32:08Z"),
            "12 Nov 2026, 13:40 to 14:32 CST (UTC−06:00)"
        );
        assert_eq!(
            span("2026-11-12T19:40:00Z", "2026-11-13T20:32:08Z"),
            "12 Nov 2026, 13:40 to 13 Nov 2026, 14:32 CST (UTC−06:00)"
        );
        assert_eq!(
            span("soon", "2026-11-12T20:32:08Z"),
            "soon to 12 Nov 2026, 14:32 CST (UTC−06:00)"
        );
        assert_eq!(
            span("2026-11-12T19:40:00Z", "later"),
            "12 Nov 2026, 13:40 to later"
        );
    }

    #[test]
    fn an_export_time_carries_its_offset() {
        let now = Timestamp::from_ms(NOW);
        let iso = |formats: Formats<'_>| formats.iso(&now);
        assert_eq!(chicago(iso), "2026-11-12T14:32:08-06:00");
        assert_eq!(in_zone(&Zone::Utc, iso), "2026-11-12T20:32:08+00:00");
        let kolkata = Zone::Iana("Asia/Kolkata".to_owned());
        assert_eq!(in_zone(&kolkata, iso), "2026-11-13T02:02:08+05:30");
        assert_eq!(chicago(|formats| formats.iso(&at("whenever"))), "whenever");
    }

    proptest! {
        #[test]
        fn an_iso_time_reads_back_as_the_same_second(ms in -62_135_596_800_000_i64..253_402_300_799_000) {
            let text = chicago(|formats| formats.iso(&Timestamp::from_ms(ms)));
            prop_assume!(text.len() == 25);
            prop_assert_eq!(at(&text).ms, Some(ms.div_euclid(1000) * 1000));
        }
    }
}
