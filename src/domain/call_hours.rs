//! The hours in which a campaign may dial, by runs of equal days.

use super::campaign::{CallWindow, WindowDay};
use super::format::{Formats, LocalTime, Zone};
use super::snapshot::Snapshot;

/// A week of call hours.
#[derive(Clone, Debug, PartialEq)]
pub struct CallHours {
    /// Runs of equal days, from Monday on.
    pub rows: Vec<HoursRow>,
    /// The present time of day in the window's zone, as a fraction of the day.
    pub now: f64,
    /// What that zone is called: "CST".
    pub zone: String,
}

/// A run of days with the same hours.
#[derive(Clone, Debug, PartialEq)]
pub struct HoursRow {
    /// "Mon to Fri".
    pub days: String,
    /// "09:00 to 18:00", "closed".
    pub hours: String,
    /// Open spans as fractions of the day; two where the hours pass midnight.
    pub spans: Vec<(f64, f64)>,
    /// Whether the present day is among them.
    pub today: bool,
}

/// The hours of a snapshot; `None` where none are reported.
pub fn call_hours(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<CallHours> {
    let window = snapshot.call_window.value()?;
    let zone = zone(snapshot, window);
    let local = formats
        .locale
        .local(formats.now, zone.as_ref().unwrap_or(formats.zone));
    let rows = rows(window, &local);
    (!rows.is_empty()).then(|| CallHours {
        rows,
        now: f64::from(local.hour * 60 + local.minute) / f64::from(DAY_MINUTES),
        zone: local.zone_label.clone(),
    })
}

fn zone(snapshot: &Snapshot, window: &CallWindow) -> Option<Zone> {
    let own = window.time_zone.as_deref();
    own.or(snapshot.campaign.time_zone.as_deref())
        .map(|name| Zone::Iana(name.to_owned()))
}

const DAY_MINUTES: u32 = 24 * 60;

const DAYS: [(&str, &str); 7] = [
    ("mon", "Mon"),
    ("tue", "Tue"),
    ("wed", "Wed"),
    ("thu", "Thu"),
    ("fri", "Fri"),
    ("sat", "Sat"),
    ("sun", "Sun"),
];

fn rows(window: &CallWindow, now: &LocalTime) -> Vec<HoursRow> {
    let days = window.days.value().map_or(&[][..], Vec::as_slice);
    if days.is_empty() {
        return Vec::new();
    }
    let of_day = DAYS.map(|(code, _)| hours_of(days, code));
    let mut rows = Vec::new();
    let mut first = 0;
    for (at, hours) in of_day.iter().enumerate() {
        if of_day.get(at + 1) == Some(hours) {
            continue;
        }
        let today = (now.weekday as usize).saturating_sub(1);
        rows.push(HoursRow {
            days: days_from(first, at),
            hours: hours.map_or_else(
                || "closed".to_owned(),
                |(opens, closes)| [opens, " to ", closes].concat(),
            ),
            spans: hours.map_or_else(Vec::new, |(opens, closes)| spans(opens, closes)),
            today: (first..=at).contains(&today),
        });
        first = at + 1;
    }
    rows
}

fn hours_of<'a>(days: &'a [WindowDay], code: &str) -> Option<(&'a str, &'a str)> {
    let day = days.iter().find(|day| day.day.eq_ignore_ascii_case(code))?;
    Some((day.opens.as_deref()?, day.closes.as_deref()?))
}

fn days_from(first: usize, last: usize) -> String {
    let name = |at: usize| DAYS.get(at).map_or("", |(_, name)| *name);
    match (first, last) {
        (0, 6) => "Every day".to_owned(),
        _ if first == last => name(first).to_owned(),
        _ => [name(first), " to ", name(last)].concat(),
    }
}

/// None for times that cannot be read.
fn spans(opens: &str, closes: &str) -> Vec<(f64, f64)> {
    let (Some(opens), Some(closes)) = (fraction(opens), fraction(closes)) else {
        return Vec::new();
    };
    if opens < closes {
        vec![(opens, closes)]
    } else {
        let parts = [(opens, 1.0), (0.0, closes)];
        parts.into_iter().filter(|(from, to)| from < to).collect()
    }
}

/// HH:MM as a fraction of the day; 24:00 is its end.
fn fraction(clock: &str) -> Option<f64> {
    let minutes = minutes_of_day(clock)?;
    Some(f64::from(minutes) / f64::from(DAY_MINUTES))
}

/// Minutes from midnight to HH:MM; `None` for any other text.
pub fn minutes_of_day(clock: &str) -> Option<u32> {
    let (hours, minutes) = clock.trim().split_once(':')?;
    let two_digits = |text: &str| {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u32>().ok().filter(|_| digits)
    };
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    let of_day = hours * 60 + minutes;
    (minutes < 60 && of_day <= DAY_MINUTES).then_some(of_day)
}

#[cfg(test)]
mod tests;
