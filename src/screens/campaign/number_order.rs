//! The order of the number pool.

use crate::living::after_paint;
use leptos::prelude::*;

/// Puts the numbers that spoil the pool on top, on request.
#[component]
pub fn WorstFirst(
    /// Whether they are there; follows the press by a frame.
    on: RwSignal<bool>,
) -> impl IntoView {
    let pressed = RwSignal::new(on.get_untracked());
    let press = move |_| {
        pressed.update(|pressed| *pressed = !*pressed);
        after_paint(on, move || on.set(pressed.get_untracked()));
    };
    view! {
        <button
            type="button"
            class="filter-chip"
            aria-pressed=move || pressed.get().to_string()
            on:click=press
        >
            "Worst first"
        </button>
    }
}
