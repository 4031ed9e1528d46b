//! Starting a run: what it takes, what the plan leaves, what a refusal means.

use super::Jobs;
use crate::api::error::{ApiError, ErrorKind};
use crate::domain::block::good_rows;
use crate::domain::cell::Cell;
use crate::domain::glyph::Glyph;
use crate::domain::route::{JobsQuery, RecordQuery};
use crate::domain::spinner::offer::{facts, is_full, obstacle, title, when_full};
use crate::domain::spinner::{PLAN_LIMIT, RunBody, RunResult, Spinner, SpinnerPage};
use crate::domain::tone::Tone;
use crate::screens::loaded::Loaded;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::state::sending::Sending;
use crate::state::telling::Deed;
use crate::ui::{
    ActionButton, Button, ButtonKind, Dialog, DialogField, Note, Skeleton, SkeletonKind, Toaster,
};
use leptos::prelude::*;
use std::sync::Arc;

/// What is asked for in the dialog.
#[derive(Clone, Copy)]
struct Offer {
    jobs: Jobs,
    open: RwSignal<bool>,
    spinners: RemoteHandle<SpinnerPage>,
    /// The spinner's ID; empty until one is chosen.
    chosen: RwSignal<String>,
    /// The spinner and what it is started with.
    starting: Sending<(String, RunBody)>,
    toaster: Toaster,
}

impl Offer {
    /// The chosen spinner, else the first that can be run, else the first.
    fn spinner(self) -> Option<Spinner> {
        let chosen = self.chosen.get();
        self.spinners.state.with(|state| {
            let all: Vec<&Spinner> = good_rows(&state.value()?.items).collect();
            let wanted = all.iter().find(|spinner| spinner.id == chosen);
            let free = || all.iter().find(|spinner| obstacle(spinner).is_none());
            wanted
                .or_else(free)
                .or(all.first())
                .map(|spinner| (*spinner).clone())
        })
    }

    fn start(self) {
        let Some(spinner) = untrack(|| self.spinner()) else {
            return;
        };
        let runs = self.jobs.runs_query;
        let body = RunBody {
            project: runs.with_untracked(|query| query.project.clone()),
            ..RunBody::default()
        };
        let client = self.jobs.session.client();
        self.starting.send(
            (spinner.id, body),
            |(spinner, _)| Deed::ask(self.jobs.session.around, "start_run", spinner),
            |(spinner, body), key| client.start_run(spinner, body, key),
            move |result| self.started(result),
        );
    }

    /// Selects the new run and loads the list that it now stands in.
    fn started(self, result: Option<RunResult>) {
        let Some(result) = result else { return };
        let told = result.message.as_deref().unwrap_or("The run was started.");
        self.toaster.show(told);
        self.open.set(false);
        let runs = self.jobs.runs_query.get_untracked().unfiltered();
        let records = RecordQuery::default();
        let query = JobsQuery { runs, records };
        self.jobs.go(&Jobs::at(Some(result.job.id), None, &query));
        self.jobs.runs.ask();
    }
}

/// The dialog.
#[component]
pub fn StartRun(
    /// The page.
    jobs: Jobs,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = jobs.session;
    let spinners = use_remote(
        move || {
            open.get()
                .then(|| jobs.runs_query.with(|query| query.project.clone()))
        },
        move |project, ask| Box::pin(session.client().spinners(project, ask)),
    );
    let offer = Offer {
        jobs,
        open,
        spinners,
        chosen: RwSignal::new(String::new()),
        starting: Sending::new(),
        toaster: expect_context(),
    };
    Effect::new(move |_| {
        if open.get() {
            offer.starting.refused.set(None);
        }
    });
    view! {
        <Dialog open title="Start a run of which spinner?" footer=move || view! { <Foot offer/> }>
            <Loaded
                remote=spinners
                what="The list of spinners"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Lines(4)/> }
                content=move |page| view! { <Choice offer page/> }.into_any()
            />
            <Refusal offer/>
        </Dialog>
    }
}

#[component]
fn Foot(offer: Offer) -> impl IntoView {
    let reason = Signal::derive(move || match offer.spinner() {
        Some(spinner) => obstacle(&spinner),
        None => Some("There is no spinner to run.".to_owned()),
    });
    let available = Signal::derive(move || reason.with(Option::is_none));
    view! {
        <Button label="Close" autofocus=true on_press=move |()| offer.open.set(false)/>
        <ActionButton
            label="Start run"
            kind=ButtonKind::Primary
            available
            reason
            busy=offer.starting.pending
            on_press=move |()| offer.start()
        />
    }
}

/// The spinner, and what a run of it would take.
#[component]
fn Choice(offer: Offer, page: RwSignal<Arc<SpinnerPage>>) -> impl IntoView {
    let current = Memo::new(move |_| {
        offer
            .spinner()
            .map(|spinner| spinner.id)
            .unwrap_or_default()
    });
    let options = move || {
        let current = current.get();
        page.with(|page| {
            let option = |spinner: &Spinner| {
                let selected = spinner.id == current;
                view! { <option value=spinner.id.clone() selected=selected>{title(spinner)}</option> }
            };
            good_rows(&page.items).map(option).collect::<Vec<_>>()
        })
    };
    let lines = Memo::new(move |_| {
        let spinner = offer.spinner()?;
        page.with(|page| {
            let plan = page.plan.value();
            Some(offer.jobs.write(page.captured_at.value(), |formats| {
                facts(&spinner, plan, formats)
            }))
        })
    });
    // A full month is told before anybody presses, with what to do.
    let obstacle = Memo::new(move |_| {
        let reason = obstacle(&offer.spinner()?)?;
        page.with(|page| {
            let plan = page.plan.value().filter(|plan| is_full(plan));
            let read_at = page.captured_at.value();
            let advice = plan.map(|plan| {
                offer
                    .jobs
                    .write(read_at, |formats| when_full(Some(plan), formats))
            });
            Some(
                [
                    reason,
                    advice
                        .map(|advice| [" ", &*advice].concat())
                        .unwrap_or_default(),
                ]
                .concat(),
            )
        })
    });
    let line = |(label, cell): (_, Cell)| view! { <div><dt>{label}</dt><dd>{cell.text}</dd></div> };
    view! {
        <DialogField label="Spinner">
            <select class="field" on:change=move |event| offer.chosen.set(event_target_value(&event))>{options}</select>
        </DialogField>
        {move || obstacle.get().map(|words| view! {
            <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>{words}</Note>
        })}
        <dl class="dialog-facts">
            {move || lines.get().unwrap_or_default().into_iter().map(line).collect::<Vec<_>>()}
        </dl>
    }
}

/// Why the server refused, and what to do.
#[component]
fn Refusal(offer: Offer) -> impl IntoView {
    let told =
        move || {
            offer.starting.refused.get().map(|error| {
                match error.code.as_deref() == Some(PLAN_LIMIT) {
                    true => {
                        let advice = offer.spinners.state.with(|state| {
                            let page = state.value();
                            let read_at = page.and_then(|page| page.captured_at.value());
                            let plan = page.and_then(|page| page.plan.value());
                            offer
                                .jobs
                                .write(read_at, |formats| when_full(plan, formats))
                        });
                        (
                            "The monthly limit is reached. ",
                            [words(&error), " ".to_owned(), advice].concat(),
                        )
                    }
                    false => (
                        "The run was not started. ",
                        [&*error.to_string(), " ", error.advice()].concat(),
                    ),
                }
            })
        };
    view! {
        <div class="dialog-refused" role="alert">
            {move || told().map(|(fact, more)| view! { <p><b>{fact}</b> {more}</p> })}
        </div>
    }
}

/// The server's own figures: "412 of 400 jobs this month."
fn words(error: &ApiError) -> String {
    match &error.kind {
        ErrorKind::Conflict(Some(told)) => told.clone(),
        _ => error.to_string(),
    }
}
