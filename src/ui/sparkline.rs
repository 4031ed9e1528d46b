//! A small line of the session's refreshes.

use leptos::prelude::*;

/// Keeps the line's thickness inside the box.
const MARGIN: f64 = 1.5;

/// Width and height of a line beside a figure.
const LINE: (f64, f64) = (44.0, 12.0);

/// Width and height of a curve with its area.
const AREA: (f64, f64) = (74.0, 28.0);

/// The course of a figure, without axis: its words stand beside it. Drawn from
/// two values on; a figure that did not move is a level line.
#[component]
pub fn Sparkline(
    /// The values, oldest first.
    #[prop(into)]
    values: Signal<Vec<f64>>,
) -> impl IntoView {
    let line = Memo::new(move |_| values.with(|values| points(values, LINE, None)));
    view! {
        <svg class="sparkline" viewBox="0 0 44 12" width="44" height="12" aria-hidden="true" focusable="false">
            <polyline points=line></polyline>
        </svg>
    }
}

/// The same over the area down to zero, for a course of counts.
#[component]
pub fn AreaSparkline(
    /// The values, oldest first; none below 0.
    #[prop(into)]
    values: Signal<Vec<f64>>,
) -> impl IntoView {
    let line = Memo::new(move |_| values.with(|values| points(values, AREA, Some(0.0))));
    let area = Memo::new(move |_| {
        line.with(|line| match line.is_empty() {
            true => String::new(),
            false => ["1.5,26.5 ", line, "72.5,26.5"].concat(),
        })
    });
    view! {
        <svg class="sparkline" data-kind="area" viewBox="0 0 74 28" width="74" height="28" aria-hidden="true" focusable="false">
            <polygon points=area></polygon>
            <polyline points=line></polyline>
        </svg>
    }
}

/// The points of the line in a box of that width and height; `floor` is the
/// value of its lower edge, else the smallest value is.
fn points(values: &[f64], (width, height): (f64, f64), floor: Option<f64>) -> String {
    let values: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| value.is_finite())
        .collect();
    if values.len() < 2 {
        return String::new();
    }
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let low = floor.unwrap_or(lowest);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a session holds a few hundred values"
    )]
    let step = (width - 2.0 * MARGIN) / (values.len() - 1) as f64;
    let level = if floor.is_some() { 0.0 } else { 0.5 };
    let mut text = String::new();
    let mut x = MARGIN;
    for value in values {
        let share = if high > low {
            (value - low) / (high - low)
        } else {
            level
        };
        let y = height - MARGIN - share * (height - 2.0 * MARGIN);
        push_tenths(&mut text, x);
        text.push(',');
        push_tenths(&mut text, y);
        text.push(' ');
        x += step;
    }
    text
}

/// Appends a coordinate to a tenth; cheaper in wasm bytes than float formatting.
fn push_tenths(text: &mut String, value: f64) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few dozen inside the box"
    )]
    let tenths = (value.max(0.0) * 10.0).round() as u32;
    text.push_str(&(tenths / 10).to_string());
    text.push('.');
    text.push_str(&(tenths % 10).to_string());
}
