//! The task table: one row a contact, live ones first, each reason beside its
//! row.

use super::drawer::open;
use super::task_asked::ShownTasks;
use super::task_columns::MEMBERS;
use super::task_filters::set_tasks;
use crate::domain::block::good_rows;
use crate::domain::format::NONE;
use crate::domain::route::{Route, TaskSortKey};
use crate::domain::task::TaskId;
use crate::domain::task_row::{Hold, TaskRow, row, unreported_columns};
use crate::screens::lacking::next_order;
use crate::screens::listed::Listed;
use crate::screens::most::MOST;
use crate::screens::not_provided::Unreported;
use crate::screens::text_cell::{data, row_header, row_link, spoken, sub, text};
use crate::state::live::{Live, use_live};
use crate::ui::{
    Icon, IconName, KeyedRows, Markup, SortHead, Sorted, TableFrame, icon_mark, quiet_status,
};
use leptos::prelude::*;
use std::borrow::Cow;

/// The rows on screen.
#[component]
pub fn TaskTable(
    /// Their page.
    shown: ShownTasks,
) -> impl IntoView {
    let live = use_live();
    let rows = Memo::new(move |_| {
        let snapshot = live.snapshot.get();
        shown.with(|page| {
            let items = page
                .as_ref()
                .map(|page| page.items.as_slice())
                .unwrap_or_default();
            live.conclude(&snapshot, |_, formats| {
                good_rows(items.get(..MOST).unwrap_or(items))
                    .map(|task| row(task, formats))
                    .collect::<Vec<TaskRow>>()
            })
        })
    });
    let listed: Listed = expect_context();
    Effect::new(move |_| {
        listed.tell(rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect()));
    });
    let hidden = live.page.session.preferences.hidden_columns;
    let session = live.page.session;
    let unreported = Memo::new(move |_| session.unreported("tasks", &MEMBERS));
    let hide = move || {
        let kept_away = unreported.with(|columns| columns.join(" "));
        hidden.with(|columns| [&*columns.join(" "), " ", &*kept_away].concat())
    };
    let selected = Signal::derive(move || live.page.open.get().map(|task| task.0));
    let missing = Memo::new(move |_| rows.with(|rows| unreported_columns(rows).join(", ")));
    let sticky = Memo::new(move |_| session.reports("tasks", "from_sticky"));
    let foot = move || {
        view! {
            <Unreported session what=missing/>
            {move || sticky.get().then(|| view! {
                <p class="table-note">
                    <Icon name=IconName::Lock/> " Sticky: number locked to this contact after an answered call"
                </p>
            })}
        }
    };
    view! {
        <div class="task-table" data-hide=hide>
            <TableFrame label="Tasks" head=move || head(live) foot>
                <KeyedRows
                    rows
                    key=|row: &TaskRow| row.id.clone()
                    cells=move |row: TaskRow| cells(live, row)
                    selected
                    on_open=move |task: String| open(live, task)
                />
            </TableFrame>
        </div>
    }
}

fn head(live: Live) -> impl IntoView {
    let zone = live.shows(|_, formats| formats.locale.local(formats.now, formats.zone).zone_label);
    let last = Signal::derive(move || format!("Last attempted, {}", zone.get()));
    view! {
        <tr>
            {sort_head(live, "Contact".into(), false, TaskSortKey::Contact)}
            <th scope="col" data-col="phone">"Phone"</th>
            <th scope="col" data-col="from">"From"</th>
            {sort_head(live, "Status".into(), false, TaskSortKey::Status)}
            <th scope="col" data-col="blocker">"Blocker and next attempt"</th>
            <th scope="col" data-col="disposition">"Disposition"</th>
            {sort_head(live, "Attempts".into(), true, TaskSortKey::Attempts)}
            <th scope="col" class="num" data-col="retries">"System retries"</th>
            {sort_head(live, "Duration".into(), true, TaskSortKey::Duration)}
            <th scope="col" class="num" data-col="score">"Score"</th>
            {sort_head(live, last, true, TaskSortKey::LastAttempted)}
            <th scope="col" data-col="debug"><span class="debug-head">"Debug"</span></th>
        </tr>
    }
}

fn sort_head(live: Live, label: Signal<String>, num: bool, key: TaskSortKey) -> impl IntoView {
    let query = live.query();
    let sorted = Signal::derive(move || Sorted::of(query.with(|query| query.sort), key));
    let next = Memo::new(move |_| {
        let sort = query.with(|query| query.sort);
        next_order(live.page.session, "tasks", sort, key)
    });
    let reason = Signal::derive(move || next.get().err());
    let press = move |()| {
        if let Ok(sort) = next.get_untracked() {
            set_tasks(live, move |query| query.with_sort(sort));
        }
    };
    let column = match key {
        TaskSortKey::Attempts => Some("attempts"),
        TaskSortKey::Duration => Some("duration"),
        TaskSortKey::LastAttempted => Some("last"),
        _ => None,
    };
    view! { <SortHead label num sorted reason on_sort=press attr:data-col=column/> }
}

fn cells(live: Live, row: TaskRow) -> Vec<Markup> {
    let address = live.page.session.navigation.href(&Route::Campaign {
        id: live.page.id.get_value(),
        tasks: live.query().get(),
        open: Some(TaskId(row.id)),
    });
    let debug = ["Debug ", &*row.contact.text].concat();
    let phone_line = [row.phone.text.as_str(), ", attempts ", &row.attempts.text].concat();
    let sticky = || {
        Markup::new("span")
            .class("sticky-lock")
            .with("title", "Sticky: locked to this contact")
            .child(icon_mark(IconName::Lock))
            .child(spoken(" (sticky)"))
    };
    let live_word = || Markup::new("span").class("live-word").text(" live");
    let state = quiet_status(row.state.tone(), row.state.glyph(), row.state.label());
    vec![
        row_header()
            .class("task-contact")
            .child(row_link(address, row.contact.text).with("data-noscroll", ""))
            .child(
                Markup::new("span")
                    .class("task-phone-line")
                    .text(phone_line),
            ),
        text(row.phone, "phone", ""),
        text(row.from, "from", "").child(row.sticky.then(sticky)),
        data("status")
            .with_some("title", row.state.meaning())
            .child(state),
        held(row.blocker, row.blocker_reported),
        text(row.disposition, "disposition", ""),
        text(row.attempts, "attempts", "num"),
        text(row.system_retries, "retries", "num"),
        text(row.duration, "duration", "num").child(row.live.then(live_word)),
        text(row.score, "score", "num"),
        text(row.last_attempted, "last", "num"),
        data("debug").child(
            Markup::new("button")
                .with("type", "button")
                .class("icon-button")
                .with("data-kind", "outlined")
                .with("data-press", "")
                .with("tabindex", "-1")
                .with("aria-label", debug)
                .child(icon_mark(IconName::Pulse)),
        ),
    ]
}

fn held(hold: Option<Hold>, reported: bool) -> Markup {
    let cell = data("blocker").class("two");
    let lines = |cell: Markup, label: Cow<'static, str>, line: String| {
        cell.child(Markup::new("span").class("held").text(label))
            .child(sub(line))
    };
    let Some(hold) = hold else {
        let word = if reported { NONE } else { "Not reported" };
        return lines(cell.with("data-tone", "none"), word.into(), String::new());
    };
    let more = [hold.detail, hold.code]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let cell = cell
        .with("data-tone", hold.tone.name())
        .with_some("title", Some(more).filter(|more| !more.is_empty()));
    lines(cell, hold.label.into(), hold.second_line)
}
