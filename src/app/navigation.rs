//! The side navigation: where one can go, and how things are shown.

use crate::domain::route::{CallQuery, CampaignQuery, JobsPlace, RecordsPlace, Route, TriagePlace};
use crate::state::preferences::{Density, Theme, ZoneChoice};
use crate::state::session::use_session;
use crate::ui::element_id::element_id;
use crate::ui::{Icon, IconName, Logo};
use leptos::prelude::*;

/// Navigation, workspace, and the operator's settings.
#[component]
pub fn NavigationBar(
    /// Whether it is open where it is behind a button.
    open: RwSignal<bool>,
    /// Opens the list of keys.
    help_open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let has_records = Memo::new(move |_| session.may_offer("records"));
    let has_live = Memo::new(move |_| session.may_offer("live"));
    let has_jobs = Memo::new(move |_| session.may_offer("jobs"));
    let has_calls = Memo::new(move |_| session.may_offer("calls"));
    view! {
        <nav class="nav" aria-label="Main" id="navigation" data-open=move || open.get().then_some("")>
            <div class="nav-inner">
            <p class="nav-brand"><Logo/> "Ringside"</p>
            <Workspace/>
            <ul class="nav-list">
                {move || has_live.get().then(|| view! {
                    <Place open label="Live Ops" icon=IconName::Gauge to=Route::Live has=|route| *route == Route::Live/>
                })}
                <Place
                    open
                    label="Campaigns"
                    icon=IconName::Megaphone
                    to=Route::Campaigns(CampaignQuery::default())
                    has=|route| matches!(route, Route::Campaigns(_) | Route::Campaign { .. })
                />
                {move || has_jobs.get().then(|| view! {
                    <Place
                        open
                        label="Jobs"
                        icon=IconName::Jobs
                        to=Route::Jobs(JobsPlace::default())
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
            <Incidents open/>
            <Settings help_open/>
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

#[component]
fn Workspace() -> impl IntoView {
    let capabilities = use_session().capabilities.state;
    let name = Memo::new(move |_| {
        capabilities.with(|state| state.value().map(|known| known.workspace.name.clone()))
    });
    let failed = Memo::new(move |_| capabilities.with(|state| state.error().is_some()));
    move || {
        // Until it is known, its place is kept, so that the links below stay where they are.
        let name = name.get().or_else(|| (!failed.get()).then(String::new));
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

#[component]
fn Settings(help_open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let preferences = session.preferences;
    let route = session.navigation.route();
    let zone = move || match preferences.zone.get() {
        ZoneChoice::Campaign => "Times in campaign zone",
        ZoneChoice::Mine => "Times in my zone",
        ZoneChoice::Utc => "Times in UTC",
    };
    let theme = move || match preferences.theme.get() {
        Theme::Auto => "Theme: auto",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    let next_theme = move |_| {
        preferences.theme.update(|theme| {
            *theme = match theme {
                Theme::Auto => Theme::Light,
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::Auto,
            }
        });
    };
    let density = move || match preferences.density.get() {
        Density::Compact => "Rows: compact",
        Density::Comfortable => "Rows: comfortable",
    };
    let next_density = move |_| {
        preferences.density.update(|density| {
            *density = match density {
                Density::Compact => Density::Comfortable,
                Density::Comfortable => Density::Compact,
            }
        });
    };
    view! {
        <div class="nav-settings">
            <p class="nav-setting"><Icon name=IconName::Globe/> {zone}</p>
            <button type="button" class="nav-setting" on:click=next_theme>
                <Icon name=IconName::Contrast/> {theme}
            </button>
            <button type="button" class="nav-setting" on:click=next_density>
                <Icon name=IconName::Density/> {density}
            </button>
            <button type="button" class="nav-setting" on:click=move |_| help_open.set(true)>
                <Icon name=IconName::Keyboard/> "Keyboard"
            </button>
            <a
                class="nav-setting"
                href=session.navigation.href(&Route::Api)
                aria-current=move || route.with(|route| (*route == Route::Api).then_some("page"))
            >
                <Icon name=IconName::List/> "What this API provides"
            </a>
            <User/>
        </div>
    }
}

#[component]
fn User() -> impl IntoView {
    let capabilities = use_session().capabilities.state;
    let user = Memo::new(move |_| {
        capabilities.with(|state| {
            let user = state.value()?.user.value()?;
            let role = user.role.as_deref().map(|role| format!(" · {role}"));
            Some((user.name.clone(), role.unwrap_or_default()))
        })
    });
    move || {
        user.get().map(|(name, role)| {
            let initials: String = name
                .split_whitespace()
                .filter_map(|word| word.chars().next())
                .take(2)
                .collect();
            view! {
                <p class="nav-setting">
                    <span class="nav-avatar" aria-hidden="true">{initials}</span>
                    {name} {role}
                </p>
            }
        })
    }
}
