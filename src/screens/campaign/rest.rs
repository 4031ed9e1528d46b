//! Everything below the key figures: a part of its own, so that the answer and
//! the figures do not wait for the code of the tables.

use super::{
    activity, age_board, breakdowns, call_windows, containment_dialog, cost, details,
    dialer_metrics, dispatch, drawer, evidence, intelligence, launch, numbers, retries, tasks,
    timeline, unreported, upload,
};
use crate::part;
use leptos::prelude::*;

part!(
    /// Fetches the sections below the key figures.
    fetch, campaign_rest, build
);

fn build() -> AnyView {
    provide_context(tasks::TasksOnScreen::default());
    view! {
        <div class="columns">
            <div class="column">
                <launch::Launch/>
                <details::PreviousRun/>
                <timeline::Timeline/>
                <dispatch::DispatchHealth/>
                <age_board::AgeInState/>
                <dialer_metrics::DialerMetrics/>
                <breakdowns::Breakdowns/>
                <retries::RetriesAndVariants/>
                <unreported::UnreportedBlocks/>
            </div>
            <aside class="side" aria-label="About this campaign">
                <cost::CostCard/>
                <details::Setup/>
                <call_windows::CallWindows/>
                <activity::ActivityLog/>
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
