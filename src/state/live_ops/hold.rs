//! Whether the operator holds the cards still: remembered for the session.

use crate::state::around::use_around;
use leptos::prelude::*;

/// Reads what is remembered, and remembers every change from here on. A
/// browser that refuses to store (private mode) only forgets.
pub fn restore() -> RwSignal<bool> {
    let key = use_around().kept_as("hold_cards");
    let stored = || window().session_storage().ok().flatten();
    let before = stored().and_then(|storage| storage.get_item(&key).ok().flatten());
    let held = RwSignal::new(before.is_some());
    Effect::new(move |_| {
        let is_held = held.get();
        if let Some(storage) = stored() {
            let _ = match is_held {
                true => storage.set_item(&key, "1"),
                false => storage.remove_item(&key),
            };
        }
    });
    held
}
