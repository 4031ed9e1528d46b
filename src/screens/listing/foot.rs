//! How many of how many, and the pages.

use super::{Listing, PageOf};
use crate::domain::page::{Listed, Total};
use crate::domain::route::ListQuery;
use crate::ui::Pager;
use leptos::prelude::*;
use std::sync::Arc;

/// Most rows drawn at once, the contract's largest page. An API that sends more
/// has them counted in the foot, not drawn.
pub const MOST: usize = 200;

/// The foot of a list.
#[component]
pub fn Foot<L: Listing>(
    /// The list.
    list: L,
    /// Its page on screen.
    page: RwSignal<Arc<PageOf<L>>>,
) -> impl IntoView {
    let info = Signal::derive(move || page.with(|page| page.info().clone()));
    let summary = Signal::derive(move || {
        page.with(|page| {
            list.write(page, |formats| {
                let exact = |n: u64| formats.count(i64::try_from(n).unwrap_or(i64::MAX));
                let shown = formats.count(page.rows().len().min(MOST) as i64);
                let rows = L::ROWS;
                match page.info().known_total() {
                    Total::Exact(n) => format!("Showing {shown} of {} {rows}.", exact(n)),
                    Total::AtLeast(n) => {
                        format!("Showing {shown} of at least {} {rows}.", exact(n))
                    }
                    Total::Unknown => {
                        format!("Showing {shown} {rows}; the total is not reported.")
                    }
                }
            })
        })
    });
    let go = move |number: u32| {
        list.ask(move |query| query.at_page(number));
    };
    view! { <footer class="card-foot"><Pager page=info summary on_page=go/></footer> }
}
