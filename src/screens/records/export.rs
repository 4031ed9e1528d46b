//! The records of the view on screen, all pages of them, as a file.

use super::Records;
use crate::domain::export::RECORDS;
use crate::domain::route::MAXIMUM_SIZE;
use crate::screens::export_list::{ExportList, Exported};
use crate::state::report::List;
use leptos::prelude::*;

/// The button.
#[component]
pub fn Export(
    /// The records.
    list: Records,
) -> impl IntoView {
    let session = list.session;
    let state = list.remote.state;
    let there = Memo::new(move |_| state.with(|state| state.value().is_some()));
    let exported = move || {
        let query = list.query.get_untracked().with_size(MAXIMUM_SIZE);
        Exported {
            subject: "records".to_owned(),
            read_at: state.with_untracked(|state| state.value()?.captured_at.value().cloned()),
            list: List::new(RECORDS, move |place, ask| {
                session.client().records(query.clone().at(place), ask)
            }),
        }
    };
    view! { <ExportList session label="Export this view" there exported/> }
}
