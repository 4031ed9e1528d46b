//! What stands around the screen: navigation, top bar, the list of keys and the
//! place for toasts. A part of its own, so that the first figures do not wait
//! for it.

use super::deployment::Notes;
use super::keys::{KeyHelp, listen};
use super::navigation::NavigationBar;
use super::new_build::NewBuildNote;
use super::palette::Palette;
use super::report_panel::ReportPanel;
use super::top_bar::TopBar;
use crate::part;
use crate::state::session::use_session;
use crate::ui::{Logo, Toaster, Toasts};
use leptos::prelude::*;

/// What the parts of the frame share.
#[derive(Clone, Copy)]
pub struct Frame {
    /// Whether the navigation is open where it is behind a button.
    pub menu_open: RwSignal<bool>,
    /// Whether the list of keys is open.
    pub help_open: RwSignal<bool>,
    /// Whether the palette is open.
    pub palette_open: RwSignal<bool>,
}

impl Frame {
    /// Makes a frame known to everything below.
    pub fn provide() -> Self {
        let frame = Self {
            menu_open: RwSignal::new(false),
            help_open: RwSignal::new(false),
            palette_open: RwSignal::new(false),
        };
        provide_context(frame);
        frame
    }
}

part!(
    /// Fetches the navigation.
    fetch_navigation, frame, navigation
);
part!(
    /// Fetches the top bar.
    fetch_top_bar, frame, top_bar
);
part!(
    /// Fetches what opens above the page.
    fetch_overlays, frame, overlays
);

fn navigation() -> AnyView {
    let frame = expect_context::<Frame>();
    view! { <NavigationBar open=frame.menu_open help_open=frame.help_open/> }.into_any()
}

fn top_bar() -> AnyView {
    let frame: Frame = expect_context();
    view! { <TopBar frame/> }.into_any()
}

fn overlays() -> AnyView {
    let frame: Frame = expect_context();
    let help_open = frame.help_open;
    let session = use_session();
    listen(session, frame);
    let toaster: Toaster = expect_context();
    view! {
        <KeyHelp open=help_open/>
        <Palette frame/>
        <Toasts toaster/>
        <ReportPanel/>
        <div class="notes">
            <NewBuildNote session/>
            <Notes session/>
        </div>
    }
    .into_any()
}

/// Stands in for the navigation, as `index.html` does before.
pub fn bare_navigation() -> AnyView {
    view! {
        <nav class="nav" aria-label="Main">
            <div class="nav-inner"><p class="nav-brand"><Logo/> "Ringside"</p></div>
        </nav>
    }
    .into_any()
}

/// Stands in for the top bar.
pub fn bare_top_bar() -> AnyView {
    view! { <div class="topbar"></div> }.into_any()
}
