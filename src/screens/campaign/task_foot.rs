//! The foot of the task table.

use super::task_asked::ShownTasks;
use super::task_filters::set_tasks;
use super::tasks::saturated;
use crate::domain::block::Row;
use crate::domain::glyph::Glyph;
use crate::domain::page::Total;
use crate::domain::route::TaskQuery;
use crate::domain::task::TaskPage;
use crate::domain::tone::Tone;
use crate::screens::most::MOST;
use crate::state::live::Live;
use crate::ui::{Note, Pager};
use leptos::prelude::*;

/// How many of how many, the pages, and the rows that could not be read.
#[component]
pub fn Foot(
    /// The page.
    live: Live,
    /// The tasks on screen.
    shown: ShownTasks,
    /// Whether they are those that the filters ask for.
    answered: Memo<bool>,
) -> impl IntoView {
    let info = Memo::new(move |_| shown.with(|page| page.as_ref().map(|page| page.page.clone())));
    let there = Memo::new(move |_| info.with(Option::is_some));
    let page = Signal::derive(move || {
        // Also where another filter is answered with as many.
        shown.track();
        info.get().unwrap_or_default()
    });
    let asked = Signal::derive(move || live.query().with(TaskQuery::to_query));
    let summary = Signal::derive(move || {
        if !answered.get() {
            return "Loading the tasks that were asked for.".to_owned();
        }
        let rows = shown.with(|page| page.as_ref().map_or(0, |page| page.items.len().min(MOST)));
        let snapshot = live.snapshot.get();
        live.conclude(&snapshot, |_, formats| {
            let rows = formats.count(i64::try_from(rows).unwrap_or(i64::MAX));
            match page.with(|page| page.known_total()) {
                Total::Exact(n) => {
                    format!("Showing {rows} of {} tasks.", formats.count(saturated(n)))
                }
                Total::AtLeast(n) => format!(
                    "Showing {rows} of at least {} tasks.",
                    formats.count(saturated(n))
                ),
                Total::Unknown => format!("Showing {rows} tasks; the total is not reported."),
            }
        })
    });
    let odd = Memo::new(move |_| {
        shown.with(|page| {
            page.as_ref()
                .map(|page| unreadable_rows(page))
                .unwrap_or_default()
        })
    });
    let go = move |number: u32| set_tasks(live, move |query| query.with_page(number));
    view! {
        {move || {
            let odd = odd.get();
            (!odd.is_empty()).then(|| view! {
                <div class="card-body">
                    <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                        <b>{match odd.len() { 1 => "1 row could not be read. ".to_owned(), n => format!("{n} rows could not be read. ") }}</b>
                        {odd.join("; ")}
                    </Note>
                </div>
            })
        }}
        {move || there.get().then(|| view! {
            <footer class="card-foot"><Pager page summary asked on_page=go/></footer>
        })}
    }
}

/// At most three of the rows that could not be read, each with what did not fit.
fn unreadable_rows(page: &TaskPage) -> Vec<String> {
    let said = page.items.iter().filter_map(|row| match row {
        Row::Unreadable(unreadable) => Some(unreadable.to_string()),
        Row::Good(_) => None,
    });
    said.take(3).collect()
}
