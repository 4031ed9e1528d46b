//! How many of how many, and the pages.

use super::{Listing, PageOf};
use crate::domain::page::Listed;
use crate::domain::route::ListQuery;
use crate::screens::list_foot::ListFoot;
use leptos::prelude::*;
use std::sync::Arc;

pub use crate::screens::most::MOST;

/// The foot of a list.
#[component]
pub fn Foot<L: Listing>(
    /// The list.
    list: L,
    /// Its page on screen.
    page: RwSignal<Arc<PageOf<L>>>,
) -> impl IntoView {
    let info = Signal::derive(move || page.with(|page| page.info().clone()));
    let shown = Signal::derive(move || page.with(|page| page.rows().len()));
    let go = move |number: u32| {
        list.ask(move |query| query.at_page(number));
    };
    let asked = Signal::derive(move || list.query().with(ListQuery::written));
    view! { <ListFoot session=list.session() page=info shown asked noun=L::ROWS on_page=go/> }
}
