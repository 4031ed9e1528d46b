//! Messages about the page (banner) and inside a card (note).

use leptos::prelude::*;

use crate::domain::{glyph::Glyph, tone::Tone};

use super::glyph::GlyphIcon;

/// The state of the page, full width under the header.
///
/// Children are `<p>` lines: the fact first (bold words with `<b>` or
/// [`super::RichText`]), then at most one line in secondary text
/// (`class="banner-line"`).
#[component]
pub fn Banner(
    /// What it means for the operator; bad interrupts, the rest is said politely.
    tone: Tone,
    /// Its picture.
    glyph: Glyph,
    /// One button.
    #[prop(optional, into)]
    action: ViewFnOnce,
    /// The lines.
    children: Children,
) -> impl IntoView {
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    view! {
        <div class="banner" role=role data-tone=tone.name()>
            <GlyphIcon glyph/>
            <div class="banner-text">{children()}</div>
            <div class="banner-action">{action.run()}</div>
        </div>
    }
}

/// A message inside a card.
#[component]
pub fn Note(
    /// What it means for the operator.
    tone: Tone,
    /// Its picture.
    glyph: Glyph,
    /// The sentence.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="note" data-tone=tone.name()>
            <GlyphIcon glyph/>
            <div class="note-text">{children()}</div>
        </div>
    }
}
