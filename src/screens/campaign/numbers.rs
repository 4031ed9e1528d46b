//! Number pool health: which numbers carry the campaign, and which spoil it.

use super::containment::{Containment, REMOVE_NUMBER, offered, use_containing};
use super::export::ExportNumbers;
use super::moves::Moves;
use super::number_cells::{PoolRow, cells};
use super::number_order::WorstFirst;
use super::part_notes;
use super::verdict::show_part;
use crate::domain::block::{Block, Row, good_rows};
use crate::domain::cell::Cell;
use crate::domain::effect::worst_number;
use crate::domain::glyph::Glyph;
use crate::domain::number::PoolNumber;
use crate::domain::number_row::{NumberRow, row, summary, worst_first};
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;
use crate::screens::most::MOST;
use crate::screens::not_provided::Unreported;
use crate::screens::parts_note::PartsNote;
use crate::state::live::{Live, use_live};
use crate::ui::{Card, EmptyState, KeyedRows, Note, RichText, TableFrame};
use leptos::prelude::*;

/// The section's name in the page.
const PART: &str = "numbers";

#[derive(Clone, PartialEq)]
enum Shown {
    Nothing,
    Rows,
    Unreadable(String),
}

fn what_to_show(snapshot: &Snapshot) -> Shown {
    match &snapshot.numbers {
        Block::Value(page) if page.items.is_empty() => Shown::Nothing,
        Block::Value(_) => Shown::Rows,
        Block::Absent | Block::Empty => Shown::Nothing,
        Block::Unreadable(unreadable) => Shown::Unreadable(unreadable.to_string()),
    }
}

/// The section, whenever there are pool rows.
#[component]
pub fn NumberPool() -> impl IntoView {
    let live = use_live();
    let shown = live.shows(|snapshot, _| what_to_show(snapshot));
    let leads_to = live.page.session.leads_to;
    Effect::new(move |_| {
        if shown.with(|shown| *shown != Shown::Nothing) && leads_to.get() == Some(PART) {
            leads_to.set(None);
            queue_microtask(move || show_part(live.page.session, PART));
        }
    });
    move || match shown.get() {
        Shown::Nothing => None,
        Shown::Rows => Some(view! { <Pool live/> }.into_any()),
        Shown::Unreadable(what) => Some(
            view! {
                <Card title="Number pool health" part=PART>
                    <div class="card-body">
                        <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                            <b>"The number pool came in a form that cannot be read. "</b>
                            {what} " The rest of this page is current."
                        </Note>
                    </div>
                </Card>
            }
            .into_any(),
        ),
    }
}

#[component]
fn Pool(live: Live) -> impl IntoView {
    let head =
        live.shows(|snapshot, formats| snapshot.numbers.value().map(|page| summary(page, formats)));
    let sub = Signal::derive(move || head.get().map(|head| head.heading).unwrap_or_default());
    let without = move || {
        head.get()
            .and_then(|head| head.without_flagged)
            .map(|rich| {
                view! { <span class="pool-without"><RichText rich/></span> }
            })
    };
    let worst = RwSignal::new(false);
    let rows = live.shows(move |snapshot, formats| {
        let items = snapshot
            .numbers
            .value()
            .map(|page| page.items.as_slice())
            .unwrap_or_default();
        // All of them are ranked, however few are drawn.
        let numbers = good_rows(items).collect();
        let numbers = if worst.get() {
            worst_first(numbers)
        } else {
            numbers
        };
        let drawn = numbers.into_iter().take(MOST);
        drawn
            .map(|number| row(number, formats))
            .collect::<Vec<NumberRow>>()
    });
    let removal = offered(live, REMOVE_NUMBER);
    let spoiling = live.shows(|snapshot, _| worst_number(snapshot));
    let containing = use_containing();
    let drawn = Memo::new(move |_| {
        let (action, worst) = (removal.get(), spoiling.get());
        let row = |row: NumberRow| PoolRow::of(row, action.as_ref(), worst.as_deref());
        rows.get().into_iter().map(row).collect::<Vec<_>>()
    });
    let odd = live.shows(|snapshot, _| {
        let items = snapshot
            .numbers
            .value()
            .map(|page| page.items.as_slice())
            .unwrap_or_default();
        items
            .iter()
            .filter_map(unreadable)
            .take(3)
            .collect::<Vec<_>>()
    });
    let contradictions = Memo::new(move |_| {
        rows.with(|rows| {
            let said = |row: &NumberRow| {
                row.contradictions
                    .iter()
                    .map(|text| format!("{}: {text}", row.number))
                    .collect::<Vec<_>>()
            };
            rows.iter().flat_map(said).collect::<Vec<_>>()
        })
    });
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let reports = move |pick: fn(&NumberRow) -> &Cell| {
        Memo::new(move |_| rows.with(|rows| rows.iter().any(|row| pick(row).reported)))
    };
    let hide = hidden_columns([
        ("provider", reports(|row| &row.provider)),
        ("attempts", reports(|row| &row.attempts)),
        ("answered", reports(|row| &row.answered)),
        ("rate", reports(|row| &row.answer_rate)),
        ("weight", reports(|row| &row.weight)),
        ("reputation", reports(|row| &row.reputation)),
    ]);
    let missing = Memo::new(move |_| {
        hide.with(|keys| {
            keys.iter()
                .map(|key| column_name(key))
                .collect::<Vec<_>>()
                .join(", ")
        })
    });
    let head_row = || {
        view! {
            <tr>
                <th scope="col">"Number"</th>
                <th scope="col" data-col="provider">"Provider"</th>
                <th scope="col">"Status"</th>
                <th scope="col" class="num" data-col="attempts">"Attempts"</th>
                <th scope="col" class="num" data-col="answered">"Answered"</th>
                <th scope="col" class="num" data-col="rate">"Answer rate"</th>
                <th scope="col" data-col="rate"><span class="visually-hidden">"Answer rate as a bar"</span></th>
                <th scope="col" class="num" data-col="weight">"Weight"</th>
                <th scope="col" data-col="reputation">"Reputation"</th>
                <th scope="col"><span class="visually-hidden">"Containment"</span></th>
            </tr>
        }
    };
    let foot = move || {
        view! {
            {move || any.get().then(|| view! { <Unreported session=live.page.session what=missing/> })}
        }
    };
    view! {
        <Card title="Number pool health" sub actions=move || view! { {without} <WorstFirst on=worst/> <ExportNumbers live/> } part=PART>
            <PartsNote notes=part_notes::of_section(live, PART)/>
            {move || {
                let problems: Vec<String> = odd.get().into_iter().chain(contradictions.get()).collect();
                (!problems.is_empty()).then(|| view! {
                    <div class="card-body">
                        <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                            <b>"Some rows are not as they should be. "</b> {problems.join(" ")}
                        </Note>
                    </div>
                })
            }}
            {move || (!any.get()).then(|| view! {
                <EmptyState title="No number could be read" text="The API sent the pool, but none of its rows fits."/>
            })}
            <div class="number-table" data-hide=move || hide.with(|keys| keys.join(" "))>
                <TableFrame label="Number pool" head=head_row foot>
                    <KeyedRows
                        rows=drawn
                        key=|row: &PoolRow| row.row.id.clone()
                        cells
                        on_press=move |id: String| containing.ask(Containment::Number(id))
                    />
                </TableFrame>
            </div>
            <Moves live/>
        </Card>
    }
}

fn unreadable(row: &Row<PoolNumber>) -> Option<String> {
    match row {
        Row::Unreadable(unreadable) => Some(unreadable.to_string()),
        Row::Good(_) => None,
    }
}

/// Columns that no row reports: a column of dashes would say nothing.
fn hidden_columns(columns: [(&'static str, Memo<bool>); 6]) -> Memo<Vec<&'static str>> {
    Memo::new(move |_| {
        columns
            .iter()
            .filter(|(_, reported)| !reported.get())
            .map(|(key, _)| *key)
            .collect()
    })
}

fn column_name(key: &str) -> &'static str {
    match key {
        "provider" => "provider",
        "attempts" => "attempts",
        "answered" => "answered",
        "rate" => "answer rate",
        "weight" => "weight",
        _ => "reputation",
    }
}
