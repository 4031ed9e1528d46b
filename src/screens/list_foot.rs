//! The foot of a list: how many of how many, and the pages.

use super::list_head::write;
use crate::domain::page::{PageInfo, Total};
use crate::screens::most::MOST;
use crate::state::session::Session;
use crate::ui::Pager;
use leptos::prelude::*;

/// "Showing 50 of 1,180 records." and the pager.
#[component]
pub fn ListFoot(
    /// The console it belongs to.
    session: Session,
    /// Where the page on screen stands.
    #[prop(into)]
    page: Signal<PageInfo>,
    /// Rows that the page has.
    #[prop(into)]
    shown: Signal<usize>,
    /// What the rows are: "records".
    noun: &'static str,
    /// What the list was asked for.
    #[prop(into)]
    asked: Signal<String>,
    /// Called with the wanted page.
    #[prop(into)]
    on_page: Callback<u32>,
) -> impl IntoView {
    let summary = Signal::derive(move || {
        write(session, None, None, |formats| {
            let exact = |n: u64| formats.count(i64::try_from(n).unwrap_or(i64::MAX));
            let shown = formats.count(shown.get().min(MOST) as i64);
            match page.with(PageInfo::known_total) {
                Total::Exact(n) => format!("Showing {shown} of {} {noun}.", exact(n)),
                Total::AtLeast(n) => format!("Showing {shown} of at least {} {noun}.", exact(n)),
                Total::Unknown => format!("Showing {shown} {noun}; the total is not reported."),
            }
        })
    });
    view! { <footer class="card-foot"><Pager page summary asked on_page of=noun/></footer> }
}
