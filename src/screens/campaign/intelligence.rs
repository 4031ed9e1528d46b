//! What an analysis of the conversations found.

use crate::domain::breakdown::{Breakdown, intelligence};
use crate::domain::tone::Tone;
use crate::state::live::use_live;
use crate::ui::{Card, MeterBar};
use leptos::prelude::*;

/// The card, only if the API sends an analysis.
#[component]
pub fn Intelligence() -> impl IntoView {
    let live = use_live();
    let groups = live.shows(intelligence);
    let there = Memo::new(move |_| groups.with(|groups| !groups.is_empty()));
    let first = move |pick: fn(&Breakdown) -> Option<String>| {
        Memo::new(move |_| groups.with(|groups| groups.first().and_then(pick)))
    };
    let heading = first(|group| Some(group.heading.clone()));
    let url = first(|group| group.url.clone());
    let sub = Signal::derive(move || heading.get().unwrap_or_default());
    let link = move || {
        url.get().map(|url| {
            view! { <a class="text-link" href=url rel="noreferrer noopener" target="_blank">"Open analysis"</a> }
        })
    };
    move || {
        there.get().then(|| {
            view! {
                <Card title="Conversation intelligence" sub actions=move || link part="intelligence">
                    <div class="card-body finding-groups">
                        {move || groups.get().into_iter().map(group).collect::<Vec<_>>()}
                    </div>
                </Card>
            }
        })
    }
}

fn group(group: Breakdown) -> impl IntoView {
    let bars = group.bars.into_iter().map(|bar| {
        let tone = match bar.series {
            "bad" => Tone::Bad,
            _ => Tone::Accent,
        };
        view! {
            <tr>
                <th scope="row">{bar.label}</th>
                <td class="meter-cell"><MeterBar fraction=bar.fraction tone/></td>
                <td class="num strong">{bar.count}</td>
                <td class="num">{bar.percent}</td>
            </tr>
        }
    });
    let head = group.head;
    let name = group.title.clone();
    view! {
        <table class="table table-plain" aria-label=name>
            <caption>{group.title}</caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{head[0]}</th>
                    <th scope="col">"Share as a bar"</th>
                    <th scope="col">{head[1]}</th>
                    <th scope="col">{head[2]}</th>
                </tr>
            </thead>
            <tbody>{bars.collect::<Vec<_>>()}</tbody>
        </table>
    }
}
