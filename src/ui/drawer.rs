//! A panel from the right that leaves the list in place.

use leptos::{ev, html, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{
    button::IconButton,
    element_id::element_id,
    focus::focused_element,
    icon::IconName,
    mounted::mounted,
    placement::{hide, show},
};

/// A drawer of 600 px; a full-screen sheet in a container of at most 620 px.
///
/// Place it as the last child of `.main`: while it is open, its siblings are
/// inert and under a scrim, the navigation beside `.main` is not. The focus
/// goes to the drawer and back to the element that had it. Content is built
/// when it opens and dropped when it closes.
#[component]
pub fn Drawer(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Whose details these are.
    #[prop(into)]
    title: Signal<String>,
    /// Badge beside the title and the line below it.
    #[prop(optional, into)]
    head: ViewFn,
    /// The sticky foot.
    #[prop(optional, into)]
    foot: ViewFn,
    /// Called by Esc, by the close button and by a press on the scrim.
    #[prop(into)]
    on_close: Callback<()>,
    /// The body.
    children: ChildrenFn,
) -> impl IntoView {
    let id = element_id("drawer");
    let labelled_by = id.clone();
    let host = NodeRef::<html::Div>::new();
    let panel = NodeRef::<html::Section>::new();
    let opener = StoredValue::new_local(None::<web_sys::HtmlElement>);
    Effect::new(move |was_open: Option<bool>| {
        let open = open.get();
        let (Some(host), Some(panel)) = (host.get(), panel.get()) else {
            return open;
        };
        if open == was_open.unwrap_or(false) {
            return open;
        }
        if open {
            opener.set_value(focused_element(&host).and_then(|element| element.dyn_into().ok()));
            set_siblings_inert(&host, true);
            show(&panel);
            // Focus fails only on an element that is no longer in the page.
            let _ = panel.focus();
        } else {
            set_siblings_inert(&host, false);
            hide(&panel);
            if let Some(opener) = opener.try_update_value(Option::take).flatten() {
                let _ = opener.focus();
            }
        }
        open
    });
    // A drawer that goes with its page must not leave the page inert.
    on_cleanup(move || {
        if let Some(host) = mounted(host) {
            set_siblings_inert(&host, false);
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !has_open_popover(&event) {
            event.prevent_default();
            on_close.run(());
        }
    };
    let content = move || {
        open.get().then(|| {
            view! {
                <div class="drawer-body">{children()}</div>
                <footer class="drawer-foot">{foot.run()}</footer>
            }
        })
    };
    let scrim = move || {
        open.get()
            .then(|| view! { <div class="drawer-scrim" on:click=move |_| on_close.run(())></div> })
    };
    let head = move || open.get().then(|| head.run());
    view! {
        <div class="drawer-host" node_ref=host>
            {scrim}
            <section
                class="drawer"
                role="dialog"
                popover="manual"
                tabindex="-1"
                aria-labelledby=labelled_by
                node_ref=panel
                on:keydown=on_key
            >
                <header class="drawer-head">
                    <div class="drawer-heading">
                        <h2 class="drawer-title" id=id>{title}</h2>
                        {head}
                    </div>
                    <IconButton icon=IconName::Close label="Close" on_press=move |()| on_close.run(())/>
                </header>
                {content}
            </section>
        </div>
    }
}

/// Whether a menu or filter inside the drawer takes the Esc first.
fn has_open_popover(event: &ev::KeyboardEvent) -> bool {
    event
        .current_target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|panel| panel.query_selector("[popover=auto]:popover-open").ok())
        .flatten()
        .is_some()
}

/// Makes everything beside the drawer unreachable, or reachable again.
fn set_siblings_inert(host: &web_sys::Element, inert: bool) {
    let mut sibling = host
        .parent_element()
        .and_then(|parent| parent.first_element_child());
    while let Some(element) = sibling {
        if !element.is_same_node(Some(host)) {
            // Setting an attribute with a valid name cannot fail.
            let _ = element.toggle_attribute_with_force("inert", inert);
        }
        sibling = element.next_element_sibling();
    }
}
