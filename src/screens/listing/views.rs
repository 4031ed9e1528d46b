//! Views that this browser remembers: each a plain link, and a way to keep
//! the one on screen.

use super::Listing;
use super::save::SaveView;
use crate::domain::route::ListQuery;
use crate::domain::saved_view::SavedView;
use crate::state::saved_views::SavedViewsOf;
use crate::ui::{Icon, IconName};
use leptos::prelude::*;

/// The links, only if there are any or there is one to be kept.
#[component]
pub fn SavedViews<L: Listing>(
    /// The list.
    list: L,
) -> impl IntoView {
    let saved = SavedViewsOf::<L::Query>::restore(L::VIEWS);
    let here = Memo::new(move |_| list.query().with(|query| query.clone().keepable()));
    let can_keep = Memo::new(move |_| {
        let is_new = here.with(|here| *here != L::Query::default());
        is_new && saved.with(|views| here.with(|here| views.iter().all(|view| view.query != *here)))
    });
    let asking = RwSignal::new(false);
    let any = Memo::new(move |_| saved.with(|views| !views.is_empty()));
    let links = move || {
        let views = saved.get();
        views
            .into_iter()
            .map(|view| link(list, saved, view))
            .collect::<Vec<_>>()
    };
    view! {
        <nav class="saved-views" aria-label="Saved views" hidden=move || !any.get() && !can_keep.get()>
            {links}
            {move || can_keep.get().then(|| view! {
                <button type="button" class="text-button" on:click=move |_| asking.set(true)>"Save this view…"</button>
            })}
        </nav>
        <SaveView open=asking here saved/>
    }
}

fn link<L: Listing>(
    list: L,
    saved: SavedViewsOf<L::Query>,
    view: SavedView<L::Query>,
) -> impl IntoView {
    let SavedView { name, query } = view;
    let address = list.href(query.clone());
    let is_here = Memo::new(move |_| list.query().with(|here| *here == query));
    let label = ["Delete view ", &name].concat();
    let shown = name.clone();
    view! {
        <span class="filter-chip" data-on=move || is_here.get().then_some("")>
            <a href=address aria-current=move || is_here.get().then_some("page")>{shown}</a>
            <button
                type="button"
                class="chip-remove"
                aria-label=label
                on:click=move |_| saved.delete(&name)
            >
                <Icon name=IconName::Close/>
            </button>
        </span>
    }
}
