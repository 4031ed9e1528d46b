//! The stand-alone page: one console that owns the whole window.

use crate::api::config::Config;
use crate::app::App;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Takes the page over from the static skeleton. Called once, by the browser.
pub fn start() {
    std::panic::set_hook(Box::new(on_panic));
    let config = settings();
    mount_to_body(move || view! { <App config/> });
    if let Some(skeleton) = document().get_element_by_id("ringside-skeleton") {
        skeleton.remove();
    }
}

/// The settings that `boot.js` has fetched.
fn settings() -> Config {
    let text = boot("config").and_then(|text| text.as_string());
    Config::read(text.unwrap_or_default())
}

/// A panic ends the module, so JavaScript says so; the figures stay.
fn on_panic(info: &std::panic::PanicHookInfo<'_>) {
    console_error_panic_hook::hook(info);
    let crashed = boot("crashed").and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if let Some(crashed) = crashed {
        let _ = crashed.call1(&JsValue::UNDEFINED, &info.to_string().into());
    }
}

fn boot(name: &str) -> Option<JsValue> {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"ringsideBoot".into()).ok()?;
    js_sys::Reflect::get(&boot, &name.into())
        .ok()
        .filter(|value| !value.is_undefined() && !value.is_null())
}
