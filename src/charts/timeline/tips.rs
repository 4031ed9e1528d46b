//! What is told of the bucket under the pointer.

use crate::domain::timeline::{Pin, TimelineChart};

use super::super::drawing::{Tip, TipRow};
use super::super::paint::Paint;
use super::Place;

/// A tip for each place, as the points of every layer are counted.
pub(super) fn tips(chart: &TimelineChart, places: &[Place]) -> Vec<Tip> {
    places
        .iter()
        .map(|place| tip(chart, place.bucket))
        .collect()
}

/// The bucket's row of the table, from the top of the stack down, and what
/// happened in it.
fn tip(chart: &TimelineChart, bucket: usize) -> Tip {
    let Some([title, counts @ .., all]) = chart.rows.get(bucket) else {
        return Tip::default();
    };
    let layer = |(layer, value): (&crate::domain::timeline::Series, &String)| TipRow {
        series: Some(Paint::of(layer.series)),
        value: value.clone(),
        label: layer.label.to_owned(),
    };
    let mut rows: Vec<TipRow> = chart.series.iter().zip(counts).rev().map(layer).collect();
    rows.push(TipRow {
        series: None,
        value: all.clone(),
        label: "In all".to_owned(),
    });
    let last = chart.labels.len().saturating_sub(1);
    let inside = |pin: &&Pin| (pin.position as usize).min(last) == bucket;
    Tip {
        title: title.clone(),
        rows,
        notes: chart.pins.iter().filter(inside).map(note).collect(),
    }
}

fn note(pin: &Pin) -> String {
    [&*pin.time, " ", &*pin.text].concat()
}
