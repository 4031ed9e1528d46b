//! A control that an API has nothing for: in its place, and saying why.

use leptos::prelude::*;

use super::{
    element_id::element_id,
    icon::{Icon, IconName},
    tip::{TipText, Tipped},
};

/// Stands where a filter or a search would, stays in the tab order and says
/// why it cannot be used.
#[component]
pub fn Lacking(
    /// What the control is called: "Blocker".
    #[prop(into)]
    label: Signal<String>,
    /// "This API cannot filter by blocker."
    #[prop(into)]
    reason: Signal<String>,
    /// Whether it is a search.
    #[prop(optional)]
    search: bool,
) -> impl IntoView {
    let id = element_id("lacking");
    view! {
        <Tipped text=move || reason.try_get_untracked().map(TipText::from)>
            <button
                type="button"
                class="filter-chip"
                data-unavailable=""
                aria-disabled="true"
                aria-describedby=id.clone()
            >
                {search.then(|| view! { <Icon name=IconName::Search/> })}
                <span>{label}</span>
            </button>
            <span id=id hidden=true>{reason}</span>
        </Tipped>
    }
}
