//! When the first figures, or the first failure, are on screen.

use crate::domain::event::Event;
use crate::state::around::Around;
use crate::state::telling::tell;
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Figures, rows, an answer, or what stands in their place.
const FIGURES: &str = ".main :is(.tile-value, .verdict-sentence, .stat-value, tbody td, .failed-panel, .empty-state, .note)";

/// What stands in for something that is on its way.
const WAITING: &str = ".main :is(.waiting, .skeleton, [data-part-waiting])";

/// Tells of it, once.
pub fn tell_of_first(around: Around) {
    if is_drawn(around) {
        return tell(around, &Event::Ready);
    }
    let watch = StoredValue::new_local(None::<Watch>);
    let listener = Closure::<dyn FnMut()>::new(move || {
        if watch.with_value(Option::is_some) && is_drawn(around) {
            watch.with_value(|watch| watch.iter().for_each(Watch::end));
            tell(around, &Event::Ready);
        }
    });
    watch.set_value(Watch::begin(around, listener));
    on_cleanup(move || {
        if let Some(watch) = watch.try_update_value(Option::take).flatten() {
            watch.end();
        }
    });
}

/// A screen without figures is there as soon as nothing of it is on its way.
fn is_drawn(around: Around) -> bool {
    around.find(FIGURES).is_some()
        || (around.find(".main > *").is_some() && around.find(WAITING).is_none())
}

/// Hears of what is drawn.
struct Watch {
    observer: JsValue,
    _listener: Closure<dyn FnMut()>,
}

impl Watch {
    fn begin(around: Around, listener: Closure<dyn FnMut()>) -> Option<Self> {
        let root = around.living_host()?.member("root")?;
        let class = method(&window(), "MutationObserver")?;
        let observer = Reflect::construct(&class, &Array::of1(listener.as_ref())).ok()?;
        let wanted = Object::new();
        for what in ["childList", "subtree"] {
            Reflect::set(&wanted, &what.into(), &JsValue::TRUE).ok()?;
        }
        let observe = method(&observer, "observe")?;
        observe.call2(&observer, &root, &wanted).ok()?;
        Some(Self {
            observer,
            _listener: listener,
        })
    }

    fn end(&self) {
        if let Some(disconnect) = method(&self.observer, "disconnect") {
            // Disconnecting cannot fail.
            let _ = disconnect.call0(&self.observer);
        }
    }
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
