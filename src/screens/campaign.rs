//! The campaign page: is it dialing, and if not, why.

use crate::domain::campaign::CampaignId;
use crate::state::live::{Live, Opened};
use crate::state::session::use_session;
use leptos::prelude::*;
use super::loaded::Loaded;

mod actions;
mod banners;
mod details;
mod dispatch;
mod drawer;
mod ending;
mod figures;
mod head;
mod numbers;
mod polling;
mod skeleton;
mod task_filters;
mod task_table;
mod tasks;
mod verdict;
mod waterfall;

/// The campaign that the address names.
#[component]
pub fn CampaignScreen(
    /// Which one.
    id: CampaignId,
) -> impl IntoView {
    let page = Opened::new(use_session(), id);
    polling::start(page);
    view! {
        <Loaded
            remote=page.remote
            what="This campaign"
            skeleton=skeleton::page
            content=move |snapshot| {
                let live = Live::follow(page, snapshot);
                view! { <Page live/> }.into_any()
            }
        />
    }
}

#[component]
fn Page(live: Live) -> impl IntoView {
    let session = live.page.session;
    Effect::new(move |_| {
        let zone = live.snapshot.with(|s| s.campaign.time_zone.as_deref().map(str::to_owned));
        session.presentation.campaign_zone.set(zone);
    });
    on_cleanup(move || {
        session.presentation.campaign_zone.try_set(None);
    });
    view! {
        <div class="screen">
            <head::Head/>
            <banners::Banners/>
            <verdict::Verdict/>
            <figures::Figures/>
            <div class="columns">
                <div class="column">
                    <dispatch::DispatchHealth/>
                </div>
                <aside class="side" aria-label="About this campaign">
                    <details::Side/>
                </aside>
            </div>
            <tasks::Tasks/>
            <numbers::NumberPool/>
            <drawer::TaskDrawer/>
        </div>
    }
}
