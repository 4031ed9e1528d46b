//! The ordered checks, a card for each step of the runbook.

use super::Triage;
use super::sign::{of_check, of_group};
use crate::domain::triage::{Check, CheckGroup};
use crate::ui::element_id::element_id;
use crate::ui::{Badge, GlyphIcon};
use leptos::prelude::*;

/// The steps, in the runbook's order.
#[component]
pub fn Checks(
    /// The incident.
    triage: Triage,
) -> impl IntoView {
    let numbers = Memo::new(move |_| {
        triage.assessment.with(|assessment| {
            let numbers = assessment.groups.iter().map(|group| group.number);
            numbers.collect::<Vec<_>>()
        })
    });
    view! {
        <For each=move || numbers.get() key=|number: &u8| *number children=move |number| view! { <Step triage number/> }/>
    }
}

#[component]
fn Step(triage: Triage, number: u8) -> impl IntoView {
    let group = Memo::new(move |before: Option<&Option<CheckGroup>>| {
        let now = triage.assessment.with(|assessment| {
            let mut groups = assessment.groups.iter();
            groups.find(|group| group.number == number).cloned()
        });
        now.or_else(|| before.cloned().flatten())
    });
    let title = Memo::new(move |_| group.with(|group| group.as_ref().map(|group| group.title)));
    let state = Memo::new(move |_| group.with(|group| group.as_ref().map(|group| group.state)));
    let codes = Memo::new(move |_| {
        group.with(|group| {
            let checks = group.as_ref().map(|group| group.checks.as_slice());
            let checks = checks.unwrap_or_default().iter();
            checks.map(|check| check.id.code()).collect::<Vec<_>>()
        })
    });
    let badge = move || {
        state.get().map(|state| {
            let (tone, glyph) = of_check(state);
            view! { <Badge tone glyph label=of_group(state)/> }
        })
    };
    let row = move |code: &'static str| {
        let check = Memo::new(move |before: Option<&Option<Check>>| {
            let now = group.with(|group| {
                let mut checks = group.as_ref()?.checks.iter();
                checks.find(|check| check.id.code() == code).cloned()
            });
            now.or_else(|| before.cloned().flatten())
        });
        view! { <Row check/> }
    };
    let id = element_id("step");
    let labelled_by = id.clone();
    view! {
        <section class="card" aria-labelledby=labelled_by>
            <header class="card-head">
                <span class="step-number" aria-hidden="true">{number.to_string()}</span>
                <h2 class="card-title" id=id>{title}</h2>
                <div class="card-badge">{badge}</div>
            </header>
            <ul class="triage-checks"><For each=move || codes.get() key=|code: &&str| *code children=row/></ul>
        </section>
    }
}

/// What one check found: shape and word, the finding, its figures.
#[component]
fn Row(check: Memo<Option<Check>>) -> impl IntoView {
    let state = Memo::new(move |_| check.with(|check| check.as_ref().map(|check| check.state)));
    let text = move |of: fn(&Check) -> &str| {
        Memo::new(move |_| check.with(|check| check.as_ref().map(|check| of(check).to_owned())))
    };
    let title = text(|check| &check.title);
    let evidence = text(|check| &check.evidence);
    let figure = text(|check| &check.figure);
    let tone = move || state.get().map(|state| of_check(state).0.name());
    let glyph = move || {
        let (_, glyph) = of_check(state.get()?);
        Some(view! { <GlyphIcon glyph/> })
    };
    let word = move || state.get().map(|state| state.label());
    view! {
        <li class="triage-check" data-tone=tone>
            {glyph}
            <div class="triage-check-text">
                <p><span class="triage-check-word">{word}</span> " " <b>{title}</b></p>
                <p class="secondary">{evidence}</p>
            </div>
            <span class="triage-check-figure">{figure}</span>
        </li>
    }
}
