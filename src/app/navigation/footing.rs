//! The foot of the navigation: links of the house, how things are shown, and
//! who is signed in.

use crate::domain::route::Route;
use crate::living::after_paint;
use crate::state::preferences::{Density, Theme, ZoneChoice};
use crate::state::session::use_session;
use crate::ui::{Icon, IconName};
use leptos::prelude::*;

/// The operator's own settings, and the links of the house.
#[component]
pub fn Footing(help_open: RwSignal<bool>, links: Vec<(String, String)>) -> impl IntoView {
    let session = use_session();
    let preferences = session.preferences;
    let route = session.navigation.route();
    let zone = move || match (session.around.named_zone(), preferences.zone.get()) {
        (Some(name), _) => ["Times in ", &*name].concat(),
        (None, ZoneChoice::Campaign) => "Times in campaign zone".to_owned(),
        (None, ZoneChoice::Mine) => "Times in my zone".to_owned(),
        (None, ZoneChoice::Utc) => "Times in UTC".to_owned(),
    };
    let chooses_theme = Memo::new(move |_| !preferences.is_given(preferences.theme));
    let chooses_density = Memo::new(move |_| !preferences.is_given(preferences.density));
    // What was chosen is said at once; then the page turns, all of which is styled anew.
    let chosen = RwSignal::new(preferences.theme.get_untracked());
    Effect::new(move |_| chosen.set(preferences.theme.get()));
    let theme = move || match chosen.get() {
        Theme::Auto => "Theme: auto",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    let next_theme = move |_| {
        chosen.update(|theme| {
            *theme = match theme {
                Theme::Auto => Theme::Light,
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::Auto,
            }
        });
        preferences.remember(chosen.get_untracked());
        after_paint(chosen, move || {
            preferences.theme.set(chosen.get_untracked())
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
    let links = links.into_iter().map(|(label, url)| {
        view! {
            <a class="nav-setting" href=url target="_blank" rel="noopener noreferrer">
                <Icon name=IconName::External/> {label}
            </a>
        }
    });
    let links = links.collect::<Vec<_>>();
    view! {
        <div class="nav-settings">
            {links}
            <p class="nav-setting"><Icon name=IconName::Globe/> {zone}</p>
            {move || chooses_theme.get().then(|| view! {
                <button type="button" class="nav-setting" on:click=next_theme>
                    <Icon name=IconName::Contrast/> {theme}
                </button>
            })}
            {move || chooses_density.get().then(|| view! {
                <button type="button" class="nav-setting" on:click=next_density>
                    <Icon name=IconName::Density/> {density}
                </button>
            })}
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
