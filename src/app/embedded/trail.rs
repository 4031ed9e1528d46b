//! The way back to where the operator came from: the history of the page
//! around belongs to that page.

use crate::app::screen::{Place, place_of};
use crate::domain::route::Route;
use crate::state::session::Session;
use crate::ui::{Icon, IconName};
use leptos::prelude::*;

/// A link to the screen before this one; absent on the first. What the page
/// around leads to by itself is a first one.
#[component]
pub fn Back(
    /// The console.
    session: Session,
) -> impl IntoView {
    let navigation = session.navigation;
    let route = navigation.route();
    let trail = RwSignal::new(Vec::<Route>::new());
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if let Some(before) = before
            && place_of(&before) != place_of(&now)
        {
            trail.update(|trail| {
                let is_back = trail
                    .last()
                    .is_some_and(|last| place_of(last) == place_of(&now));
                if is_back {
                    trail.pop();
                } else if navigation.is_own(&now) {
                    trail.push(before);
                } else {
                    trail.clear();
                }
            });
        }
        now
    });
    let back = Memo::new(move |_| trail.with(|trail| trail.last().cloned()));
    move || {
        back.get().map(|route| {
            view! {
                <a class="embedded-back" href=navigation.href(&route)>
                    <Icon name=IconName::ChevronLeft/> {name(&place_of(&route))}
                </a>
            }
        })
    }
}

fn name(place: &Place) -> &'static str {
    match place {
        Place::Campaigns => "Campaigns",
        Place::Campaign(_) => "Campaign",
        Place::Calls => "Call log",
        Place::Records => "Records",
        Place::Live => "Live Ops",
        Place::Jobs => "Jobs",
        Place::Triage => "Triage",
        Place::Api => "What this API provides",
        Place::Nowhere(_) => "Back",
    }
}
