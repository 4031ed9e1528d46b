//! The JavaScript module that draws.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{GetValue, LocalStorage, StoredValue};
use leptos::web_sys;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What fetches the module, for every chart of a console.
#[derive(Clone, Copy)]
pub struct ChartSource(
    /// Called without arguments; answers with a promise of the module. It
    /// fetches it once, however many charts ask.
    pub StoredValue<Option<Function>, LocalStorage>,
);

/// Fetches the module; `None` when it cannot be had.
pub async fn fetch(source: Option<ChartSource>) -> Option<JsValue> {
    let asked = source?.0.try_get_value()??.call0(&JsValue::UNDEFINED);
    let asked = asked.ok()?;
    JsFuture::from(asked.dyn_into::<Promise>().ok()?).await.ok()
}

/// A chart in an element. Dropping it takes every trace of it off the page.
pub struct OpenChart {
    handle: JsValue,
}

/// Opens a chart that fills `place`.
pub fn open_chart(module: &JsValue, place: &web_sys::Element) -> Option<OpenChart> {
    let open = method(module, "openChart")?;
    let handle = open.call1(module, place).ok()?;
    Some(OpenChart { handle })
}

impl OpenChart {
    /// Draws an option; whether that succeeded.
    pub fn draw(&self, json: &str) -> bool {
        let draw = method(&self.handle, "draw");
        draw.is_some_and(|draw| draw.call1(&self.handle, &JsValue::from_str(json)).is_ok())
    }
}

impl Drop for OpenChart {
    fn drop(&mut self) {
        if let Some(dispose) = method(&self.handle, "dispose") {
            // Nothing can be done about a chart that does not let itself be closed.
            let _ = dispose.call0(&self.handle);
        }
    }
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &JsValue::from_str(name))
        .ok()?
        .dyn_into()
        .ok()
}
