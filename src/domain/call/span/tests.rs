#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::format::{Locale, PlainLocale, Zone};
use crate::domain::mock;
use crate::domain::money::Money;
use proptest::prelude::*;

/// 12 Nov 2026, 14:32:08.250 in Chicago.
const NOW: i64 = 1_794_515_528_250;

#[test]
fn a_preset_begins_before_the_servers_now() {
    mock::at(NOW, |formats| {
        let begins = Preset::ALL.map(|preset| preset.begin(formats));
        assert_eq!(
            begins,
            [
                "2026-11-12T20:17:08Z",
                "2026-11-12T19:32:08Z",
                "2026-11-12T06:00:00Z"
            ]
        );
    });
}

#[test]
fn today_follows_the_zone_that_is_shown() {
    let utc = Formats {
        locale: &PlainLocale,
        zone: &Zone::Utc,
        now: NOW,
    };
    assert_eq!(Preset::Today.begin(&utc), "2026-11-12T00:00:00Z");
}

#[test]
fn a_field_holds_a_moment_of_the_zone() {
    mock::at(NOW, |formats| {
        assert_eq!(
            from_field("2026-11-12T14:32", formats).as_deref(),
            Some("2026-11-12T20:32:00Z")
        );
        assert_eq!(
            from_field("2026-11-12T14:32:08", formats).as_deref(),
            Some("2026-11-12T20:32:08Z")
        );
        for odd in ["", "2026-11-12", "2026-02-30T10:00", "noon"] {
            assert_eq!(from_field(odd, formats), None, "{odd}");
        }
        assert_eq!(
            to_field(Some("2026-11-12T20:32:08Z"), formats),
            "2026-11-12T14:32"
        );
        assert_eq!(to_field(Some("soon"), formats), "");
        assert_eq!(to_field(None, formats), "");
    });
}

#[test]
fn a_stretch_is_told_by_its_ends() {
    mock::at(NOW, |formats| {
        let told = |after, before| words(after, before, formats);
        let (from, to) = ("2026-11-12T15:00:00Z", "2026-11-13T15:00:00Z");
        assert_eq!(told(None, None), None);
        assert_eq!(told(Some(from), None).as_deref(), Some("since 09:00 CST"));
        assert_eq!(
            told(None, Some(to)).as_deref(),
            Some("before 13 Nov, 09:00 CST")
        );
        assert_eq!(
            told(Some(from), Some(to)).as_deref(),
            Some("09:00 CST to 13 Nov, 09:00 CST")
        );
    });
}

/// Clocks that are put forward an hour at moment 0 of the test's own calendar.
struct Spring;

impl Locale for Spring {
    fn integer(&self, number: i64) -> String {
        number.to_string()
    }
    fn decimal(&self, number: f64, _: u8) -> String {
        number.to_string()
    }
    fn money(&self, money: &Money) -> String {
        money.currency.clone()
    }
    fn local(&self, ms: i64, _: &Zone) -> LocalTime {
        let ahead = if ms < 0 { 60 } else { 120 };
        LocalTime::at(ms, ahead, String::new())
    }
}

#[test]
fn clocks_that_change_are_followed() {
    let formats = Formats {
        locale: &Spring,
        zone: &Zone::Local,
        now: 0,
    };
    for (shown, moment) in [
        ("1970-01-01T00:59", "1969-12-31T23:59:00Z"),
        ("1970-01-01T02:00", "1970-01-01T00:00:00Z"),
        ("1970-01-01T03:00", "1970-01-01T01:00:00Z"),
        ("1970-01-02T03:00", "1970-01-02T01:00:00Z"),
    ] {
        assert_eq!(
            from_field(shown, &formats).as_deref(),
            Some(moment),
            "{shown}"
        );
    }
}

proptest! {
    #[test]
    fn a_field_reads_back_what_it_shows(minutes in 0_i64..60_000_000) {
        let moment = Timestamp::from_ms(minutes * MINUTE).text;
        mock::at(NOW, |formats| {
            let shown = to_field(Some(&moment), formats);
            prop_assert_eq!(from_field(&shown, formats), Some(moment.clone()));
            Ok(())
        })?;
    }

    #[test]
    fn no_moment_panics(now: i64, text: String) {
        mock::at(now, |formats| {
            for preset in Preset::ALL {
                prop_assert!(!preset.begin(formats).is_empty());
            }
            let _ = (from_field(&text, formats), to_field(Some(&text), formats));
            Ok(())
        })?;
    }
}

#[test]
fn a_preset_is_called_by_how_far_it_goes_back() {
    let labels = Preset::ALL.map(Preset::label);
    assert_eq!(labels, ["Last 15 minutes", "Last hour", "Today"]);
}
