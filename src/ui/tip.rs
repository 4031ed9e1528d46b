//! The ink tip itself: what it says, drawn when it opens.

use leptos::{ev, html, prelude::*, web_sys};
use std::rc::Rc;
use wasm_bindgen::JsCast;

use super::{
    mounted::mounted,
    placement::{Align, hide, is_open, place_beside, show},
};

/// What a tip says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TipText {
    /// A bold first line, or nothing.
    pub title: String,
    /// The lines below it.
    pub lines: Vec<String>,
}

impl From<String> for TipText {
    fn from(line: String) -> Self {
        Self {
            title: String::new(),
            lines: vec![line],
        }
    }
}

/// Where a tip gets its words when it opens.
#[derive(Clone)]
pub struct TipSource(Rc<dyn Fn() -> Option<TipText>>);

impl<F: Fn() -> Option<TipText> + 'static> From<F> for TipSource {
    fn from(words: F) -> Self {
        Self(Rc::new(words))
    }
}

/// Shows a tip beside its children while they are hovered or focused.
///
/// The words are asked for when the tip opens and live nowhere before, so that
/// a refresh of the figures in them costs nothing, and so that a control with
/// a tip can stand in a table row that is diffed.
#[component]
pub fn Tipped(
    /// Id of the tip, for the `aria-describedby` of a control among the children.
    #[prop(optional, into)]
    id: Option<String>,
    /// What the tip says now; `None` keeps it closed.
    #[prop(into)]
    text: TipSource,
    /// The control that the tip belongs to.
    children: Children,
) -> impl IntoView {
    let anchor = NodeRef::<html::Span>::new();
    let panel = NodeRef::<html::Span>::new();
    let open = move |text: &TipSource| {
        if let (Some(anchor), Some(panel)) = (mounted(anchor), mounted(panel))
            && let Some(text) = (text.0)()
        {
            fill(&panel, &text);
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
    let hovered = text.clone();
    view! {
        <span
            class="tipped"
            node_ref=anchor
            on:pointerenter=move |_| open(&hovered)
            on:pointerleave=move |event| if !holds_focus(&event) { close() }
            on:focusin=move |_| open(&text)
            on:focusout=move |_| close()
            on:keydown=on_key
        >
            {children()}
            <span class="tip" role="tooltip" popover="manual" id=id node_ref=panel></span>
        </span>
    }
}

/// Writes the words into the panel.
fn fill(panel: &web_sys::Element, text: &TipText) {
    panel.set_text_content(None);
    let title = (!text.title.is_empty()).then_some(("b", "tip-title", &text.title));
    let lines = text.lines.iter().map(|line| ("span", "tip-line", line));
    for (tag, class, words) in title.into_iter().chain(lines) {
        if let Ok(line) = document().create_element(tag) {
            line.set_class_name(class);
            line.set_text_content(Some(words));
            // Appending a new element cannot fail.
            let _ = panel.append_child(&line);
        }
    }
}

/// Whether the element that the pointer leaves still has the focus inside.
fn holds_focus(event: &ev::PointerEvent) -> bool {
    event
        .current_target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.matches(":focus-within").unwrap_or(false))
}
