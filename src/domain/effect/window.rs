//! An earlier end of the day.

use crate::domain::call_hours::minutes_of_day;
use crate::domain::eta::{left_at, recent_rate};
use crate::domain::format::{Formats, Zone};
use crate::domain::history::History;
use crate::domain::moment::when;
use crate::domain::rich::Rich;
use crate::domain::snapshot::Snapshot;
use crate::domain::spelling::same_as_any;
use crate::domain::timestamp::Timestamp;

use super::{Preview, about_contacts, has_work, row};

/// What closing today's window at `closes` would do: HH:MM in the campaign's
/// own zone. `None` when the campaign has no call window.
pub fn window(
    snapshot: &Snapshot,
    history: &History,
    closes: &str,
    formats: &Formats<'_>,
) -> Option<Preview> {
    let known = snapshot.call_window.value()?;
    let zone = known
        .time_zone
        .as_deref()
        .or(snapshot.campaign.time_zone.as_deref());
    let Some(new) = today_at(closes, zone, formats) else {
        return Some(Preview::refused("A time of day as HH:MM.".to_owned()));
    };
    if !known.open {
        return Some(Preview::refused("The window is closed now.".to_owned()));
    }
    if new <= formats.now {
        return Some(Preview::refused("A time still to come today.".to_owned()));
    }
    let old = known.closes_at.value();
    let close = old.and_then(|at| at.ms);
    if let Some(old) = old.filter(|_| close.is_some_and(|close| new >= close)) {
        let why = [
            "Earlier than ",
            &*when(old, formats),
            "; a window is only narrowed.",
        ];
        return Some(Preview::refused(why.concat()));
    }
    let told = when(&Timestamp::from_ms(new), formats);
    let before = old.map_or_else(|| "not reported".to_owned(), |at| when(at, formats));
    let mut rows = vec![row("Closes", before, told.clone())];
    let wait = |at: i64| formats.wait(at.saturating_sub(formats.now) as f64 / 1000.0);
    rows.extend(close.map(|close| row("Dialing left today", wait(close), wait(new))));
    let rate = recent_rate(history, snapshot).filter(|_| has_work(snapshot));
    let left = |at: i64| left_at(snapshot, &rate?, at);
    let left_after = left(new);
    if let (Some(now), Some(after)) = (close.and_then(left), left_after) {
        let about = |count| ["about ", &*formats.count(count)].concat();
        rows.push(row("Contacts left then", about(now), about(after)));
    }
    let text = Rich::of("Dialing stops ").strong(&told);
    let earlier = close.map_or_else(String::new, |close| {
        let seconds = close.saturating_sub(new) as f64 / 1000.0;
        [", ", &*formats.wait(seconds), " earlier"].concat()
    });
    let rest = match left_after {
        Some(count @ 1..) => [
            &*earlier,
            "; ",
            &about_contacts(count, formats),
            if ends_today(snapshot) {
                " would not be called any more."
            } else {
                " would wait for the next window."
            },
        ]
        .concat(),
        Some(_) => [&*earlier, "; likely every contact is final by then."].concat(),
        None => [&*earlier, "."].concat(),
    };
    Some(Preview {
        rows,
        sentence: text.text(&rest).text(" Calls in progress finish first."),
        refused: None,
    })
}

/// Whether what is left when the window closes is not called on another day.
fn ends_today(snapshot: &Snapshot) -> bool {
    let mode = snapshot.campaign.mode.as_deref().unwrap_or_default();
    same_as_any(mode, &["single_day"])
}

/// The next full hour on the campaign's own clock, as HH:MM: what a dialog may
/// propose.
pub fn next_hour(snapshot: &Snapshot, formats: &Formats<'_>) -> String {
    let known = snapshot.call_window.value();
    let zone = known.and_then(|window| window.time_zone.as_deref());
    let zone = zone.or(snapshot.campaign.time_zone.as_deref());
    let zone = zone.map(|name| Zone::Iana(name.to_owned()));
    let zone = zone.as_ref().unwrap_or(formats.zone);
    let soon = formats.now.saturating_add(3_600_000);
    let hour = formats.locale.local(soon, zone).hour;
    let digits = hour.to_string();
    match digits.len() {
        1 => ["0", &*digits, ":00"].concat(),
        _ => [&*digits, ":00"].concat(),
    }
}

/// The moment of today at which the clocks of a zone show HH:MM, in
/// milliseconds since 1970-01-01T00:00:00Z.
fn today_at(clock: &str, zone: Option<&str>, formats: &Formats<'_>) -> Option<i64> {
    let wanted = i64::from(minutes_of_day(clock)?);
    let zone = zone.map(|name| Zone::Iana(name.to_owned()));
    let zone = zone.as_ref().unwrap_or(formats.zone);
    let local = formats.locale.local(formats.now, zone);
    let now = i64::from(local.hour * 60 + local.minute);
    let start = formats.now.div_euclid(60_000).saturating_mul(60_000);
    Some(start.saturating_add((wanted - now) * 60_000))
}
