//! Why there are no rows.

use super::{Listing, PageOf};
use crate::domain::page::Listed;
use crate::domain::route::ListQuery;
use crate::ui::{Button, EmptyState};
use leptos::prelude::*;
use std::sync::Arc;

/// Filtered to nothing, past the last page, and nothing there are different
/// facts.
#[component]
pub fn Nothing<L: Listing>(
    /// The list.
    list: L,
    /// Its page on screen.
    page: RwSignal<Arc<PageOf<L>>>,
    /// Why there are none at all: "Every dial appears here as it is made."
    none_yet: &'static str,
) -> impl IntoView {
    let query = list.query();
    let unreadable = Memo::new(move |_| page.with(|page| !page.rows().is_empty()));
    let beyond = Memo::new(move |_| query.with(ListQuery::is_beyond_first));
    let filtered = Memo::new(move |_| query.with(ListQuery::is_narrowed));
    let first = move || {
        let first = move |()| list.ask(|query| query.at_page(1));
        view! { <Button label="To the first page" on_press=first/> }
    };
    let clear = move || {
        let clear = move |()| list.ask(ListQuery::all);
        view! { <Button label="Clear filters" on_press=clear/> }
    };
    move || {
        let (row, rows) = (L::ROW, L::ROWS);
        match (unreadable.get(), beyond.get(), filtered.get()) {
            (true, ..) => ().into_any(),
            (_, true, _) => view! {
                <EmptyState
                    title=format!("This page is past the last {row}")
                    text=format!("Fewer {rows} match now than when the link was made.")
                    action=first
                />
            }
            .into_any(),
            (_, _, true) => view! {
                <EmptyState
                    title=format!("No {row} matches these filters")
                    text="The search and every filter must match at once."
                    action=clear
                />
            }
            .into_any(),
            _ => view! { <EmptyState title=format!("No {rows} yet") text=none_yet/> }.into_any(),
        }
    }
}
