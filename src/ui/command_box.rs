//! A text field over everything, with what it offers below.

use leptos::{ev, html, prelude::*};

use super::{
    element_id::element_id,
    focus::focused_element,
    icon::{Icon, IconName},
    tall_frame::keep_in_sight,
};

/// One thing that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandOption {
    /// What kind of thing it is: "Campaign", "Do".
    pub group: String,
    /// Its name.
    pub label: String,
    /// More about it; may be empty.
    pub sub: String,
}

/// A native dialog with a combobox: arrows move, Enter takes, Esc closes.
#[component]
pub fn CommandBox(
    /// Whether it is open. Set to false by Esc.
    open: RwSignal<bool>,
    /// Name of the dialog and of the field.
    #[prop(into)]
    label: Signal<String>,
    /// Stands in the empty field.
    #[prop(into)]
    placeholder: Signal<String>,
    /// The text.
    typed: RwSignal<String>,
    /// What is offered for the text.
    #[prop(into)]
    options: Signal<Vec<CommandOption>>,
    /// A sentence when there is nothing to offer, or not yet; else empty.
    #[prop(into)]
    status: Signal<String>,
    /// Called with the place of what was taken.
    #[prop(into)]
    on_choose: Callback<usize>,
) -> impl IntoView {
    let id = element_id("command");
    let element = NodeRef::<html::Dialog>::new();
    let chosen = RwSignal::new(0_usize);
    Effect::new(move || {
        let (open, Some(element)) = (open.get(), element.get()) else {
            return;
        };
        if open && !element.open() {
            keep_in_sight(&element, focused_element(&element).as_ref());
            // Refused only for an element that is no longer in the page.
            let _ = element.show_modal();
        } else if !open && element.open() {
            element.close();
        }
    });
    Effect::new(move |_| {
        typed.track();
        chosen.set(0);
    });
    let count = move || options.with_untracked(Vec::len);
    let on_key = move |event: ev::KeyboardEvent| {
        let at = chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => chosen.set((at + 1).min(count().saturating_sub(1))),
            "ArrowUp" => chosen.set(at.saturating_sub(1)),
            "Enter" if at < count() => on_choose.run(at),
            _ => return,
        }
        event.prevent_default();
    };
    let option_id = {
        let id = id.clone();
        move |at: usize| [&*id, "-", &*at.to_string()].concat()
    };
    let active = {
        let option_id = option_id.clone();
        move || (!options.with(Vec::is_empty)).then(|| option_id(chosen.get()))
    };
    let list = [&*id, "-list"].concat();
    let controls = list.clone();
    let rows = move || {
        let option_id = option_id.clone();
        let row = move |(at, option): (usize, CommandOption)| {
            let selected = move || (chosen.get() == at).to_string();
            view! {
                <li
                    id=option_id(at)
                    role="option"
                    class="command-option"
                    aria-selected=selected
                    on:click=move |_| on_choose.run(at)
                    on:pointermove=move |_| chosen.set(at)
                >
                    <span class="command-group">{option.group}</span>
                    <span class="command-label">{option.label}</span>
                    <span class="command-sub">{option.sub}</span>
                </li>
            }
        };
        options
            .get()
            .into_iter()
            .enumerate()
            .map(row)
            .collect::<Vec<_>>()
    };
    view! {
        <dialog class="dialog command" node_ref=element aria-label=label on:close=move |_| open.set(false)>
            <div class="command-field">
                <Icon name=IconName::Search/>
                <input
                    type="text"
                    role="combobox"
                    class="command-input"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=label
                    aria-expanded="true"
                    aria-controls=controls
                    aria-activedescendant=active
                    placeholder=placeholder
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:keydown=on_key
                />
            </div>
            <ul class="command-list" role="listbox" id=list aria-label=label>{rows}</ul>
            <p class="command-status" role="status">{status}</p>
        </dialog>
    }
}
