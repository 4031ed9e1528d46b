//! When the campaign is likely done.

use crate::domain::eta::eta;
use crate::part;
use crate::state::live::use_live;
use crate::ui::RichText;
use leptos::prelude::*;

part!(
    /// Fetches the estimate: one of the header's facts.
    fetch, campaign_rest, build
);

fn build() -> AnyView {
    let found = use_live().recalls(eta);
    let fact = move || {
        found
            .get()
            .map(|eta| view! { <li title=eta.basis><RichText rich=eta.text/></li> })
    };
    fact.into_any()
}
