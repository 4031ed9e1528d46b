//! Call windows: when a campaign may dial, and a contact's quiet hours.

use chrono::{Datelike, Days};
use serde_json::{Value, json};

use crate::zone::{MINUTE, Ms, Zone};

/// Opening hours by weekday (Monday first), in minutes of the campaign's day.
#[derive(Clone, Debug)]
pub struct Window {
    days: [Option<(i64, i64)>; 7],
    note: Option<&'static str>,
}

const DAY_NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Window {
    /// The same hours Monday to Friday, others on Saturday, closed on Sunday.
    pub fn weekly(workdays: (i64, i64), saturday: Option<(i64, i64)>) -> Self {
        let day = Some((workdays.0 * 60, workdays.1 * 60));
        let saturday = saturday.map(|(from, to)| (from * 60, to * 60));
        Self {
            days: [day, day, day, day, day, saturday, None],
            note: None,
        }
    }

    /// Adds a remark that the console shows under the hours.
    pub fn with_note(mut self, note: &'static str) -> Self {
        self.note = Some(note);
        self
    }

    fn hours(&self, weekday_from_monday: u32) -> Option<(i64, i64)> {
        self.days
            .get(usize::try_from(weekday_from_monday).unwrap_or(7))
            .copied()
            .flatten()
    }

    /// Whether dialing is allowed at an instant.
    pub fn is_open(&self, zone: Zone, at: Ms) -> bool {
        let local = zone.local(at);
        let minute = minute_of_day(zone, at);
        self.hours(local.weekday().num_days_from_monday())
            .is_some_and(|(opens, closes)| (opens..closes).contains(&minute))
    }

    /// The next instant after `at` at which the window opens or closes.
    pub fn next_edge(&self, zone: Zone, at: Ms) -> Option<Ms> {
        let today = zone.local(at).date();
        (0..15).find_map(|ahead| {
            let day = today.checked_add_days(Days::new(ahead))?;
            let (opens, closes) = self.hours(day.weekday().num_days_from_monday())?;
            [opens, closes]
                .into_iter()
                .map(|minute| zone.instant(day, minute))
                .find(|&edge| edge > at)
        })
    }

    /// When a closed window opens next; `None` while it is open.
    pub fn opens_at(&self, zone: Zone, at: Ms) -> Option<Ms> {
        if self.is_open(zone, at) {
            return None;
        }
        self.next_edge(zone, at)
    }

    /// The contract's `CallWindow`.
    pub fn to_json(&self, zone: Zone, at: Ms) -> Value {
        let open = self.is_open(zone, at);
        let edge = self.next_edge(zone, at).map(|edge| zone.rfc3339(edge));
        let days: Vec<Value> = DAY_NAMES
            .iter()
            .zip(&self.days)
            .map(|(day, hours)| match hours {
                Some((opens, closes)) => {
                    json!({"day": day, "opens": hour_text(*opens), "closes": hour_text(*closes)})
                }
                None => json!({"day": day, "opens": null, "closes": null}),
            })
            .collect();
        json!({
            "open": open,
            "opens_at": if open { None } else { edge.clone() },
            "closes_at": if open { edge } else { None },
            "time_zone": zone.name(),
            "note": self.note,
            "days": days,
        })
    }
}

/// A daily span, in minutes of the contact's own day, in which nobody is called.
#[derive(Clone, Copy, Debug)]
pub struct QuietHours {
    pub from: i64,
    pub to: i64,
}

impl QuietHours {
    /// Whether a contact of that zone is in quiet hours.
    pub fn cover(self, zone: Zone, at: Ms) -> bool {
        (self.from..self.to).contains(&minute_of_day(zone, at))
    }

    /// The next instant after `at` at which quiet hours start or end in that zone.
    pub fn next_edge(self, zone: Zone, at: Ms) -> Ms {
        let today = zone.local(at).date();
        let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
        [
            zone.instant(today, self.from),
            zone.instant(today, self.to),
            zone.instant(tomorrow, self.from),
        ]
        .into_iter()
        .find(|&edge| edge > at)
        .unwrap_or(at + MINUTE)
    }
}

fn minute_of_day(zone: Zone, at: Ms) -> i64 {
    (at + zone.offset_minutes(at) * MINUTE)
        .div_euclid(MINUTE)
        .rem_euclid(24 * 60)
}

fn hour_text(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Thursday 2026-11-12, 14:30 in Chicago.
    const AFTERNOON: Ms = 1_794_515_400_000;

    #[test]
    fn a_closed_window_opens_on_the_next_working_day() {
        let window = Window::weekly((9, 15), None);
        assert!(!window.is_open(Zone::NewYork, AFTERNOON));
        let opens = window.opens_at(Zone::NewYork, AFTERNOON).unwrap_or(0);
        assert_eq!(Zone::NewYork.day_and_clock(opens), "13 Nov, 09:00 EST");
        let friday_evening = opens + 10 * 60 * MINUTE;
        let monday = window.opens_at(Zone::NewYork, friday_evening).unwrap_or(0);
        assert_eq!(Zone::NewYork.day_and_clock(monday), "16 Nov, 09:00 EST");
    }

    #[test]
    fn noon_is_quiet_where_the_contact_lives() {
        let noon = QuietHours { from: 720, to: 780 };
        assert!(noon.cover(Zone::LosAngeles, AFTERNOON));
        assert!(!noon.cover(Zone::Chicago, AFTERNOON));
        let ends = noon.next_edge(Zone::LosAngeles, AFTERNOON);
        assert_eq!(Zone::LosAngeles.clock(ends), "13:00 PST");
    }
}
