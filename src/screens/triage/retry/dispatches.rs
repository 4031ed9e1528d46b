//! The board as a table: whom each dispatch was to, and what it came to.

use super::Plan;
use crate::domain::canary::board::BoardCell;
use crate::domain::route::{RecordQuery, RecordsPlace, Route, TaskQuery};
use crate::domain::scope::Scope;
use crate::domain::task::TaskId;
use crate::ui::{QuietStatus, TableFrame};
use leptos::prelude::*;

/// Folded away until it is asked for.
#[component]
pub fn Dispatches(plan: Plan, board: Memo<Vec<BoardCell>>) -> impl IntoView {
    let zone = move || plan.triage.write(|formats| formats.zone_label());
    let head = move || {
        view! {
            <tr>
                <th scope="col" class="num">"Place"</th>
                <th scope="col">"Contact"</th>
                <th scope="col">"Result"</th>
                <th scope="col">"Carrier"</th>
                <th scope="col" class="num">"Dispatched, " {zone}</th>
                <th scope="col" class="num">"Ended"</th>
            </tr>
        }
    };
    let rows = move || {
        board
            .get()
            .into_iter()
            .map(|cell| row(plan, cell))
            .collect::<Vec<_>>()
    };
    view! {
        <details class="sample-table">
            <summary>"Show the dispatches as a table"</summary>
            <TableFrame label="Dispatches of the sample" head><tbody>{rows}</tbody></TableFrame>
        </details>
    }
}

fn row(plan: Plan, cell: BoardCell) -> impl IntoView {
    let href = cell
        .id
        .as_deref()
        .map(|id| plan.triage.session.navigation.href(&route(plan, id)));
    let contact = match href {
        Some(href) => view! { <a href=href>{cell.contact}</a> }.into_any(),
        None => cell.contact.into_any(),
    };
    view! {
        <tr>
            <td class="num">{cell.position}</td>
            <td>{contact}</td>
            <td><QuietStatus tone=cell.tone glyph=cell.glyph label=cell.word/></td>
            <td>{cell.answer}</td>
            <td class="num">{cell.dispatched}</td>
            <td class="num">{cell.ended}</td>
        </tr>
    }
}

/// The task or record of a dispatch.
fn route(plan: Plan, id: &str) -> Route {
    match plan.triage.scope.get_value() {
        Scope::Campaign(campaign) => Route::Campaign {
            id: campaign,
            tasks: TaskQuery::default(),
            open: Some(TaskId(id.to_owned())),
        },
        Scope::Job(job) => Route::Records(RecordsPlace {
            open: Some(id.to_owned()),
            query: RecordQuery::default().of_job(Some(job.0)).to_query(),
        }),
    }
}
