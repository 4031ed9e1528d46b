//! The table of calls.

use super::Calls;
use super::cells::cells;
use crate::domain::block::good_rows;
use crate::domain::call::CallPage;
use crate::domain::call::row::{CallRow, row, unreported_columns};
use crate::domain::route::CallSortKey;
use crate::screens::lacking::next_order;
use crate::screens::list_notes::{UnreadableRows, unreadable};
use crate::screens::listing::Listing;
use crate::screens::listing::foot::{Foot, MOST};
use crate::screens::listing::nothing::Nothing;
use crate::screens::not_provided::Unreported;
use crate::state::navigation::Entry;
use crate::ui::{KeyedRows, SortHead, Sorted, TableFrame};
use leptos::prelude::*;
use std::sync::Arc;

/// The members of the contract behind the columns that an API may lack.
const MEMBERS: [(&str, &str); 9] = [
    ("phone", "phone"),
    ("from", "from"),
    ("campaign", "campaign"),
    ("attempt", "attempt"),
    ("sip", "sip_status"),
    ("disposition", "disposition"),
    ("ring", "ring_seconds"),
    ("talk", "talk_seconds"),
    ("cost", "cost"),
];

/// The rows on screen, or why there are none.
#[component]
pub fn CallTable(
    /// The call log.
    calls: Calls,
    /// Its page on screen.
    page: RwSignal<Arc<CallPage>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        page.with(|page| {
            let items = page.items.get(..MOST).unwrap_or(&page.items);
            calls.write(page, |formats| {
                let rows = good_rows(items).map(|call| row(call, formats));
                rows.collect::<Vec<CallRow>>()
            })
        })
    });
    let odd = Memo::new(move |_| page.with(|page| unreadable(&page.items)));
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let open = move |id: String| {
        let task = rows.with_untracked(|rows| {
            let row = rows.iter().find(|row| row.id == id);
            row.and_then(|row| row.task.clone())
        });
        if let Some(task) = task {
            calls.session.navigation.go(&task, Entry::New);
        }
    };
    let missing = Memo::new(move |_| rows.with(|rows| unreported_columns(rows).join(", ")));
    let session = calls.session;
    let hide = move || session.unreported("calls", &MEMBERS).join(" ");
    view! {
        <UnreadableRows fact="Some calls could not be read." odd/>
        {move || if any.get() {
            view! {
                <div class="call-table" data-hide=hide>
                    <TableFrame label="Call log" head=move || head(calls, page) foot=move || view! { <Unreported session what=missing/> }>
                        <KeyedRows
                            rows
                            key=|row: &CallRow| row.id.clone()
                            cells=move |row: CallRow| cells(calls, row)
                            on_open=open
                        />
                    </TableFrame>
                </div>
            }
            .into_any()
        } else {
            view! { <Nothing list=calls page none_yet="Every dial of every campaign appears here as it is made."/> }.into_any()
        }}
        <Foot list=calls page/>
    }
}

fn head(calls: Calls, page: RwSignal<Arc<CallPage>>) -> impl IntoView {
    let started = Signal::derive(move || {
        let zone = page.with(|page| calls.write(page, |formats| formats.zone_label()));
        ["Started, ", &zone].concat()
    });
    view! {
        <tr>
            {sort_head(calls, started, false, CallSortKey::Started)}
            <th scope="col">"Contact"</th>
            <th scope="col" data-col="phone">"Phone"</th>
            <th scope="col" data-col="from">"From"</th>
            <th scope="col" data-col="campaign">"Campaign"</th>
            <th scope="col" class="num" data-col="attempt">"Attempt"</th>
            <th scope="col" data-col="state">"State"</th>
            <th scope="col" data-col="sip">"SIP status"</th>
            <th scope="col" data-col="disposition">"Disposition"</th>
            <th scope="col" class="num" data-col="ring">"Ring"</th>
            {sort_head(calls, "Talk".into(), true, CallSortKey::Duration)}
            <th scope="col" class="num" data-col="cost">"Cost"</th>
            <th scope="col" data-col="more"><span class="visually-hidden">"More"</span></th>
        </tr>
    }
}

fn sort_head(calls: Calls, label: Signal<String>, num: bool, key: CallSortKey) -> impl IntoView {
    let query = calls.query;
    let sorted = Signal::derive(move || Sorted::of(query.with(|query| query.sort), key));
    let next = Memo::new(move |_| {
        let sort = query.with(|query| query.sort);
        next_order(calls.session, "calls", sort, key)
    });
    let reason = Signal::derive(move || next.get().err());
    let press = move |()| {
        if let Ok(sort) = next.get_untracked() {
            calls.ask(move |query| query.with_sort(sort));
        }
    };
    let column = match key {
        CallSortKey::Started => "started",
        CallSortKey::Duration => "talk",
    };
    view! { <SortHead label num sorted reason on_sort=press attr:data-col=column/> }
}
