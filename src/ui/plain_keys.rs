//! Keys that are pressed alone, wherever the focus is.

use super::ground::on_key_down;
use leptos::{ev, web_sys};
use wasm_bindgen::JsCast;

/// Calls `handle` with every key that is pressed without a modifier and outside
/// of fields, until the current scope ends. A key that it takes (`true`) does
/// nothing else.
pub fn on_plain_key(handle: impl Fn(&str) -> bool + 'static) {
    on_key_down(move |event| {
        let is_shortcut = event.ctrl_key() || event.meta_key() || event.alt_key();
        if !is_shortcut
            && !event.default_prevented()
            && !is_operated(&event)
            && handle(&event.key())
        {
            event.prevent_default();
        }
    });
}

/// Whether the key belongs to what it was pressed on.
fn is_operated(event: &ev::KeyboardEvent) -> bool {
    let target = event.composed_path().get(0).dyn_into::<web_sys::Element>();
    target.is_ok_and(|element| {
        let fields = "input, textarea, select, [role=menu] *, dialog *";
        element.matches(fields).unwrap_or(false)
    })
}
