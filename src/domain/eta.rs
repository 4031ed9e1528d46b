//! When the campaign is likely done, as a range.

use super::figures::final_of_total;
use super::format::Formats;
use super::history::History;
use super::limits::Limits;
use super::moment::{is_today, when};
use super::rich::Rich;
use super::snapshot::Snapshot;
use super::status::CampaignStatus;
use super::timestamp::Timestamp;

mod rate;

pub use rate::{Rate, recent_rate};

/// Ends are told in steps of this many milliseconds, rounded outward: an end to
/// the minute would claim more than is known.
const STEP: i64 = 5 * 60_000;

/// An end farther off than this, in milliseconds, is not told.
const FARTHEST: f64 = 30.0 * 86_400_000.0;

/// When the campaign is likely done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eta {
    /// "Likely done 17:25 to 17:55 CST, window closes 18:00."
    pub text: Rich,
    /// What it is computed from: "31 final in the last 2 min, 1,757 to go."
    pub basis: String,
}

/// The range in milliseconds since 1970-01-01T00:00:00Z in which the campaign
/// is likely done, if it goes on as it goes and the window stays open.
pub fn range(snapshot: &Snapshot, rate: &Rate) -> Option<(i64, i64)> {
    let now = snapshot.captured_at.ms?;
    let left = to_go(snapshot)?;
    let (slow, fast) = rate.bounds();
    let end = |pace: f64| {
        let wait = left as f64 / pace * 1000.0;
        (wait.is_finite() && wait <= FARTHEST).then_some(now.saturating_add(wait as i64))
    };
    let last_wait = last_wait(snapshot).saturating_mul(1000);
    let floor = now.saturating_add(last_wait);
    Some((end(fast)?.max(floor), end(slow)?.max(floor)))
}

/// The estimate; `None` while the campaign does not dial, for too few results
/// to tell a rate by, and when nothing is left.
pub fn eta(history: &History, snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Eta> {
    let limits = Limits::of(snapshot);
    if limits.status != CampaignStatus::Running {
        return None;
    }
    let window = snapshot.call_window.value();
    if let Some(window) = window.filter(|window| !window.open) {
        let opens = window.opens_at.value()?;
        return Some(Eta {
            text: Rich::of("Resumes ").strong(&when(opens, formats)).text("."),
            basis: "The call window is closed.".to_owned(),
        });
    }
    let rate = recent_rate(history, snapshot)?;
    let (from, to) = range(snapshot, &rate)?;
    let left = formats.count(to_go(snapshot)?);
    let basis = [&*rate.told(formats), ", ", &left, " to go."].concat();
    let closes = window.and_then(|window| window.closes_at.value());
    let close = closes.and_then(|at| at.ms);
    let text = match (closes, close) {
        (Some(closes), Some(close)) if from > close => beyond(snapshot, &rate, closes, formats)?,
        (Some(closes), _) => {
            let closing = [", window closes ", &*shortest(closes, formats), "."].concat();
            likely(from, to, formats).text(&closing)
        }
        _ => likely(from, to, formats).text("."),
    };
    Some(Eta { text, basis })
}

/// "Likely done **17:25 to 17:55 CST**"
fn likely(from: i64, to: i64, formats: &Formats<'_>) -> Rich {
    let from = Timestamp::from_ms(from.div_euclid(STEP).saturating_mul(STEP));
    let to = to.saturating_add(STEP - 1).div_euclid(STEP);
    let to = Timestamp::from_ms(to.saturating_mul(STEP));
    let same_day = formats.date(&from) == formats.date(&to);
    let span = match (same_day, is_today(&from, formats)) {
        (true, true) => [&*formats.hours(&from), " to ", &formats.clock(&to)].concat(),
        (true, false) => [&*formats.day_and_hours(&from), " to ", &formats.clock(&to)].concat(),
        _ => [&*when(&from, formats), " to ", &formats.date_time(&to)].concat(),
    };
    Rich::of("Likely done ").strong(&span)
}

/// "Not done when the window closes 18:00 CST: about 412 contacts are left."
fn beyond(
    snapshot: &Snapshot,
    rate: &Rate,
    closes: &Timestamp,
    formats: &Formats<'_>,
) -> Option<Rich> {
    let left = left_at(snapshot, rate, closes.ms?)?;
    let noun = if left == 1 {
        " contact is left."
    } else {
        " contacts are left."
    };
    if left == 0 {
        let start = ["Not done when the window closes ", &*when(closes, formats)].concat();
        let why = ": the last contacts may be called only later.";
        return Some(Rich::of(&start).text(why));
    }
    let about = ["about ", &*formats.count(left)].concat();
    let start = [
        "Not done when the window closes ",
        &*when(closes, formats),
        ": ",
    ]
    .concat();
    Some(Rich::of(&start).strong(&about).text(noun))
}

/// Contacts without a final result at a moment to come, by the rate.
pub fn left_at(snapshot: &Snapshot, rate: &Rate, at: i64) -> Option<i64> {
    let seconds = at.saturating_sub(snapshot.captured_at.ms?).max(0) as f64 / 1000.0;
    let done = (rate.per_second() * seconds).round() as i64;
    Some(to_go(snapshot)?.saturating_sub(done).max(0))
}

/// The clock time, without the zone that the sentence has named already.
fn shortest(at: &Timestamp, formats: &Formats<'_>) -> String {
    if is_today(at, formats) {
        formats.hours(at)
    } else {
        formats.day_and_hours(at)
    }
}

/// Contacts without a final result, but for those that waiting never makes
/// callable; `None` when none is left.
pub fn to_go(snapshot: &Snapshot) -> Option<i64> {
    let (finals, total) = final_of_total(snapshot)?;
    let left = total.saturating_sub(finals).saturating_sub(stuck(snapshot));
    (left > 0).then_some(left)
}

fn stuck(snapshot: &Snapshot) -> i64 {
    let buckets = forecast(snapshot);
    let needs_fix = buckets
        .iter()
        .filter(|bucket| bucket.needs_fix.copied() == Some(true));
    needs_fix.fold(0, |sum: i64, bucket| {
        sum.saturating_add(bucket.count.max(0))
    })
}

/// Seconds until the last waiting contact may be called, as far as it is known:
/// nobody is done before.
fn last_wait(snapshot: &Snapshot) -> i64 {
    let waits = forecast(snapshot)
        .iter()
        .filter(|bucket| bucket.count > 0)
        .filter_map(|bucket| bucket.from_seconds.copied());
    waits.max().unwrap_or(0).max(0)
}

fn forecast(snapshot: &Snapshot) -> &[super::dispatch::ForecastBucket] {
    let dispatch = snapshot.dispatch.value();
    let forecast = dispatch.and_then(|dispatch| dispatch.forecast.value());
    forecast.map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests;
