//! What stands around a screen in somebody else's page: the way back, the
//! sign-in, and what tells the page around of events. A part of its own, which
//! no page of its own ever fetches.

use super::account::Account;
use super::deployment::Notes;
use super::report_panel::ReportPanel;
use crate::part;
use crate::state::session::use_session;
use crate::ui::{Toaster, Toasts};
use leptos::prelude::*;

mod drawn;
mod events;
mod trail;

part!(
    /// Fetches the line above the screen.
    fetch_line, embedded, line
);
part!(
    /// Fetches what opens above a section that stands alone.
    fetch_overlays, embedded, overlays
);

fn line() -> AnyView {
    let session = use_session();
    let host = session.around.host();
    events::start(session);
    drawn::tell_of_first(session.around);
    let back = host.text("panel").is_none();
    view! {
        <div class="embedded-line">
            {back.then(|| view! { <trail::Back session/> })}
            <Account session/>
        </div>
    }
    .into_any()
}

fn overlays() -> AnyView {
    let toaster: Toaster = expect_context();
    view! {
        <Toasts toaster/>
        <ReportPanel/>
        <Notes session=use_session()/>
    }
    .into_any()
}
