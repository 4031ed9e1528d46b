//! The start page: nothing is looked into yet. What needs a person, and a
//! search for everything else.

use super::find::Find;
use crate::screens::attention::Attention;
use crate::state::live_ops::LiveOps;
use crate::state::session::use_session;
use crate::ui::{ActionButton, ButtonKind, IconName};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Start() -> impl IntoView {
    let session = use_session();
    session.title.set(None);
    session.around.name_window("Triage");
    on_cleanup(move || session.around.unname_window());
    let has_live = Memo::new(move |_| session.offers("live"));
    view! {
        <div class="screen triage">
            <div class="page-head" part="head">
                <div class="live-title">
                    <h1>"Triage"</h1>
                    <p class="secondary">"Open what is in trouble, say what you notice, and see the likely cause with its evidence."</p>
                </div>
            </div>
            <Find/>
            {move || has_live.get().then(|| view! { <Urgent/> })}
        </div>
    }
}

/// What Live Ops would say needs a person, read once.
#[component]
fn Urgent() -> impl IntoView {
    let live = LiveOps::open_still(use_session());
    let busy = Signal::derive(move || live.is_refreshing());
    let no_reason = Signal::derive(|| None::<String>);
    view! {
        <Attention actions=move || view! {
            <ActionButton
                label="Refresh"
                icon=IconName::Refresh
                small=true
                kind=ButtonKind::Secondary
                available=true
                reason=no_reason
                busy
                on_press=move |()| live.refresh_all()
            />
        }/>
    }
}
