//! A draft's readiness: what must be in place, and what its run would cost.

use crate::domain::details::Definition;
use crate::domain::launch::{LaunchCheckRow, readiness};
use crate::state::live::use_live;
use crate::ui::{Badge, Card, GlyphIcon};
use leptos::prelude::*;

/// The checklist and the estimate, only if the API reports them.
#[component]
pub fn Launch() -> impl IntoView {
    let live = use_live();
    let shown = live.shows(readiness);
    let there = Memo::new(move |_| shown.with(Option::is_some));
    let estimated = Memo::new(move |_| {
        shown.with(|known| {
            known
                .as_ref()
                .is_some_and(|known| !known.estimate.is_empty())
        })
    });
    let badge = move || {
        shown.get().map(|known| {
            let (label, tone, glyph) = known.badge;
            view! { <Badge tone glyph label/> }
        })
    };
    let checks = move || {
        let rows = shown.get().map(|known| known.checks).unwrap_or_default();
        rows.into_iter().map(check).collect::<Vec<_>>()
    };
    let estimate = move || {
        shown.get().map(|known| {
            view! {
                <dl class="definition">{known.estimate.into_iter().map(line).collect::<Vec<_>>()}</dl>
                <p class="secondary">{known.basis}</p>
            }
        })
    };
    move || {
        there.get().then(|| {
            view! {
                <Card title="Launch readiness" badge=move || badge part="launch">
                    <div class="card-body"><ul class="checks">{checks}</ul></div>
                </Card>
                {move || estimated.get().then(|| view! {
                    <Card title="Cost estimate" part="estimate">
                        <div class="card-body stack">{estimate}</div>
                    </Card>
                })}
            }
        })
    }
}

fn check(row: LaunchCheckRow) -> impl IntoView {
    let (tone, glyph) = (row.state.tone(), row.state.glyph());
    let state = [": ", &*row.state.label()].concat();
    view! {
        <li class="check" data-tone=tone.name()>
            <GlyphIcon glyph/>
            <span><b>{row.label}</b><span class="visually-hidden">{state}</span></span>
            <span class="check-answer">{row.text}</span>
        </li>
    }
}

fn line(row: Definition) -> impl IntoView {
    view! {
        <dt>{row.label}</dt>
        <dd data-strong=row.strong.then_some("")>{row.value}</dd>
    }
}
