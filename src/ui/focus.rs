//! Where the keyboard focus is, and moving it without moving the page.

use js_sys::{Function, Object, Reflect};
use leptos::web_sys;
use wasm_bindgen::{JsCast, JsValue};

/// The element with the focus, looked up in the tree (document or shadow
/// root) that `near` lives in.
pub fn focused_element(near: &web_sys::Node) -> Option<web_sys::Element> {
    match near.get_root_node().dyn_into::<web_sys::ShadowRoot>() {
        Ok(shadow) => shadow.active_element(),
        Err(root) => root.dyn_into::<web_sys::Document>().ok()?.active_element(),
    }
}

/// The element with the focus, if it is `container` or inside of it.
pub fn focused_inside(container: &web_sys::Node) -> Option<web_sys::Element> {
    focused_element(container).filter(|element| container.contains(Some(element)))
}

/// Gives `element` the focus and leaves the scroll position alone.
pub fn focus_in_place(element: &web_sys::Element) {
    let options = Object::new();
    // Neither call fails on an element; one that cannot have the focus ignores it.
    let _ = Reflect::set(
        &options,
        &JsValue::from_str("preventScroll"),
        &JsValue::TRUE,
    );
    if let Some(focus) = method(element, "focus") {
        let _ = focus.call1(element, &options);
    }
}

/// Whether the person has marked text on the page, for copying.
pub fn has_marked_text() -> bool {
    let window = leptos::prelude::window();
    method(&window, "getSelection")
        .and_then(|get| get.call0(&window).ok())
        .filter(|selection| !selection.is_null())
        .and_then(|selection| Reflect::get(&selection, &JsValue::from_str("isCollapsed")).ok())
        .is_some_and(|collapsed| collapsed == JsValue::FALSE)
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &JsValue::from_str(name))
        .ok()?
        .dyn_into()
        .ok()
}
