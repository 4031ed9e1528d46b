//! A chip for each filter that is on, and a way to take them all off.

use super::{Kept, Listing, PageOf};
use crate::domain::call::span;
use crate::domain::facet::Faceted;
use crate::domain::route::ListQuery;
use crate::ui::FilterChip;
use leptos::prelude::*;
use std::sync::Arc;

/// What is on, each with what takes it off.
#[component]
pub fn Chips<L: Listing>(
    /// The list.
    list: L,
    /// Its page on screen.
    page: RwSignal<Arc<PageOf<L>>>,
) -> impl IntoView {
    let query = list.query();
    let filtered = Memo::new(move |_| query.with(ListQuery::is_narrowed));
    let chips = move || {
        let query = query.get();
        page.with(|page| {
            let filters = <L::Query as ListQuery>::FILTERS.iter();
            let of_filters = filters.flat_map(|filter| {
                let chosen = query.kept(*filter).iter();
                chosen.map(|value| of_filter(list, page, *filter, value))
            });
            let kept = list.also_kept(page, &query).into_iter();
            let all = of_filters.chain(kept.map(|kept| of_kept(list, kept)));
            all.chain(of_times(list, page, &query)).collect::<Vec<_>>()
        })
    };
    view! {
        {chips}
        {move || filtered.get().then(|| view! {
            <button type="button" class="text-button" on:click=move |_| list.ask(ListQuery::all)>
                "Clear filters"
            </button>
        })}
    }
}

fn chip<L: Listing>(
    list: L,
    label: String,
    without: impl Fn(L::Query) -> L::Query + Clone + Send + Sync + 'static,
) -> AnyView {
    let remove = move |()| list.ask(without.clone());
    view! { <FilterChip label on_remove=remove/> }.into_any()
}

fn of_filter<L: Listing>(
    list: L,
    page: &PageOf<L>,
    filter: <L::Query as ListQuery>::Filter,
    value: &str,
) -> AnyView {
    let words = list.write(page, |formats| page.choice(filter, value, formats).label);
    let name = <PageOf<L> as Faceted>::filter_name(filter);
    let value = value.to_owned();
    chip(list, [name, ": ", &words].concat(), move |query| {
        let kept = query.kept(filter).iter().filter(|kept| **kept != value);
        let kept = kept.cloned().collect();
        query.keep(filter, kept)
    })
}

fn of_kept<L: Listing>(list: L, kept: Kept<L::Query>) -> AnyView {
    let Kept { label, without } = kept;
    chip(list, label, without)
}

fn of_times<L: Listing>(list: L, page: &PageOf<L>, query: &L::Query) -> Option<AnyView> {
    let ends = (query.after(), query.before());
    let words = list.write(page, |formats| span::words(ends.0, ends.1, formats))?;
    let label = ["Started ", &words].concat();
    Some(chip(list, label, |query| query.between(None, None)))
}
