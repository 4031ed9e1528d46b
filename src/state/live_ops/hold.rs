//! Whether the operator holds the cards still: remembered for the session.

use leptos::prelude::*;

const KEY: &str = "ringside.hold_cards";

/// Reads what is remembered, and remembers every change from here on. A
/// browser that refuses to store (private mode) only forgets.
pub fn restore() -> RwSignal<bool> {
    let stored = || window().session_storage().ok().flatten();
    let before = stored().and_then(|storage| storage.get_item(KEY).ok().flatten());
    let held = RwSignal::new(before.is_some());
    Effect::new(move |_| {
        let is_held = held.get();
        if let Some(storage) = stored() {
            let _ = match is_held {
                true => storage.set_item(KEY, "1"),
                false => storage.remove_item(KEY),
            };
        }
    });
    held
}
