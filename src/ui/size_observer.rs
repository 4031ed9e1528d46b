//! Hears when elements change their size.

use js_sys::{Array, Function, Reflect};
use leptos::{prelude::window, web_sys};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// A `ResizeObserver` with one listener; it stops when it is dropped. Silent
/// where the browser has none.
pub struct SizeObserver {
    observer: JsValue,
    _listener: Closure<dyn FnMut()>,
}

impl SizeObserver {
    /// Calls `listener` after an element it watches changed its size, and once
    /// for each element at first.
    pub fn new(listener: impl FnMut() + 'static) -> Self {
        let listener = Closure::<dyn FnMut()>::new(listener);
        let observer = property(&window(), "ResizeObserver")
            .and_then(|class| Reflect::construct(&class, &Array::of1(listener.as_ref())).ok())
            .unwrap_or(JsValue::UNDEFINED);
        Self {
            observer,
            _listener: listener,
        }
    }

    /// Watches one more element.
    pub fn watch(&self, element: &web_sys::Element) {
        if let Some(observe) = property(&self.observer, "observe") {
            // Observing an element cannot fail.
            let _ = observe.call1(&self.observer, element);
        }
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        if let Some(disconnect) = property(&self.observer, "disconnect") {
            // Disconnecting cannot fail.
            let _ = disconnect.call0(&self.observer);
        }
    }
}

fn property(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &JsValue::from_str(name))
        .ok()?
        .dyn_into()
        .ok()
}
