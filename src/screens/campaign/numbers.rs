//! Number pool health: which numbers carry the campaign, and which spoil it.

use super::task_table::MOST;
use crate::domain::block::{Block, Row, good_rows};
use crate::domain::cell::Cell;
use crate::domain::glyph::Glyph;
use crate::domain::number::PoolNumber;
use crate::domain::number_row::{NumberRow, row, summary};
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;
use crate::screens::text_cell::text;
use crate::state::live::{Live, use_live};
use crate::ui::{Card, EmptyState, KeyedRows, MeterBar, Note, QuietStatus, RichText, TableFrame};
use leptos::prelude::*;

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
    move || match shown.get() {
        Shown::Nothing => None,
        Shown::Rows => Some(view! { <Pool live/> }.into_any()),
        Shown::Unreadable(what) => Some(
            view! {
                <Card title="Number pool health" part="numbers">
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
    let rows = live.shows(|snapshot, formats| {
        let items = snapshot
            .numbers
            .value()
            .map(|page| page.items.as_slice())
            .unwrap_or_default();
        good_rows(items.get(..MOST).unwrap_or(items))
            .map(|number| row(number, formats))
            .collect::<Vec<NumberRow>>()
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
            </tr>
        }
    };
    let foot = move || {
        view! {
            {move || {
                let missing = missing.get();
                (any.get() && !missing.is_empty()).then(|| view! {
                    <p class="table-note">"Not reported by this API: " {missing} "."</p>
                })
            }}
        }
    };
    view! {
        <Card title="Number pool health" sub actions=move || without part="numbers">
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
                    <KeyedRows rows key=|row: &NumberRow| row.id.clone() cells/>
                </TableFrame>
            </div>
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

fn cells(row: NumberRow) -> impl IntoView {
    let status = row
        .status
        .map(|status| (status.tone(), status.glyph(), status.label()));
    let status = match status {
        Some((tone, glyph, label)) => view! { <QuietStatus tone glyph label/> }.into_any(),
        None => view! { <span class="dash">"Not reported"</span> }.into_any(),
    };
    let tone = if row.small_sample {
        Tone::Mute
    } else {
        Tone::Accent
    };
    let small = row
        .small_sample
        .then_some("Too few attempts to judge: under 20.");
    let fraction = row.answer_fraction.unwrap_or(0.0);
    view! {
        <th scope="row">
            {row.number}
            {row.label.map(|label| view! { <span class="sub">{label}</span> })}
        </th>
        {text(row.provider, "provider", "")}
        <td>{status}</td>
        {text(row.attempts, "attempts", "num")}
        {text(row.answered, "answered", "num")}
        <td data-col="rate" class="num strong" data-kind=small.map(|_| "small-sample") title=small>
            {row.answer_rate.text}
        </td>
        <td data-col="rate" class="meter-cell"><MeterBar fraction tone/></td>
        {text(row.weight, "weight", "num")}
        {text(row.reputation, "reputation", "")}
    }
}
