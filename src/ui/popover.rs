//! A panel that a button opens beside itself.

use js_sys::Reflect;
use leptos::{html, prelude::*, web_sys};
use wasm_bindgen::JsValue;

use super::{
    mounted::mounted,
    placement::{Align, hide, is_open, place_beside},
    scroll_watch::ScrollWatch,
};

/// A button and the native popover that its `popovertarget` names.
///
/// The browser opens and closes it: by the button, by Esc, by a press outside.
#[derive(Clone, Copy)]
pub struct Popover {
    /// The button.
    pub trigger: NodeRef<html::Button>,
    /// The panel.
    pub panel: NodeRef<html::Div>,
    open: RwSignal<bool>,
    align: Align,
    scrolls: StoredValue<Option<ScrollWatch>, LocalStorage>,
}

impl Popover {
    /// A closed popover.
    pub fn new(align: Align) -> Self {
        Self {
            trigger: NodeRef::new(),
            panel: NodeRef::new(),
            open: RwSignal::new(false),
            align,
            scrolls: StoredValue::new_local(None),
        }
    }

    /// Whether it is open, to build its content only then. Tracked.
    pub fn is_open(self) -> bool {
        self.open.get()
    }

    /// The value of the button's `aria-expanded`. Tracked.
    pub fn expanded(self) -> &'static str {
        if self.open.get() { "true" } else { "false" }
    }

    /// For `beforetoggle`: lets the content be built before it is seen.
    pub fn on_before_toggle(self, event: &web_sys::Event) {
        let state = Reflect::get(event, &JsValue::from_str("newState"));
        if state.is_ok_and(|state| state == "open") {
            self.open.set(true);
        }
    }

    /// For `toggle`: places the panel; returns whether it is open now.
    pub fn on_toggle(self) -> bool {
        let (Some(trigger), Some(panel)) = (mounted(self.trigger), mounted(self.panel)) else {
            return false;
        };
        let open = is_open(&panel);
        if open {
            place_beside(&trigger, &panel, self.align);
        }
        let scrolls = open.then(|| ScrollWatch::new(move |page| self.stay_beside(page)));
        self.scrolls.set_value(scrolls);
        self.open.set(open);
        open
    }

    /// Keeps the panel at its button where the button scrolls and the page does
    /// not; with the page it moves by itself.
    fn stay_beside(self, page: bool) {
        if !page && let (Some(trigger), Some(panel)) = (mounted(self.trigger), mounted(self.panel))
        {
            place_beside(&trigger, &panel, self.align);
        }
    }

    /// Closes it.
    pub fn close(self) {
        if let Some(panel) = mounted(self.panel) {
            hide(&panel);
        }
    }
}
