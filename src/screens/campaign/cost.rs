//! What the campaign costs.

use super::stage::is_draft;
use crate::domain::cost_summary::{CostSummary, summary};
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::state::live::use_live;
use crate::ui::{Card, Note, RichText};
use leptos::prelude::*;

/// The card, only if the API reports a cost; a draft has an estimate instead.
#[component]
pub fn CostCard() -> impl IntoView {
    let live = use_live();
    let shown = live.shows(summary);
    let draft = is_draft(live);
    let there = Memo::new(move |_| !draft.get() && shown.with(Option::is_some));
    move || {
        there.get().then(|| {
            view! {
                <Card title="Cost summary" part="cost">
                    <div class="card-body stack">{move || shown.get().map(body)}</div>
                </Card>
            }
        })
    }
}

fn body(cost: CostSummary) -> impl IntoView {
    let total: f64 = cost.parts.iter().map(|part| part.fraction).sum::<f64>();
    let bar = (total > 0.0).then(|| {
        let part = |part: &crate::domain::cost_summary::CostPart| {
            let grow = (part.fraction * 1000.0).round().to_string();
            view! { <span class="segment-part" data-series=part.series style:flex-grow=grow></span> }
        };
        let parts = cost.parts.iter().map(part).collect::<Vec<_>>();
        view! { <span class="segment-bar" aria-hidden="true">{parts}</span> }
    });
    let parts = cost.parts.into_iter().map(|part| {
        view! {
            <dt><i class="swatch" data-series=part.series aria-hidden="true"></i> " " {part.label}</dt>
            <dd>{part.value}</dd>
        }
    });
    let rows = cost
        .rows
        .into_iter()
        .map(|row| view! { <dt>{row.label}</dt> <dd>{row.value}</dd> });
    let warning = cost.warning.map(|(text, tone)| {
        let glyph = if tone == Tone::Bad {
            Glyph::OctagonX
        } else {
            Glyph::TriangleAlert
        };
        view! { <Note tone glyph><RichText rich=text/></Note> }
    });
    view! {
        <dl class="definition"><dt>"Total"</dt> <dd data-strong="">{cost.total}</dd></dl>
        {bar}
        <dl class="definition">{parts.collect::<Vec<_>>()} {rows.collect::<Vec<_>>()}</dl>
        {warning}
        <p class="secondary cost-note">{cost.reminder}</p>
    }
}
