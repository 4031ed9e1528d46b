//! Words that explain themselves: on hover, focus and tap; Esc closes.

use leptos::prelude::*;

use super::{
    element_id::element_id,
    tip::{TipText, Tipped},
};

/// A word, badge or picture that explains itself.
#[component]
pub fn Tooltip(
    /// The explanation.
    #[prop(into)]
    text: Signal<String>,
    /// What is explained: words, a badge, a picture with a hidden name.
    children: Children,
) -> impl IntoView {
    let id = element_id("tip");
    view! {
        <Tipped id=id.clone() text=move || text.try_get_untracked().map(TipText::from)>
            <button type="button" class="explained" aria-describedby=id>{children()}</button>
        </Tipped>
    }
}

/// A label with a dotted underline that opens its formula.
#[component]
pub fn FormulaTip(
    /// The label on the page.
    #[prop(into)]
    label: String,
    /// The formula's name.
    #[prop(into)]
    title: Signal<String>,
    /// The formula with live figures, what is excluded, the least sample.
    #[prop(into)]
    lines: Signal<Vec<String>>,
) -> impl IntoView {
    let id = element_id("formula");
    let text = move || {
        Some(TipText {
            title: title.try_get_untracked()?,
            lines: lines.try_get_untracked()?,
        })
    };
    view! {
        <Tipped id=id.clone() text>
            <button type="button" class="formula-label" aria-describedby=id>{label}</button>
        </Tipped>
    }
}
