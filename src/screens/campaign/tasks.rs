//! The tasks: the snapshot's first page, or whichever page the address asks
//! the server for.

use super::export::ExportTasks;
use super::task_asked::{answered, asked_page, shown_tasks};
use super::task_filters::{TaskFilters, set_tasks};
use super::task_foot::Foot;
use super::task_table::TaskTable;
use super::{part_notes, task_columns};
use crate::domain::block::Block;
use crate::domain::ending::ending;
use crate::domain::glyph::Glyph;
use crate::domain::page::Total;
use crate::domain::route::{CallQuery, Route, TaskQuery};
use crate::domain::task::TaskPage;
use crate::domain::tone::Tone;
use crate::screens::parts_note::PartsNote;
use crate::state::live::{Live, use_live};
use crate::state::remote::RemoteHandle;
use crate::ui::{Badge, Button, Card, ColumnMenu, EmptyState, FailedPanel, Note};
use leptos::prelude::*;
use std::sync::Arc;

/// The tasks on screen, for the drawer of an API that has no more of a task.
#[derive(Clone, Copy, Default)]
pub struct TasksOnScreen(pub RwSignal<Option<Arc<TaskPage>>>);

/// The section, only if the API has tasks to report: in the snapshot, or
/// because the address asks for a page of them.
#[component]
pub fn Tasks() -> impl IntoView {
    let live = use_live();
    let asked = asked_page(live);
    let in_snapshot = live.shows(|snapshot, _| !snapshot.tasks.is_absent());
    let wanted =
        Memo::new(move |_| in_snapshot.get() || live.query().get() != TaskQuery::default());
    move || wanted.get().then(|| view! { <TasksCard live asked/> })
}

#[component]
fn TasksCard(live: Live, asked: RemoteHandle<TaskPage>) -> impl IntoView {
    let answered = answered(live, asked);
    let shown = shown_tasks(live, asked, answered);
    let total =
        Memo::new(move |_| shown.with(|page| page.as_ref().map(|page| page.page.known_total())));
    let sub = Signal::derive(move || {
        let query = live.query();
        let snapshot = live.snapshot.get();
        if !answered.get() {
            return match shown.with(Option::is_some) {
                true => "loading".to_owned(),
                false => String::new(),
            };
        }
        live.conclude(&snapshot, |_, formats| {
            match (query.with(TaskQuery::is_filtered), total.get()) {
                (false, Some(Total::Exact(n))) => {
                    format!("{} in total", formats.count(saturated(n)))
                }
                (true, Some(Total::Exact(n))) => format!("{} match", formats.count(saturated(n))),
                (_, Some(Total::AtLeast(n))) => format!("at least {}", formats.count(saturated(n))),
                _ => "total not reported".to_owned(),
            }
        })
    });
    let title = live.shows(|snapshot, formats| {
        ending(snapshot, formats)
            .map_or("Tasks", |end| end.tasks_title)
            .to_owned()
    });
    let hidden = live.page.session.preferences.hidden_columns;
    let session = live.page.session;
    let unreported = Memo::new(move |_| session.unreported("tasks", &task_columns::MEMBERS));
    let has_calls = Memo::new(move |_| session.has("calls"));
    let columns = move || {
        let calls = Route::Calls(CallQuery::of_campaign(&live.page.id.get_value().0));
        view! {
            {move || has_calls.get().then(|| view! {
                <a class="row-link" href=session.navigation.href(&calls)>"View campaign calls"</a>
            })}
            <ExportTasks live answered/>
            <ColumnMenu columns=task_columns::COLUMNS hidden unreported on_change=move |columns| hidden.set(columns)/>
        }
    };
    let parts = part_notes::of_tasks(live, shown);
    let on_screen: TasksOnScreen = expect_context();
    Effect::new(move |_| on_screen.0.set(shown.get()));
    let failed = Memo::new(move |_| asked.state.with(|state| state.error().cloned()));
    let badge = move || {
        failed.get().map(
            |_| view! { <Badge tone=Tone::Warn glyph=Glyph::TriangleAlert label="Not loaded"/> },
        )
    };
    let content = Memo::new(move |_| match (shown.with(Option::is_some), failed.get()) {
        (false, Some(_)) => Content::Failed,
        (true, _) if shown.with(|page| page.as_ref().is_some_and(|page| page.items.is_empty())) => {
            Content::Empty
        }
        (true, _) => Content::Rows,
        (false, _) => Content::Unreadable,
    });
    view! {
        <Card title sub badge=move || badge actions=columns part="tasks">
            <PartsNote notes=parts/>
            <TaskFilters shown/>
            {move || failed.get().filter(|_| content.get() == Content::Rows).map(|error| view! {
                <div class="card-body">
                    <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                        <b>"These rows may be out of date. "</b> {error.to_string()} " "
                        <Button small=true label="Try again" on_press=move |()| asked.refresh()/>
                    </Note>
                </div>
            })}
            {move || match content.get() {
                Content::Rows => view! { <TaskTable shown/> }.into_any(),
                Content::Empty => view! { <NoTasks live/> }.into_any(),
                Content::Failed => view! { <TasksFailed failed asked/> }.into_any(),
                Content::Unreadable => view! { <Unreadable live/> }.into_any(),
            }}
            <Foot live shown answered/>
        </Card>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Rows,
    Empty,
    Failed,
    Unreadable,
}

/// A count as the formats take it.
pub fn saturated(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[component]
fn TasksFailed(
    failed: Memo<Option<crate::api::error::ApiError>>,
    asked: RemoteHandle<TaskPage>,
) -> impl IntoView {
    move || {
        failed.get().map(|error| {
            view! {
                <FailedPanel
                    title="These tasks did not load."
                    text=format!("{error} {} The rest of this page is current.", error.advice())
                    request_id=error.request_id
                    action_label="Reload this section"
                    on_retry=move |()| asked.refresh()
                />
            }
        })
    }
}

#[component]
fn Unreadable(live: Live) -> impl IntoView {
    let what = live.shows(|snapshot, _| match &snapshot.tasks {
        Block::Unreadable(unreadable) => unreadable.to_string(),
        _ => String::new(),
    });
    view! {
        <div class="card-body">
            <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                <b>"The tasks came in a form that cannot be read. "</b> {what} " The rest of this page is current."
            </Note>
        </div>
    }
}

/// Filtered to nothing and nothing there are two different facts.
#[component]
fn NoTasks(live: Live) -> impl IntoView {
    let filtered = Memo::new(move |_| live.query().with(|query| query.is_filtered()));
    let beyond = Memo::new(move |_| {
        live.query()
            .with(|query| query.page > 1 || query.cursor.is_some())
    });
    let clear = move || {
        view! {
            <Button label="Clear filters" on_press=move |()| set_tasks(live, TaskQuery::cleared)/>
        }
    };
    let first = move || {
        view! {
            <Button label="Go to the first page" on_press=move |()| set_tasks(live, |query| query.with_page(1))/>
        }
    };
    move || {
        match (beyond.get(), filtered.get()) {
        (true, _) => view! {
            <EmptyState
                title="This page is past the last task"
                text="Tasks have finished or moved since the link was made."
                action=first
            />
        }
        .into_any(),
        (false, true) => view! {
            <EmptyState
                title="No task matches these filters"
                text="Every filter must match at once. The menus above show how many tasks each value has."
                action=clear
            />
        }
        .into_any(),
        (false, false) => view! {
            <EmptyState
                title="No tasks yet"
                text="Tasks appear when the campaign starts and its audience is applied."
            />
        }
        .into_any(),
    }
    }
}
