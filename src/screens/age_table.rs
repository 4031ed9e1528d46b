//! How long tasks have been where they are: who is stuck, and who only waits.

use crate::domain::glyph::Glyph;
use crate::domain::state_age::{AgeBoard, AgeRow, ExemptRow};
use crate::domain::tone::Tone;
use crate::ui::{Badge, Card, GlyphIcon, QuietStatus, TableFrame};
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
        shown.get().map(|board| {
            view! {
                {board.rows.into_iter().map(limited).collect::<Vec<_>>()}
                {board.exempt.into_iter().map(exempt).collect::<Vec<_>>()}
            }
        })
    };
    move || {
        let note = note.clone();
        there.get().then(|| {
            view! {
                <Card title="Age in state" sub=summary badge=move || badge part="ages">
                    {note.run()}
                    <TableFrame label="Age in state" head><tbody>{rows}</tbody></TableFrame>
                </Card>
            }
        })
    }
}

fn limited(row: AgeRow) -> impl IntoView {
    let state = row.state;
    let parts = row.split.map(|split| {
        let part = |(share, kind): (f64, &'static str)| {
            let grow = (share * 1000.0).round().to_string();
            view! { <span class="segment-part" data-series=kind style:flex-grow=grow></span> }
        };
        let kinds = ["active", "pending", "failed"];
        let parts: Vec<_> = split.into_iter().zip(kinds).map(part).collect();
        view! { <span class="segment-bar" aria-hidden="true">{parts}</span> }
    });
    view! {
        <tr>
            <th scope="row"><QuietStatus tone=state.tone() glyph=state.glyph() label=state.label()/></th>
            <td class="num strong">{row.count}</td>
            <td class="num">{row.oldest}</td>
            <td class="num">{row.limit}</td>
            <td class="age-split">{parts} <span class="sub">{row.split_text}</span></td>
            <td class="age-verdict" data-tone=row.tone.name()><GlyphIcon glyph=row.glyph/> <span>{row.verdict}</span></td>
        </tr>
    }
}

fn exempt(row: ExemptRow) -> impl IntoView {
    let state = row.state;
    view! {
        <tr>
            <th scope="row"><QuietStatus tone=state.tone() glyph=state.glyph() label=state.label()/></th>
            <td class="num strong">{row.count}</td>
            <td class="num">{row.oldest}</td>
            <td class="num dash">"No limit"</td>
            <td></td>
            <td class="secondary">{row.verdict}</td>
        </tr>
    }
}
