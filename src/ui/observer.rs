//! Hears when elements change their size, or get other children.

use js_sys::{Array, Function, Object, Reflect};
use leptos::{prelude::window, web_sys};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// An observer of the browser with one listener; it stops when it is dropped.
/// Silent where the browser has none.
pub struct Observer {
    observer: JsValue,
    _listener: Closure<dyn FnMut()>,
}

impl Observer {
    /// Calls `listener` after an element it watches changed its size, and once
    /// for each element at first.
    pub fn of_sizes(listener: impl FnMut() + 'static) -> Self {
        Self::new("ResizeObserver", listener)
    }

    /// Calls `listener` after an element it watches got or lost a child.
    pub fn of_children(listener: impl FnMut() + 'static) -> Self {
        Self::new("MutationObserver", listener)
    }

    fn new(class: &str, listener: impl FnMut() + 'static) -> Self {
        let listener = Closure::<dyn FnMut()>::new(listener);
        let observer = property(&window(), class)
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
            // One kind of observer asks for this, the other takes no notice; neither fails.
            let options = Object::new();
            let _ = Reflect::set(&options, &JsValue::from_str("childList"), &JsValue::TRUE);
            let _ = observe.call2(&self.observer, element, &options);
        }
    }
}

impl Drop for Observer {
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
