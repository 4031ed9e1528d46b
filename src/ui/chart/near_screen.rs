//! Hears when an element comes near the screen.

use js_sys::{Array, Function, Object, Reflect};
use leptos::{prelude::window, web_sys};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// How far below or above the screen still counts as near: what an operator
/// scrolls while the chart is fetched.
const MARGIN: &str = "400px 0px";

/// An `IntersectionObserver` of one element that tells once. It stops when it
/// is dropped. Where the browser has none, everything is near.
pub struct NearScreen {
    observer: JsValue,
    _listener: Closure<dyn FnMut(Array)>,
}

impl NearScreen {
    /// Calls `near` once, when the element comes near the screen.
    pub fn of(element: &web_sys::Element, near: impl Fn() + Clone + 'static) -> Self {
        let mut told = false;
        let tell = near.clone();
        let listener = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if !told && entries.iter().any(|entry| is_near(&entry)) {
                told = true;
                tell();
            }
        });
        let observer = observer(&listener).unwrap_or_else(|| {
            near();
            JsValue::UNDEFINED
        });
        if let Some(observe) = property(&observer, "observe") {
            // Observing an element cannot fail.
            let _ = observe.call1(&observer, element);
        }
        Self {
            observer,
            _listener: listener,
        }
    }
}

impl Drop for NearScreen {
    fn drop(&mut self) {
        if let Some(disconnect) = property(&self.observer, "disconnect") {
            // Disconnecting cannot fail.
            let _ = disconnect.call0(&self.observer);
        }
    }
}

fn observer(listener: &Closure<dyn FnMut(Array)>) -> Option<JsValue> {
    let class = property(&window(), "IntersectionObserver")?;
    let options = Object::new();
    Reflect::set(&options, &"rootMargin".into(), &MARGIN.into()).ok()?;
    Reflect::construct(&class, &Array::of2(listener.as_ref(), &options)).ok()
}

fn is_near(entry: &JsValue) -> bool {
    let known = Reflect::get(entry, &JsValue::from_str("isIntersecting"));
    known.is_ok_and(|is_near| is_near.is_truthy())
}

fn property(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &JsValue::from_str(name))
        .ok()?
        .dyn_into()
        .ok()
}
