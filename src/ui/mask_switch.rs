//! Whether what is taken along tells phone numbers.

use leptos::prelude::*;

/// A checkbox, checked while numbers are masked.
#[component]
pub fn MaskSwitch(
    /// Whether numbers are shown.
    shown: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="check-field">
            <input
                type="checkbox"
                prop:checked=move || !shown.get()
                on:change=move |event| shown.set(!event_target_checked(&event))
            />
            <span>"Mask numbers"</span>
        </label>
    }
}
