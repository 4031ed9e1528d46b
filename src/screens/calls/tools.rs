//! What narrows the call log down. All of it in the address.

use super::Calls;
use super::chips::Chips;
use super::times::Times;
use crate::domain::call::CallPage;
use crate::domain::call::facet::{self, Choice};
use crate::domain::route::CallFilter;
use crate::ui::{FilterMenu, FilterOption, SearchField};
use leptos::prelude::*;
use std::sync::Arc;

/// Search field, one menu a property, times, and a chip for each that is on.
#[component]
pub fn Tools(
    /// The call log.
    calls: Calls,
    /// Its page on screen.
    page: RwSignal<Arc<CallPage>>,
) -> impl IntoView {
    let query = calls.query;
    let text = Signal::derive(move || query.with(|query| query.q.clone()));
    let search = move |text: String| calls.ask(move |query| query.with_q(&text));
    let menus = CallFilter::ALL.map(|filter| view! { <Choices calls page filter/> });
    view! {
        <div class="filters" role="search" aria-label="Filter calls">
            <SearchField label="Phone, contact or any ID" value=text on_search=search hotkey="/"/>
            {menus.into_iter().collect::<Vec<_>>()}
            <Times calls page/>
            <Chips calls page/>
        </div>
    }
}

/// A property's menu, only if the server says what there is to choose from.
#[component]
fn Choices(calls: Calls, page: RwSignal<Arc<CallPage>>, filter: CallFilter) -> impl IntoView {
    let options = Memo::new(move |_| {
        page.with(|page| {
            let choices = calls.write(page, |formats| facet::choices(page, filter, formats));
            choices.into_iter().map(option).collect::<Vec<_>>()
        })
    });
    let there = Memo::new(move |_| options.with(|options| !options.is_empty()));
    let query = calls.query;
    let chosen = Signal::derive(move || query.with(|query| query.chosen(filter).to_vec()));
    let change = move |values: Vec<String>| calls.ask(move |query| query.with(filter, values));
    move || {
        there.get().then(|| {
            view! { <FilterMenu label=facet::name(filter) options chosen on_change=change/> }
        })
    }
}

fn option(choice: Choice) -> FilterOption {
    let Choice {
        value,
        label,
        mark,
        count,
    } = choice;
    FilterOption {
        value,
        label,
        count,
        mark,
    }
}
