//! Ink tooltips: on hover, focus and tap; Esc closes; never clipped.

use leptos::{ev, html, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{
    element_id::element_id,
    mounted::mounted,
    placement::{Align, hide, is_open, place_beside, show},
};

/// Shows a tip beside its children while they are hovered or focused.
///
/// With an `id`, the tip can be referred to by the `aria-describedby` of a
/// control among the children.
#[component]
pub fn Tipped(
    /// Id of the tip.
    #[prop(optional, into)]
    id: Option<String>,
    /// What the tip says.
    #[prop(into)]
    tip: ViewFnOnce,
    /// While true the tip stays closed.
    #[prop(optional, into)]
    silent: Signal<bool>,
    /// The control that the tip belongs to.
    children: Children,
) -> impl IntoView {
    let anchor = NodeRef::<html::Span>::new();
    let panel = NodeRef::<html::Span>::new();
    let open = move || {
        if silent.try_get_untracked().unwrap_or(true) {
            return;
        }
        if let (Some(anchor), Some(panel)) = (mounted(anchor), mounted(panel)) {
            show(&panel);
            place_beside(&anchor, &panel, Align::Start);
        }
    };
    let close = move || {
        if let Some(panel) = mounted(panel) {
            hide(&panel);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && mounted(panel).is_some_and(|panel| is_open(&panel)) {
            // Only the tip closes, not the dialog or drawer around it.
            event.stop_propagation();
            event.prevent_default();
            close();
        }
    };
    view! {
        <span
            class="tipped"
            node_ref=anchor
            on:pointerenter=move |_| open()
            on:pointerleave=move |event| if !holds_focus(&event) { close() }
            on:focusin=move |_| open()
            on:focusout=move |_| close()
            on:keydown=on_key
        >
            {children()}
            <span class="tip" role="tooltip" popover="manual" id=id node_ref=panel>
                {tip.run()}
            </span>
        </span>
    }
}

/// Words that explain themselves when hovered, focused or tapped.
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
        <Tipped id=id.clone() tip=move || text>
            <button type="button" class="explained" aria-describedby=id>{children()}</button>
        </Tipped>
    }
}

/// A label with a dotted underline that opens its formula.
#[component]
pub fn FormulaTip(
    /// The label on the page.
    #[prop(into)]
    label: Signal<String>,
    /// The formula's name.
    #[prop(into)]
    title: Signal<String>,
    /// The formula with live figures, what is excluded, the least sample.
    #[prop(into)]
    lines: Signal<Vec<String>>,
) -> impl IntoView {
    let id = element_id("formula");
    let tip = move || {
        view! {
            <b class="tip-title">{title}</b>
            {move || {
                lines
                    .get()
                    .into_iter()
                    .map(|line| view! { <span class="tip-line">{line}</span> })
                    .collect::<Vec<_>>()
            }}
        }
    };
    view! {
        <Tipped id=id.clone() tip>
            <button type="button" class="formula-label" aria-describedby=id>{label}</button>
        </Tipped>
    }
}

/// Whether the element that the pointer leaves still has the focus inside.
fn holds_focus(event: &ev::PointerEvent) -> bool {
    event
        .current_target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.matches(":focus-within").unwrap_or(false))
}
