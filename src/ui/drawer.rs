//! A panel from the right that leaves the list in place.

use leptos::{ev, html, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use crate::living::after_paint;

use super::{
    button::IconButton,
    element_id::element_id,
    focus::{focus_in_place, focused_element, focused_inside},
    icon::IconName,
    mounted::mounted,
    placement::{hide, is_open, pixels, show},
    surroundings::Surroundings,
    tall_frame::keep_in_sight,
};

/// A drawer of 600 px; a full-screen sheet in a container of at most 620 px.
///
/// While it is open, everything around it is inert and under a scrim, except a
/// `<nav>` beside the page, and a page that is not ours. The focus goes to the
/// drawer, and back to the element that had it. Content is built once its frame
/// is on screen, and dropped when it closes.
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
    let parts = Parts::new();
    let filled = RwSignal::new(false);
    Effect::new(move |was_open: Option<bool>| {
        let open_now = open.get();
        match (was_open.unwrap_or(false), open_now) {
            (false, true) => {
                parts.come();
                // The scrim has the presses meanwhile.
                after_paint(filled, move || {
                    if open.get_untracked() && !filled.get_untracked() {
                        filled.set(true);
                        parts.seal();
                    }
                });
            }
            (true, false) => {
                filled.set(false);
                parts.go();
            }
            _ => {}
        }
        open_now
    });
    // A drawer that goes with its screen must not leave the page inert.
    on_cleanup(move || parts.release());
    let resized = window_event_listener(ev::resize, move |_| {
        if let Some(scrim) = mounted(parts.scrim).filter(|scrim| is_open(scrim)) {
            parts.place_scrim(&scrim);
        }
    });
    on_cleanup(move || resized.remove());
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && !has_open_popover(&event) {
            event.prevent_default();
            on_close.run(());
        }
    };
    let content = move || {
        filled.get().then(|| {
            view! {
                <div class="drawer-body">{children()}</div>
                <footer class="drawer-foot">{foot.run()}</footer>
            }
        })
    };
    let head = move || filled.get().then(|| head.run());
    view! {
        <div class="drawer-host" node_ref=parts.host>
            <div
                class="drawer-scrim"
                popover="manual"
                node_ref=parts.scrim
                on:click=move |_| on_close.run(())
            ></div>
            <section
                class="drawer"
                part="drawer"
                role="dialog"
                popover="manual"
                tabindex="-1"
                aria-labelledby=labelled_by
                node_ref=parts.panel
                on:keydown=on_key
            >
                <header class="drawer-head">
                    <div class="drawer-heading">
                        <h2 class="drawer-title" id=id>{title}</h2>
                        {head}
                    </div>
                    <IconButton icon=IconName::Close label="Close" on_press=move || on_close.run(())/>
                </header>
                {content}
            </section>
        </div>
    }
}

/// The elements of a drawer, and what it changed around itself.
#[derive(Clone, Copy)]
struct Parts {
    host: NodeRef<html::Div>,
    scrim: NodeRef<html::Div>,
    panel: NodeRef<html::Section>,
    opener: StoredValue<Option<web_sys::Element>, LocalStorage>,
    around: StoredValue<Surroundings, LocalStorage>,
}

impl Parts {
    fn new() -> Self {
        Self {
            host: NodeRef::new(),
            scrim: NodeRef::new(),
            panel: NodeRef::new(),
            opener: StoredValue::new_local(None),
            around: StoredValue::new_local(Surroundings::default()),
        }
    }

    fn come(self) {
        let (Some(host), Some(scrim), Some(panel)) =
            (mounted(self.host), mounted(self.scrim), mounted(self.panel))
        else {
            return;
        };
        self.opener.set_value(focused_element(&host));
        self.around.set_value(Surroundings::of(&host));
        // A page that is not ours keeps what it has above the console: there the
        // scrim lies in the console, by style, and not on top of everything.
        if !is_embedded(&host) {
            // Asked for while nothing has changed yet, its place costs no layout.
            self.place_scrim(&scrim);
            show(&scrim);
        }
        self.opener
            .with_value(|opener| keep_in_sight(&panel, opener.as_ref()));
        show(&panel);
        focus_in_place(&panel);
    }

    /// Makes everything around unreachable. Keys that were typed ahead may have
    /// led the focus out there: it comes back.
    fn seal(self) {
        if let Some(panel) = mounted(self.panel)
            && focused_inside(&panel).is_none()
        {
            focus_in_place(&panel);
        }
        self.around.update_value(Surroundings::seal);
    }

    fn go(self) {
        self.release();
        if let (Some(scrim), Some(panel)) = (mounted(self.scrim), mounted(self.panel)) {
            hide(&panel);
            hide(&scrim);
        }
        if let Some(opener) = self.opener.try_update_value(Option::take).flatten() {
            focus_in_place(&opener);
        }
    }

    fn release(self) {
        self.around.try_update_value(Surroundings::release);
    }

    /// Keeps the scrim off the navigation.
    fn place_scrim(self, scrim: &web_sys::HtmlElement) {
        let left = self.around.try_with_value(Surroundings::left_edge);
        // A property that the engine refuses leaves the scrim on everything.
        let _ = scrim
            .style()
            .set_property("left", &pixels(left.unwrap_or(0.0)));
    }
}

/// Whether the console is in a page that is not ours.
fn is_embedded(host: &web_sys::Element) -> bool {
    host.get_root_node().has_type::<web_sys::ShadowRoot>()
}

/// Whether a menu, a filter or a dialog inside the drawer takes the Esc first.
fn has_open_popover(event: &ev::KeyboardEvent) -> bool {
    event
        .current_target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|panel| {
            panel
                .query_selector("[popover=auto]:popover-open, dialog[open]")
                .ok()
        })
        .flatten()
        .is_some()
}
