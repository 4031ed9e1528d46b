//! The task drawer: why the task is where it is, then what happened to it. It
//! has an address of its own.

use super::evidence::{EvidenceFoot, TaskEvidence};
use super::task_events::History;
use super::task_filters::set_tasks;
use super::tasks::TasksOnScreen;
use crate::domain::attempt_state::AttemptState;
use crate::domain::glyph::Glyph;
use crate::domain::link::web_link;
use crate::domain::raw_json::Sourced;
use crate::domain::route::Route;
use crate::domain::severity::Severity;
use crate::domain::task::{TaskDebug, TaskId};
use crate::domain::task_detail::{self, Detail};
use crate::domain::tone::Tone;
use crate::screens::list_notes::Stale;
use crate::screens::listed::{Listed, Step};
use crate::screens::loaded::Loaded;
use crate::screens::not_provided::from_row;
use crate::screens::parts_note::PartsOf;
use crate::state::live::{Live, use_live};
use crate::state::navigation::Entry;
use crate::state::remote::{RemoteHandle, use_remote};
use crate::ui::{Badge, CopyText, Drawer, Note, Skeleton, SkeletonKind, on_plain_key};
use leptos::prelude::*;
use std::sync::Arc;

/// Opens with the task that the address names.
#[component]
pub fn TaskDrawer() -> impl IntoView {
    let live = use_live();
    let session = live.page.session;
    let wanted = live.page.open;
    let listed: Listed = expect_context();
    let on_screen: TasksOnScreen = expect_context();
    let debug = use_remote(
        move || {
            let task = wanted.get()?;
            let row = match session.has("task") {
                true => None,
                false => Some(on_screen.0.get()?),
            };
            Some((live.page.id.get_value(), task, row))
        },
        move |(id, task, row), ask| match row {
            None => Box::pin(session.client().task(id, task, ask)),
            Some(page) => from_row(TaskDebug::of_row(&page, &task).map(Sourced::unsent)),
        },
    );
    live.asks_along(debug);
    let open = Signal::derive(move || wanted.with(Option::is_some));
    let title = Signal::derive(move || {
        let known = debug.state.with(|state| {
            state
                .value()
                .and_then(|debug| task_detail::contact_name(&debug.value.task))
        });
        known.unwrap_or_else(|| "Task".to_owned())
    });
    let head = move || view! { <Head live debug listed/> };
    let task = Signal::derive(move || debug.state.with(|state| state.value().cloned()));
    let evidence = TaskEvidence::of(task);
    let foot = move || view! { <EvidenceFoot evidence/> };
    on_plain_key(move |key| {
        let Some(task) = wanted.get_untracked() else {
            return false;
        };
        if key == "c" {
            evidence.copy();
            return true;
        }
        let Some(step) = Step::of_key(key) else {
            return false;
        };
        if let Some(task) = listed.neighbor(&task.0, step) {
            turn(live, task);
        }
        true
    });
    view! {
        <Drawer open title head foot on_close=move |()| close(live)>
            <PartsOf session remote=debug of=|task| (&task.value.parts, task.value.captured_at.value())/>
            <Stale remote=debug fact="Showing this task as it was read last."/>
            <Loaded
                remote=debug
                what="This task"
                skeleton=|| view! { <Skeleton kind=SkeletonKind::Lines(8)/> }
                content=move |shown| view! { <Detailed live shown/> }.into_any()
            />
        </Drawer>
    }
}

/// Opens a task's drawer.
pub fn open(live: Live, task: String) {
    go(live, Some(TaskId(task)), Entry::New);
}

/// Goes on to another row; Back still leads to the list.
fn turn(live: Live, task: String) {
    go(live, Some(TaskId(task)), Entry::Replaced);
}

fn close(live: Live) {
    go(live, None, Entry::New);
}

fn go(live: Live, wanted: Option<TaskId>, entry: Entry) {
    let navigation = live.page.session.navigation;
    if let Route::Campaign { id, tasks, open } = navigation.route().get_untracked()
        && open != wanted
    {
        navigation.go(
            &Route::Campaign {
                id,
                tasks,
                open: wanted,
            },
            entry,
        );
    }
}

/// The task on screen and the answer it was read from.
pub type ShownTask = RwSignal<Arc<Sourced<TaskDebug>>>;

/// A conclusion from the task on screen.
pub fn concluded<R: PartialEq + Send + Sync + 'static>(
    live: Live,
    shown: ShownTask,
    conclude: impl Fn(&TaskDebug, &crate::domain::format::Formats<'_>) -> R + Send + Sync + 'static,
) -> Memo<R> {
    Memo::new(move |_| {
        let snapshot = live.snapshot.get();
        shown.with(|task| live.conclude(&snapshot, |_, formats| conclude(&task.value, formats)))
    })
}

#[component]
fn Head(live: Live, debug: RemoteHandle<Sourced<TaskDebug>>, listed: Listed) -> impl IntoView {
    let known = Memo::new(move |_| {
        debug.state.with(|state| {
            let task = &state.value()?.value.task;
            let snapshot = live.snapshot.get();
            let phone = task
                .phone
                .as_deref()
                .map(|raw| live.conclude(&snapshot, |_, formats| formats.phone(raw)));
            Some((
                AttemptState::from_wire(&task.status),
                phone,
                task.id.0.clone(),
                contact_page(task),
            ))
        })
    });
    let row = move || listed.place(&live.page.open.get()?.0);
    move || {
        known.get().map(|(state, phone, id, page)| {
            let id = Signal::derive(move || id.clone());
            view! {
                <Badge tone=state.tone() glyph=state.glyph() label=state.label().to_string()/>
                <p class="drawer-sub">
                    <span>{phone}</span>
                    <CopyText text=id label="Copy task ID"/>
                    {page.map(|url| view! { <a class="text-link" href=url rel="noreferrer noopener" target="_blank">"Open contact"</a> })}
                    <span class="secondary">{row}</span>
                </p>
            }
        })
    }
}

/// Where the contact lives, when that may be followed.
fn contact_page(task: &crate::domain::task::Task) -> Option<String> {
    web_link(task.contact.value()?.url.as_deref()?)
}

#[component]
fn Detailed(live: Live, shown: ShownTask) -> impl IntoView {
    let detail = concluded(live, shown, task_detail::detail);
    let reason = move || {
        let Detail {
            severity,
            reason,
            more,
            ..
        } = detail.get();
        let (tone, glyph) = tone_of(severity.as_deref());
        view! {
            <Note tone glyph>
                <b class="drawer-reason">{reason}</b>
                {more.map(|more| view! { <p>{more}</p> })}
            </Note>
        }
    };
    let facts = move || {
        detail
            .get()
            .facts
            .into_iter()
            .map(|(label, value)| {
                view! {
                    <div class="stat"><dt>{label}</dt><dd class="stat-value">{value}</dd></div>
                }
            })
            .collect::<Vec<_>>()
    };
    let shared = Memo::new(move |_| detail.with(|detail| detail.same_blocker.clone()));
    view! {
        {reason}
        <dl class="stat-grid">{facts}</dl>
        {move || shared.get().map(|(words, code)| view! {
            <p class="drawer-shared">
                {words} " "
                <button type="button" class="text-button" on:click=move |_| {
                    let code = code.clone();
                    close(live);
                    set_tasks(live, move |query| query.cleared().with_blocker(vec![code]));
                }>"Show them"</button>
            </p>
        })}
        <History live shown/>
    }
}

fn tone_of(severity: Option<&str>) -> (Tone, Glyph) {
    let severity = Severity::from_wire(severity.unwrap_or("notice"));
    (severity.tone(), severity.glyph())
}
