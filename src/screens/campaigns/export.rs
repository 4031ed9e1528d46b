//! The campaigns of the view on screen, all pages of them, as a file.

use super::Campaigns;
use crate::domain::campaign::CampaignPage;
use crate::domain::export::CAMPAIGNS;
use crate::domain::route::MAXIMUM_SIZE;
use crate::screens::export_list::{ExportList, Exported};
use crate::state::remote::RemoteHandle;
use crate::state::report::List;
use leptos::prelude::*;

/// The button.
#[component]
pub fn Export(
    /// What is asked of the list.
    list: Campaigns,
    /// The list.
    remote: RemoteHandle<CampaignPage>,
) -> impl IntoView {
    let session = list.session;
    let there = Memo::new(move |_| remote.state.with(|state| state.value().is_some()));
    let exported = move || {
        let query = list.query.get_untracked().with_size(MAXIMUM_SIZE);
        Exported {
            subject: "campaigns".to_owned(),
            read_at: remote
                .state
                .with_untracked(|state| state.value()?.captured_at.value().cloned()),
            list: List::new(CAMPAIGNS, move |place, ask| {
                session.client().campaigns(query.clone().at(place), ask)
            }),
        }
    };
    view! { <ExportList session label="Export this view" there exported/> }
}
