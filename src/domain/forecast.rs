//! When waiting contacts become callable.

use super::dispatch::ForecastBucket;
use super::format::Formats;
use super::limits::Limits;
use super::snapshot::Snapshot;
use super::status::CampaignStatus;

/// The waiting contacts by when they may be called.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// One cell a span of time, in the order received.
    pub cells: Vec<ForecastCell>,
    /// All of them: "1,713 pending".
    pub total_text: String,
}

/// The contacts of one span of time.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastCell {
    /// "1,102", or "+21" for contacts that come later.
    pub value_text: String,
    /// The span: "Ready now", "5 to 15 min", "Needs a fix".
    pub label: String,
    /// Its size beside the largest cell, from 0 to 1.
    pub fraction: f64,
    /// Whether waiting never makes these callable.
    pub needs_fix: bool,
}

/// The forecast, when the dialer reports one.
pub fn forecast(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<Forecast> {
    let buckets = snapshot.dispatch.value()?.forecast.value()?;
    let largest = buckets.iter().map(|bucket| bucket.count).fold(1, i64::max);
    let total = buckets
        .iter()
        .fold(0, |sum: i64, bucket| sum.saturating_add(bucket.count));
    let now_label = label_of_now(snapshot);
    let cells = buckets
        .iter()
        .map(|bucket| cell(bucket, largest, now_label, formats))
        .collect();
    Some(Forecast {
        cells,
        total_text: [&formats.count(total), " pending"].concat(),
    })
}

/// When the next contacts become callable by waiting: "within 5 min", "in 15 to
/// 60 min", "after 1 h". `None` when that is not reported, or never happens.
pub fn next(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<String> {
    let buckets = snapshot.dispatch.value()?.forecast.value()?;
    let later = buckets.iter().filter(|bucket| {
        bucket.count > 0 && !needs_fix(bucket) && !is_now(bucket) && is_timed(bucket)
    });
    let bucket = later.min_by_key(|bucket| bucket.from_seconds.copied().unwrap_or(0))?;
    let from = bucket.from_seconds.copied().unwrap_or(0);
    Some(match bucket.to_seconds.copied() {
        Some(to) if from <= 0 => ["within ", &formats.wait(to as f64)].concat(),
        Some(_) => ["in ", &label(bucket, "", formats)].concat(),
        None => label(bucket, "", formats),
    })
}

fn cell(bucket: &ForecastBucket, largest: i64, now: &str, formats: &Formats<'_>) -> ForecastCell {
    let needs_fix = needs_fix(bucket);
    let count = formats.count(bucket.count);
    let later = !needs_fix && !is_now(bucket) && bucket.count > 0;
    ForecastCell {
        value_text: if later { ["+", &count].concat() } else { count },
        label: label(bucket, now, formats),
        fraction: (bucket.count as f64 / largest as f64).clamp(0.0, 1.0),
        needs_fix,
    }
}

/// What the contacts wait for that nothing but the campaign's state keeps.
fn label_of_now(snapshot: &Snapshot) -> &'static str {
    let limits = Limits::of(snapshot);
    let closed = snapshot
        .call_window
        .value()
        .is_some_and(|window| !window.open);
    match &limits.status {
        CampaignStatus::Paused => "On resume",
        CampaignStatus::Draft | CampaignStatus::Scheduled => "At the start",
        _ if closed => "When the window opens",
        _ => "Ready now",
    }
}

fn label(bucket: &ForecastBucket, now: &str, formats: &Formats<'_>) -> String {
    if needs_fix(bucket) {
        return "Needs a fix".to_owned();
    }
    if is_now(bucket) {
        return now.to_owned();
    }
    let from = bucket.from_seconds.copied().unwrap_or(0);
    match bucket.to_seconds.copied() {
        Some(to) if from <= 0 => ["in ", &formats.wait(to as f64)].concat(),
        Some(to) => between(from, to, formats),
        None if is_timed(bucket) => ["after ", &formats.wait(from as f64)].concat(),
        None => "Time not reported".to_owned(),
    }
}

fn between(from: i64, to: i64, formats: &Formats<'_>) -> String {
    let in_unit = |seconds: i64, unit: &str| {
        let ends = [formats.count(from / seconds), formats.count(to / seconds)];
        [&ends.join(" to "), unit].concat()
    };
    let whole = |seconds: i64| from % seconds == 0 && to % seconds == 0;
    match to {
        ..=3600 if whole(60) => in_unit(60, " min"),
        _ if whole(3600) => in_unit(3600, " h"),
        _ => [formats.wait(from as f64), formats.wait(to as f64)].join(" to "),
    }
}

fn needs_fix(bucket: &ForecastBucket) -> bool {
    bucket.needs_fix.copied() == Some(true)
}

fn is_now(bucket: &ForecastBucket) -> bool {
    bucket.to_seconds.copied().is_some_and(|to| to <= 0)
}

fn is_timed(bucket: &ForecastBucket) -> bool {
    bucket.from_seconds.value().is_some() || bucket.to_seconds.value().is_some()
}

#[cfg(test)]
mod tests;
