//! Live Ops: the workspace right now, and what needs a person.

use super::attention::Attention;
use super::not_provided::if_provided;
use super::part::LazyPart;
use crate::part;
use crate::state::live_ops::LiveOps;
use crate::state::session::use_session;
use crate::ui::{Skeleton, SkeletonKind};
use leptos::prelude::*;

mod ages;
mod campaigns;
mod card_note;
mod head;
mod machinery;
mod strip;

/// The shift leader's page.
#[component]
pub fn LiveOpsScreen() -> impl IntoView {
    view! {
        <LazyPart
            fetch
            what="Live Ops"
            skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }.into_any()
        />
    }
}

part!(
    /// Fetches the screen.
    fetch, live_ops, build
);

fn build() -> AnyView {
    let session = use_session();
    session.title.set(None);
    session.around.name_window("Live Ops");
    on_cleanup(move || session.around.unname_window());
    if_provided("live", "Live Ops", || view! { <LiveOpsPage/> }.into_any())
}

#[component]
fn LiveOpsPage() -> impl IntoView {
    let session = use_session();
    let live = LiveOps::open(session);
    Effect::new(move |_| {
        let zone = live.cards.with(|cards| cards.zone().map(str::to_owned));
        if session.presentation.campaign_zone.get_untracked() != zone {
            session.presentation.campaign_zone.set(zone);
        }
    });
    on_cleanup(move || {
        session.presentation.campaign_zone.try_set(None);
    });
    view! {
        <div class="screen live-ops">
            <head::Head/>
            <strip::Strip/>
            <Attention/>
            <BelowAttention live/>
        </div>
    }
}

/// What stands below the list. How long that is, the first answers tell: drawn
/// before them, all of it would be pushed down under whoever reads it.
#[component]
fn BelowAttention(live: LiveOps) -> impl IntoView {
    let has_place = Memo::new(move |_| live.shown.with(Option::is_some));
    move || {
        has_place.get().then(|| {
            view! {
                <div class="live-columns">
                    <ages::Ages/>
                    <machinery::Machinery/>
                </div>
                <campaigns::RunningCampaigns/>
            }
        })
    }
}
