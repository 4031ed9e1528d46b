//! The journey as evidence to escalate with.

use super::Jobs;
use super::journey::ShownJourney;
use crate::domain::evidence::journey::evidence;
use crate::domain::record::status::RecordStatus;
use crate::domain::route::{RecordQuery, RecordsPlace, Route, TriagePlace};
use crate::ui::{Button, IconName, on_plain_key, use_copier};
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
    let copy = move || {
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
    on_plain_key(move |key| {
        let takes = key == "c";
        if takes {
            copy();
        }
        takes
    });
    let in_records = move || {
        let record = shown.with(|journey| journey.value.record.id.clone());
        let run = jobs.place.with(|place| Some(place.job.as_ref()?.0.clone()));
        jobs.href(&Route::Records(RecordsPlace {
            open: Some(record),
            query: RecordQuery::default().of_job(run).to_query(),
        }))
    };
    let triage = move || {
        if !jobs.session.offers("targeted_retries") {
            return None;
        }
        let record = shown.with(|journey| {
            let record = &journey.value.record;
            let failed = RecordStatus::from_wire(&record.status) == RecordStatus::Failed;
            failed.then(|| record.id.clone())
        })?;
        let run = jobs.place.with(|place| place.job.clone())?;
        let place = TriagePlace::of_job(run).with_record(Some(record));
        Some(view! { <a class="button" href=jobs.href(&Route::Triage(place))>"Open triage"</a> })
    };
    view! {
        <div class="evidence-actions">
            <Button icon=IconName::Copy label="Copy evidence" on_press=move |()| copy()/>
            {triage}
            <a class="button" data-kind="quiet" href=in_records>"Open in Records"</a>
        </div>
    }
}
