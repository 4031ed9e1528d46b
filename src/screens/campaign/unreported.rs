//! What of a campaign this API does not report, in the place where it would be.

use crate::domain::provision::{Absent, unreported_blocks};
use crate::screens::not_provided::WhatIsProvided;
use crate::state::live::use_live;
use crate::ui::Card;
use leptos::prelude::*;

/// The card, only if something that every campaign could have is not reported.
#[component]
pub fn UnreportedBlocks() -> impl IntoView {
    let live = use_live();
    let session = live.page.session;
    let missing = Memo::new(move |_| {
        let known = session.capabilities.state;
        known.with(|state| {
            let known = state.value()?;
            let missing = live
                .snapshot
                .with(|snapshot| unreported_blocks(known, snapshot));
            Some(missing).filter(|missing| !missing.is_empty())
        })
    });
    let there = Memo::new(move |_| missing.with(Option::is_some));
    let row = |Absent { label, without }: Absent| {
        view! { <li><b>{label}</b> <span class="secondary">" " {without}</span></li> }
    };
    let rows = move || {
        let missing = missing.get().unwrap_or_default();
        missing.into_iter().map(row).collect::<Vec<_>>()
    };
    move || {
        there.get().then(|| {
            view! {
                <Card title="Not reported by this API" actions=move || view! { <WhatIsProvided session/> } part="unreported">
                    <div class="card-body"><ul class="unreported-list">{rows}</ul></div>
                </Card>
            }
        })
    }
}
