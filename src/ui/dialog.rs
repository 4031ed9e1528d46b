//! A question that must be answered before the page goes on.

use leptos::{html, prelude::*};

use super::{element_id::element_id, focus::focused_element, tall_frame::keep_in_sight};

/// A modal dialog of 440 px: native `<dialog>`, so the page behind is inert,
/// Esc closes it and the focus returns to where it was.
///
/// The content is built when it opens and dropped when it closes. Give the
/// safe choice in the footer `autofocus=true`.
#[component]
pub fn Dialog(
    /// Whether it is open. Set to false by Esc.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// The buttons, safe choice first.
    #[prop(into)]
    footer: ViewFn,
    /// Effects, counts, fields.
    children: ChildrenFn,
) -> impl IntoView {
    let id = element_id("dialog");
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let (open, Some(element)) = (open.get(), element.get()) else {
            return;
        };
        if open && !element.open() {
            keep_in_sight(&element, focused_element(&element).as_ref());
            // Refused only for an element that is no longer in the page.
            let _ = element.show_modal();
        } else if !open && element.open() {
            element.close();
        }
    });
    let content = move || {
        open.get().then(|| {
            view! {
                <div class="dialog-body">{children()}</div>
                <div class="dialog-foot">{footer.run()}</div>
            }
        })
    };
    let labelled_by = id.clone();
    view! {
        <dialog
            class="dialog"
            node_ref=element
            aria-labelledby=labelled_by
            on:close=move |_| open.set(false)
        >
            <h2 class="dialog-title" id=id>{title}</h2>
            {content}
        </dialog>
    }
}
