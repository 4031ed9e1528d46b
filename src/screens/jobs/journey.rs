//! The journey of one record: what came of it, step by step, and what the run
//! gave out for it.

use super::Jobs;
use super::evidence::Evidence;
use super::page::close_journey;
use super::record::fact;
use super::steps::Steps;
use crate::domain::journey::Journey;
use crate::domain::journey::told::{Told, told};
use crate::domain::json_text::indented;
use crate::domain::raw_json::Sourced;
use crate::domain::route::{JobsQuery, RecordFilter, RecordQuery};
use crate::screens::list_notes::Stale;
use crate::screens::loaded::Loaded;
use crate::state::remote::use_remote;
use crate::ui::focus::focus_in_place;
use crate::ui::{Icon, IconButton, IconName, JsonView, Note, RichText, Skeleton, SkeletonKind};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The journey on screen.
pub type ShownJourney = RwSignal<Arc<Sourced<Journey>>>;

/// The pane of one journey.
#[component]
pub fn JourneyPane(
    /// The page.
    jobs: Jobs,
    /// Of which record.
    id: String,
) -> impl IntoView {
    let session = jobs.session;
    let (wanted, of_back, of_close) = (id.clone(), id.clone(), id);
    let journey = use_remote(
        move || Some(wanted.clone()),
        move |id, ask| Box::pin(session.client().journey(id, ask)),
    );
    session.follow_key(journey);
    let back = move || jobs.href(&jobs.record(Some(&of_back), false));
    let who = Memo::new(move |_| {
        journey.state.with(|state| {
            state
                .value()
                .map(|journey| journey.value.record.who().to_owned())
        })
    });
    let pane = NodeRef::<html::Section>::new();
    // On a page that opens with a journey nothing has the focus to be taken.
    let by_press = untrack(|| jobs.to_journey.get()).is_some();
    pane.on_load(move |pane| {
        if by_press {
            focus_in_place(&pane);
        }
    });
    jobs.overlay.follow(pane);
    let lies_over = move || jobs.overlay.lies_over();
    view! {
        <section
            class="jobs-pane"
            data-pane="journey"
            role=move || lies_over().then_some("dialog")
            aria-label="Pipeline journey"
            tabindex="-1"
            node_ref=pane
        >
            <a class="button jobs-back" href=back><Icon name=IconName::ChevronLeft/> "Record"</a>
            <div class="jobs-pane-head">
                <h2 class="card-title">"Pipeline journey"</h2>
                <span class="card-sub">{who}</span>
                <span class="jobs-badge">
                    <IconButton icon=IconName::Close label="Close the journey" on_press=move |()| close_journey(jobs, &of_close)/>
                </span>
            </div>
            <div class="jobs-journey">
                <Stale remote=journey fact="Showing this journey as it was read last."/>
                <Loaded
                    remote=journey
                    what="This journey"
                    skeleton=|| view! { <Skeleton kind=SkeletonKind::Lines(8)/> }
                    content=move |shown| view! { <Content jobs shown/> }.into_any()
                />
            </div>
        </section>
    }
}

#[component]
fn Content(jobs: Jobs, shown: ShownJourney) -> impl IntoView {
    let told = Memo::new(move |_| {
        shown.with(|journey| {
            let journey = &journey.value;
            jobs.write(journey.captured_at.value(), |formats| {
                told(journey, formats)
            })
        })
    });
    let output = Memo::new(move |_| {
        shown.with(|journey| Some(indented(&journey.value.final_output.value()?.0)))
    });
    let has_output = Memo::new(move |_| output.with(Option::is_some));
    let value = Signal::derive(move || output.get().unwrap_or_default());
    let facts = move || {
        let facts = told.with(|told| told.facts.clone());
        let line = |(label, cell): (&'static str, _)| fact(label.to_owned(), cell, None);
        facts.into_iter().map(line).collect::<Vec<_>>()
    };
    view! {
        {move || verdict(jobs, shown, told.get())}
        <dl class="job-facts">{facts}</dl>
        <Steps told/>
        {move || has_output.get().then(|| view! {
            <JsonView label="Final output" value start_open=true/>
        })}
        <Evidence jobs shown/>
    }
}

fn verdict(jobs: Jobs, shown: ShownJourney, told: Told) -> impl IntoView {
    let similar = told.similar.map(|(count, more)| {
        let address = jobs.href(&like_it(jobs, shown));
        view! { " " <a href=address>{count}</a> {more} }
    });
    view! {
        <Note tone=told.tone glyph=told.glyph>
            <RichText rich=told.verdict/>
            {similar}
        </Note>
    }
}

/// The records that failed in the same way, with the journey still open.
fn like_it(jobs: Jobs, shown: ShownJourney) -> crate::domain::route::Route {
    let JobsQuery { runs, .. } = jobs.query.get();
    let place = jobs.place.get();
    let one = |text: Option<&str>| text.map(str::to_owned).into_iter().collect::<Vec<_>>();
    let records = shown.with(|journey| {
        let record = &journey.value.record;
        RecordQuery::default()
            .with(RecordFilter::Status, vec!["failed".to_owned()])
            .with(RecordFilter::Outcome, one(record.outcome.as_deref()))
            .with(RecordFilter::Step, one(record.failed_step.as_deref()))
    });
    Jobs::at(place.job, place.record, &JobsQuery { runs, records })
}
