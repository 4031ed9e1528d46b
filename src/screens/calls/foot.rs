//! How many of how many, and the pages.

use super::Calls;
use super::table::MOST;
use crate::domain::call::CallPage;
use crate::domain::page::Total;
use crate::ui::Pager;
use leptos::prelude::*;
use std::sync::Arc;

/// The foot of the call log.
#[component]
pub fn Foot(
    /// The call log.
    calls: Calls,
    /// Its page on screen.
    page: RwSignal<Arc<CallPage>>,
) -> impl IntoView {
    let info = Signal::derive(move || page.with(|page| page.page.clone()));
    let summary = Signal::derive(move || {
        page.with(|page| {
            calls.write(page, |formats| {
                let exact = |n: u64| formats.count(i64::try_from(n).unwrap_or(i64::MAX));
                let shown = formats.count(page.items.len().min(MOST) as i64);
                match page.page.known_total() {
                    Total::Exact(n) => format!("Showing {shown} of {} calls.", exact(n)),
                    Total::AtLeast(n) => format!("Showing {shown} of at least {} calls.", exact(n)),
                    Total::Unknown => {
                        format!("Showing {shown} calls; the total is not reported.")
                    }
                }
            })
        })
    });
    let go = move |number: u32| calls.ask(move |query| query.with_page(number));
    view! { <footer class="card-foot"><Pager page=info summary on_page=go/></footer> }
}
