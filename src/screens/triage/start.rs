//! The start page: nothing is looked into yet.

use crate::domain::route::{CampaignQuery, Route};
use crate::state::session::use_session;
use crate::ui::EmptyState;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Start() -> impl IntoView {
    let session = use_session();
    session.title.set(None);
    document().set_title("Triage · Ringside");
    on_cleanup(|| document().set_title("Ringside"));
    let campaigns = session
        .navigation
        .href(&Route::Campaigns(CampaignQuery::default()));
    view! {
        <div class="screen triage">
            <header class="page-head"><div class="page-title"><h1>"Triage"</h1></div></header>
            <section class="card" aria-label="Triage">
                <EmptyState
                    title="Nothing is looked into"
                    text="Open the campaign or job that is in trouble."
                    action=move || view! { <a class="button" href=campaigns>"Campaigns"</a> }
                />
            </section>
        </div>
    }
}
