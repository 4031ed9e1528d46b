//! The parts of a whole, as horizontal bars with their figures beside them.

use crate::domain::breakdown::{Breakdown, PartBar};
use charming::component::{Axis, Grid};
use charming::datatype::{DataPoint, DataPointItem};
use charming::element::{
    AxisLabel, AxisPointer, AxisPointerType, AxisType, BackgroundStyle, Tooltip, Trigger,
};
use charming::series::Bar;

use super::drawing::{Columns, Drawing, Options, Sheet, Ticks, Tip, TipRow};
use super::paint::Paint;
use super::scale::{bare_axis, token};

/// Height of a row, in px.
const ROW: u32 = 24;
/// Thickness of a bar, in px.
const BAR: f64 = 10.0;
/// Rounding of a bar's corners, in px.
const ROUND: f64 = 2.0;
/// Room for count and percentage, in px.
const FIGURES: f64 = 96.0;
/// A letter of a label on average, in px, and the least and most room for one.
const LETTER: f64 = 6.4;
const LABELS: (f64, f64) = (56.0, 148.0);

/// Draws a breakdown, its bars from the top in their order.
pub fn drawing(breakdown: &Breakdown) -> Drawing {
    let parts = &breakdown.bars;
    let room = label_room(parts);
    let sheet = Sheet {
        option: Options {
            grid: Grid::new().top(0.0).bottom(0.0).left(room).right(FIGURES),
            x_axis: bare_axis("x")
                .show(false)
                .type_(AxisType::Value)
                .min(0.0)
                .max(1.0),
            y_axis: vec![
                rows("labels", parts.iter().map(|part| part.label.clone())).position("left"),
                rows("figures", parts.iter().map(|part| part.count.clone())).position("right"),
            ],
            tooltip: tooltip(),
            series: vec![series(parts)],
        },
        ticks: Ticks::default(),
        tips: parts.iter().map(tip).collect(),
        pins: None,
        columns: Some(Columns {
            label_width: room as u32,
            figures: parts.iter().map(figures).collect(),
        }),
    };
    let rows = u32::try_from(parts.len()).unwrap_or(u32::MAX);
    sheet.drawing(rows.saturating_mul(ROW))
}

fn label_room(parts: &[PartBar]) -> f64 {
    let longest = parts.iter().map(|part| part.label.chars().count()).max();
    let (least, most) = LABELS;
    (longest.unwrap_or_default() as f64 * LETTER + 12.0)
        .clamp(least, most)
        .round()
}

fn rows(id: &str, texts: impl Iterator<Item = String>) -> Axis {
    let label = AxisLabel::new().font_size(12.0).interval(0.0);
    bare_axis(id)
        .type_(AxisType::Category)
        .inverse(true)
        .axis_label(label)
        .data(texts.collect())
}

fn series(parts: &[PartBar]) -> Bar {
    let bar = |part: &PartBar| {
        let paint = Paint::of(part.series);
        let style = paint.style().border_radius(ROUND);
        let style = if paint == Paint::Neutral {
            style.border_color(paint.edge()).border_width(1.0)
        } else {
            style
        };
        DataPoint::Item(DataPointItem::new(part.fraction).item_style(style))
    };
    let track = BackgroundStyle::new()
        .color(token("var(--c-track)"))
        .border_radius(ROUND);
    Bar::new()
        .bar_width(BAR)
        .show_background(true)
        .background_style(track)
        .data(parts.iter().map(bar).collect::<Vec<_>>())
}

fn figures(part: &PartBar) -> [String; 2] {
    [part.count.clone(), part.percent.clone()]
}

fn tip(part: &PartBar) -> Tip {
    let value = [&*part.count, ", ", &*part.percent].concat();
    Tip {
        title: part.label.clone(),
        rows: vec![TipRow {
            series: Some(Paint::of(part.series)),
            value,
            label: String::new(),
        }],
        notes: Vec::new(),
    }
}

fn tooltip() -> Tooltip {
    let pointer = AxisPointer::new().type_(AxisPointerType::None);
    Tooltip::new().trigger(Trigger::Axis).axis_pointer(pointer)
}

#[cfg(test)]
mod tests;
