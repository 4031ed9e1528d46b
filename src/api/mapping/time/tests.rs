#![allow(clippy::unwrap_used)]

use super::*;
use chrono::DateTime;
use proptest::prelude::*;

/// Written in UTC again, as the contract has it.
fn read(text: &str, notation: Notation, zone: i64) -> Option<String> {
    calendar::written(moment(&text.into(), notation, zone)?)
}

#[test]
fn every_notation_becomes_the_contracts() {
    for (text, written) in [
        (
            "2026-11-20T08:56:07.779924Z",
            Some("2026-11-20T08:56:07.779Z"),
        ),
        ("2026-11-20T08:56:07+05:30", Some("2026-11-20T03:26:07Z")),
        (
            "2026-11-20T08:56:07.25+0530",
            Some("2026-11-20T03:26:07.250Z"),
        ),
        ("2026-11-20 08:56:07-06", Some("2026-11-20T14:56:07Z")),
        ("2026-11-20T08:56:07 -0600", Some("2026-11-20T14:56:07Z")),
        ("2026-11-20 08:56:07 UTC", Some("2026-11-20T08:56:07Z")),
        ("2026-11-20T08:56:07", Some("2026-11-20T03:26:07Z")),
        (
            "2026-11-20 08:56:07.123456",
            Some("2026-11-20T03:26:07.123Z"),
        ),
        (
            "Fri, 20 Nov 2026 08:49:29 +0000",
            Some("2026-11-20T08:49:29Z"),
        ),
        (
            "Fri, 20 Nov 2026 08:49:29 GMT",
            Some("2026-11-20T08:49:29Z"),
        ),
        ("20 nov 2026 08:49 -0130", Some("2026-11-20T10:19:00Z")),
        ("1795164516", Some("2026-11-20T08:48:36Z")),
        ("1795164516.799", Some("2026-11-20T08:48:36.799Z")),
        ("1795164516799", Some("2026-11-20T08:48:36.799Z")),
        ("1795164516799000", Some("2026-11-20T08:48:36.799Z")),
        ("-1", Some("1969-12-31T23:59:59Z")),
        ("2024-02-29T04:22:89Z", None),
        ("2026-11-20", None),
        ("5 minutes ago", None),
        ("Fri, 31 Feb 2026 08:49:29 GMT", None),
        ("20 Nov 2026 08:49:29", None),
        ("20 Nov 2026 08:49:29:10 GMT", None),
        ("2026-11-20T08:56:07+25:00", None),
        ("99999999999999999999", None),
        ("+1-", None),
        ("", None),
    ] {
        assert_eq!(
            read(text, Notation::Auto, 330).as_deref(),
            written,
            "{text}"
        );
    }
}

#[test]
fn a_declared_notation_is_the_only_one() {
    for (text, notation, written) in [
        (
            "1795164516",
            Notation::Seconds,
            Some("2026-11-20T08:48:36Z"),
        ),
        (
            "1795164516.5",
            Notation::Seconds,
            Some("2026-11-20T08:48:36.500Z"),
        ),
        (
            "60000",
            Notation::Milliseconds,
            Some("1970-01-01T00:01:00Z"),
        ),
        (
            "60000000",
            Notation::Microseconds,
            Some("1970-01-01T00:01:00Z"),
        ),
        ("2026-11-20T08:48:36Z", Notation::Seconds, None),
        ("1795164516", Notation::Iso, None),
        ("Fri, 20 Nov 2026 08:49:29 GMT", Notation::Iso, None),
        ("2026-11-20T08:48:36Z", Notation::Rfc2822, None),
    ] {
        assert_eq!(read(text, notation, 0).as_deref(), written, "{text}");
    }
    let number = Made::Number("1795164516.799".to_owned());
    assert_eq!(moment(&number, Notation::Auto, 0), Some(1_795_164_516_799));
    assert_eq!(moment(&Made::Bool(true), Notation::Auto, 0), None);
}

#[test]
fn a_moment_of_the_contract_can_be_sent_as_a_number() {
    for (text, notation, number) in [
        (
            "2026-11-20T08:48:36.799Z",
            Notation::Seconds,
            Some("1795164516.799"),
        ),
        (
            "2026-11-20T02:48:36-06:00",
            Notation::Seconds,
            Some("1795164516"),
        ),
        (
            "2026-11-20T08:48:36.799Z",
            Notation::Milliseconds,
            Some("1795164516799"),
        ),
        (
            "2026-11-20T08:48:36Z",
            Notation::Microseconds,
            Some("1795164516000000"),
        ),
        ("2026-11-20T08:48:36Z", Notation::Iso, None),
        ("soon", Notation::Seconds, None),
    ] {
        let made = number.map(|number| Made::Number(number.to_owned()));
        assert_eq!(super::number(text, notation), made, "{text}");
    }
}

#[test]
fn a_zone_is_utc_or_an_offset() {
    for (text, minutes) in [
        ("UTC", Some(0)),
        ("+05:30", Some(330)),
        ("-0600", Some(-360)),
        ("+2", Some(120)),
        ("-06:00", Some(-360)),
        ("America/Chicago", None),
        ("05:30", None),
        ("+24:00", None),
        ("+05:60", None),
        ("+", None),
        ("+é", None),
    ] {
        assert_eq!(offset(text), minutes, "{text}");
    }
}

proptest! {
    #[test]
    fn mails_are_dated_as_elsewhere(seconds in 0_i64..4_102_444_800, ahead in -50_400_i32..50_400) {
        let zone = chrono::FixedOffset::east_opt(ahead / 60 * 60).unwrap();
        let there = DateTime::from_timestamp(seconds, 0).unwrap().with_timezone(&zone);
        let made = Made::Text(there.to_rfc2822());
        prop_assert_eq!(moment(&made, Notation::Auto, 0), Some(seconds * 1_000));
    }

    #[test]
    fn no_text_panics(text: String, like in "[0-9TZ:.+, NovUTC-]{0,34}", zone in -1440_i64..1440) {
        for (_, notation) in NOTATIONS {
            let _ = read(&text, notation, zone);
            let _ = read(&like, notation, zone);
        }
        let _ = offset(&text);
    }
}
