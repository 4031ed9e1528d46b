//! Why there are no rows.

use super::{Listing, PageOf};
use crate::domain::page::Listed;
use crate::domain::route::ListQuery;
use crate::screens::list_empty::{Emptiness, ListEmpty};
use leptos::prelude::*;
use std::sync::Arc;

/// Why the list has no rows, and what to do about it.
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
    let why = Signal::derive(move || Emptiness {
        unreadable: page.with(|page| !page.rows().is_empty()),
        beyond: query.with(ListQuery::is_beyond_first),
        filtered: query.with(ListQuery::is_narrowed),
    });
    let first = move |()| list.ask(|query| query.at_page(1));
    let clear = move |()| list.ask(ListQuery::all);
    view! {
        <ListEmpty nouns=(L::ROW, L::ROWS) why none_yet on_first=first on_clear=clear/>
    }
}
