//! An address that leads nowhere.

use crate::domain::route::{CampaignQuery, Route};
use crate::state::session::use_session;
use leptos::prelude::*;

/// Says that a deployment hides what the address names.
#[component]
pub fn HiddenHere() -> impl IntoView {
    view! {
        <div class="screen">
            <h1>"This is hidden here"</h1>
            <p class="secondary">"The settings of this console leave this screen out."</p>
        </div>
    }
}

/// Says that nothing is here, and leads back.
#[component]
pub fn NotFound(
    /// The address that was asked for.
    address: String,
) -> impl IntoView {
    let home = use_session()
        .navigation
        .href(&Route::Campaigns(CampaignQuery::default()));
    view! {
        <div class="screen">
            <h1>"There is no such page"</h1>
            <p class="secondary">
                "The address " <code>{address}</code> " leads nowhere. It may be cut short, or from another version."
            </p>
            <p><a class="link" href=home>"Go to the campaigns"</a></p>
        </div>
    }
}
