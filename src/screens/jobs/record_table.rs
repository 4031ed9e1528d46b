//! The records of the selected run.

use super::Jobs;
use crate::domain::block::good_rows;
use crate::domain::record::RecordPage;
use crate::domain::record::row::{RecordRow, row};
use crate::domain::record::status::RecordStatus;
use crate::domain::route::{RecordFilter, RecordQuery, RecordSortKey};
use crate::screens::lacking::{filtered, next_order};
use crate::screens::list_empty::{Emptiness, ListEmpty};
use crate::screens::list_foot::ListFoot;
use crate::screens::list_notes::{UnreadableRows, unreadable};
use crate::screens::most::MOST;
use crate::screens::outcome_cell::outcome;
use crate::screens::text_cell::{dash, data, row_header, row_link, text};
use crate::ui::{FilterToggle, KeyedRows, Markup, SearchField, SortHead, Sorted, TableFrame};
use leptos::prelude::*;
use std::sync::Arc;

/// Tabs by status, the table, and its pages.
#[component]
pub fn Records(
    /// The page.
    jobs: Jobs,
    /// The records on screen.
    page: RwSignal<Arc<RecordPage>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        page.with(|page| {
            let items = page.items.get(..MOST).unwrap_or(&page.items);
            jobs.write(page.captured_at.value(), |formats| {
                good_rows(items)
                    .map(|record| row(record, formats))
                    .collect::<Vec<RecordRow>>()
            })
        })
    });
    let odd = Memo::new(move |_| page.with(|page| unreadable(&page.items)));
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let selected = Memo::new(move |_| {
        jobs.place
            .with(|place| Some(place.record.as_ref()?.id.clone()))
    });
    let open = move |id: String| jobs.go(&untrack(|| jobs.record(Some(&id), false)));
    let info = Signal::derive(move || page.with(|page| page.page.clone()));
    let shown = Signal::derive(move || page.with(|page| page.items.len()));
    let asked = Signal::derive(move || jobs.query.with(|query| query.records.to_query()));
    let go = move |number: u32| jobs.ask_records(move |query| query.with_page(number));
    view! {
        <div class="jobs-records">
            <Tools jobs page/>
            <UnreadableRows fact="Some records could not be read." odd/>
            {move || if any.get() {
                view! {
                    <div class="record-table">
                        <TableFrame label="Records" head=move || head(jobs)>
                            <KeyedRows
                                rows
                                key=|row: &RecordRow| row.id.clone()
                                cells=move |row: RecordRow| cells(jobs, row)
                                selected
                                on_open=open
                            />
                        </TableFrame>
                    </div>
                }
                .into_any()
            } else {
                view! { <Nothing jobs page/> }.into_any()
            }}
            <ListFoot session=jobs.session page=info shown asked noun="records" on_page=go/>
        </div>
    }
}

fn head(jobs: Jobs) -> impl IntoView {
    view! {
        <tr>
            {sort_head(jobs, "Record", false, RecordSortKey::Contact)}
            <th scope="col">"Outcome"</th>
            <th scope="col" data-col="step">"Step"</th>
            {sort_head(jobs, "Duration", true, RecordSortKey::Duration)}
        </tr>
    }
}

fn sort_head(jobs: Jobs, label: &'static str, num: bool, key: RecordSortKey) -> impl IntoView {
    let sorted =
        Signal::derive(move || Sorted::of(jobs.query.with(|query| query.records.sort), key));
    let next = Memo::new(move |_| {
        let sort = jobs.query.with(|query| query.records.sort);
        next_order(jobs.session, "records", sort, key)
    });
    let reason = Signal::derive(move || next.get().err());
    let press = move |()| {
        if let Ok(sort) = next.get_untracked() {
            jobs.ask_records(move |query| query.with_sort(sort));
        }
    };
    view! { <SortHead label num sorted reason on_sort=press/> }
}

fn cells(jobs: Jobs, row: RecordRow) -> Vec<Markup> {
    let address = jobs.href(&jobs.record(Some(&row.id), false));
    vec![
        row_header()
            .with("data-col", "contact")
            .child(row_link(address, row.contact.text)),
        outcome(row.outcome),
        data("step")
            .class(dash(&row.step))
            .child(Markup::new("code").text(row.step.text)),
        text(row.duration, "duration", "num"),
    ]
}

/// One chip a status, with its count whatever the filter, and the search.
#[component]
fn Tools(jobs: Jobs, page: RwSignal<Arc<RecordPage>>) -> impl IntoView {
    let tabs = Memo::new(move |_| {
        page.with(|page| {
            let facets = page
                .filters
                .value()
                .and_then(|facets| facets.of(RecordFilter::Status));
            let facets = facets.unwrap_or_default().iter();
            facets
                .map(|facet| (facet.value.clone(), facet.count))
                .collect::<Vec<_>>()
        })
    });
    let chips = move || {
        let chosen = jobs
            .query
            .with(|query| query.records.chosen(RecordFilter::Status).to_vec());
        let narrowed = jobs.query.with(|query| query.records.is_filtered());
        let tabs = tabs.get();
        let all = tabs
            .iter()
            .fold(0_i64, |sum, (_, count)| sum.saturating_add(*count));
        let everything = (!tabs.is_empty()).then(|| {
            let press = move |()| jobs.ask_records(RecordQuery::unfiltered);
            tab(jobs, "All", all, !narrowed, Callback::new(press))
        });
        let each = tabs.into_iter().map(|(word, count)| {
            let label = RecordStatus::from_wire(&word).label();
            let on = chosen == [word.clone()];
            let press = move |()| {
                let word = word.clone();
                jobs.ask_records(move |query| {
                    query.unfiltered().with(RecordFilter::Status, vec![word])
                });
            };
            tab(jobs, &label, count, on, Callback::new(press))
        });
        everything.into_iter().chain(each).collect::<Vec<_>>()
    };
    let text = Signal::derive(move || jobs.query.with(|query| query.records.q.clone()));
    let search = move |text: String| jobs.ask_records(move |query| query.with_q(&text));
    view! {
        <div class="jobs-tabs">
            <div class="status-chips" role="group" aria-label="Records by status">{chips}</div>
            {filtered(jobs.session, "records", "q", "Name, phone or record ID", move || view! {
                <SearchField label="Name, phone or record ID" value=text on_search=search/>
            }.into_any())}
        </div>
    }
}

fn tab(jobs: Jobs, label: &str, count: i64, on: bool, press: Callback<()>) -> AnyView {
    let count = jobs.write(None, |formats| formats.count(count));
    let label = [label, " ", &*count].concat();
    view! { <FilterToggle label on on_press=press/> }.into_any()
}

#[component]
fn Nothing(jobs: Jobs, page: RwSignal<Arc<RecordPage>>) -> impl IntoView {
    let why = Signal::derive(move || Emptiness {
        unreadable: page.with(|page| !page.items.is_empty()),
        beyond: jobs
            .query
            .with(|query| query.records.page > 1 || query.records.cursor.is_some()),
        filtered: jobs.query.with(|query| query.records.is_filtered()),
    });
    view! {
        <ListEmpty
            nouns=("record", "records")
            why
            none_yet="They stand here once the runtime has taken the run. Press Refresh."
            on_first=move |()| jobs.ask_records(|query| query.with_page(1))
            on_clear=move |()| jobs.ask_records(RecordQuery::unfiltered)
        />
    }
}
