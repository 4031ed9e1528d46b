//! What is filled in in a dialog.

use leptos::prelude::*;

/// A field of a dialog below what it is called.
#[component]
pub fn DialogField(
    /// What is to be filled in.
    label: &'static str,
    /// The field.
    children: Children,
) -> impl IntoView {
    view! {
        <label class="dialog-field">
            <span>{label}</span>
            {children()}
        </label>
    }
}
