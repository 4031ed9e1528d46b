//! Which columns of a table are shown.

use leptos::prelude::*;

use super::{
    element_id::element_id,
    icon::{Icon, IconName},
    placement::Align,
    popover::Popover,
};

/// A column that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnOption {
    /// Its key, as in the address.
    pub key: &'static str,
    /// Its head.
    pub label: &'static str,
}

/// A button that opens a list of the columns.
#[component]
pub fn ColumnMenu(
    /// The columns that can be hidden, in the order of the table.
    columns: &'static [ColumnOption],
    /// The keys of the hidden ones.
    #[prop(into)]
    hidden: Signal<Vec<String>>,
    /// The keys of those that the API does not report: told, but not on offer.
    #[prop(optional, into)]
    unreported: Signal<Vec<&'static str>>,
    /// Called with the keys that are hidden from now on.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
) -> impl IntoView {
    let id = element_id("columns");
    let popover = Popover::new(Align::End);
    let set_shown = move |key: &str, shown: bool| {
        let mut hidden = hidden.get_untracked();
        hidden.retain(|hidden| hidden != key);
        if !shown {
            hidden.push(key.to_owned());
        }
        on_change.run(hidden);
    };
    let boxes = columns
        .iter()
        .map(|&ColumnOption { key, label }| {
            let lacks = Memo::new(move |_| unreported.with(|keys| keys.contains(&key)));
            let shown = move || {
                !lacks.get() && hidden.with(|hidden| !hidden.iter().any(|hidden| hidden == key))
            };
            view! {
                <label class="check-row">
                    <input
                        type="checkbox"
                        prop:checked=shown
                        prop:disabled=move || lacks.get()
                        on:change=move |event| set_shown(key, event_target_checked(&event))
                    />
                    <span class="check-label">{label}</span>
                    {move || lacks.get().then(|| view! { <span class="check-count">"Not reported"</span> })}
                </label>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <button
            type="button"
            class="button"
            data-kind="quiet"
            data-size="small"
            aria-expanded=move || popover.expanded()
            popovertarget=id.clone()
            node_ref=popover.trigger
        >
            <Icon name=IconName::Columns/>
            <span>"Columns"</span>
        </button>
        <div
            class="filter-menu"
            popover="auto"
            id=id.clone()
            node_ref=popover.panel
            on:beforetoggle=move |event| popover.on_before_toggle(&event)
            on:toggle=move |_| { popover.on_toggle(); }
        >
            <fieldset>
                <legend class="visually-hidden">"Columns shown"</legend>
                {boxes}
            </fieldset>
        </div>
    }
}
