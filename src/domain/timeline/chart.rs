//! The timeline as a chart: its series, its pins, and the same as a table.

use crate::domain::block::Block;
use crate::domain::field::Field;
use crate::domain::figures::share;
use crate::domain::format::Formats;
use crate::domain::moment::when;
use crate::domain::snapshot::Snapshot;

use super::pin::{Pin, pins};
use super::{Bucket, Timeline};

/// The timeline ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimelineChart {
    /// "attempts per 15 min, CST".
    pub heading: String,
    /// When each bucket begins: "09:00", with the date where days differ.
    pub labels: Vec<String>,
    /// Answered, no answer or busy, carrier error: from the bottom of the stack.
    pub series: Vec<Series>,
    /// The bucket that is not over yet.
    pub filling: Option<usize>,
    /// "14:30 bucket is still filling".
    pub filling_note: Option<String>,
    /// What explains the bends.
    pub pins: Vec<Pin>,
    /// The chart in a sentence or two.
    pub summary: String,
    /// Heads of the table's columns.
    pub head: [String; 5],
    /// The table's rows: time, the three counts, their sum.
    pub rows: Vec<[String; 5]>,
}

/// One layer of the stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name in the legend: "No answer or busy".
    pub label: &'static str,
    /// Its color and pattern: "answered", "unanswered", "carrier_errors".
    pub series: &'static str,
    /// Its sum over all buckets: "2,583".
    pub total: String,
    /// Dials by bucket; `None` where it is not reported.
    pub values: Vec<Option<f64>>,
}

/// The chart of a snapshot; `None` unless there is more than one bucket.
/// A timeline that cannot be read is told by [`Block::unreadable`].
pub fn chart(snapshot: &Snapshot, formats: &Formats<'_>) -> Option<TimelineChart> {
    let Block::Value(timeline) = snapshot.timeline.read() else {
        return None;
    };
    (timeline.buckets.len() > 1).then(|| drawn(&timeline, formats))
}

fn drawn(timeline: &Timeline, formats: &Formats<'_>) -> TimelineChart {
    let buckets = &timeline.buckets;
    let labels = labels(buckets, formats);
    let zone = zone_of(buckets, formats);
    let length = formats.wait(timeline.bucket_seconds as f64);
    let filling = buckets
        .iter()
        .position(|bucket| bucket.filling.copied() == Some(true));
    let filling_note = filling
        .and_then(|at| labels.get(at))
        .map(|label| [label, " bucket is still filling"].concat());
    let layers = layers(buckets);
    let head = ["From, ", &zone].concat();
    TimelineChart {
        heading: ["attempts per ", &length, ", ", &zone].concat(),
        filling,
        filling_note,
        pins: pins(timeline, formats),
        summary: summary(&layers, buckets, filling, formats),
        head: [
            &*head,
            "Answered",
            "No answer or busy",
            "Carrier error",
            "All",
        ]
        .map(str::to_owned),
        rows: rows(buckets, &labels, formats),
        series: layers
            .into_iter()
            .map(|layer| layer.drawn(formats))
            .collect(),
        labels,
    }
}

/// What the zone is called in these buckets: "CST"; both names where the clocks
/// change between them.
fn zone_of(buckets: &[Bucket], formats: &Formats<'_>) -> String {
    let label = |bucket: Option<&Bucket>| {
        bucket.map_or_else(
            || formats.zone_label(),
            |bucket| formats.zone_label_at(&bucket.from),
        )
    };
    let (first, last) = (label(buckets.first()), label(buckets.last()));
    if first == last {
        return first;
    }
    [&*first, "/", &last].concat()
}

struct Layer {
    label: &'static str,
    series: &'static str,
    counts: Vec<Option<i64>>,
}

impl Layer {
    fn total(&self) -> Option<i64> {
        let counts = self.counts.iter().flatten().copied();
        counts.reduce(i64::saturating_add)
    }

    fn drawn(self, formats: &Formats<'_>) -> Series {
        let total = self.total();
        let value = |count: &Option<i64>| count.map(|count| count.max(0) as f64);
        Series {
            label: self.label,
            series: self.series,
            total: total.map_or_else(|| "Not reported".to_owned(), |sum| formats.count(sum)),
            values: self.counts.iter().map(value).collect(),
        }
    }
}

fn layers(buckets: &[Bucket]) -> [Layer; 3] {
    let layer = |label, series, of: fn(&Bucket) -> &Field<i64>| Layer {
        label,
        series,
        counts: buckets.iter().map(|bucket| of(bucket).copied()).collect(),
    };
    [
        layer("Answered", "answered", |bucket| &bucket.answered),
        layer("No answer or busy", "unanswered", |bucket| {
            &bucket.unanswered
        }),
        layer("Carrier error", "carrier_errors", |bucket| {
            &bucket.carrier_errors
        }),
    ]
}

fn labels(buckets: &[Bucket], formats: &Formats<'_>) -> Vec<String> {
    let day = |bucket: &Bucket| formats.date(&bucket.from);
    let first = buckets.first().map(day);
    let one_day = buckets.iter().all(|bucket| Some(day(bucket)) == first);
    let label = |bucket: &Bucket| match one_day {
        true => formats.hours(&bucket.from),
        false => formats.day_and_hours(&bucket.from),
    };
    buckets.iter().map(label).collect()
}

fn rows(buckets: &[Bucket], labels: &[String], formats: &Formats<'_>) -> Vec<[String; 5]> {
    let count = |count: Option<i64>| {
        count.map_or_else(|| "Not reported".to_owned(), |count| formats.count(count))
    };
    let row = |(bucket, label): (&Bucket, &String)| {
        let filling = bucket.filling.copied() == Some(true);
        let note = if filling { ", still filling" } else { "" };
        [
            [label, note].concat(),
            count(bucket.answered.copied()),
            count(bucket.unanswered.copied()),
            count(bucket.carrier_errors.copied()),
            count(bucket.finished()),
        ]
    };
    buckets.iter().zip(labels).map(row).collect()
}

fn summary(
    layers: &[Layer; 3],
    buckets: &[Bucket],
    filling: Option<usize>,
    formats: &Formats<'_>,
) -> String {
    let [answered, _, errors] = layers.each_ref().map(Layer::total);
    let all = buckets
        .iter()
        .filter_map(Bucket::finished)
        .reduce(i64::saturating_add);
    let mut text = match (answered, all) {
        (Some(answered), Some(all)) => {
            let rate = share(answered, all)
                .map_or_else(String::new, |rate| [", ", &*formats.percent(rate)].concat());
            let of = formats.of(answered, all);
            [&*of, " attempts were answered", &rate, "."].concat()
        }
        (_, Some(all)) => [&*formats.count(all), " attempts."].concat(),
        _ => "The counts are not reported.".to_owned(),
    };
    if let Some(errors) = errors {
        let noun = if errors == 1 {
            " ended in a carrier error."
        } else {
            " ended in carrier errors."
        };
        text.push_str(&[" ", &formats.count(errors), noun].concat());
    }
    let over = buckets
        .iter()
        .enumerate()
        .filter(|(at, _)| Some(*at) != filling);
    let most = over
        .filter_map(|(_, bucket)| Some((bucket, bucket.finished()?)))
        .max_by_key(|(bucket, count)| (*count, std::cmp::Reverse(bucket.from.ms)));
    if let Some((bucket, count)) = most.filter(|(_, count)| *count > 0) {
        let from = when(&bucket.from, formats);
        let count = formats.count(count);
        text.push_str(&[" The busiest bucket, from ", &*from, ", has ", &count, "."].concat());
    }
    text
}

#[cfg(test)]
mod tests;
