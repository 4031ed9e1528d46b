//! Bars: the parts of a whole, and one share of a scale.

use leptos::prelude::*;

use crate::domain::{kpi::Segment, tone::Tone};

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

/// The parts of a whole in one table row: plain values. Hidden from assistive
/// technology: the figures stand beside it.
#[component]
pub fn MiniBar(
    /// Which color or hatch, as in a [`LegendEntry`], and the share of the bar
    /// from 0 to 1.
    parts: Vec<(&'static str, f64)>,
) -> impl IntoView {
    let part = |(series, share): (&'static str, f64)| {
        view! { <span data-series=series style:inline-size=percent(share)></span> }
    };
    let parts = parts.into_iter().map(part).collect::<Vec<_>>();
    view! { <span class="mini-bar" aria-hidden="true">{parts}</span> }
}

/// One share of a scale: plain value, for use in rows. Hidden from assistive
/// technology: the figure stands beside it.
#[component]
pub fn MeterBar(
    /// From 0 to 1; what is outside is drawn at the end.
    fraction: f64,
    /// `Tone::Accent` is the main measure.
    tone: Tone,
) -> impl IntoView {
    view! {
        <span class="meter" aria-hidden="true">
            <span class="meter-fill" data-tone=tone.name() style:inline-size=percent(fraction)></span>
        </span>
    }
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
