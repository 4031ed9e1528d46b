//! Incident triage: from a symptom to its likely cause, to a safe retry and a
//! complete hand-over.

use super::part::LazyPart;
use crate::domain::campaign::CampaignId;
use crate::domain::job::JobId;
use crate::domain::route::{Route, TriagePlace};
use crate::domain::scope::Scope;
use crate::part;
use crate::state::session::use_session;
use crate::ui::{Skeleton, SkeletonKind};
use leptos::prelude::*;

pub use incident::Triage;

mod asked;
mod assessed;
mod cause;
mod checks;
mod customer;
mod diagnostics;
mod escalation;
mod evidence_part;
mod find;
mod head;
mod incident;
mod page;
mod retry;
mod sign;
mod stale;
mod start;
mod symptoms;

/// The screen of triage.
#[component]
pub fn TriageScreen() -> impl IntoView {
    view! {
        <LazyPart
            fetch
            what="Triage"
            skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }.into_any()
        />
    }
}

part!(
    /// Fetches the screen.
    fetch, triage, build
);

/// Another campaign or run is another incident: nothing of one ever stands
/// under the name of another.
fn build() -> AnyView {
    let route = use_session().navigation.route();
    // Whoever leaves is not called back: the screen that goes stays where it was.
    let place = Memo::new(move |before: Option<&TriagePlace>| {
        route.with(|route| match route {
            Route::Triage(place) => place.clone(),
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let about = Memo::new(move |_| place.with(|place| (place.campaign.clone(), place.job.clone())));
    (move || match about.get() {
        (None, None) => view! { <start::Start/> }.into_any(),
        (Some(campaign), job) => {
            let scope = Scope::Campaign(campaign.clone());
            view! { <Incident place scope campaign=Some(campaign) job/> }.into_any()
        }
        (None, Some(job)) => {
            let scope = Scope::Job(job.clone());
            view! { <Incident place scope campaign=None job=Some(job)/> }.into_any()
        }
    })
    .into_any()
}

#[component]
fn Incident(
    place: Memo<TriagePlace>,
    scope: Scope,
    campaign: Option<CampaignId>,
    job: Option<JobId>,
) -> impl IntoView {
    let asked = asked::ask(use_session(), scope.clone(), campaign, job);
    let triage = Triage::of(use_session(), place, scope, asked);
    view! { <page::Page triage/> }
}
