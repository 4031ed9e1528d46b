//! Hears when something around an open panel scrolls.

use leptos::{prelude::*, web_sys};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// A listener for scrolling of the page and of whatever in it scrolls by
/// itself; it stops when it is dropped.
pub struct ScrollWatch {
    listener: Closure<dyn FnMut(JsValue)>,
}

impl ScrollWatch {
    /// Calls `moved` whenever something has scrolled, and says whether it was
    /// the page as a whole.
    pub fn new(mut moved: impl FnMut(bool) + 'static) -> Self {
        let listener = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let event = event.dyn_into::<web_sys::Event>().ok();
            let target = event.and_then(|event| event.target());
            moved(target.is_some_and(|target| target.is_instance_of::<web_sys::Document>()));
        });
        // Capturing, since what scrolls inside the page tells only itself. Cannot fail.
        let _ = window().add_event_listener_with_callback_and_bool(
            "scroll",
            listener.as_ref().unchecked_ref(),
            true,
        );
        Self { listener }
    }
}

impl Drop for ScrollWatch {
    fn drop(&mut self) {
        // Cannot fail.
        let _ = window().remove_event_listener_with_callback_and_bool(
            "scroll",
            self.listener.as_ref().unchecked_ref(),
            true,
        );
    }
}
