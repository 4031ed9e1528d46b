//! Bars: the parts of a whole, and one share of a scale.

use leptos::prelude::*;

use crate::domain::{kpi::Segment, tone::Tone};

use super::markup::{Fragment, Markup};

/// The parts of a whole as one bar. Hidden from assistive technology: the
/// [`Legend`] beside it says the same.
#[component]
pub fn SegmentBar(
    /// The parts, in order; widths follow their fractions.
    #[prop(into)]
    segments: Signal<Vec<Segment>>,
) -> impl IntoView {
    let parts = move || {
        segments
            .get()
            .into_iter()
            .map(|part| {
                view! {
                    <span
                        class="segment-part"
                        data-series=part.series
                        style:flex-grow=per_mille(part.fraction)
                    ></span>
                }
            })
            .collect::<Vec<_>>()
    };
    view! { <div class="segment-bar" aria-hidden="true">{parts}</div> }
}

/// One line of a [`Legend`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// `completed`, `failed`, `active`, `pending`, `other`: which color or hatch.
    pub series: &'static str,
    /// The word.
    pub label: String,
    /// The figure, formatted.
    pub value: String,
}

/// What the colors of a bar mean, with their figures.
#[component]
pub fn Legend(
    /// The lines, in the order of the bar.
    #[prop(into)]
    entries: Signal<Vec<LegendEntry>>,
) -> impl IntoView {
    let lines = move || {
        entries
            .get()
            .into_iter()
            .map(|entry| {
                view! {
                    <li>
                        <i class="swatch" data-series=entry.series aria-hidden="true"></i>
                        <span>{entry.label}</span>
                        " "
                        <b>{entry.value}</b>
                    </li>
                }
            })
            .collect::<Vec<_>>()
    };
    view! { <ul class="legend">{lines}</ul> }
}

/// The parts of a whole in one table row, each with its color or hatch, as in a
/// [`LegendEntry`], and its share of the bar from 0 to 1. Hidden from assistive
/// technology: the figures stand beside it.
pub fn mini_bar(parts: impl IntoIterator<Item = (&'static str, f64)>) -> Markup {
    let part = |(series, share): (&'static str, f64)| {
        Markup::new("span")
            .with("data-series", series)
            .styled("inline-size", percent(share))
    };
    Markup::new("span")
        .class("mini-bar")
        .with("aria-hidden", "true")
        .children(parts.into_iter().map(part))
}

/// One share of a scale, from 0 to 1, for rows; what is outside is drawn at the
/// end, and `Tone::Accent` is the main measure. Hidden from assistive technology:
/// the figure stands beside it.
pub fn meter_bar(fraction: f64, tone: Tone) -> Markup {
    let fill = Markup::new("span")
        .class("meter-fill")
        .with("data-tone", tone.name())
        .styled("inline-size", percent(fraction));
    Markup::new("span")
        .class("meter")
        .with("aria-hidden", "true")
        .child(fill)
}

/// [`meter_bar`], outside of rows.
#[component]
pub fn MeterBar(
    /// From 0 to 1.
    fraction: f64,
    /// What it measures.
    tone: Tone,
) -> impl IntoView {
    Fragment::from(meter_bar(fraction, tone))
}

/// A fraction as whole thousandths, between 0 and 1,000.
fn thousandths(fraction: f64) -> u32 {
    if fraction.is_nan() {
        return 0;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=1000"
    )]
    let whole = (fraction.clamp(0.0, 1.0) * 1000.0).round() as u32;
    whole
}

fn per_mille(fraction: f64) -> String {
    thousandths(fraction).to_string()
}

/// "63.5%" for the style property.
pub fn percent(fraction: f64) -> String {
    let whole = thousandths(fraction);
    [
        (whole / 10).to_string().as_str(),
        ".",
        (whole % 10).to_string().as_str(),
        "%",
    ]
    .concat()
}
