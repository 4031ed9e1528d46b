//! A date and a time of day to be set.

use leptos::prelude::*;

/// A field of a dialog for one end of a stretch of time.
#[component]
pub fn MomentField(
    /// What it is.
    label: &'static str,
    /// What it holds: "2026-11-12T14:32" on the clocks of the zone that is
    /// shown, or nothing.
    text: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label class="dialog-field">
            <span>{label}</span>
            <input
                class="field"
                type="datetime-local"
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            />
        </label>
    }
}
