//! Views that this browser remembers: each a plain link, and a way to keep
//! the one on screen.

use super::Calls;
use super::save::SaveView;
use crate::domain::call::saved_view::{SavedView, keepable};
use crate::domain::route::CallQuery;
use crate::state::saved_views::SavedCallViews;
use crate::ui::{Icon, IconName};
use leptos::prelude::*;

/// The links, only if there are any or there is one to be kept.
#[component]
pub fn SavedViews(
    /// The call log.
    calls: Calls,
) -> impl IntoView {
    let saved = SavedCallViews::restore();
    let here = Memo::new(move |_| calls.query.with(|query| keepable(query.clone())));
    let can_keep = Memo::new(move |_| {
        let is_new = here.with(|here| *here != CallQuery::default());
        is_new && saved.with(|views| here.with(|here| views.iter().all(|view| view.query != *here)))
    });
    let asking = RwSignal::new(false);
    let any = Memo::new(move |_| saved.with(|views| !views.is_empty()));
    let links = move || {
        let views = saved.get();
        views
            .into_iter()
            .map(|view| link(calls, saved, view))
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

fn link(calls: Calls, saved: SavedCallViews, view: SavedView) -> impl IntoView {
    let SavedView { name, query } = view;
    let address = calls.href(query.clone());
    let is_here = Memo::new(move |_| calls.query.with(|here| *here == query));
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
