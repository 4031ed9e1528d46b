//! The screen that the address names.

use crate::domain::route::Route;
use crate::screens::calls::CallsScreen;
use crate::screens::campaign::CampaignScreen;
use crate::screens::campaigns::CampaignsScreen;
use crate::screens::jobs::JobsScreen;
use crate::screens::live_ops::LiveOpsScreen;
use crate::screens::not_found::{HiddenHere, NotFound};
use crate::screens::provided::ProvidedScreen;
use crate::screens::records::RecordsScreen;
use crate::screens::triage::TriageScreen;
use crate::state::session::Session;
use leptos::prelude::*;

/// The part of a route that makes another screen; filters and drawers change
/// inside one.
#[derive(Clone, PartialEq)]
pub enum Place {
    Campaigns,
    Campaign(crate::domain::campaign::CampaignId),
    Calls,
    Records,
    Live,
    Jobs,
    Triage,
    Api,
    Nowhere(String),
}

/// The screen of a route.
pub fn place_of(route: &Route) -> Place {
    match route {
        Route::Campaigns(_) => Place::Campaigns,
        Route::Campaign { id, .. } => Place::Campaign(id.clone()),
        Route::Calls(_) => Place::Calls,
        Route::Records(_) => Place::Records,
        Route::Live => Place::Live,
        Route::Jobs(_) => Place::Jobs,
        Route::Triage(_) => Place::Triage,
        Route::Api => Place::Api,
        Route::NotFound(address) => Place::Nowhere(address.clone()),
    }
}

/// What of the navigation a place belongs to, as a deployment hides it.
fn part_of(place: &Place) -> &'static str {
    match place {
        Place::Campaigns | Place::Campaign(_) => "campaigns",
        Place::Calls => "calls",
        Place::Records => "records",
        Place::Live => "live",
        Place::Jobs => "jobs",
        Place::Triage => "triage",
        Place::Api | Place::Nowhere(_) => "",
    }
}

/// What the address names, unless the deployment hides it.
#[component]
pub fn Screen(
    /// The console.
    session: Session,
) -> impl IntoView {
    let route = session.navigation.route();
    let place = Memo::new(move |_| route.with(place_of));
    move || match place.get() {
        place if session.hides(part_of(&place)) => view! { <HiddenHere/> }.into_any(),
        Place::Campaigns => view! { <CampaignsScreen/> }.into_any(),
        Place::Campaign(id) => view! { <CampaignScreen id/> }.into_any(),
        Place::Calls => view! { <CallsScreen/> }.into_any(),
        Place::Records => view! { <RecordsScreen/> }.into_any(),
        Place::Live => view! { <LiveOpsScreen/> }.into_any(),
        Place::Jobs => view! { <JobsScreen/> }.into_any(),
        Place::Triage => view! { <TriageScreen/> }.into_any(),
        Place::Api => view! { <ProvidedScreen/> }.into_any(),
        Place::Nowhere(address) => view! { <NotFound address/> }.into_any(),
    }
}
