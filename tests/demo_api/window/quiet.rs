//! When contacts are left alone.

use chrono::Days;

use super::hours::minute_of_day;
use crate::zone::{MINUTE, Ms, Zone};

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
