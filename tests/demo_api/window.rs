//! Call windows: when a campaign may dial, and a contact's quiet hours.

mod hours;
mod quiet;

use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};

use crate::zone::{Ms, Zone};

pub use hours::{Hours, minute_of};
use hours::{hour_text, minute_of_day};
pub use quiet::QuietHours;

/// Opening hours by weekday (Monday first), in minutes of the campaign's day.
#[derive(Clone, Debug)]
pub struct Window {
    days: [Option<Hours>; 7],
    note: Option<&'static str>,
    /// A day on which it is open for fewer hours.
    narrowed: Option<(NaiveDate, Hours)>,
}

/// Where a value stands that is not taken, and why not.
pub type Mistake = (&'static str, String);

const DAY_NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Window {
    /// The same hours Monday to Friday, others on Saturday, closed on Sunday.
    pub fn weekly(workdays: (i64, i64), saturday: Option<(i64, i64)>) -> Self {
        let hours = |(from, to): (i64, i64)| Hours {
            opens: from * 60,
            closes: to * 60,
        };
        let day = Some(hours(workdays));
        let saturday = saturday.map(hours);
        Self {
            days: [day, day, day, day, day, saturday, None],
            note: None,
            narrowed: None,
        }
    }

    /// Adds a remark that the console shows under the hours.
    pub fn with_note(mut self, note: &'static str) -> Self {
        self.note = Some(note);
        self
    }

    fn hours(&self, day: NaiveDate) -> Option<Hours> {
        if let Some((narrowed, hours)) = self.narrowed
            && narrowed == day
        {
            return Some(hours);
        }
        let weekday = day.weekday().num_days_from_monday();
        self.days
            .get(usize::try_from(weekday).unwrap_or(7))
            .copied()
            .flatten()
    }

    /// Today's hours, unless it stays closed all day.
    pub fn today(&self, zone: Zone, at: Ms) -> Option<Hours> {
        self.hours(zone.local(at).date())
    }

    /// Whether there are hours of today left to narrow.
    pub fn can_narrow(&self, zone: Zone, at: Ms) -> bool {
        self.today(zone, at)
            .is_some_and(|hours| minute_of_day(zone, at) < hours.closes)
    }

    /// Takes hours away from today; more or other ones are not accepted.
    pub fn narrow_today(&mut self, zone: Zone, at: Ms, to: Hours) -> Result<(), Mistake> {
        let Some(from) = self.today(zone, at) else {
            return Err(("/closes", String::from("The window is closed all day.")));
        };
        let label = zone.label(at);
        let mistake = if to.closes > from.closes {
            let closes = hour_text(from.closes);
            (
                "/closes",
                format!("Not later than it closes now, {closes} {label}."),
            )
        } else if to.closes <= minute_of_day(zone, at) {
            let now = zone.clock(at);
            (
                "/closes",
                format!("Later than now, {now}. Pause the campaign to stop dialing at once."),
            )
        } else if to.opens < from.opens {
            let opens = hour_text(from.opens);
            (
                "/opens",
                format!("Not earlier than it opens now, {opens} {label}."),
            )
        } else if to.opens >= to.closes {
            ("/opens", String::from("Earlier than it closes."))
        } else if to == from {
            ("/closes", String::from("These are today's hours already."))
        } else {
            self.narrowed = Some((zone.local(at).date(), to));
            return Ok(());
        };
        Err(mistake)
    }

    /// Whether dialing is allowed at an instant.
    pub fn is_open(&self, zone: Zone, at: Ms) -> bool {
        let minute = minute_of_day(zone, at);
        self.today(zone, at)
            .is_some_and(|hours| (hours.opens..hours.closes).contains(&minute))
    }

    /// The next instant after `at` at which the window opens or closes.
    pub fn next_edge(&self, zone: Zone, at: Ms) -> Option<Ms> {
        let today = zone.local(at).date();
        (0..15).find_map(|ahead| {
            let day = today.checked_add_days(Days::new(ahead))?;
            let hours = self.hours(day)?;
            [hours.opens, hours.closes]
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

    /// When the window last opened.
    pub fn last_opening(&self, zone: Zone, at: Ms) -> Option<Ms> {
        let today = zone.local(at).date();
        (0..15)
            .filter_map(|ago| today.checked_sub_days(Days::new(ago)))
            .filter_map(|day| Some(zone.instant(day, self.hours(day)?.opens)))
            .find(|&opened| opened <= at)
    }

    /// The hours of the week, in a sentence.
    pub fn words(&self) -> String {
        let mut spans: Vec<(&str, &str, Hours)> = Vec::new();
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let mut before = None;
        for (name, hours) in names.into_iter().zip(self.days) {
            match (hours, spans.last_mut()) {
                (Some(_), Some(span)) if before == hours => span.1 = name,
                (Some(hours), _) => spans.push((name, name, hours)),
                (None, _) => {}
            }
            before = hours;
        }
        let words: Vec<String> = spans
            .iter()
            .map(|(first, last, hours)| {
                if first == last {
                    format!("{first} {hours}")
                } else {
                    format!("{first} to {last} {hours}")
                }
            })
            .collect();
        format!("{}.", words.join(", "))
    }

    fn remark(&self, zone: Zone, at: Ms) -> Option<String> {
        let today = zone.local(at).date();
        let narrowed = self
            .narrowed
            .filter(|(day, _)| *day == today)
            .map(|(_, hours)| format!("Today only {hours}."));
        let parts: Vec<String> = narrowed
            .into_iter()
            .chain(self.note.map(str::to_owned))
            .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// The contract's `CallWindow`.
    pub fn to_json(&self, zone: Zone, at: Ms) -> Value {
        let open = self.is_open(zone, at);
        let edge = self.next_edge(zone, at).map(|edge| zone.rfc3339(edge));
        let days: Vec<Value> = DAY_NAMES
            .iter()
            .zip(&self.days)
            .map(|(day, hours)| match hours {
                Some(Hours { opens, closes }) => {
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
            "note": self.remark(zone, at),
            "days": days,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::MINUTE;

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
