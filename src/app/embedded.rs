//! What stands around a screen in somebody else's page: the way back, the
//! sign-in, and what tells the page around of events; or the one section that
//! the page asks for. A part of its own, which no page of its own ever fetches.

use super::account::Account;
use super::deployment::Notes;
use super::report_panel::ReportPanel;
use crate::part;
use crate::screens::campaign::panel;
use crate::screens::part::LazyPart;
use crate::state::session::{Session, use_session};
use crate::ui::{Toaster, Toasts};
use leptos::prelude::*;

mod drawn;
mod events;
mod trail;

/// What the console is called within the page until the page around it is asked.
pub const NAME: &str = "Ringside";

part!(
    /// Fetches it.
    fetch, embedded, build
);

fn build() -> AnyView {
    let session = use_session();
    events::start(session);
    drawn::tell_of_first(session.around);
    match session.around.host().text("panel") {
        None => {
            view! { <div class="embedded-line"><trail::Back session/> <Account session/></div> }
                .into_any()
        }
        Some(_) => view! { <Alone session/> }.into_any(),
    }
}

/// One section, with what its parts open above it.
#[component]
fn Alone(session: Session) -> impl IntoView {
    let toaster: Toaster = expect_context();
    view! {
        <div class="embedded-line"><Account session/></div>
        <div class="main" role="region" aria-label=session.around.host().text("label") tabindex="-1">
            <LazyPart fetch=panel::fetch what="This section" skeleton=|| ().into_any()/>
        </div>
        <Toasts toaster/>
        <ReportPanel/>
        <div class="notes"><Notes session/></div>
    }
}
