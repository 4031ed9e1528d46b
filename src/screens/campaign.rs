//! The campaign page: is it dialing, and if not, why.

use super::listed::Listed;
use super::loaded::Loaded;
use super::part::LazyPart;
use crate::domain::announce;
use crate::domain::campaign::CampaignId;
use crate::state::live::{Live, Opened};
use crate::state::session::use_session;
use crate::ui::{Announcer, Skeleton, SkeletonKind};
use containment::Containing;
use evidence::Numbers;
use leptos::prelude::*;

mod action_menu;
mod actions;
mod activity;
mod age_board;
mod banners;
mod breakdowns;
mod call_windows;
mod containment;
mod containment_dialog;
mod cost;
mod details;
mod dialer_metrics;
mod dispatch;
mod dispatch_chips;
mod dispatch_stats;
mod drawer;
mod ending;
mod evidence;
mod export;
mod figures;
mod head;
mod intelligence;
mod launch;
mod likely_end;
mod metrics;
mod moves;
mod number_cells;
mod number_order;
mod numbers;
pub mod panel;
mod part_notes;
mod polling;
mod rest;
mod retries;
mod signals;
mod skeleton;
mod stage;
mod task_asked;
mod task_columns;
mod task_events;
mod task_filters;
mod task_foot;
mod task_table;
mod tasks;
mod timeline;
mod unreported;
mod upload;
mod verdict;
mod waterfall;

/// The campaign that the address names.
#[component]
pub fn CampaignScreen(
    /// Which one.
    id: CampaignId,
) -> impl IntoView {
    let name = id.0.clone();
    let page = Opened::new(use_session(), id);
    polling::start(page);
    let unnamed = Memo::new(move |_| page.remote.state.with(|state| state.value().is_none()));
    view! {
        {move || unnamed.get().then(|| view! { <h1 class="visually-hidden">"Campaign " {name.clone()}</h1> })}
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
        let zone = live
            .snapshot
            .with(|s| s.campaign.time_zone.as_deref().map(str::to_owned));
        session.presentation.campaign_zone.set(zone);
    });
    Effect::new(move |_| {
        let name = live
            .snapshot
            .with(|snapshot| snapshot.campaign.name.clone());
        session.around.name_window(&name);
        session.title.set(Some(name));
    });
    on_cleanup(move || {
        session.presentation.campaign_zone.try_set(None);
        session.title.try_set(None);
        session.leads_to.try_set(None);
        session.around.unname_window();
    });
    tell_refreshes(live);
    Containing::provide();
    Numbers::provide();
    provide_context(Listed::default());
    view! {
        <div class="screen">
            <head::Head/>
            <banners::Banners/>
            <verdict::Verdict/>
            <LazyPart fetch=signals::fetch what="The signals of this session" skeleton=|| ().into_any()/>
            <figures::Figures/>
            <LazyPart
                fetch=rest::fetch
                what="The rest of this page"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(8)/> }.into_any()
            />
        </div>
    }
}

/// Says what a refresh brought, for those who do not see the figures change.
fn tell_refreshes(live: Live) {
    let announcer = expect_context::<Announcer>();
    let state = live.page.remote.state;
    Effect::new(move |_| {
        let snapshot = live.snapshot.get();
        live.history.with(|history| {
            if let (Some(previous), Some(latest)) = (history.previous(), history.latest()) {
                let words = live.conclude(&snapshot, |_, formats| {
                    announce::refreshed(previous, latest, formats)
                });
                announcer.say(&words);
            }
        });
    });
    let fetched = Memo::new(move |_| state.with(|state| state.fetched_at()));
    Effect::new(move |before: Option<Option<i64>>| {
        let now = fetched.get();
        let same = state.with_untracked(|state| {
            state.value().is_some_and(|value| {
                live.snapshot
                    .with_untracked(|shown| std::sync::Arc::ptr_eq(shown, value))
            })
        });
        if before.is_some_and(|before| before != now) && same {
            announcer.say("Updated. Nothing has changed.");
        }
        now
    });
}
