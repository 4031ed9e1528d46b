//! How the campaign is set up, how it ended, and the run before.

use crate::domain::details::{Definition, setup};
use crate::domain::ending::{ending, previous_run};
use crate::state::live::use_live;
use crate::ui::{Badge, Card, Icon, IconName};
use leptos::prelude::*;

/// The set-up, and the box of what ended it.
#[component]
pub fn Setup() -> impl IntoView {
    let live = use_live();
    let rows = live.shows(setup);
    let end = live.shows(ending);
    let ran = move || {
        let ran = end
            .with(|end| end.as_ref().map(|end| end.ran.clone()))
            .unwrap_or_default();
        (!ran.is_empty()).then(|| view! { <p class="secondary">{ran}</p> })
    };
    let stopped = move || {
        let stopped = end.with(|end| end.as_ref().and_then(|end| end.stopped.clone()));
        stopped.map(|stopped| {
            view! {
                <section class="ended-box" aria-label=stopped.title>
                    <h3>{stopped.title}</h3>
                    {list(stopped.rows)}
                </section>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="setup-title" data-part="setup">
            <details class="fold-card" open>
                <summary class="card-head">
                    <h2 class="card-title" id="setup-title">"Campaign details"</h2>
                    <Icon name=IconName::ChevronDown/>
                </summary>
                <div class="card-body stack">
                    {move || list(rows.get())}
                    {ran}
                    {stopped}
                </div>
            </details>
        </section>
    }
}

/// How the run before a restart ended, only while a new one is prepared.
#[component]
pub fn PreviousRun() -> impl IntoView {
    let live = use_live();
    let run = live.shows(previous_run);
    let there = Memo::new(move |_| run.with(Option::is_some));
    let badge = move || {
        let status = run.get().and_then(|run| run.status);
        status.map(|status| {
            view! { <Badge tone=status.tone() glyph=status.glyph() label=status.label().to_string()/> }
        })
    };
    let rows = move || run.get().map(|run| list(run.rows));
    move || {
        there.get().then(|| {
            view! {
                <Card title="Previous run" sub="A restart prepared a new run under the same identity" badge=move || badge part="previous">
                    <div class="card-body">{rows}</div>
                </Card>
            }
        })
    }
}

fn list(rows: Vec<Definition>) -> impl IntoView {
    let row = |row: Definition| {
        view! {
            <dt>{row.label}</dt>
            <dd data-strong=row.strong.then_some("")>{row.value}</dd>
        }
    };
    view! { <dl class="definition">{rows.into_iter().map(row).collect::<Vec<_>>()}</dl> }
}
