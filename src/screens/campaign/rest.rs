//! Everything below the key figures: a part of its own, so that the answer and
//! the figures do not wait for the code of the tables.

use super::{details, dispatch, drawer, numbers, tasks};
use crate::part;
use leptos::prelude::*;

part!(
    /// Fetches the sections below the key figures.
    fetch, campaign_rest, build
);

fn build() -> AnyView {
    view! {
        <div class="columns">
            <div class="column">
                <dispatch::DispatchHealth/>
            </div>
            <aside class="side" aria-label="About this campaign">
                <details::CostAndSetup/>
            </aside>
        </div>
        <div class="columns">
            <div class="column"><details::ActivityLog/></div>
            <div class="side"><details::CallWindows/></div>
        </div>
        <tasks::Tasks/>
        <numbers::NumberPool/>
        <drawer::TaskDrawer/>
    }
    .into_any()
}
