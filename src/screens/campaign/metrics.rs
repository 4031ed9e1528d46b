//! Below the key figures: where the dialer's figures disagree, and its metrics.

use crate::domain::contradiction;
use crate::domain::glyph::Glyph;
use crate::domain::kpi;
use crate::domain::tone::Tone;
use crate::part;
use crate::state::live::{Live, use_live};
use crate::ui::{FormulaTip, Note, RichText};
use leptos::prelude::*;

part!(
    /// Fetches the part of the card below the progress bar.
    fetch, campaign_rest, build
);

fn build() -> AnyView {
    let live = use_live();
    view! {
        <Contradictions live/>
        <Foot live/>
    }
    .into_any()
}

#[component]
fn Contradictions(live: Live) -> impl IntoView {
    let found = live.shows(contradiction::find);
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            view! {
                <div class="contradictions">
                    <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                        <b>"The dialer's figures disagree. Both are shown as sent."</b>
                        <ul class="hints">
                            {found.into_iter().map(|c| view! { <li>{c.text}</li> }).collect::<Vec<_>>()}
                        </ul>
                    </Note>
                </div>
            }
        })
    }
}

#[component]
fn Foot(live: Live) -> impl IntoView {
    let parts = live.shows(kpi::footer);
    move || {
        let parts = parts.get();
        (!parts.is_empty()).then(|| {
            let items = parts.into_iter().map(|part| {
                view! {
                    <li data-kind=part.small_sample.then_some("small-sample")>
                        {part_label(part.label, part.formula)} " " <RichText rich=part.value/>
                    </li>
                }
            });
            view! { <ul class="figures-foot">{items.collect::<Vec<_>>()}</ul> }
        })
    }
}

/// The name of a figure, with its formula behind it where it has one.
pub fn part_label(label: &'static str, formula: Option<kpi::Formula>) -> impl IntoView {
    match formula {
        Some(formula) => {
            let lines = Signal::stored(formula.lines);
            view! { <FormulaTip label title=formula.title lines/> }.into_any()
        }
        None => view! { <span>{label}</span> }.into_any(),
    }
}
