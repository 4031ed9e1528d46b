//! Timers that run out when a test says so.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsValue, closure::Closure};

use super::stage::{get, settle};

type Timers = Rc<RefCell<Vec<(f64, Function, f64)>>>;
type Replacements = (
    Closure<dyn FnMut(Function, f64) -> f64>,
    Closure<dyn FnMut(f64)>,
);

/// Stands in for the window's timers; they run out when the test says so.
pub struct Clock {
    timers: Timers,
    real: [(&'static str, JsValue); 2],
    _closures: Replacements,
}

impl Clock {
    /// Takes the place of `setTimeout` and `clearTimeout`.
    pub fn take_over() -> Self {
        let timers = Timers::default();
        let mut next = 0.0;
        let set = Closure::new({
            let timers = timers.clone();
            move |callback: Function, delay: f64| {
                next += 1.0;
                timers.borrow_mut().push((next, callback, delay));
                next
            }
        });
        let clear = Closure::new({
            let timers = timers.clone();
            move |handle: f64| timers.borrow_mut().retain(|(id, ..)| *id != handle)
        });
        let real = ["setTimeout", "clearTimeout"].map(|name| (name, get(&window(), name)));
        Reflect::set(&window(), &"setTimeout".into(), set.as_ref()).unwrap();
        Reflect::set(&window(), &"clearTimeout".into(), clear.as_ref()).unwrap();
        Self {
            timers,
            real,
            _closures: (set, clear),
        }
    }

    /// The delays of the timers that run, in ms.
    pub fn running(&self) -> Vec<f64> {
        self.timers
            .borrow()
            .iter()
            .map(|(.., delay)| *delay)
            .collect()
    }

    /// Lets every timer that runs run out.
    pub async fn run_out(&self) {
        let due: Vec<_> = self.timers.borrow_mut().drain(..).collect();
        for (_, callback, _) in due {
            callback.call0(&JsValue::UNDEFINED).unwrap();
        }
        settle().await;
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        for (name, real) in &self.real {
            Reflect::set(&window(), &(*name).into(), real).unwrap();
        }
    }
}
