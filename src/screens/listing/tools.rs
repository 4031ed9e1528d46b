//! What narrows a list down. All of it in the address.

use super::chips::Chips;
use super::times::Times;
use super::{Listing, PageOf};
use crate::domain::facet::{Choice, Faceted};
use crate::domain::route::ListQuery;
use crate::screens::lacking::filtered;
use crate::ui::{FilterMenu, FilterOption, SearchField};
use leptos::prelude::*;
use std::sync::Arc;

/// Search field, one menu a property, times, and a chip for each that is on.
#[component]
pub fn Tools<L: Listing>(
    /// The list.
    list: L,
    /// Its page on screen.
    page: RwSignal<Arc<PageOf<L>>>,
    /// Behind the chips.
    #[prop(optional, into)]
    more: ViewFnOnce,
) -> impl IntoView {
    let query = list.query();
    let text = Signal::derive(move || query.with(|query| query.searched().to_owned()));
    let search = move |text: String| list.ask(move |query| query.search(&text));
    let menus = <L::Query as ListQuery>::FILTERS.iter();
    let session = list.session();
    let menus = menus.map(|filter| {
        let filter = *filter;
        let name = <L::Query as ListQuery>::wire_name(filter);
        let label = <PageOf<L> as Faceted>::filter_name(filter);
        filtered(session, L::RESOURCE, name, label, move || {
            view! { <Choices list page filter/> }.into_any()
        })
    });
    let name = ["Filter ", L::ROWS].concat();
    view! {
        <div class="filters" role="search" aria-label=name>
            {filtered(session, L::RESOURCE, "q", L::SEARCH, move || view! {
                <SearchField label=L::SEARCH value=text on_search=search hotkey="/"/>
            }.into_any())}
            {menus.collect::<Vec<_>>()}
            {filtered(session, L::RESOURCE, "after", "Started", move || view! { <Times list page/> }.into_any())}
            <Chips list page/>
            {more.run()}
        </div>
    }
}

/// A property's menu, only if the server says what there is to choose from.
#[component]
fn Choices<L: Listing>(
    list: L,
    page: RwSignal<Arc<PageOf<L>>>,
    filter: <L::Query as ListQuery>::Filter,
) -> impl IntoView {
    let options = Memo::new(move |_| {
        page.with(|page| {
            let choices = list.write(page, |formats| page.choices(filter, formats));
            choices.into_iter().map(option).collect::<Vec<_>>()
        })
    });
    let there = Memo::new(move |_| options.with(|options| !options.is_empty()));
    let query = list.query();
    let chosen = Signal::derive(move || query.with(|query| query.kept(filter).to_vec()));
    let change = move |values: Vec<String>| list.ask(move |query| query.keep(filter, values));
    let label = <PageOf<L> as Faceted>::filter_name(filter);
    move || {
        there
            .get()
            .then(|| view! { <FilterMenu label options chosen on_change=change/> })
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
