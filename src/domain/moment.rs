//! Moments as they are said in a sentence.

use super::format::Formats;
use super::timestamp::Timestamp;

/// Whether the moment lies on the present day of the zone that is shown.
pub fn is_today(at: &Timestamp, formats: &Formats<'_>) -> bool {
    formats.date(at) == formats.date(&Timestamp::from_ms(formats.now))
}

/// The clock time, with its date when that is not today: "18:00 CST",
/// "13 Nov, 09:00 CST".
pub fn when(at: &Timestamp, formats: &Formats<'_>) -> String {
    if is_today(at, formats) {
        formats.clock(at)
    } else {
        formats.date_time(at)
    }
}

/// The same with its preposition: "at 18:00 CST", "on 13 Nov, 09:00 CST".
pub fn at_or_on(at: &Timestamp, formats: &Formats<'_>) -> String {
    let preposition = if at.ms.is_none() || is_today(at, formats) {
        "at "
    } else {
        "on "
    };
    [preposition, &*when(at, formats)].concat()
}

/// The same with the time until then: "18:00 CST, in 3 h 28 m". A moment that
/// could not be read is told as received, once.
pub fn when_and_wait(at: &Timestamp, formats: &Formats<'_>) -> String {
    match at.ms {
        Some(_) => [&*when(at, formats), ", ", &formats.until(at)].concat(),
        None => at.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::mock;

    #[test]
    fn a_moment_of_another_day_has_its_date() {
        let now = Timestamp::from_text("2026-11-12T14:32:08-06:00")
            .ms
            .unwrap_or_default();
        let told = |text: &str| {
            let at = Timestamp::from_text(text);
            mock::at(now, |formats| when_and_wait(&at, formats))
        };
        assert_eq!(told("2026-11-12T18:00:00-06:00"), "18:00 CST, in 3 h 28 m");
        assert_eq!(
            told("2026-11-13T09:00:00-06:00"),
            "13 Nov, 09:00 CST, in 18 h 28 m"
        );
        assert_eq!(
            told("2026-11-13T00:30:00Z"),
            "18:30 CST, in 3 h 58 m",
            "the zone decides the day"
        );
        assert_eq!(told("tomorrow"), "tomorrow");
        let said = |text: &str| {
            let at = Timestamp::from_text(text);
            mock::at(now, |formats| at_or_on(&at, formats))
        };
        assert_eq!(said("2026-11-12T10:45:00-06:00"), "at 10:45 CST");
        assert_eq!(said("2026-11-11T10:45:00-06:00"), "on 11 Nov, 10:45 CST");
        assert_eq!(said("noon"), "at noon");
    }
}
