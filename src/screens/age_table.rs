//! How long tasks have been where they are: who is stuck, and who only waits.

use crate::domain::glyph::Glyph;
use crate::domain::state_age::{AgeBoard, AgeRow, ExemptRow};
use crate::domain::tone::Tone;
use crate::screens::most::{MOST, cut};
use crate::screens::text_cell::{row_header, sub, td};
use crate::ui::{Badge, Card, Fragment, Markup, TableFrame, glyph_mark, quiet_status};
use leptos::prelude::*;

/// The board, only if the API reports ages.
#[component]
pub fn AgeTable(
    /// The board, if there is one.
    shown: Memo<Option<AgeBoard>>,
    /// What is to be said above the table.
    #[prop(optional, into)]
    note: ViewFn,
) -> impl IntoView {
    let there = Memo::new(move |_| shown.with(Option::is_some));
    let summary = Signal::derive(move || {
        shown
            .with(|board| board.as_ref().map(|board| board.summary.clone()))
            .unwrap_or_default()
    });
    let stuck = Memo::new(move |_| {
        shown.with(|board| board.as_ref().is_some_and(|board| board.tone != Tone::Ok))
    });
    let badge = move || {
        stuck.get().then(
            || view! { <Badge tone=Tone::Bad glyph=Glyph::TriangleAlert label="Past limit"/> },
        )
    };
    let head = || {
        view! {
            <tr>
                <th scope="col">"State"</th>
                <th scope="col" class="num">"Tasks"</th>
                <th scope="col" class="num">"Oldest"</th>
                <th scope="col" class="num">"Limit"</th>
                <th scope="col">"Under half, over half, over the limit"</th>
                <th scope="col">"Verdict"</th>
            </tr>
        }
    };
    let rows = move || {
        let rows = shown.get().map(|board| {
            let limited = board.rows.into_iter().map(limited);
            limited.chain(board.exempt.into_iter().map(exempt))
        });
        Fragment::from(Markup::new("tbody").children(rows.into_iter().flatten().take(MOST)))
    };
    let count = Memo::new(move |_| {
        let rows = |board: &AgeBoard| board.rows.len() + board.exempt.len();
        shown.with(|board| board.as_ref().map_or(0, rows))
    });
    move || {
        let note = note.clone();
        there.get().then(|| {
            view! {
                <Card title="Age in state" sub=summary badge=move || badge part="ages">
                    {note.run()}
                    <TableFrame label="Age in state" head>{rows}</TableFrame>
                    {move || cut(count.get())}
                </Card>
            }
        })
    }
}

fn limited(row: AgeRow) -> Markup {
    let state = row.state;
    let parts = row.split.map(|split| {
        let part = |(share, kind): (f64, &'static str)| {
            Markup::new("span")
                .class("segment-part")
                .with("data-series", kind)
                .styled("flex-grow", (share * 1000.0).round().to_string())
        };
        let kinds = ["active", "pending", "failed"];
        Markup::new("span")
            .class("segment-bar")
            .with("aria-hidden", "true")
            .children(split.into_iter().zip(kinds).map(part))
    });
    let verdict = td("age-verdict")
        .with("data-tone", row.tone.name())
        .child(glyph_mark(row.glyph))
        .text(" ")
        .child(Markup::new("span").text(row.verdict));
    Markup::new("tr").children([
        row_header().child(quiet_status(state.tone(), state.glyph(), state.label())),
        td("num strong").text(row.count),
        td("num").text(row.oldest),
        td("num").text(row.limit),
        td("age-split")
            .child(parts)
            .text(" ")
            .child(sub(row.split_text)),
        verdict,
    ])
}

fn exempt(row: ExemptRow) -> Markup {
    let state = row.state;
    Markup::new("tr").children([
        row_header().child(quiet_status(state.tone(), state.glyph(), state.label())),
        td("num strong").text(row.count),
        td("num").text(row.oldest),
        td("num dash").text("No limit"),
        Markup::new("td"),
        td("secondary").text(row.verdict),
    ])
}
