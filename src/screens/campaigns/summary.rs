//! The workspace in a few figures, each only if the API reports it.

use super::Campaigns;
use crate::domain::campaign::CampaignPage;
use crate::domain::campaign_summary::{Figure, figures};
use leptos::prelude::*;
use std::sync::Arc;

/// The strip above the list.
#[component]
pub fn Summary(
    /// The list.
    list: Campaigns,
    /// Its page on screen.
    page: RwSignal<Arc<CampaignPage>>,
) -> impl IntoView {
    let figures = Memo::new(move |_| {
        page.with(|page| list.write(page, None, |formats| figures(page, formats)))
    });
    let tile = |Figure {
                    label,
                    value,
                    sub,
                    bad,
                }: Figure| {
        view! {
            <div class="tile">
                <div class="tile-label"><span>{label}</span></div>
                <div class="tile-value" data-judgement=bad.then_some("bad")>{value}</div>
                <div class="tile-sub">{sub}</div>
            </div>
        }
    };
    move || {
        let figures = figures.get();
        (!figures.is_empty()).then(|| {
            view! {
                <div class="tile-strip" data-kind="summary" role="group" aria-label="Workspace">
                    {figures.into_iter().map(tile).collect::<Vec<_>>()}
                </div>
            }
        })
    }
}
