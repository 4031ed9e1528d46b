//! The calls of the view on screen, all pages of them, as a file.

use super::Calls;
use crate::domain::export::CALLS;
use crate::domain::route::MAXIMUM_SIZE;
use crate::screens::export_list::{ExportList, Exported};
use crate::state::report::List;
use leptos::prelude::*;

/// The button.
#[component]
pub fn Export(
    /// The call log.
    calls: Calls,
) -> impl IntoView {
    let session = calls.session;
    let there = Memo::new(move |_| calls.remote.state.with(|state| state.value().is_some()));
    let exported = move || {
        let read_at = calls.remote.state.with_untracked(|state| {
            let captured = state.value()?.captured_at.value()?;
            captured.ms.map(|_| captured.clone())
        });
        let query = calls.query.get_untracked();
        // Calls that are made meanwhile would push others over the pages' edges.
        let before = query.before.clone();
        let before = before.or_else(|| read_at.as_ref().map(|at| at.text.clone()));
        let after = query.after.clone();
        let query = query.with_times(after, before).with_size(MAXIMUM_SIZE);
        let list = List::new(CALLS, move |place, ask| {
            session.client().calls(query.clone().at(place), ask)
        });
        Exported {
            subject: "calls".to_owned(),
            read_at,
            list: list.at_rest(),
        }
    };
    view! { <ExportList session label="Export this view" there exported/> }
}
