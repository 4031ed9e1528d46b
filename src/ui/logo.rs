//! The mark of the product.

use leptos::prelude::*;

/// The mark of the product.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <circle class="logo-ring" cx="10" cy="10" r="8"></circle>
            <circle class="logo-core" cx="10" cy="10" r="3.2"></circle>
        </svg>
    }
}
