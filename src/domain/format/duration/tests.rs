#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
use super::*;
use crate::domain::format::{PlainLocale, Zone};
use proptest::prelude::*;

const NOW: i64 = 1_794_000_000_000;
const FORMATS: Formats<'static> = Formats {
    locale: &PlainLocale,
    zone: &Zone::Utc,
    now: NOW,
};

fn at(seconds_from_now: i64) -> Timestamp {
    Timestamp::from_ms(NOW + seconds_from_now * 1000)
}

#[test]
fn talk_time_has_two_units() {
    for (seconds, text) in [
        (0.0, "0m 00s"),
        (4.0, "0m 04s"),
        (111.6, "1m 52s"),
        (59.7, "1m 00s"),
        (3599.4, "59m 59s"),
        (3720.0, "1h 02m"),
        (-5.0, "−0m 05s"),
        (f64::NAN, "—"),
        (f64::INFINITY, "—"),
    ] {
        assert_eq!(FORMATS.talk(seconds), text, "{seconds}");
    }
}

#[test]
fn only_what_took_time_but_no_second_is_told_as_under_one() {
    for (seconds, text) in [
        (0.0, "0m 00s"),
        (0.001, "under 1 s"),
        (0.999, "under 1 s"),
        (1.0, "0m 01s"),
        (-0.5, "−0m 01s"),
    ] {
        assert_eq!(FORMATS.took(seconds), text, "{seconds}");
    }
}

#[test]
fn records_and_steps_are_told_to_the_tenth() {
    for (seconds, exact, step) in [
        (135.7, "2m 15.7s", "135.7 s"),
        (1.34, "0m 01.3s", "1.3 s"),
        (59.96, "1m 00.0s", "60.0 s"),
        (599.9, "9m 59.9s", "599.9 s"),
        (600.0, "10m 00.0s", "10m 00s"),
        (3_723.0, "1h 02m", "1h 02m"),
        (-2.0, "−0m 02s", "−0m 02s"),
        (f64::NAN, "—", "—"),
    ] {
        assert_eq!(
            (&*FORMATS.exact(seconds), &*FORMATS.step(seconds)),
            (exact, step)
        );
    }
}

#[test]
fn waits_have_their_two_largest_units() {
    for (seconds, text) in [
        (0.0, "0 s"),
        (41.0, "41 s"),
        (60.0, "1 min"),
        (900.0, "15 min"),
        (580.0, "9 m 40 s"),
        (3600.0, "1 h"),
        (12_480.0, "3 h 28 m"),
        (187_200.0, "2 d 4 h"),
        (172_800.0, "2 d"),
        (-90.0, "−1 m 30 s"),
        (f64::NAN, "—"),
    ] {
        assert_eq!(FORMATS.wait(seconds), text, "{seconds}");
    }
}

#[test]
fn what_is_past_is_counted_down_and_what_comes_is_counted_up() {
    for (seconds, ago, until) in [
        (0, "just now", "now"),
        (-12, "12 s ago", "12 s ago"),
        (-378, "6 min ago", "6 min ago"),
        (-12_510, "3 h 28 m ago", "3 h 28 m ago"),
        (41, "in 41 s", "in 41 s"),
        (892, "in 15 min", "in 15 min"),
        (12_472, "in 3 h 28 m", "in 3 h 28 m"),
    ] {
        assert_eq!(FORMATS.ago(&at(seconds)), ago);
        assert_eq!(FORMATS.until(&at(seconds)), until);
    }
}

#[test]
fn an_unreadable_moment_is_given_back_as_received() {
    let odd = Timestamp::from_text("5 minutes ago");
    assert_eq!(
        (FORMATS.ago(&odd), FORMATS.until(&odd)),
        (odd.text.clone(), odd.text)
    );
}

proptest! {
    #[test]
    fn no_duration_panics(seconds: f64, ms: i64, now: i64) {
        let formats = Formats { now, ..FORMATS };
        let moment = Timestamp { text: String::new(), ms: Some(ms) };
        for text in [formats.talk(seconds), formats.wait(seconds), formats.ago(&moment),
            formats.until(&moment)] {
            prop_assert!(!text.is_empty());
        }
    }
}
