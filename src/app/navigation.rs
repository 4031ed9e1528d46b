//! The side navigation: where one can go, and how things are shown.

use crate::api::config::settings::Settings;
use crate::domain::percent::encoded;
use crate::domain::route::{CallQuery, CampaignQuery, JobsPlace, RecordsPlace, Route, TriagePlace};
use crate::state::session::use_session;
use crate::ui::element_id::element_id;
use crate::ui::{Icon, IconName, Logo};
use footing::Footing;
use leptos::prelude::*;

mod footing;

/// Navigation, workspace, and the operator's settings.
#[component]
pub fn NavigationBar(
    /// Whether it is open where it is behind a button.
    open: RwSignal<bool>,
    /// Opens the list of keys.
    help_open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let shown = move |part: &str| !session.hides(part) && session.may_offer(part);
    let (settings, _) = Settings::read(&session.config().text);
    let jobs = JobsPlace {
        query: settings
            .project
            .as_deref()
            .map(of_project)
            .unwrap_or_default(),
        ..JobsPlace::default()
    };
    let workspace = settings.workspace.map(|workspace| workspace.name);
    let links = settings.links;
    let has_campaigns = Memo::new(move |_| !session.hides("campaigns") && session.has("campaigns"));
    let has_records = Memo::new(move |_| shown("records"));
    let has_live = Memo::new(move |_| shown("live"));
    let has_jobs = Memo::new(move |_| shown("jobs"));
    let has_calls = Memo::new(move |_| shown("calls"));
    view! {
        <nav class="nav" aria-label="Main" id="navigation" data-open=move || open.get().then_some("")>
            <div class="nav-inner">
            <p class="nav-brand"><Logo/> "Ringside"</p>
            <Workspace given=workspace/>
            <ul class="nav-list">
                {move || has_live.get().then(|| view! {
                    <Place open label="Live Ops" icon=IconName::Gauge to=Route::Live has=|route| *route == Route::Live/>
                })}
                {move || has_campaigns.get().then(|| view! {
                    <Place
                        open
                        label="Campaigns"
                        icon=IconName::Megaphone
                        to=Route::Campaigns(CampaignQuery::default())
                        has=|route| matches!(route, Route::Campaigns(_) | Route::Campaign { .. })
                    />
                })}
                {move || has_jobs.get().then(|| view! {
                    <Place
                        open
                        label="Jobs"
                        icon=IconName::Jobs
                        to=Route::Jobs(jobs.clone())
                        has=|route| matches!(route, Route::Jobs(_))
                    />
                })}
                {move || has_records.get().then(|| view! {
                    <Place
                        open
                        label="Records"
                        icon=IconName::List
                        to=Route::Records(RecordsPlace::default())
                        has=|route| matches!(route, Route::Records(_))
                    />
                })}
                {move || has_calls.get().then(|| view! {
                    <Place
                        open
                        label="Call log"
                        icon=IconName::Phone
                        to=Route::Calls(CallQuery::default())
                        has=|route| matches!(route, Route::Calls(_))
                    />
                })}
            </ul>
            {(!session.hides("triage")).then(|| view! { <Incidents open/> })}
            <Footing help_open links/>
            </div>
        </nav>
    }
}

#[component]
fn Incidents(open: RwSignal<bool>) -> impl IntoView {
    let heading = element_id("nav");
    let labelled_by = heading.clone();
    view! {
        <p class="nav-heading" id=heading>"Incidents"</p>
        <ul class="nav-list" aria-labelledby=labelled_by>
            <Place
                open
                label="Triage"
                icon=IconName::TriangleAlert
                to=Route::Triage(TriagePlace::default())
                has=|route| matches!(route, Route::Triage(_))
            />
        </ul>
    }
}

/// One of the places that the navigation leads to.
#[component]
fn Place(
    /// Whether the navigation is open; it closes on the way.
    open: RwSignal<bool>,
    label: &'static str,
    icon: IconName,
    /// Where it leads.
    to: Route,
    /// Whether a view is one of this place.
    has: fn(&Route) -> bool,
) -> impl IntoView {
    let navigation = use_session().navigation;
    let route = navigation.route();
    let current = move || route.with(has).then_some("page");
    view! {
        <li>
            <a class="nav-link" href=navigation.href(&to) aria-current=current on:click=move |_| open.set(false)>
                <Icon name=icon/>
                {label}
            </a>
        </li>
    }
}

fn of_project(id: &str) -> String {
    ["project=", &*encoded(id)].concat()
}

/// The workspace as the API names it, or else as the settings do.
#[component]
fn Workspace(given: Option<String>) -> impl IntoView {
    let capabilities = use_session().capabilities.state;
    let name = Memo::new(move |_| {
        capabilities.with(|state| state.value().map(|known| known.workspace.name.clone()))
    });
    let failed = Memo::new(move |_| capabilities.with(|state| state.error().is_some()));
    move || {
        // Until it is known, its place is kept, so that the links below stay where they are.
        let name = name.get().filter(|name| !name.trim().is_empty());
        let name = name.or_else(|| given.clone());
        let name = name.or_else(|| (!failed.get()).then(String::new));
        name.map(|name| {
            let initial: String = name.chars().take(1).flat_map(char::to_uppercase).collect();
            view! {
                <p class="nav-workspace">
                    <span class="nav-initial" aria-hidden="true">{initial}</span>
                    {name}
                </p>
            }
        })
    }
}
