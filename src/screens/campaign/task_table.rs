//! The task table: one row a contact, live ones first, each reason beside its
//! row.

use super::drawer::open;
use super::task_asked::ShownTasks;
use super::task_columns::MEMBERS;
use super::task_filters::set_tasks;
use crate::domain::block::good_rows;
use crate::domain::route::{Route, TaskSortKey};
use crate::domain::task::TaskId;
use crate::domain::task_row::{Hold, TaskRow, row, unreported_columns};
use crate::screens::lacking::next_order;
use crate::screens::listed::Listed;
use crate::screens::not_provided::Unreported;
use crate::screens::text_cell::{dash, text};
use crate::state::live::{Live, use_live};
use crate::ui::{Icon, IconName, KeyedRows, QuietStatus, SortHead, Sorted, TableFrame};
use leptos::prelude::*;

/// Most rows drawn at once, the contract's largest page. An API that sends more
/// has them counted in the foot, not drawn.
pub const MOST: usize = 200;

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

fn cells(live: Live, row: TaskRow) -> impl IntoView {
    let id = row.id.clone();
    let address = live.page.session.navigation.href(&Route::Campaign {
        id: live.page.id.get_value(),
        tasks: live.query().get(),
        open: Some(TaskId(row.id.clone())),
    });
    let debug = format!("Debug {}", row.contact.text);
    let phone_line = [row.phone.text.as_str(), ", attempts ", &row.attempts.text].concat();
    view! {
        <th scope="row" class="task-contact">
            <a class="row-link" href=address tabindex="-1" data-noscroll="">{row.contact.text}</a>
            <span class="task-phone-line">{phone_line}</span>
        </th>
        {text(row.phone, "phone", "")}
        <td data-col="from" class=dash(&row.from)>
            {row.from.text.clone()}
            {row.sticky.then(|| view! {
                <span class="sticky-lock" title="Sticky: locked to this contact">
                    <Icon name=IconName::Lock/><span class="visually-hidden">" (sticky)"</span>
                </span>
            })}
        </td>
        <td data-col="status" title=row.state.meaning()>
            <QuietStatus tone=row.state.tone() glyph=row.state.glyph() label=row.state.label()/>
        </td>
        {held(row.blocker, row.blocker_reported)}
        {text(row.disposition, "disposition", "")}
        {text(row.attempts, "attempts", "num")}
        {text(row.system_retries, "retries", "num")}
        <td data-col="duration" class=["num ", dash(&row.duration)].concat()>
            {row.duration.text.clone()}
            {row.live.then(|| view! { <span class="live-word">" live"</span> })}
        </td>
        {text(row.score, "score", "num")}
        {text(row.last_attempted, "last", "num")}
        <td data-col="debug">
            <button
                type="button"
                class="icon-button"
                data-kind="outlined"
                tabindex="-1"
                aria-label=debug
                on:click=move |event| {
                    event.stop_propagation();
                    open(live, id.clone());
                }
            >
                <Icon name=IconName::Pulse/>
            </button>
        </td>
    }
}

fn held(hold: Option<Hold>, reported: bool) -> impl IntoView {
    let (tone, label, line, more) = match hold {
        Some(hold) => {
            let more = [hold.detail, hold.code]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ");
            (
                hold.tone.name(),
                hold.label,
                hold.second_line,
                Some(more).filter(|m| !m.is_empty()),
            )
        }
        None if reported => ("none", "—".to_owned(), String::new(), None),
        None => ("none", "Not reported".to_owned(), String::new(), None),
    };
    view! {
        <td data-col="blocker" class="two" data-tone=tone title=more>
            <span class="held">{label}</span>
            <span class="sub">{line}</span>
        </td>
    }
}
