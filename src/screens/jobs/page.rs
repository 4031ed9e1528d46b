//! The three panes, and which of them a narrow page shows.

use super::Jobs;
use super::head::Head;
use super::journey::JourneyPane;
use super::run::RunPane;
use super::runs::Runs;
use crate::screens::list_notes::StaleList;
use crate::screens::loaded::Loaded;
use crate::screens::not_provided::NotHere;
use crate::screens::parts_note::PartsOf;
use crate::ui::{EmptyState, Skeleton, SkeletonKind};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The page.
#[component]
pub fn Page(
    /// The page.
    jobs: Jobs,
) -> impl IntoView {
    let session = jobs.session;
    session.title.set(None);
    session.follow_key(jobs.runs);
    let zone = session.presentation.campaign_zone;
    Effect::new(move |_| zone.set(jobs.zone.get()));
    on_cleanup(move || {
        zone.try_set(None);
    });
    let place = jobs.place;
    let level = Memo::new(move |_| {
        place.with(|place| match (&place.job, &place.record) {
            (None, _) => "runs",
            (_, None) => "run",
            (_, Some(record)) if record.journey => "journey",
            _ => "record",
        })
    });
    view! {
        <div class="screen jobs">
            <Head jobs/>
            <StaleList remote=jobs.runs/>
            <PartsOf session remote=jobs.runs of=|page| (&page.parts, page.captured_at.value())/>
            <div
                class="jobs-panes card"
                data-level=move || level.get()
                on:keydown=move |event| close_on_escape(jobs, &event)
                on:click=move |event| close_beside(jobs, &event)
            >
                <section class="jobs-pane" data-pane="runs" aria-label="Runs">
                    <Loaded
                        remote=jobs.runs
                        what="The list of runs"
                        skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(10)/> }
                        content=move |page| view! { <Runs jobs page/> }.into_any()
                    />
                </section>
                <Selected jobs/>
                <Traced jobs/>
            </div>
        </div>
    }
}

/// The selected run; another one takes its place as a whole, so that nothing
/// of one run ever stands under the name of another.
#[component]
fn Selected(jobs: Jobs) -> impl IntoView {
    let id = Memo::new(move |_| jobs.place.with(|place| place.job.clone()));
    view! {
        <section class="jobs-pane" data-pane="run" aria-label="Selected run">
            {move || match id.get() {
                Some(id) => view! { <RunPane jobs id/> }.into_any(),
                None => view! {
                    <EmptyState title="Select a run" text="Its records then stand here, with what failed and why."/>
                }
                .into_any(),
            }}
        </section>
    }
}

/// The journey, only where one is open.
#[component]
fn Traced(jobs: Jobs) -> impl IntoView {
    let id = Memo::new(move |_| {
        jobs.place.with(|place| {
            let record = place.record.as_ref().filter(|record| record.journey);
            record.map(|record| record.id.clone())
        })
    });
    let session = jobs.session;
    let has = Memo::new(move |_| session.has("journey"));
    move || {
        id.get().map(|id| match has.get() {
            true => view! { <JourneyPane jobs id/> }.into_any(),
            false => view! {
                <section class="jobs-pane" data-pane="journey" aria-label="Journey">
                    <NotHere session resource="journey"/>
                </section>
            }
            .into_any(),
        })
    }
}

/// Closes the journey, else the record.
fn close_on_escape(jobs: Jobs, event: &ev::KeyboardEvent) {
    let place = jobs.place.get_untracked();
    let Some(record) = place.record.filter(|_| event.key() == "Escape") else {
        return;
    };
    if event.default_prevented() || belongs_elsewhere(jobs, event) {
        return;
    }
    event.prevent_default();
    if record.journey {
        close_journey(jobs, &record.id);
    } else {
        close_record(jobs);
    }
}

/// Closes a journey that lies over the records when those are pressed: being
/// inert, they leave the press to what they stand in.
fn close_beside(jobs: Jobs, event: &ev::MouseEvent) {
    let is_beside = jobs.overlay.lies_over_now() && event.target() == event.current_target();
    if let Some(record) = jobs.place.get_untracked().record.filter(|_| is_beside) {
        close_journey(jobs, &record.id);
    }
}

/// Whether a field, a menu or a dialog takes the key.
fn belongs_elsewhere(jobs: Jobs, event: &ev::KeyboardEvent) -> bool {
    let target = event.composed_path().get(0).dyn_into::<web_sys::Element>();
    let typing =
        target.is_ok_and(|element| element.matches("input, textarea, select").unwrap_or(false));
    let around = jobs.session.around;
    let open = around.find("[popover=auto]:popover-open, dialog[open]");
    typing || open.is_some()
}

/// Leaves the journey; the focus goes back to what led to it.
pub fn close_journey(jobs: Jobs, record: &str) {
    let back = untrack(|| jobs.record(Some(record), false));
    jobs.overlay.release();
    jobs.go(&back);
    if let Some(link) = crate::ui::mounted::mounted(jobs.to_journey) {
        let _ = link.focus();
    }
}

/// Leaves the record; the focus goes back to its row.
pub fn close_record(jobs: Jobs) {
    let around = jobs.session.around;
    let row = around.find(".record-table tr[data-selected]");
    let back = untrack(|| jobs.record(None, false));
    jobs.go(&back);
    if let Some(row) = row {
        crate::ui::focus::focus_in_place(&row);
    }
}
