//! Everything below the key figures: a part of its own, so that the answer and
//! the figures do not wait for the code of the tables.

use super::{
    age_board, breakdowns, containment_dialog, cost, details, dispatch, drawer, evidence,
    intelligence, launch, numbers, retries, tasks, timeline, upload,
};
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
                <launch::Launch/>
                <timeline::Timeline/>
                <dispatch::DispatchHealth/>
                <age_board::AgeInState/>
                <breakdowns::Breakdowns/>
                <retries::RetriesAndVariants/>
            </div>
            <aside class="side" aria-label="About this campaign">
                <cost::CostCard/>
                <details::Setup/>
                <details::CallWindows/>
                <details::ActivityLog/>
                <evidence::Escalate/>
            </aside>
        </div>
        <tasks::Tasks/>
        <intelligence::Intelligence/>
        <div class="columns">
            <div class="column"><numbers::NumberPool/></div>
            <div class="side"><upload::AudienceFile/></div>
        </div>
        <drawer::TaskDrawer/>
        <containment_dialog::ContainmentDialog/>
    }
    .into_any()
}
