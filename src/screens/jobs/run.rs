//! The selected run: what it is, whether it moves, what failed; and its records.

use super::Jobs;
use super::figures::Figures;
use super::record::RecordPane;
use super::record_table::Records;
use crate::domain::glyph::Glyph;
use crate::domain::job::status::shown;
use crate::domain::job::{Job, JobDetail, JobId, contradictions};
use crate::domain::rich::Rich;
use crate::domain::route::{JobsQuery, Route, TriagePlace};
use crate::domain::stalled::{Slowness, Verdict, advice, sentence, verdict};
use crate::domain::tone::Tone;
use crate::screens::list_notes::{Stale, StaleList};
use crate::screens::loaded::Loaded;
use crate::screens::not_provided::{NotHere, from_row};
use crate::screens::parts_note::PartsOf;
use crate::state::remote::use_remote;
use crate::ui::{Badge, CopyText, Icon, IconName, Note, RichText, Skeleton, SkeletonKind};
use leptos::prelude::*;
use std::sync::Arc;

/// The run on screen.
pub type ShownRun = RwSignal<Arc<JobDetail>>;

/// The pane of one run.
#[component]
pub fn RunPane(
    /// The page.
    jobs: Jobs,
    /// Which run.
    id: JobId,
) -> impl IntoView {
    let session = jobs.session;
    let of_run = id.0.clone();
    // The row of the list stands in for a run that cannot be asked for by itself.
    let listed = Memo::new(move |_| {
        (!session.has("job")).then(|| jobs.runs.state.with(|state| state.fetched_at()))
    });
    let run = use_remote(
        move || match listed.get() {
            Some(None) => None,
            read => Some((id.clone(), read.flatten())),
        },
        move |(id, read), ask| match read {
            None => Box::pin(session.client().job(id, ask)),
            Some(_) => from_row(
                jobs.runs
                    .state
                    .with_untracked(|state| JobDetail::of_row(state.value()?, &id)),
            ),
        },
    );
    let has_records = Memo::new(move |_| session.has("records"));
    let asked = Memo::new(move |_| jobs.query.with(|query| query.records.clone()));
    let records = use_remote(
        move || {
            has_records
                .get()
                .then(|| asked.get().of_job(Some(of_run.clone())))
        },
        move |query, ask| Box::pin(session.client().records(query, ask)),
    );
    session.follow_key(run);
    session.follow_key(records);
    Effect::new(move |_| {
        let read = run.state.with(|state| state.value().cloned());
        jobs.run.set(read);
    });
    view! {
        <BackToRuns jobs/>
        <PartsOf session remote=run of=|run| (&run.parts, run.captured_at.value())/>
        <Stale remote=run fact="Showing this run as it was read last."/>
        <Loaded
            remote=run
            what="This run"
            skeleton=|| view! { <div class="card-body"><Skeleton kind=SkeletonKind::Lines(4)/></div> }
            content=move |shown| view! { <Head jobs shown/> <Figures jobs shown/> }.into_any()
        />
        {move || match has_records.get() {
            true => view! {
                <StaleList remote=records/>
                <PartsOf session remote=records of=|page| (&page.parts, page.captured_at.value())/>
                <Loaded
                    remote=records
                    what="The list of records"
                    skeleton=|| view! { <Skeleton kind=SkeletonKind::Rows(8)/> }
                    content=move |page| view! { <Records jobs page/> }.into_any()
                />
                <RecordPane jobs records/>
            }
            .into_any(),
            false => view! { <NotHere session resource="records"/> }.into_any(),
        }}
    }
}

/// The way back on a page too narrow for both lists.
#[component]
fn BackToRuns(jobs: Jobs) -> impl IntoView {
    let back = move || {
        jobs.href(&Jobs::at(
            None,
            None,
            &JobsQuery {
                runs: jobs.runs_query.get(),
                ..JobsQuery::default()
            },
        ))
    };
    view! { <a class="button jobs-back" href=back><Icon name=IconName::ChevronLeft/> "All runs"</a> }
}

#[component]
fn Head(jobs: Jobs, shown: ShownRun) -> impl IntoView {
    let name = Memo::new(move |_| {
        shown.with(|run| {
            let version = run.job.version().map(|version| [" ", &*version].concat());
            [run.job.name(), &version.unwrap_or_default()].concat()
        })
    });
    let id = Signal::derive(move || shown.with(|run| run.job.id.0.clone()));
    let triage = move || shown.with(|run| way(jobs, run));
    let status = Memo::new(move |_| {
        shown.with(|run| {
            jobs.write(run.captured_at.value(), |formats| {
                self::shown(&run.job, formats)
            })
        })
    });
    let badge = move || {
        let status = status.get();
        let failed = status.failed.map(|failed| [" · ", &*failed].concat());
        let label = [status.label, failed.unwrap_or_default()].concat();
        view! { <Badge tone=status.tone glyph=status.glyph label/> }
    };
    view! {
        <div class="jobs-pane-head">
            <h2 class="card-title">{name}</h2>
            <CopyText text=id label="Copy run ID"/>
            <span class="jobs-badge">{badge} <a class="button" data-size="small" href=triage>"Open triage"</a></span>
        </div>
        <Movement jobs shown/>
        <Contradicted jobs shown/>
    }
}

/// Figures of the run that do not fit together, both told.
#[component]
fn Contradicted(jobs: Jobs, shown: ShownRun) -> impl IntoView {
    let texts = Memo::new(move |_| {
        shown.with(|run| {
            jobs.write(run.captured_at.value(), |formats| {
                contradictions(&run.job, formats).join(" ")
            })
        })
    });
    move || {
        let texts = texts.get();
        (!texts.is_empty()).then(|| {
            view! {
                <div class="jobs-note">
                    <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                        <b>"These figures do not fit together. "</b> {texts}
                    </Note>
                </div>
            }
        })
    }
}

/// Whether the run moves, only where that is not plain from its status.
#[component]
fn Movement(jobs: Jobs, shown: ShownRun) -> impl IntoView {
    let told = Memo::new(move |_| {
        shown.with(|run| {
            let captured_at = run.captured_at.value();
            jobs.write(captured_at, |formats| {
                let runtime = run.runtime.value();
                let verdict = verdict(&run.job, runtime, formats.now);
                let (tone, glyph) = sign(&verdict)?;
                Some((tone, glyph, sentence(&verdict, formats), advice(&verdict)))
            })
            .or_else(|| failed(&run.job))
        })
    });
    move || {
        told.get().map(|(tone, glyph, words, advice)| {
            let triage = (tone == Tone::Bad).then(|| {
                let address = shown.with_untracked(|run| way(jobs, run));
                view! { " " <a href=address>"Find the cause in triage"</a> }
            });
            view! {
                <div class="jobs-note">
                    <Note tone glyph><RichText rich=words/> " " {advice} {triage}</Note>
                </div>
            }
        })
    }
}

/// The address of the run's triage.
fn way(jobs: Jobs, run: &JobDetail) -> String {
    let place = TriagePlace::of_job(run.job.id.clone());
    jobs.href(&Route::Triage(place))
}

/// Tone and shape of what is worth a note; `None` where all is as it should be.
fn sign(verdict: &Verdict) -> Option<(Tone, Glyph)> {
    match verdict {
        Verdict::Stalled { .. } | Verdict::RuntimeDown { .. } => Some((Tone::Bad, Glyph::OctagonX)),
        Verdict::Slow(Slowness::PastUsual(_) | Slowness::InAiStep(_)) => {
            Some((Tone::Warn, Glyph::TriangleAlert))
        }
        Verdict::Waiting(_) => Some((Tone::Wait, Glyph::Hourglass)),
        Verdict::Queued { .. } | Verdict::Unknown(_) => Some((Tone::Mute, Glyph::CircleInfo)),
        Verdict::Moving | Verdict::Ended => None,
    }
}

/// Why a run failed as a whole.
fn failed(job: &Job) -> Option<(Tone, Glyph, Rich, Option<&'static str>)> {
    let error = job.error.value()?;
    let words = error
        .message
        .as_deref()
        .or(job.message.as_deref())
        .or(error.code.as_deref())?;
    let words = Rich::default()
        .strong("The run failed. ")
        .text(&crate::domain::rich::sentence(words));
    let advice = "Open the journey of a record to see how far it came.";
    Some((Tone::Bad, Glyph::OctagonX, words, Some(advice)))
}
