//! The entrance: JavaScript mounts a console with what stands around it, tells
//! it what the page around wants, and takes it away again. The page of its own
//! and the custom element come in by the same door.

use crate::api::config::Config;
use crate::api::host::Host;
use crate::app::{App, Opened};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

thread_local! {
    static OPEN: RefCell<Vec<Console>> = const { RefCell::new(Vec::new()) };
}

/// A console that is on the page.
struct Console {
    id: u32,
    host: Host,
    opened: Opened,
    owner: Owner,
    view: UnmountHandle<AnyViewState>,
}

/// Called by the browser as soon as the module has been instantiated.
pub fn prepare() {
    std::panic::set_hook(Box::new(on_panic));
}

/// Draws a console into `host.root`; returns what it is called from then on.
/// `undefined` where there is no such element.
#[wasm_bindgen]
pub fn mount(host: JsValue) -> Option<u32> {
    let host = Host::new(host);
    let root = host.member("root")?.dyn_into().ok()?;
    let config = Config::read(host.text("config").unwrap_or_default());
    let opened = Opened::default();
    let (around, slot) = (host.clone(), opened.clone());
    let owner = Owner::new();
    let view = owner.with(|| {
        mount_to(root, move || {
            view! { <App config host=around opened=slot/> }.into_any()
        })
    });
    OPEN.with_borrow_mut(|open| {
        let id = open.last().map_or(0, |last| last.id.wrapping_add(1));
        open.push(Console {
            id,
            host,
            opened,
            owner,
            view,
        });
        Some(id)
    })
}

/// Takes a console away, with everything that it has begun.
#[wasm_bindgen]
pub fn unmount(id: u32) {
    let gone = OPEN.with_borrow_mut(|open| {
        let index = open.iter().position(|console| console.id == id)?;
        Some(open.remove(index))
    });
    if let Some(Console { owner, view, .. }) = gone {
        // First what runs, then what it has drawn: nothing is drawn once more.
        owner.cleanup();
        drop(view);
    }
}

/// Tells a console what the page around wants of it. What is not known is left
/// alone.
#[wasm_bindgen]
pub fn command(id: u32, name: &str, value: &str) {
    let opened = OPEN.with_borrow(|open| {
        let console = open.iter().find(|console| console.id == id)?;
        Some(console.opened.clone())
    });
    if let Some(opened) = opened {
        opened.command(name, value);
    }
}

/// A panic ends the module and with it every console, so JavaScript says so in
/// each; the figures stay.
fn on_panic(info: &std::panic::PanicHookInfo<'_>) {
    console_error_panic_hook::hook(info);
    let message: JsValue = info.to_string().into();
    OPEN.with(|open| {
        if let Ok(open) = open.try_borrow() {
            for console in open.iter() {
                console.host.call("crashed", &message);
            }
        }
    });
}
