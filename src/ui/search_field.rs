//! A search field that asks when the typing pauses.

use std::time::Duration;

use leptos::{ev, html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::icon::{Icon, IconName};

/// How long the typing must pause before the search is asked.
const PAUSE: Duration = Duration::from_millis(250);

/// A search field. The last text wins: a pending question is dropped when the
/// text changes, and Enter asks at once. Esc empties it.
#[component]
pub fn SearchField(
    /// What can be found: "Name, phone, task ID". Also the field's name.
    #[prop(into)]
    label: Signal<String>,
    /// The text that is searched for now, from the address.
    #[prop(into)]
    value: Signal<String>,
    /// Called with a text to search for, trimmed; never twice with the same.
    #[prop(into)]
    on_search: Callback<String>,
    /// The key that leads here: "/".
    #[prop(optional, into)]
    hotkey: Option<&'static str>,
    /// The field, for the key that leads here.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let draft = RwSignal::new(value.get_untracked());
    let asked = StoredValue::new(value.get_untracked());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let drop_pending = move || {
        if let Some(handle) = pending.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    let ask = move || {
        drop_pending();
        let Some(text) = draft.try_get_untracked() else {
            return;
        };
        let text = text.trim().to_owned();
        if asked.with_value(|asked| *asked != text) {
            asked.set_value(text.clone());
            on_search.run(text);
        }
    };
    // The address may change by Back; an echo of our own question must not
    // overwrite what was typed since.
    Effect::new(move || {
        let value = value.get();
        if asked.with_value(|asked| *asked != value) {
            drop_pending();
            asked.set_value(value.clone());
            draft.set(value);
        }
    });
    on_cleanup(drop_pending);
    let on_input = move |event| {
        draft.set(event_target_value(&event));
        drop_pending();
        pending.set_value(set_timeout_with_handle(ask, PAUSE).ok());
    };
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            ask();
        }
        "Escape" if draft.with_untracked(|draft| !draft.is_empty()) => {
            event.prevent_default();
            event.stop_propagation();
            draft.set(String::new());
            ask();
        }
        _ => {}
    };
    view! {
        <label class="search-field">
            <Icon name=IconName::Search/>
            <input
                class="field"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-label=label
                placeholder=label
                aria-keyshortcuts=hotkey
                prop:value=draft
                node_ref=node_ref
                on:input=on_input
                on:keydown=on_key
            />
            {hotkey.map(|key| view! { <kbd aria-hidden="true">{key}</kbd> })}
        </label>
    }
}
