//! The shell: navigation, top bar, the screen that the address names, and the
//! places where results are told.

use crate::api::config::Config;
use crate::api::host::Host;
use crate::domain::route::Route;
use crate::screens::calls::CallsScreen;
use crate::screens::campaign::CampaignScreen;
use crate::screens::campaigns::CampaignsScreen;
use crate::screens::jobs::JobsScreen;
use crate::screens::live_ops::LiveOpsScreen;
use crate::screens::not_found::{HiddenHere, NotFound};
use crate::screens::part::LazyPart;
use crate::screens::provided::ProvidedScreen;
use crate::screens::records::RecordsScreen;
use crate::screens::triage::TriageScreen;
use crate::state::around::Around;
use crate::state::faults::Faults;
use crate::state::navigation::Entry;
use crate::state::preferences::{Choice, Density, Theme};
use crate::state::report::Reporting;
use crate::state::session::Session;
use crate::ui::focus::{focus_in_place, focused_inside};
use crate::ui::{Announcer, ChartSource, Ground, LiveRegion, provide_feedback};
use frame::Frame;
use leptos::html;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;

mod account;
mod deployment;
mod frame;
mod keys;
mod navigation;
mod palette;
mod report_panel;
mod sign_in;
mod top_bar;

/// A console that was opened, as it can be told something from outside.
#[derive(Clone, Default)]
pub struct Opened(Rc<Cell<Option<Session>>>);

impl Opened {
    /// Does what the page around wants. What is not known is left alone.
    pub fn command(&self, name: &str, value: &str) {
        let Some(session) = self.0.get() else {
            return;
        };
        match name {
            "navigate" => session.navigation.follow(value),
            "go" => session.navigation.go(&Route::parse(value), Entry::New),
            "refresh" => session
                .refresh
                .update(|asked| *asked = asked.wrapping_add(1)),
            _ => {}
        }
    }
}

/// One console.
#[component]
pub fn App(
    /// The deployment's settings.
    config: Config,
    /// What it was mounted with.
    host: Host,
    /// Where it can be told something from outside.
    opened: Opened,
) -> impl IntoView {
    let (_, announcer) = provide_feedback();
    provide_context(ChartSource(StoredValue::new_local(host.method("charts"))));
    if let (true, Some(root)) = (host.is("embedded"), host.member("root")) {
        provide_context(Ground(StoredValue::new_local(root.unchecked_into())));
    }
    let around = Around::provide(host);
    let faults = Faults::provide(config.is_broken);
    provide_context(deployment::Text(StoredValue::new(config.text.clone())));
    let session = (!config.is_broken).then(|| Session::start(config, around, faults));
    opened.0.set(session.flatten());
    move || {
        match session {
        _ if faults.are_fatal.get() => {
            view! { <LazyPart fetch=deployment::fetch_page what="What is wrong with the settings" skeleton=nothing/> }.into_any()
        }
        Some(Some(session)) => view! { <Shell session announcer/> }.into_any(),
        _ => view! { <p role="alert">"This browser does not let the page read its own address."</p> }.into_any(),
    }
    }
}

fn nothing() -> AnyView {
    ().into_any()
}

#[component]
fn Shell(session: Session, announcer: Announcer) -> impl IntoView {
    let main = NodeRef::<html::Main>::new();
    let frame = Frame::provide();
    Reporting::provide();
    close_menu_and_focus_on_change(session, main, frame.menu_open);
    let density = session.preferences.density;
    let theme = session.preferences.theme;
    let forced = move || {
        Some(theme.get())
            .filter(|theme| *theme != Theme::Auto)
            .map(Choice::word)
    };
    // Once asked for, it stays: its fields may be half filled in.
    let is_embedded = session.around.is_embedded();
    let sign_in = Memo::new(move |was: Option<&bool>| {
        was.copied().unwrap_or_default() || session.signing.is_asked.get()
    });
    let skip = move |_| {
        if let Some(main) = main.get_untracked() {
            // Fails only for an element that is no longer in the page.
            let _ = main.focus();
        }
    };
    view! {
        <div class="ringside shell" data-embedded=is_embedded.then_some("") data-theme=forced data-density=move || match density.get() {
            Density::Compact => "compact",
            Density::Comfortable => "comfortable",
        }>
            <button type="button" class="button skip" on:click=skip>"Skip to content"</button>
            {(!is_embedded || session.around.host().is("nav")).then(|| view! {
                <LazyPart fetch=frame::fetch_navigation what="The navigation" skeleton=frame::bare_navigation/>
            })}
            <div class="page">
                {(!is_embedded).then(|| view! {
                    <LazyPart fetch=frame::fetch_top_bar what="The top bar" skeleton=frame::bare_top_bar/>
                })}
                <main class="main" tabindex="-1" node_ref=main>
                    <Screen session/>
                </main>
            </div>
            <LazyPart fetch=frame::fetch_overlays what="The list of keys" skeleton=nothing/>
            {move || sign_in.get().then(|| view! { <LazyPart fetch=sign_in::fetch what="The sign-in" skeleton=nothing/> })}
            <LiveRegion announcer/>
        </div>
    }
}

/// The part of a route that makes another screen; filters and drawers change
/// inside one.
#[derive(Clone, PartialEq)]
enum Place {
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

fn place_of(route: &Route) -> Place {
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

#[component]
fn Screen(session: Session) -> impl IntoView {
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

/// Another screen starts at its top, with the focus on its content, so that a
/// screen reader reads it and Tab goes on from there.
fn close_menu_and_focus_on_change(
    session: Session,
    main: NodeRef<html::Main>,
    menu_open: RwSignal<bool>,
) {
    let route = session.navigation.route();
    let place = Memo::new(move |_| route.with(place_of));
    Effect::new(move |before: Option<Place>| {
        let now = place.get();
        if before.is_some_and(|before| before != now) {
            menu_open.set(false);
            if let Some(main) = main.get_untracked() {
                if !session.around.is_embedded() {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                    let _ = main.focus();
                } else if focused_inside(&main).is_some() {
                    focus_in_place(&main);
                }
            }
        }
        now
    });
}
