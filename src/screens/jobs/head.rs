//! The head of the Jobs page: project, age, Refresh, and starting a run.

use super::Jobs;
use super::start::StartRun;
use crate::domain::format::Zone;
use crate::domain::glyph::Glyph;
use crate::domain::project::Project;
use crate::domain::provision::no_action;
use crate::domain::runtime::Runtime;
use crate::domain::stalled::{Verdict, advice, sentence};
use crate::domain::timestamp::Timestamp;
use crate::domain::tone::Tone;
use crate::screens::list_head::ListHead;
use crate::ui::{ActionButton, Announcer, Banner, RichText};
use leptos::prelude::*;

/// Why nothing is loaded without being asked for.
const WHY: &str = "This page loads only when you press Refresh: rows hold still while you read, \
    and nothing is sent for nothing. Selection, scroll and open panels stay.";

/// Figures older than this, in milliseconds, are said to be old.
const OLD: i64 = 5 * 60_000;

/// The head.
#[component]
pub fn Head(
    /// The page.
    jobs: Jobs,
) -> impl IntoView {
    let start = RwSignal::new(false);
    let session = jobs.session;
    let available =
        Signal::derive(move || session.has("spinners") && session.can("spinner", "run"));
    let reason = Signal::derive(move || (!available.get()).then(|| no_action().to_owned()));
    let actions = move || {
        view! { <ActionButton label="Start a run…" available reason on_press=move |()| start.set(true)/> }
    };
    announce(jobs);
    view! {
        <ListHead
            title="Jobs"
            session=jobs.session
            remote=jobs.runs
            captured_at=|page| page.captured_at.value()
            on_refresh=move |()| jobs.refresh()
            tip=WHY
            actions
        />
        <p class="jobs-line">
            <Projects jobs/>
            <Calm jobs/>
        </p>
        <RuntimeNote jobs/>
        <StartRun jobs open=start/>
    }
}

/// Says that the page holds still; once its figures are old, that instead.
#[component]
fn Calm(jobs: Jobs) -> impl IntoView {
    let session = jobs.session;
    let old = Memo::new(move |_| {
        let fetched = jobs.runs.state.with(|state| state.fetched_at())?;
        let now = session.clock.get();
        if now.saturating_sub(fetched) < OLD {
            return None;
        }
        let fetched = Timestamp::from_ms(fetched);
        let presentation = session.presentation;
        let ago = presentation.written_in(&Zone::Utc, now, |formats| formats.ago(&fetched));
        Some(
            [
                "These figures are ",
                ago.trim_end_matches(" ago"),
                " old. Refresh to load newer ones.",
            ]
            .concat(),
        )
    });
    let text = move || {
        old.get()
            .unwrap_or_else(|| "This page never reloads by itself, so rows hold still.".to_owned())
    };
    view! { <span class="jobs-calm" data-old=move || old.with(Option::is_some).then_some("")>{text}</span> }
}

/// The project whose runs are listed, only where the API names projects.
#[component]
fn Projects(jobs: Jobs) -> impl IntoView {
    let projects = Memo::new(move |_| {
        jobs.session.capabilities.state.with(|state| {
            let known = state.value().and_then(|known| known.projects.value());
            known.cloned().unwrap_or_default()
        })
    });
    let chosen = Memo::new(move |_| {
        jobs.runs_query
            .with(|query| query.project.clone().unwrap_or_default())
    });
    let choose = move |event| {
        let id = event_target_value(&event);
        jobs.ask_runs(move |query| query.with_project(Some(id)));
    };
    let option = move |project: Project| {
        let id = project.id.clone();
        let label = project.label().to_owned();
        let is_chosen = move || chosen.with(|chosen| *chosen == id);
        view! { <option value=project.id selected=is_chosen>{label}</option> }
    };
    let awaited = Memo::new(move |_| {
        let known = jobs.session.capabilities.state;
        known.with(|state| state.value().is_none() && state.error().is_none())
    });
    move || {
        let projects = projects.get();
        // Until they are known, their place is kept.
        (awaited.get() || !projects.is_empty()).then(|| {
            view! {
                <label class="jobs-project">
                    <span>"Project"</span>
                    <select class="field" on:change=choose prop:value=move || chosen.get()>
                        <option value="" selected=move || chosen.with(String::is_empty)>"All projects"</option>
                        {projects.into_iter().map(option).collect::<Vec<_>>()}
                    </select>
                </label>
            }
        })
    }
}

/// The runtime, only while it is down: nothing moves without it.
#[component]
fn RuntimeNote(jobs: Jobs) -> impl IntoView {
    let note = Memo::new(move |_| {
        jobs.runs.state.with(|state| {
            let page = state.value()?;
            let runtime = page.runtime.value().filter(|runtime| runtime.is_down())?;
            let down = Verdict::RuntimeDown {
                since: runtime.down_since().cloned(),
            };
            let words = jobs.write(page.captured_at.value(), |formats| sentence(&down, formats));
            Some((words, advice(&down), message(runtime)))
        })
    });
    move || {
        note.get().map(|(words, advice, message)| {
            view! {
                <Banner tone=Tone::Bad glyph=Glyph::OctagonX>
                    <p><RichText rich=words/> " " {advice}</p>
                    {message.map(|message| view! { <p class="banner-line">{message}</p> })}
                </Banner>
            }
        })
    }
}

fn message(runtime: &Runtime) -> Option<String> {
    let message = runtime.message.as_deref().map(str::trim)?;
    (!message.is_empty()).then(|| message.to_owned())
}

/// Says the result of a refresh to those who do not see it.
fn announce(jobs: Jobs) {
    let announcer: Announcer = expect_context();
    Effect::new(move |before: Option<(bool, Option<i64>)>| {
        let now = jobs
            .runs
            .state
            .with(|state| (state.is_asking(), state.fetched_at()));
        if let Some((true, fetched)) = before
            && !now.0
            && fetched.is_some()
        {
            announcer.say(if fetched == now.1 {
                "Refreshing failed."
            } else {
                "Updated."
            });
        }
        now
    });
}
