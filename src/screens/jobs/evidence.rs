//! The journey as evidence to escalate with.

use super::Jobs;
use super::journey::ShownJourney;
use crate::domain::evidence::journey::evidence;
use crate::ui::{Button, IconName, use_copier};
use leptos::prelude::*;

/// Copies verdict, steps, IDs and time window, phone numbers masked.
#[component]
pub fn Evidence(
    /// The page.
    jobs: Jobs,
    /// The journey on screen.
    shown: ShownJourney,
) -> impl IntoView {
    let copier = use_copier();
    let copy = move |()| {
        let run = jobs.run.get_untracked();
        let journey = shown.get_untracked();
        let journey = &journey.value;
        let text = untrack(|| {
            jobs.write(journey.captured_at.value(), |formats| {
                evidence(journey, run.as_deref().map(|run| &run.job), formats)
            })
        });
        copier.copy(&text, "Evidence copied, phone numbers masked.");
    };
    view! {
        <div class="evidence-actions">
            <Button icon=IconName::Copy label="Copy evidence" on_press=copy/>
        </div>
    }
}
