//! A status as shape, word and color: tinted, quiet, or as a chip with a count.
//!
//! All of these take plain values, so that a closure which draws one again
//! changes only the text and the attributes that differ.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::domain::{glyph::Glyph, tone::Tone};

use super::glyph::{GlyphIcon, glyph_mark};
use super::markup::{Fragment, Markup};

/// A tinted status for headers and counts.
#[component]
pub fn Badge(
    /// What the status means for the operator.
    tone: Tone,
    /// Its picture.
    glyph: Glyph,
    /// Its word.
    #[prop(into)]
    label: String,
    /// How many, already formatted; follows the word in bold ink.
    #[prop(optional_no_strip)]
    count: Option<String>,
) -> impl IntoView {
    view! {
        <span class="badge" data-tone=tone.name()>
            <GlyphIcon glyph/>
            <span>{label}</span>
            {count.map(|count| view! { <b class="badge-count">{count}</b> })}
        </span>
    }
}

/// A status in a table row: colored picture, ink text.
#[component]
pub fn QuietStatus(
    /// What the status means for the operator.
    tone: Tone,
    /// Its picture.
    glyph: Glyph,
    /// Its word.
    #[prop(into)]
    label: Cow<'static, str>,
) -> impl IntoView {
    Fragment::from(quiet_status(tone, glyph, label))
}

/// The same status, for rows.
pub fn quiet_status(tone: Tone, glyph: Glyph, label: impl Into<Cow<'static, str>>) -> Markup {
    Markup::new("span")
        .class("quiet-status")
        .with("data-tone", tone.name())
        .child(glyph_mark(glyph))
        .child(Markup::new("span").class("quiet-label").text(label))
}

/// An outlined status with a count, that filters when it can be pressed.
#[component]
pub fn StatusChip(
    /// What the status means for the operator.
    tone: Tone,
    /// Its picture.
    glyph: Glyph,
    /// Its word.
    #[prop(into)]
    label: String,
    /// How many, already formatted.
    #[prop(into)]
    count: String,
    /// Tinted, as blocker codes are, instead of outlined.
    #[prop(optional)]
    tinted: bool,
    /// Whether the filter which the chip stands for is on.
    #[prop(optional)]
    pressed: bool,
    /// Called when the chip is pressed. Without it the chip is plain text.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let inside = view! {
        <GlyphIcon glyph/>
        <span>{label}</span>
        <b class="badge-count">{count}</b>
    };
    match on_press {
        Some(on_press) => view! {
            <button
                type="button"
                class="chip"
                data-tone=tone.name()
                data-tinted=tinted.then_some("")
                aria-pressed=if pressed { "true" } else { "false" }
                on:click=move |_| on_press.run(())
            >
                {inside}
            </button>
        }
        .into_any(),
        None => view! { <span class="chip" data-tone=tone.name() data-tinted=tinted.then_some("")>{inside}</span> }.into_any(),
    }
}
