//! What of the page belongs to a console: keys that are pressed elsewhere are
//! not its own.

use leptos::{ev, prelude::*, web_sys};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Where a console listens for keys. Without one in the context it is the
/// whole window.
#[derive(Clone, Copy)]
pub struct Ground(
    /// The element that holds the console.
    pub StoredValue<web_sys::EventTarget, LocalStorage>,
);

/// Calls `handle` with every key that is pressed on the console's ground, until
/// the current scope ends.
pub fn on_key_down(mut handle: impl FnMut(ev::KeyboardEvent) + 'static) {
    let ground = use_context::<Ground>().map(|ground| ground.0.get_value());
    let target = ground.unwrap_or_else(|| window().into());
    let listener = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
        if let Ok(event) = event.dyn_into() {
            handle(event);
        }
    });
    // Neither call fails on an element or the window.
    let function = listener.as_ref().unchecked_ref();
    let _ = target.add_event_listener_with_callback("keydown", function);
    let held = StoredValue::new_local(Some((target, listener)));
    on_cleanup(move || {
        let held = held.try_update_value(Option::take).flatten();
        if let Some((target, listener)) = held {
            let function = listener.as_ref().unchecked_ref();
            let _ = target.remove_event_listener_with_callback("keydown", function);
        }
    });
}
