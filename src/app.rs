//! The shell: navigation, top bar, the screen that the address names, and the
//! places where results are told.

use crate::api::config::Config;
use crate::api::host::Host;
use crate::domain::route::Route;
use crate::screens::part::LazyPart;
use crate::state::around::Around;
use crate::state::faults::Faults;
use crate::state::navigation::Entry;
use crate::state::part::Fetching;
use crate::state::preferences::{Choice, Density, Theme};
use crate::state::report::Reporting;
use crate::state::session::Session;
use crate::state::telling::wished;
use crate::ui::focus::{focus_in_place, focused_inside};
use crate::ui::{Announcer, ChartSource, Ground, LiveRegion, provide_feedback};
use frame::Frame;
use leptos::html;
use leptos::prelude::*;
use screen::{Place, Screen, place_of};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;

mod account;
mod deployment;
mod embedded;
mod frame;
mod keys;
mod navigation;
mod new_build;
mod palette;
mod report_panel;
mod screen;
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
            _ => wished(session.preferences, name, value),
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
    let main = NodeRef::<html::Div>::new();
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
    let host = session.around.host();
    let is_embedded = session.around.is_embedded();
    let is_alone = is_embedded && host.text("panel").is_some();
    let has_nav = !is_embedded || (host.is("nav") && !is_alone);
    // Once asked for, it stays: its fields may be half filled in.
    let sign_in = Memo::new(move |was: Option<&bool>| {
        was.copied().unwrap_or_default() || session.signing.is_asked.get()
    });
    let skip = move |_| {
        if let Some(main) = main.get_untracked() {
            // Fails only for an element that is no longer in the page.
            let _ = main.focus();
        }
    };
    // What is a page's main content is a part of somebody else's page.
    let (role, label) = match is_embedded {
        true => ("region", Some(embedded::NAME)),
        false => ("main", None),
    };
    let bar: fn() -> Fetching = match is_embedded {
        true => embedded::fetch,
        false => frame::fetch_top_bar,
    };
    let bare: fn() -> AnyView = match is_embedded {
        true => nothing,
        false => frame::bare_top_bar,
    };
    view! {
        <div
            class="ringside shell"
            data-embedded=is_embedded.then_some("")
            data-panel=is_alone.then_some("")
            data-theme=forced
            data-density=move || match density.get() {
                Density::Compact => "compact",
                Density::Comfortable => "comfortable",
            }
        >
            {has_nav.then(|| view! {
                <button type="button" class="button skip" on:click=skip>"Skip to content"</button>
                <LazyPart fetch=frame::fetch_navigation what="The navigation" skeleton=frame::bare_navigation/>
            })}
            <div class="page">
                <LazyPart fetch=bar what="What stands above the screen" skeleton=bare/>
                {(!is_alone).then(|| view! {
                    <div class="main" role=role aria-label=label tabindex="-1" node_ref=main>
                        <Screen session/>
                    </div>
                })}
            </div>
            {(!is_alone).then(|| view! { <LazyPart fetch=frame::fetch_overlays what="The list of keys" skeleton=nothing/> })}
            {move || sign_in.get().then(|| view! { <LazyPart fetch=sign_in::fetch what="The sign-in" skeleton=nothing/> })}
            <LiveRegion announcer/>
        </div>
    }
}

/// Another screen starts at its top, with the focus on its content, so that a
/// screen reader reads it and Tab goes on from there.
fn close_menu_and_focus_on_change(
    session: Session,
    main: NodeRef<html::Div>,
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
