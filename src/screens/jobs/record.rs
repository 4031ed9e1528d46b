//! The open record, below the table that it is in: what came of it, and the
//! way to its journey.

use super::Jobs;
use super::page::close_record;
use crate::domain::cell::Cell;
use crate::domain::record::detail::{Fact, Told, told};
use crate::domain::record::{RecordDetail, RecordPage};
use crate::domain::tone::Tone;
use crate::screens::list_notes::Stale;
use crate::screens::loaded::Loaded;
use crate::screens::most::{MOST, cut};
use crate::screens::not_provided::from_row;
use crate::screens::record_actions::RecordActions;
use crate::screens::text_cell::dash;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::ui::{Button, ButtonKind, CopyText, Icon, IconName, Skeleton, SkeletonKind};
use leptos::prelude::*;
use std::sync::Arc;

/// The panel, only while a record is open.
#[component]
pub fn RecordPane(
    /// The page.
    jobs: Jobs,
    /// The records of the run.
    records: RemoteHandle<RecordPage>,
) -> impl IntoView {
    let id = Memo::new(move |_| {
        jobs.place
            .with(|place| Some(place.record.as_ref()?.id.clone()))
    });
    move || id.get().map(|id| view! { <Panel jobs records id/> })
}

#[component]
fn Panel(jobs: Jobs, records: RemoteHandle<RecordPage>, id: String) -> impl IntoView {
    let session = jobs.session;
    let wanted = id.clone();
    let listed = Memo::new(move |_| {
        (!session.has("record")).then(|| records.state.with(|state| state.fetched_at()))
    });
    let record = use_remote(
        move || match listed.get() {
            Some(None) => None,
            read => Some((wanted.clone(), read.flatten())),
        },
        move |(id, read), ask| match read {
            None => Box::pin(session.client().record(id, ask)),
            Some(_) => from_row(
                records
                    .state
                    .with_untracked(|state| RecordDetail::of_row(state.value()?, &id)),
            ),
        },
    );
    session.follow_key(record);
    let back = move || jobs.href(&jobs.record(None, false));
    view! {
        <section class="jobs-record" aria-label="Record">
            <a class="button jobs-back" href=back><Icon name=IconName::ChevronLeft/> "All records"</a>
            <Stale remote=record fact="Showing this record as it was read last."/>
            <Loaded
                remote=record
                what="This record"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Lines(3)/> }
                content=move |shown| view! { <Content jobs detail=record shown/> }.into_any()
            />
        </section>
    }
}

#[component]
fn Content(
    jobs: Jobs,
    detail: RemoteHandle<RecordDetail>,
    shown: RwSignal<Arc<RecordDetail>>,
) -> impl IntoView {
    let name = Memo::new(move |_| shown.with(|detail| detail.record.who().to_owned()));
    let id = Memo::new(move |_| shown.with(|detail| detail.record.id.clone()));
    let told = Memo::new(move |_| {
        shown.with(|detail| jobs.write(detail.captured_at.value(), |formats| told(detail, formats)))
    });
    let journey = move || jobs.href(&jobs.record(Some(&id.get()), true));
    let is_open = move || {
        jobs.place
            .with(|place| place.record.as_ref().is_some_and(|record| record.journey))
    };
    view! {
        <div class="jobs-record-head">
            <h3 class="card-title">{name}</h3>
            <CopyText text=id label="Copy record ID"/>
            <a
                class="button"
                data-size="small"
                href=journey
                hidden=move || !jobs.session.has("journey")
                aria-current=move || is_open().then_some("true")
                node_ref=jobs.to_journey
            >
                "Pipeline journey"
            </a>
            <RecordActions session=jobs.session detail small=true/>
            <Button kind=ButtonKind::Quiet small=true label="Close" on_press=move |()| close_record(jobs)/>
        </div>
        {move || facts(told.get())}
    }
}

fn facts(told: Told) -> impl IntoView {
    view! {
        <div class="jobs-record-facts">
            <div><h4>"Metadata"</h4> {group(told.metadata)}</div>
            <div><h4>"Outreach outcome"</h4> {group(told.outreach)}</div>
        </div>
    }
}

fn group(facts: Vec<Fact>) -> AnyView {
    if facts.is_empty() {
        return view! { <p class="secondary">"None reported."</p> }.into_any();
    }
    let line = |known: Fact| fact(known.label, known.value, known.tone);
    let more = cut(facts.len());
    let facts = facts.into_iter().take(MOST).map(line).collect::<Vec<_>>();
    view! { <dl class="job-facts">{facts}</dl> {more} }.into_any()
}

/// One line; a warning and good news stand out.
pub fn fact(label: String, cell: Cell, tone: Option<Tone>) -> impl IntoView {
    let class = dash(&cell);
    view! {
        <div>
            <dt>{label}</dt>
            <dd class=class data-tone=tone.map(Tone::name)>{cell.text}</dd>
        </div>
    }
}
