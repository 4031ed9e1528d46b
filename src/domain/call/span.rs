//! The stretch of time that the call log is kept to.

use crate::domain::calendar;
use crate::domain::format::{Formats, LocalTime};
use crate::domain::moment::when;
use crate::domain::timestamp::Timestamp;

const MINUTE: i64 = 60_000;

/// A stretch that ends now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// The last quarter of an hour.
    Quarter,
    /// The last hour.
    Hour,
    /// Since midnight of the zone that is shown.
    Today,
}

impl Preset {
    /// Every one, shortest first.
    pub const ALL: [Self; 3] = [Self::Quarter, Self::Hour, Self::Today];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Quarter => "Last 15 minutes",
            Self::Hour => "Last hour",
            Self::Today => "Today",
        }
    }

    /// When it began, in RFC 3339, as of the formats' present moment.
    pub fn begin(self, formats: &Formats<'_>) -> String {
        let now = formats.now.div_euclid(1000) * 1000;
        Timestamp::from_ms(match self {
            Self::Quarter => now.saturating_sub(15 * MINUTE),
            Self::Hour => now.saturating_sub(60 * MINUTE),
            Self::Today => midnight(formats),
        })
        .text
    }
}

fn midnight(formats: &Formats<'_>) -> i64 {
    let local = local(formats.now, formats);
    let (year, month, day) = (local.year.into(), local.month.into(), local.day.into());
    match calendar::days(year, month, day) {
        Some(days) => moment_of(days * calendar::DAY, formats),
        None => formats.now,
    }
}

/// The moment at which the zone's clocks show `wall`, given in milliseconds as
/// if they were UTC's. Of an hour that comes twice it is the first.
fn moment_of(wall: i64, formats: &Formats<'_>) -> i64 {
    let ahead = |ms: i64| i64::from(local(ms, formats).offset_minutes) * MINUTE;
    let first = wall.saturating_sub(ahead(wall.saturating_sub(calendar::DAY)));
    if first.saturating_add(ahead(first)) == wall {
        return first;
    }
    wall.saturating_sub(ahead(first))
}

fn local(ms: i64, formats: &Formats<'_>) -> LocalTime {
    // The browser's calendar ends here.
    let reach = 8_640_000_000_000_000;
    formats.locale.local(ms.clamp(-reach, reach), formats.zone)
}

/// The moment, in RFC 3339, that a field for date and time holds:
/// "2026-11-12T14:32" on the clocks of the zone that is shown. `None` when it
/// holds no moment.
pub fn from_field(text: &str, formats: &Formats<'_>) -> Option<String> {
    let text = text.trim();
    let seconds = if text.len() == 16 { ":00Z" } else { "Z" };
    let wall = calendar::moment(&[text, seconds].concat())?;
    calendar::written(moment_of(wall, formats))
}

/// What a field for date and time is given to show a moment; empty for none.
pub fn to_field(moment: Option<&str>, formats: &Formats<'_>) -> String {
    let Some(ms) = moment.and_then(calendar::moment) else {
        return String::new();
    };
    let ahead = i64::from(local(ms, formats).offset_minutes) * MINUTE;
    let wall = calendar::written(ms.saturating_add(ahead)).unwrap_or_default();
    wall.get(..16).unwrap_or_default().to_owned()
}

/// The stretch in words; `None` when it is open at both ends.
pub fn words(after: Option<&str>, before: Option<&str>, formats: &Formats<'_>) -> Option<String> {
    let told = |moment: &str| when(&Timestamp::from_text(moment), formats);
    Some(match (after.map(told), before.map(told)) {
        (None, None) => return None,
        (Some(after), None) => ["since ", &after].concat(),
        (None, Some(before)) => ["before ", &before].concat(),
        (Some(after), Some(before)) => [&*after, " to ", &before].concat(),
    })
}

#[cfg(test)]
mod tests;
