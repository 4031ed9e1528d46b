//! What came of a record, wherever it is opened: where it failed, what was
//! known of the contact, and whether it may be tried again.

use super::most::{MOST, cut};
use super::text_cell::dash;
use crate::domain::glyph::Glyph;
use crate::domain::record::detail::{Fact, Failure, Told};
use crate::domain::tone::Tone;
use crate::ui::Note;
use leptos::prelude::*;

/// The outcome, each group only if there is something in it.
#[component]
pub fn RecordOutcome(
    /// What is told of it.
    told: Memo<Told>,
) -> impl IntoView {
    let failure = move || told.with(|told| told.failure.clone());
    view! {
        {move || failure().map(|Failure { text, reason }| view! {
            <Note tone=Tone::Bad glyph=Glyph::OctagonX>
                <b class="drawer-reason">{text}</b>
                {reason.map(|reason| view! { <p>{reason}</p> })}
            </Note>
        })}
        <dl class="definition">{move || told.with(|told| rows(&told.facts))}</dl>
        {group("Metadata", told, |told| &told.metadata)}
        {group("Outreach outcome", told, |told| &told.outreach)}
    }
}

fn group(title: &'static str, told: Memo<Told>, pick: fn(&Told) -> &Vec<Fact>) -> impl IntoView {
    let there = Memo::new(move |_| told.with(|told| !pick(told).is_empty()));
    move || {
        there.get().then(|| {
            view! {
                <section class="part" aria-label=title>
                    <h3 class="part-head">{title}</h3>
                    <dl class="definition">{move || told.with(|told| rows(pick(told)))}</dl>
                    {move || cut(told.with(|told| pick(told).len()))}
                </section>
            }
        })
    }
}

fn rows(facts: &[Fact]) -> Vec<AnyView> {
    let row = |fact: &Fact| {
        let class = dash(&fact.value);
        let tone = fact.tone.map(Tone::name);
        view! {
            <dt>{fact.label.clone()}</dt><dd class=class data-tone=tone>{fact.value.text.clone()}</dd>
        }
        .into_any()
    };
    facts.iter().take(MOST).map(row).collect()
}
