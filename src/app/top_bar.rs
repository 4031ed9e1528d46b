//! The top bar: where this is, the find box, whose clock the times follow.

use super::account::Account;
use super::frame::Frame;
use crate::domain::route::{CampaignQuery, Route, TriagePlace};
use crate::state::preferences::{Choice, ZoneChoice};
use crate::state::session::{Session, use_session};
use crate::ui::{Icon, IconButton, IconName, SegmentOption, Segmented, use_copier};
use leptos::prelude::*;

/// Breadcrumb, find box, zone switch.
#[component]
pub fn TopBar(
    /// What it opens.
    frame: Frame,
) -> impl IntoView {
    let menu_open = frame.menu_open;
    let session = use_session();
    let copier = use_copier();
    let navigation = session.navigation;
    let copy_link = move |()| {
        if let Some(address) = navigation.absolute(&navigation.route().get_untracked()) {
            copier.copy(&address, "Link to this view copied.");
        }
    };
    view! {
        <header class="topbar">
            <span class="topbar-menu">
                <IconButton icon=IconName::Menu label="Navigation" on_press=move |()| menu_open.update(|open| *open = !*open)/>
            </span>
            <Crumbs session/>
            <IconButton icon=IconName::Link label="Copy link to this view" on_press=copy_link/>
            <Find frame/>
            <ZoneSwitch session/>
            <Account session/>
        </header>
    }
}

#[component]
fn Crumbs(session: Session) -> impl IntoView {
    let navigation = session.navigation;
    let here = Memo::new(move |_| navigation.route().with(place));
    let name = session.title;
    view! {
        <nav class="crumbs-nav" aria-label="Breadcrumb">
            {move || match here.get() {
                Err(list) => view! { <ol class="crumbs"><li aria-current="page">{list}</li></ol> }.into_any(),
                Ok((list, route, id)) => {
                    let shown = Memo::new(move |_| name.get().unwrap_or_else(|| id.clone()));
                    view! {
                        <ol class="crumbs">
                            <li><a href=navigation.href(&route)>{list}</a></li>
                            <li aria-current="page" title=shown>{shown}</li>
                        </ol>
                    }
                    .into_any()
                }
            }}
        </nav>
    }
}

/// A list by its name, or one thing, by its ID, under its list.
fn place(route: &Route) -> Result<(&'static str, Route, String), &'static str> {
    let in_campaigns = |id: String| {
        let list = Route::Campaigns(CampaignQuery::default());
        Ok(("Campaigns", list, id))
    };
    match route {
        Route::Campaigns(_) => Err("Campaigns"),
        Route::Calls(_) => Err("Call log"),
        Route::Records(_) => Err("Records"),
        Route::Live => Err("Live Ops"),
        Route::Jobs(_) => Err("Jobs"),
        Route::Api => Err("What this API provides"),
        Route::Campaign { id, .. } => in_campaigns(id.0.clone()),
        Route::Triage(place) => match place.subject() {
            Some(id) => Ok((
                "Triage",
                Route::Triage(TriagePlace::default()),
                id.to_owned(),
            )),
            None => Err("Triage"),
        },
        Route::NotFound(_) => in_campaigns("Not found".to_owned()),
    }
}

/// Opens the palette, which finds everything.
#[component]
fn Find(frame: Frame) -> impl IntoView {
    view! {
        <button
            type="button"
            class="find field"
            aria-label="Campaign, contact, phone or any ID"
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K Meta+K"
            on:click=move |_| frame.palette_open.set(true)
        >
            <Icon name=IconName::Search/>
            <span>"Campaign, contact, phone or any ID"</span>
            <kbd aria-hidden="true">"Ctrl K"</kbd>
        </button>
    }
}

#[component]
fn ZoneSwitch(session: Session) -> impl IntoView {
    let chosen = session.preferences.zone;
    let presentation = session.presentation;
    let options = Memo::new(move |_| {
        let campaign = presentation.campaign_zone.get();
        let now = crate::state::clock::now();
        let label = |choice: ZoneChoice| {
            let zone = presentation.zone(choice, campaign.as_deref());
            presentation.written_in(&zone, now, |formats| {
                formats.locale.local(formats.now, formats.zone).zone_label
            })
        };
        let option = |choice: ZoneChoice, words: String| SegmentOption {
            value: choice.word().to_owned(),
            label: words,
        };
        let theirs = match &campaign {
            Some(_) => format!("Campaign {}", label(ZoneChoice::Campaign)),
            None => "Campaign".to_owned(),
        };
        vec![
            option(ZoneChoice::Campaign, theirs),
            option(
                ZoneChoice::Mine,
                format!("Mine {}", label(ZoneChoice::Mine)),
            ),
            option(ZoneChoice::Utc, "UTC".to_owned()),
        ]
    });
    let value = Signal::derive(move || chosen.get().word().to_owned());
    let choose = move |word: String| chosen.set(ZoneChoice::from_word(&word));
    view! { <Segmented label="Times in" options value on_change=choose/> }
}
