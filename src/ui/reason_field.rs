//! Why somebody does something, for the record.

use super::dialog_field::DialogField;
use leptos::prelude::*;

/// Most characters of a reason.
const LONGEST: &str = "500";

/// One line in a dialog, for the reason of what it starts.
#[component]
pub fn ReasonField(
    /// Says where the reason is shown later.
    label: &'static str,
    /// What was written.
    reason: RwSignal<String>,
) -> impl IntoView {
    view! {
        <DialogField label>
            <input
                class="field"
                type="text"
                maxlength=LONGEST
                prop:value=reason
                on:input=move |event| reason.set(event_target_value(&event))
            />
        </DialogField>
    }
}

/// The reason as it is sent; `None` when none was written.
pub fn given(reason: RwSignal<String>) -> Option<String> {
    Some(reason.get_untracked().trim().to_owned()).filter(|reason| !reason.is_empty())
}
