//! A switch between a few values, all in view.

use leptos::prelude::*;

use super::element_id::element_id;

/// One value of a [`Segmented`] switch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentOption {
    /// What `value` holds when it is on.
    pub value: String,
    /// What stands on screen.
    pub label: String,
}

/// A row of joined radio buttons.
#[component]
pub fn Segmented(
    /// What is switched: "Times in".
    #[prop(into)]
    label: Signal<String>,
    /// The values in order.
    #[prop(into)]
    options: Signal<Vec<SegmentOption>>,
    /// The value that is on.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that was chosen.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let name = element_id("segmented");
    let choices = move || {
        let on = value.get();
        options
            .get()
            .into_iter()
            .map(|SegmentOption { value, label }| {
                let checked = value == on;
                view! {
                    <label class="segment">
                        <input
                            type="radio"
                            class="visually-hidden"
                            name=name.clone()
                            prop:checked=checked
                            on:change=move |_| on_change.run(value.clone())
                        />
                        <span>{label}</span>
                    </label>
                }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <fieldset class="segmented">
            <legend class="visually-hidden">{label}</legend>
            {choices}
        </fieldset>
    }
}
