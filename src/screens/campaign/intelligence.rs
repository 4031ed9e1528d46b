//! What an analysis of the conversations found.

use crate::domain::breakdown::{Breakdown, intelligence};
use crate::domain::tone::Tone;
use crate::screens::text_cell::{row_header, td};
use crate::state::live::use_live;
use crate::ui::{Card, Fragment, Markup, meter_bar};
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
                    {move || {
                        let body = Markup::new("div").class("card-body finding-groups");
                        Fragment::from(body.children(groups.get().into_iter().map(group)))
                    }}
                </Card>
            }
        })
    }
}

fn group(group: Breakdown) -> Markup {
    let rows = group.bars.into_iter().map(|bar| {
        let tone = match bar.series {
            "bad" => Tone::Bad,
            _ => Tone::Accent,
        };
        Markup::new("tr").children([
            row_header().text(bar.label),
            td("meter-cell").child(meter_bar(bar.fraction, tone)),
            td("num strong").text(bar.count),
            td("num").text(bar.percent),
        ])
    });
    let [first, count, share] = group.head;
    let head = [first, "Share as a bar", count, share];
    let head = head.map(|word| Markup::new("th").with("scope", "col").text(word));
    Markup::new("table")
        .class("table table-plain")
        .with("aria-label", group.title.clone())
        .child(Markup::new("caption").text(group.title))
        .child(
            Markup::new("thead")
                .class("visually-hidden")
                .child(Markup::new("tr").children(head)),
        )
        .child(Markup::new("tbody").children(rows))
}
