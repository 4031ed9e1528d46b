//! The audience file that the campaign was created with.

use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::domain::upload::card;
use crate::state::live::use_live;
use crate::ui::{Badge, Card, CopyText, Note};
use leptos::prelude::*;

/// The card, only if the campaign was created with a file.
#[component]
pub fn AudienceFile() -> impl IntoView {
    let live = use_live();
    let shown = live.shows(card);
    let there = Memo::new(move |_| shown.with(Option::is_some));
    let title = Signal::derive(move || {
        shown
            .with(|card| card.as_ref().map(|card| card.title))
            .unwrap_or_default()
            .to_owned()
    });
    let badge = move || {
        shown
            .get()
            .and_then(|card| card.status)
            .map(|(label, tone, glyph)| {
                view! { <Badge tone glyph label/> }
            })
    };
    let id = Memo::new(move |_| shown.with(|card| card.as_ref().and_then(|card| card.id.clone())));
    let has_id = Memo::new(move |_| id.with(Option::is_some));
    let text = Signal::derive(move || id.get().unwrap_or_default());
    let facts = move || {
        shown.get().map(|card| {
            let count = |(label, value): (&'static str, String)| view! { <dt>{label}</dt> <dd>{value}</dd> };
            view! {
                <dl class="definition">{card.rows.into_iter().map(count).collect::<Vec<_>>()}</dl>
                {(!card.contradiction.is_empty()).then(|| view! {
                    <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>{card.contradiction}</Note>
                })}
                {card.skipped.map(|(words, url)| view! {
                    <p><a class="text-link" href=url rel="noreferrer noopener" target="_blank" download="">{words}</a></p>
                })}
            }
        })
    };
    let columns = Memo::new(move |_| {
        shown
            .with(|card| card.as_ref().map(|card| card.columns.clone()))
            .unwrap_or_default()
    });
    let mapped = Memo::new(move |_| columns.with(|columns| !columns.is_empty()));
    let name = move || {
        shown
            .get()
            .map(|card| view! { <b class="file-name">{card.name}</b> })
    };
    let origin = move || shown.get().map(|card| card.origin);
    move || {
        there.get().then(|| {
            view! {
                <Card title badge=move || badge part="upload">
                    <div class="card-body stack">
                        <div class="file">
                            {name}
                            <p class="secondary">{origin}</p>
                            {move || has_id.get().then(|| view! { <CopyText text label="Copy upload ID"/> })}
                        </div>
                        {facts}
                        {move || mapped.get().then(|| view! {
                            <details class="fold">
                                <summary>"Columns"</summary>
                                <dl class="definition">
                                    {move || columns.get().into_iter().map(|(column, field)| view! {
                                        <dt>{column}</dt> <dd>{field}</dd>
                                    }).collect::<Vec<_>>()}
                                </dl>
                            </details>
                        })}
                    </div>
                </Card>
            }
        })
    }
}
