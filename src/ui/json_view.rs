//! Raw data behind a disclosure.

use leptos::{ev, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{
    copy_text::use_copier,
    icon::{Icon, IconName},
};

/// JSON text that is drawn only once it is opened, and can be copied at any time.
#[component]
pub fn JsonView(
    /// What the data is: "Capacity debug (JSON)".
    #[prop(into)]
    label: Signal<String>,
    /// When it was captured, or nothing.
    #[prop(optional, into)]
    sub: Signal<String>,
    /// The text, already indented.
    #[prop(into)]
    value: Signal<String>,
    /// Whether it starts open.
    #[prop(optional)]
    start_open: bool,
) -> impl IntoView {
    let copier = use_copier();
    let open = RwSignal::new(start_open);
    let on_toggle = move |event: ev::Event| {
        let details = event
            .current_target()
            .and_then(|at| at.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let copy = move |_| value.with_untracked(|value| copier.copy(value, "Copied."));
    let text = move || {
        open.get()
            .then(|| view! { <pre class="code-block" tabindex="0" aria-label=label>{value}</pre> })
    };
    view! {
        <div class="json-view">
            <details open=start_open on:toggle=on_toggle>
                <summary>
                    <Icon name=IconName::ChevronRight/>
                    <b>{label}</b>
                    <span class="json-sub">{sub}</span>
                </summary>
                {text}
            </details>
            <button type="button" class="text-button" on:click=copy>
                <Icon name=IconName::Copy/>
                <span>"Copy"</span>
                <span class="visually-hidden">{move || [" ", label.get().as_str()].concat()}</span>
            </button>
        </div>
    }
}
