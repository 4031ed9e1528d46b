//! A small line of the session's refreshes.

use leptos::prelude::*;

const WIDTH: f64 = 44.0;
const HEIGHT: f64 = 12.0;
/// Keeps the line's thickness inside the box.
const MARGIN: f64 = 1.5;

/// The course of a figure, without axis: its words stand beside it. Drawn from
/// two values on; a figure that did not move is a level line.
#[component]
pub fn Sparkline(
    /// The values, oldest first.
    #[prop(into)]
    values: Signal<Vec<f64>>,
) -> impl IntoView {
    let line = Memo::new(move |_| values.with(|values| points(values)));
    view! {
        <svg class="sparkline" viewBox="0 0 44 12" width="44" height="12" aria-hidden="true" focusable="false">
            <polyline points=line></polyline>
        </svg>
    }
}

/// The points of the line in a box of 44 by 12.
fn points(values: &[f64]) -> String {
    let values: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| value.is_finite())
        .collect();
    if values.len() < 2 {
        return String::new();
    }
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a session holds a few hundred values"
    )]
    let step = (WIDTH - 2.0 * MARGIN) / (values.len() - 1) as f64;
    let mut text = String::new();
    let mut x = MARGIN;
    for value in values {
        let share = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        let y = HEIGHT - MARGIN - share * (HEIGHT - 2.0 * MARGIN);
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
        reason = "0 to 44 inside the box"
    )]
    let tenths = (value.max(0.0) * 10.0).round() as u32;
    text.push_str(&(tenths / 10).to_string());
    text.push('.');
    text.push_str(&(tenths % 10).to_string());
}
