//! The runs: newest first, with what they are and how long they take.

use super::Jobs;
use super::run_cells::cells;
use crate::domain::block::good_rows;
use crate::domain::call::span::Preset;
use crate::domain::job::JobPage;
use crate::domain::job::look_alikes::tell_apart;
use crate::domain::job::row::{JobRow, row};
use crate::domain::job::status::JobStatus;
use crate::domain::route::{JobQuery, RecordQuery};
use crate::screens::lacking::filtered;
use crate::screens::list_empty::{Emptiness, ListEmpty};
use crate::screens::list_foot::ListFoot;
use crate::screens::list_notes::{UnreadableRows, unreadable};
use crate::screens::most::MOST;
use crate::ui::{FilterMenu, FilterOption, KeyedRows, Menu, MenuItem, SearchField, TableFrame};
use leptos::prelude::*;
use std::sync::Arc;

/// The pane of the runs.
#[component]
pub fn Runs(
    /// The page.
    jobs: Jobs,
    /// The runs on screen.
    page: RwSignal<Arc<JobPage>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        page.with(|page| {
            let items = page.items.get(..MOST).unwrap_or(&page.items);
            jobs.write(page.captured_at.value(), |formats| {
                let runtime = page.runtime.value();
                let rows = good_rows(items).map(|job| row(job, runtime, formats));
                let mut rows = rows.collect::<Vec<JobRow>>();
                tell_apart(&mut rows);
                rows
            })
        })
    });
    let odd = Memo::new(move |_| page.with(|page| unreadable(&page.items)));
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let selected = Memo::new(move |_| jobs.place.with(|place| Some(place.job.as_ref()?.0.clone())));
    let select = move |id: String| jobs.go(&untrack(|| jobs.of_run(&id, RecordQuery::default())));
    let read_at = move || jobs.runs.state.with_untracked(|state| state.fetched_at());
    let info = Signal::derive(move || page.with(|page| page.page.clone()));
    let shown = Signal::derive(move || page.with(|page| page.items.len()));
    let asked = Signal::derive(move || jobs.runs_query.with(JobQuery::to_query));
    let go = move |number: u32| jobs.ask_runs(move |query| query.with_page(number));
    view! {
        <Tools jobs page/>
        <UnreadableRows fact="Some runs could not be read." odd/>
        {move || if any.get() {
            view! {
                <div class="run-table">
                    <TableFrame label="Runs" head=move || head(jobs)>
                        <KeyedRows
                            rows
                            key=|row: &JobRow| row.id.clone()
                            cells=move |row: JobRow| cells(jobs, row, read_at())
                            selected
                            on_open=select
                        />
                    </TableFrame>
                </div>
            }
            .into_any()
        } else {
            view! { <Nothing jobs page/> }.into_any()
        }}
        <ListFoot session=jobs.session page=info shown asked noun="runs" on_page=go/>
    }
}

fn head(jobs: Jobs) -> impl IntoView {
    let compared = move || match jobs.session.reports("jobs", "usual") {
        true => "Compared with history",
        false => "Remarks",
    };
    let hidden = |label: &'static str| view! { <th scope="col"><span class="visually-hidden">{label}</span></th> };
    view! {
        <tr>
            {["Run", "Status", "Bar", "Progress"].map(hidden).into_iter().collect::<Vec<_>>()}
            <th scope="col">"Started"</th>
            <th scope="col">"Ended"</th>
            <th scope="col">"Duration"</th>
            <th scope="col">{compared}</th>
        </tr>
    }
}

/// The pane's name, and what narrows its list down.
#[component]
fn Tools(jobs: Jobs, page: RwSignal<Arc<JobPage>>) -> impl IntoView {
    let query = jobs.runs_query;
    let session = jobs.session;
    let text = Signal::derive(move || query.with(|query| query.q.clone()));
    let search = move |text: String| jobs.ask_runs(move |query| query.with_q(&text));
    let chosen = Signal::derive(move || query.with(|query| query.status.clone()));
    let options = Memo::new(move |_| {
        page.with(|page| {
            let tally = page.status_counts.value();
            let option = |(word, count): (&str, i64)| {
                let status = JobStatus::from_wire(word);
                FilterOption {
                    value: word.to_owned(),
                    label: status.label().into_owned(),
                    count: Some(jobs.write(None, |formats| formats.count(count))),
                    mark: Some((status.tone(), status.glyph())),
                }
            };
            let uncounted = |word: &&str| FilterOption {
                count: None,
                ..option((*word, 0))
            };
            match tally {
                Some(tally) => tally.iter().map(option).collect::<Vec<_>>(),
                None if session.says_it_filters("jobs", "status") => {
                    JobStatus::WORDS.iter().map(uncounted).collect()
                }
                None => Vec::new(),
            }
        })
    });
    let has_statuses = Memo::new(move |_| options.with(|options| !options.is_empty()));
    let change = move |status: Vec<String>| jobs.ask_runs(move |query| query.with_status(status));
    view! {
        <div class="jobs-pane-head">
            <h2 class="card-title">"Runs"</h2>
            <span class="jobs-pane-tools">
                {filtered(session, "jobs", "status", "Status", move || (move || {
                    has_statuses.get().then(|| view! { <FilterMenu label="Status" options chosen on_change=change/> })
                }).into_any())}
                {filtered(session, "jobs", "after", "Any time", move || view! { <Times jobs page/> }.into_any())}
            </span>
            {filtered(session, "jobs", "q", "Spinner or run ID", move || view! {
                <SearchField label="Spinner or run ID" value=text on_search=search hotkey="/"/>
            }.into_any())}
        </div>
    }
}

/// The stretch of time that the runs were asked for in.
#[component]
fn Times(jobs: Jobs, page: RwSignal<Arc<JobPage>>) -> impl IntoView {
    let label = Signal::derive(move || {
        let narrowed = jobs
            .runs_query
            .with(|query| query.after.is_some() || query.before.is_some());
        if narrowed { "Since a time" } else { "Any time" }.to_owned()
    });
    let items = Signal::derive(move || {
        let preset = |preset: Preset| {
            MenuItem::new(preset.label(), move || {
                let begin = page.with_untracked(|page| {
                    untrack(|| {
                        jobs.write(page.captured_at.value(), |formats| preset.begin(formats))
                    })
                });
                jobs.ask_runs(move |query| query.with_after(Some(begin)));
            })
        };
        let any = MenuItem::new("Any time", move || {
            jobs.ask_runs(|query| query.with_after(None))
        });
        let presets = [Preset::Hour, Preset::Today].into_iter().map(preset);
        presets.chain([any]).collect::<Vec<_>>()
    });
    view! { <span class="times"><Menu label items/></span> }
}

#[component]
fn Nothing(jobs: Jobs, page: RwSignal<Arc<JobPage>>) -> impl IntoView {
    let query = jobs.runs_query;
    let why = Signal::derive(move || Emptiness {
        unreadable: page.with(|page| !page.items.is_empty()),
        beyond: query.with(|query| query.page > 1 || query.cursor.is_some()),
        filtered: query.with(JobQuery::is_filtered),
    });
    view! {
        <ListEmpty
            nouns=("run", "runs")
            why
            none_yet="Each run of a published spinner stands here. Start a run, then press Refresh."
            on_first=move |()| jobs.ask_runs(|query| query.with_page(1))
            on_clear=move |()| jobs.ask_runs(JobQuery::unfiltered)
        />
    }
}
