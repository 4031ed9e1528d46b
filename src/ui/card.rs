//! The card: a titled section of a screen.

use leptos::prelude::*;

use super::element_id::element_id;

/// A section with a heading, and room for a badge and actions beside it.
#[component]
pub fn Card(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What follows the heading in small type.
    #[prop(optional, into)]
    sub: Signal<String>,
    /// A badge or legend at the end of the head.
    #[prop(optional, into)]
    badge: ViewFnOnce,
    /// Links and buttons at the end of the head.
    #[prop(optional, into)]
    actions: ViewFnOnce,
    /// Name of the part for styles: `data-part`.
    #[prop(optional)]
    part: Option<&'static str>,
    /// The body. Wrap padded content in `<div class="card-body">`.
    children: Children,
) -> impl IntoView {
    let id = element_id("card");
    let labelled_by = id.clone();
    view! {
        <section class="card" part="card" aria-labelledby=labelled_by data-part=part>
            <header class="card-head">
                <h2 class="card-title" id=id>{title}</h2>
                <span class="card-sub">{sub}</span>
                <div class="card-badge">{badge.run()}</div>
                <div class="card-actions">{actions.run()}</div>
            </header>
            {children()}
        </section>
    }
}
