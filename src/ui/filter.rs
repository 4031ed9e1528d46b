//! Filters as chips.

use leptos::prelude::*;

use crate::domain::{glyph::Glyph, tone::Tone};

use super::{
    element_id::element_id,
    glyph::GlyphIcon,
    icon::{Icon, IconName},
    placement::Align,
    popover::Popover,
};

/// One value that a list can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterOption {
    /// What goes to the server.
    pub value: String,
    /// What stands on screen.
    pub label: String,
    /// How many rows match, formatted; nothing when not reported.
    pub count: Option<String>,
    /// Picture and tone of a status.
    pub mark: Option<(Tone, Glyph)>,
}

/// A chip that opens a list of checkboxes.
#[component]
pub fn FilterMenu(
    /// What is filtered by: "Status".
    #[prop(into)]
    label: Signal<String>,
    /// The values on offer, read while open.
    #[prop(into)]
    options: Signal<Vec<FilterOption>>,
    /// The values that are on.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Called with the new choice, in the order of the options.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
) -> impl IntoView {
    let id = element_id("filter");
    let popover = Popover::new(Align::Start);
    let toggle = move |value: &str, on: bool| {
        let mut wanted = chosen.get_untracked();
        wanted.retain(|chosen| chosen != value);
        if on {
            wanted.push(value.to_owned());
        }
        on_change.run(in_order(wanted, &options.get_untracked()));
    };
    let boxes = move || {
        popover.is_open().then(|| {
            let chosen = chosen.get();
            options
                .get()
                .into_iter()
                .map(|option| {
                    let on = chosen.contains(&option.value);
                    checkbox(option, on, toggle)
                })
                .collect::<Vec<_>>()
        })
    };
    let count = move || chosen.with(Vec::len);
    let badge =
        move || (count() > 0).then(|| view! { <b class="chip-number">{count().to_string()}</b> });
    view! {
        <button
            type="button"
            class="filter-chip"
            data-on=move || (count() > 0).then_some("")
            aria-expanded=move || popover.expanded()
            popovertarget=id.clone()
            node_ref=popover.trigger
        >
            <span>{label}</span>
            {badge}
            <Icon name=IconName::ChevronDown/>
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
                <legend class="visually-hidden">{label}</legend>
                {boxes}
            </fieldset>
        </div>
    }
}

fn checkbox(
    option: FilterOption,
    on: bool,
    toggle: impl Fn(&str, bool) + 'static,
) -> impl IntoView {
    let FilterOption {
        value,
        label,
        count,
        mark,
    } = option;
    let tone = mark.map(|(tone, _)| tone.name());
    view! {
        <label class="check-row" data-tone=tone>
            <input
                type="checkbox"
                prop:checked=on
                on:change=move |event| toggle(&value, event_target_checked(&event))
            />
            {mark.map(|(_, glyph)| view! { <GlyphIcon glyph/> })}
            <span class="check-label">{label}</span>
            {count.map(|count| view! { <span class="check-count">{count}</span> })}
        </label>
    }
}

/// The wanted values in the order of the options; values that are no longer
/// on offer (from an old link) stay, at the end.
fn in_order(mut wanted: Vec<String>, options: &[FilterOption]) -> Vec<String> {
    let place = |value: &String| {
        options
            .iter()
            .position(|option| option.value == *value)
            .unwrap_or(usize::MAX)
    };
    wanted.sort_by_key(place);
    wanted
}

/// A filter that is on, with a button that takes it off.
#[component]
pub fn FilterChip(
    /// The filter: "Status: Ringing".
    #[prop(into)]
    label: Signal<String>,
    /// Called to take it off.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let name = move || ["Remove filter ", label.get().as_str()].concat();
    view! {
        <span class="filter-chip" data-on="">
            <span>{label}</span>
            <button type="button" class="chip-remove" aria-label=name on:click=move |_| on_remove.run(())>
                <Icon name=IconName::Close/>
            </button>
        </span>
    }
}

/// A chip that is on or off, one of a few in view.
#[component]
pub fn FilterToggle(
    /// What it keeps, with how many: "Failed 37".
    label: String,
    /// Whether it is on.
    on: bool,
    /// Called on press.
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="filter-toggle"
            aria-pressed=if on { "true" } else { "false" }
            on:click=move |_| on_press.run(())
        >
            {label}
        </button>
    }
}
