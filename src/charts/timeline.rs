//! The campaign over time, as stacked areas with numbered pins.

use crate::domain::format::Formats;
use crate::domain::timeline::{Series, TimelineChart};
use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AreaStyle, AxisLabel, AxisPointer, AxisPointerType, AxisType, ItemStyle, LineStyle,
    LineStyleType, MarkArea, MarkAreaData, MarkLine, MarkLineData, MarkLineVariant, Symbol,
    Tooltip, Trigger,
};
use charming::series::Line;

use super::drawing::{Drawing, Options, Pins, Sheet, Tick, Ticks};
use super::paint::Paint;
use super::scale::{bare_axis, counts, moments, token};
use tips::tips;

mod tips;

/// Height of the picture, in px.
const HEIGHT: u32 = 190;
/// Room above the plot, where the pins stand, in px.
const TOP: f64 = 26.0;
/// Room for one line of labels, in px.
const BOTTOM: f64 = 22.0;
/// The grid lines are still seen through the areas.
const AREA: f64 = 0.86;

/// Draws the timeline. Each bucket stands over the time that it covers, with
/// its count in the middle, so that pins stand where they belong; the one that
/// is still filling is shaded instead of drawn as a drop.
pub fn drawing(chart: &TimelineChart, formats: &Formats<'_>) -> Drawing {
    let places = places(chart);
    let x = moments(&chart.labels);
    let (y_axis, y) = counts(highest(chart), formats);
    let reported = |layer: &&Series| layer.values.iter().any(Option::is_some);
    let mut series: Vec<Line> = chart
        .series
        .iter()
        .filter(reported)
        .map(|layer| area(layer, &places, chart.filling))
        .collect();
    let pins = (!chart.pins.is_empty()).then(|| Pins {
        series: series.len(),
        from: 0.0,
        to: chart.labels.len() as f64,
        at: chart.pins.iter().map(|pin| pin.position).collect(),
    });
    series.push(marks(chart, &places));
    let sheet = Sheet {
        option: Options {
            grid: grid(&y),
            x_axis: time_axis(chart.labels.len(), &x),
            y_axis: vec![y_axis],
            tooltip: tooltip(),
            series,
        },
        ticks: Ticks { x, y },
        tips: tips(chart, &places),
        pins,
        columns: None,
    };
    sheet.drawing(HEIGHT)
}

/// A point of every layer.
struct Place {
    /// In buckets from the start.
    x: f64,
    bucket: usize,
}

/// Each bucket's middle, and its ends where no neighbor is drawn.
fn places(chart: &TimelineChart) -> Vec<Place> {
    let mut places = Vec::with_capacity(chart.labels.len() + 4);
    for bucket in 0..chart.labels.len() {
        let mut place = |within: f64| {
            let x = bucket as f64 + within;
            places.push(Place { x, bucket });
        };
        let is_drawn = |at: usize| at < chart.labels.len() && chart.filling != Some(at);
        let alone_before = !bucket.checked_sub(1).is_some_and(is_drawn);
        if is_drawn(bucket) && alone_before {
            place(0.0);
        }
        place(0.5);
        if is_drawn(bucket) && !is_drawn(bucket + 1) {
            place(1.0);
        }
    }
    places
}

/// The highest stack that is drawn.
fn highest(chart: &TimelineChart) -> f64 {
    let stack = |bucket: usize| -> f64 {
        let values = chart.series.iter().map(|layer| layer.values.get(bucket));
        values.flatten().flatten().sum::<f64>()
    };
    (0..chart.labels.len())
        .filter(|bucket| chart.filling != Some(*bucket))
        .map(stack)
        .fold(0.0, f64::max)
}

fn area(layer: &Series, places: &[Place], filling: Option<usize>) -> Line {
    let paint = Paint::of(layer.series);
    let point = |place: &Place| {
        let count = layer.values.get(place.bucket).copied().flatten();
        point(place.x, count.filter(|_| filling != Some(place.bucket)))
    };
    let edge = LineStyle::new().color(paint.edge()).width(1.0);
    let edge = if paint == Paint::Failure {
        edge.type_(LineStyleType::Dashed)
    } else {
        edge
    };
    Line::new()
        .name(layer.label)
        .stack("dials")
        .show_symbol(false)
        .item_style(paint.style())
        .area_style(AreaStyle::new().color(paint.fill()).opacity(AREA))
        .line_style(edge)
        .data(places.iter().map(point).collect::<Vec<_>>())
}

fn point(x: f64, y: Option<f64>) -> DataPoint {
    let pair = vec![CompositeValue::from(x), CompositeValue::from(y)];
    DataPoint::Value(CompositeValue::Array(pair))
}

/// A line without figures that carries the pins' rules and the shade, so that
/// they are there whichever layers are reported.
fn marks(chart: &TimelineChart, places: &[Place]) -> Line {
    let nothing = |place: &Place| point(place.x, None);
    let rule = LineStyle::new()
        .color(token("var(--text-3)"))
        .width(1.0)
        .type_(LineStyleType::Dashed);
    let mark = |pin: &crate::domain::timeline::Pin| {
        let at = MarkLineData::new().x_axis(pin.position);
        MarkLineVariant::Simple(at.name(pin.number.to_string()))
    };
    let line = Line::new()
        .show_symbol(false)
        .item_style(ItemStyle::new().color(token("var(--ink)")))
        .data(places.iter().map(nothing).collect::<Vec<_>>())
        .mark_line(
            MarkLine::new()
                .silent(true)
                .symbol(vec![Symbol::None, Symbol::None])
                .line_style(rule)
                .data(chart.pins.iter().map(mark).collect::<Vec<_>>()),
        );
    match chart.filling {
        Some(bucket) => line.mark_area(shade(bucket)),
        None => line,
    }
}

fn shade(bucket: usize) -> MarkArea {
    let edge = |at: usize| MarkAreaData::new().x_axis(at.to_string());
    MarkArea::new()
        .silent(true)
        .item_style(ItemStyle::new().color(token("var(--c-track)")).opacity(0.5))
        .data(vec![(edge(bucket), edge(bucket + 1))])
}

fn grid(y: &[Tick]) -> Grid {
    /// Of a digit at the axis' size, and of the gap beside the labels, in px.
    const DIGIT: f64 = 6.2;
    const GAP: f64 = 10.0;
    /// Half of a pin that stands at the very end, in px.
    const PIN: f64 = 8.0;
    let longest = y.iter().map(|tick| tick.1.chars().count()).max();
    Grid::new()
        .top(TOP)
        .bottom(BOTTOM)
        .left(GAP + DIGIT * longest.unwrap_or_default() as f64)
        .right(PIN)
}

/// In buckets from the start.
fn time_axis(buckets: usize, labels: &[Tick]) -> Axis {
    let label = labels
        .iter()
        .fold(AxisLabel::new(), |label, tick| label.custom_values(tick.0));
    bare_axis("x")
        .type_(AxisType::Value)
        .min(0.0)
        .max(buckets as f64)
        .axis_label(label)
}

fn tooltip() -> Tooltip {
    let line = LineStyle::new()
        .color(token("var(--ctl)"))
        .width(1.0)
        .type_(LineStyleType::Solid);
    let pointer = AxisPointer::new()
        .type_(AxisPointerType::Line)
        .snap(true)
        .line_style(line);
    Tooltip::new().trigger(Trigger::Axis).axis_pointer(pointer)
}

#[cfg(test)]
mod tests;
