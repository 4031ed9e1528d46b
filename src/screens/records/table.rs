//! The table of records.

use super::Records;
use super::cells::cells;
use crate::domain::block::good_rows;
use crate::domain::record::RecordPage;
use crate::domain::record::row::{RecordRow, row, unreported_columns};
use crate::domain::route::RecordSortKey;
use crate::screens::lacking::next_order;
use crate::screens::list_notes::{UnreadableRows, unreadable};
use crate::screens::listing::Listing;
use crate::screens::listing::foot::{Foot, MOST};
use crate::screens::listing::nothing::Nothing;
use crate::screens::not_provided::Unreported;
use crate::ui::{KeyedRows, SortHead, Sorted, TableFrame};
use leptos::prelude::*;
use std::sync::Arc;

/// The members of the contract behind the columns that an API may lack.
const MEMBERS: [(&str, &str); 4] = [
    ("started", "started_at"),
    ("phone", "phone"),
    ("run", "job"),
    ("duration", "duration_seconds"),
];

/// The rows on screen, or why there are none.
#[component]
pub fn RecordTable(
    /// The records.
    list: Records,
    /// Their page on screen.
    page: RwSignal<Arc<RecordPage>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        page.with(|page| {
            let items = page.items.get(..MOST).unwrap_or(&page.items);
            list.write(page, |formats| {
                let rows = good_rows(items).map(|record| row(record, formats));
                rows.collect::<Vec<RecordRow>>()
            })
        })
    });
    Effect::new(move |_| {
        let ids = rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect());
        list.listed.tell(ids);
    });
    let odd = Memo::new(move |_| page.with(|page| unreadable(&page.items)));
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let session = list.session;
    let hide = move || session.unreported("records", &MEMBERS).join(" ");
    let missing = Memo::new(move |_| rows.with(|rows| unreported_columns(rows).join(", ")));
    view! {
        <UnreadableRows fact="Some records could not be read." odd/>
        {move || if any.get() {
            view! {
                <div class="record-table" data-hide=hide>
                    <TableFrame label="Records" head=move || head(list, page) foot=move || view! { <Unreported session what=missing/> }>
                        <KeyedRows
                            rows
                            key=|row: &RecordRow| row.id.clone()
                            cells=move |row: RecordRow| cells(list, row)
                            selected=list.open
                            on_open=move |id: String| list.show(Some(id))
                        />
                    </TableFrame>
                </div>
            }
            .into_any()
        } else {
            view! { <Nothing list page none_yet="They appear as soon as a run begins."/> }.into_any()
        }}
        <Foot list page/>
    }
}

fn head(list: Records, page: RwSignal<Arc<RecordPage>>) -> impl IntoView {
    let started = Signal::derive(move || {
        let zone = page.with(|page| list.write(page, |formats| formats.zone_label()));
        ["Started, ", &zone].concat()
    });
    view! {
        <tr>
            {sort_head(list, started, false, RecordSortKey::Started)}
            {sort_head(list, "Contact".into(), false, RecordSortKey::Contact)}
            <th scope="col" data-col="phone">"Phone"</th>
            <th scope="col" data-col="outcome">"Outcome"</th>
            <th scope="col" data-col="step">"Step"</th>
            <th scope="col" data-col="run">"Run"</th>
            {sort_head(list, "Duration".into(), true, RecordSortKey::Duration)}
            <th scope="col" data-col="more"><span class="visually-hidden">"More"</span></th>
        </tr>
    }
}

fn sort_head(list: Records, label: Signal<String>, num: bool, key: RecordSortKey) -> impl IntoView {
    let query = list.query;
    let sorted = Signal::derive(move || Sorted::of(query.with(|query| query.sort), key));
    let next = Memo::new(move |_| {
        let sort = query.with(|query| query.sort);
        next_order(list.session, "records", sort, key)
    });
    let reason = Signal::derive(move || next.get().err());
    let press = move |()| {
        if let Ok(sort) = next.get_untracked() {
            list.ask(move |query| query.with_sort(sort));
        }
    };
    let column = match key {
        RecordSortKey::Started => "started",
        RecordSortKey::Contact => "contact",
        RecordSortKey::Duration => "duration",
    };
    view! { <SortHead label num sorted reason on_sort=press attr:data-col=column/> }
}
