//! How a run stands in figures, and its failures by cause.

use super::Jobs;
use super::run::ShownRun;
use crate::domain::block::good_rows;
use crate::domain::glyph::Glyph;
use crate::domain::job::progress::{done_of_total, failed_share};
use crate::domain::job::{FailureCause, JobDetail};
use crate::domain::route::{RecordFilter, RecordQuery};
use crate::domain::tone::Tone;
use crate::ui::StatusChip;
use leptos::prelude::*;

/// Completed, failed and all, and a chip for each cause.
#[component]
pub fn Figures(
    /// The page.
    jobs: Jobs,
    /// The run on screen.
    shown: ShownRun,
) -> impl IntoView {
    let told = Memo::new(move |_| {
        shown.with(|run| {
            jobs.write(run.captured_at.value(), |formats| {
                let counts = run.job.counts.value()?;
                let count = |figure: Option<i64>| figure.map(|figure| formats.count(figure));
                Some(Told {
                    completed: count(counts.completed.copied()),
                    failed: count(counts.failed.copied().filter(|failed| *failed > 0)),
                    share: failed_share(counts, formats),
                    progress: done_of_total(&run.job, formats),
                    read: run.captured_at.value().map(|at| formats.clock_seconds(at)),
                })
            })
        })
    });
    let causes = Memo::new(move |_| shown.with(|run| causes(run)));
    let any = Memo::new(move |_| causes.with(|causes| !causes.is_empty()));
    let chips = move || {
        let chosen = jobs
            .query
            .with(|query| query.records.chosen(RecordFilter::Outcome).to_vec());
        let chip = |cause: FailureCause| chip(jobs, cause, &chosen);
        causes.get().into_iter().map(chip).collect::<Vec<_>>()
    };
    view! {
        {move || told.get().map(figures)}
        <div class="jobs-causes" role="group" aria-label="Failures by cause" hidden=move || !any.get()>
            {chips}
            <p class="jobs-hint">"Some records failed: open a record's journey to see at which step, and why."</p>
        </div>
    }
}

#[derive(Clone, PartialEq)]
struct Told {
    completed: Option<String>,
    failed: Option<String>,
    share: Option<String>,
    progress: Option<String>,
    read: Option<String>,
}

fn figures(told: Told) -> impl IntoView {
    let share = told.share.map(|share| [", ", &*share].concat());
    view! {
        <p class="jobs-figures">
            {told.completed.map(|count| view! { <span><b>{count}</b> " completed"</span> })}
            {told.failed.map(|count| view! { <span data-tone="bad"><b>{count}</b> " failed" {share}</span> })}
            <span class="jobs-figures-side">
                {told.progress}
                {told.read.map(|at| view! { <span class="sub">"read " {at}</span> })}
            </span>
        </p>
    }
}

fn causes(run: &JobDetail) -> Vec<FailureCause> {
    let told = run
        .job
        .failures
        .value()
        .map(Vec::as_slice)
        .unwrap_or_default();
    good_rows(told)
        .filter(|cause| cause.count > 0)
        .cloned()
        .collect()
}

/// One cause; pressed, only its records are listed.
fn chip(jobs: Jobs, cause: FailureCause, chosen: &[String]) -> AnyView {
    let FailureCause {
        code, label, count, ..
    } = cause;
    let pressed = chosen == [code.clone()];
    let count = jobs.write(None, |formats| formats.count(count));
    let label = label.as_deref().map_or_else(|| code.clone(), str::to_owned);
    let press = move |()| {
        let narrowed = |query: RecordQuery| match pressed {
            true => query.unfiltered(),
            false => query
                .unfiltered()
                .with(RecordFilter::Status, vec!["failed".to_owned()])
                .with(RecordFilter::Outcome, vec![code.clone()]),
        };
        jobs.ask_records(narrowed);
    };
    view! {
        <StatusChip tone=Tone::Bad glyph=Glyph::OctagonX label count tinted=true pressed on_press=press/>
    }
    .into_any()
}
