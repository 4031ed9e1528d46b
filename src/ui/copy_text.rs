//! Text that is copied by a press.

use crate::living::spawn_with;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{button::IconButton, icon::IconName, live_region::Announcer, toast::Toaster};

const REFUSED: &str = "The browser refused to copy. Select the text and copy it by hand.";

/// Copies text to the clipboard and says so.
#[derive(Clone, Copy)]
pub struct Copier {
    toaster: Option<Toaster>,
    announcer: Option<Announcer>,
}

/// The copier of this instance. Call it while a component is built: later,
/// the context is out of reach.
pub fn use_copier() -> Copier {
    Copier {
        toaster: use_context(),
        announcer: use_context(),
    }
}

impl Copier {
    /// Copies `text`; says `done` ("Evidence copied.") or that the browser refused.
    pub fn copy(self, text: &str, done: &str) {
        let Some(writing) = write_to_clipboard(text) else {
            self.tell(REFUSED);
            return;
        };
        // Without one there is nobody to tell.
        let Some(announcer) = self.announcer else {
            return;
        };
        let done = done.to_owned();
        spawn_with(announcer, async move {
            match JsFuture::from(writing).await {
                Ok(_) => self.tell(&done),
                Err(_) => self.tell(REFUSED),
            }
        });
    }

    fn tell(self, message: &str) {
        match (self.toaster, self.announcer) {
            (Some(toaster), _) => toaster.show(message),
            (None, Some(announcer)) => announcer.say(message),
            (None, None) => {}
        }
    }
}

/// Asks the browser to copy. `None` where there is no clipboard, as on a page
/// that did not come over HTTPS.
fn write_to_clipboard(text: &str) -> Option<Promise> {
    let navigator = window().navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    let write = Reflect::get(&clipboard, &JsValue::from_str("writeText")).ok()?;
    let write = write.dyn_into::<Function>().ok()?;
    write
        .call1(&clipboard, &JsValue::from_str(text))
        .ok()?
        .dyn_into()
        .ok()
}

/// A code in mono type with a button that copies it.
#[component]
pub fn CopyText(
    /// The code, copied as it is.
    #[prop(into)]
    text: Signal<String>,
    /// What the button does: "Copy campaign ID".
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let copier = use_copier();
    let copy = move |()| text.with_untracked(|text| copier.copy(text, "Copied."));
    view! {
        <span class="copy-text">
            <code>{text}</code>
            <IconButton icon=IconName::Copy label on_press=copy/>
        </span>
    }
}
