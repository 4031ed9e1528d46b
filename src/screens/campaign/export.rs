//! The campaign's tables as files: its tasks as they are filtered, and its
//! number pool.

use crate::domain::export::{NUMBERS, TASKS};
use crate::domain::report::plain_name;
use crate::domain::route::MAXIMUM_SIZE;
use crate::screens::export_list::{ExportList, Exported};
use crate::state::live::Live;
use crate::state::report::List;
use leptos::prelude::*;

/// Saves the tasks that the filters keep, all pages of them.
#[component]
pub fn ExportTasks(
    /// The page.
    live: Live,
    /// Whether the tasks on screen are those that the filters ask for.
    answered: Memo<bool>,
) -> impl IntoView {
    let session = live.page.session;
    let exported = move || {
        let id = live.page.id.get_value();
        let query = live.query().get_untracked().with_size(MAXIMUM_SIZE);
        Exported {
            subject: ["tasks-", &plain_name(&id.0)].concat(),
            read_at: Some(live.snapshot.with_untracked(|s| s.captured_at.clone())),
            list: List::new(TASKS, move |place, ask| {
                session
                    .client()
                    .tasks(id.clone(), query.clone().at(place), ask)
            }),
        }
    };
    view! { <ExportList session label="Export" small=true there=answered exported/> }
}

/// Saves the whole pool, also what is beyond the rows on screen.
#[component]
pub fn ExportNumbers(
    /// The page.
    live: Live,
) -> impl IntoView {
    let session = live.page.session;
    let exported = move || {
        let id = live.page.id.get_value();
        Exported {
            subject: ["numbers-", &plain_name(&id.0)].concat(),
            read_at: Some(live.snapshot.with_untracked(|s| s.captured_at.clone())),
            list: List::new(NUMBERS, move |place, ask| {
                session.client().numbers(id.clone(), place, ask)
            }),
        }
    };
    view! { <ExportList session label="Export the pool" small=true there=true exported/> }
}
