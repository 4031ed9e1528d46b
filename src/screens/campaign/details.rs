//! The side column: the campaign's set-up, its call windows, and what
//! happened to it.

use super::head::severity_of;
use crate::domain::block::good_rows;
use crate::domain::details::{Definition, call_window, setup};
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::state::live::{Live, use_live};
use crate::ui::{Badge, Card, GlyphIcon, Icon, IconName};
use leptos::prelude::*;

/// Activity entries shown.
const SHOWN: usize = 12;

/// How it is set up.
#[component]
pub fn Setup() -> impl IntoView {
    let rows = use_live().shows(setup);
    view! {
        <section class="card" aria-labelledby="setup-title" data-part="setup">
            <details class="fold-card" open>
                <summary class="card-head">
                    <h2 class="card-title" id="setup-title">"Campaign details"</h2>
                    <Icon name=IconName::ChevronDown/>
                </summary>
                <div class="card-body">{move || list(rows.get())}</div>
            </details>
        </section>
    }
}

/// When it may dial, only if the dialer reports it.
#[component]
pub fn CallWindows() -> impl IntoView {
    let live = use_live();
    let there = live.shows(|snapshot, _| snapshot.call_window.value().is_some());
    move || there.get().then(|| view! { <WindowCard live/> })
}

/// Who did what when, only if the dialer reports it.
#[component]
pub fn ActivityLog() -> impl IntoView {
    let live = use_live();
    let there = live.shows(|snapshot, _| {
        snapshot
            .activity
            .value()
            .is_some_and(|rows| !rows.is_empty())
    });
    move || there.get().then(|| view! { <ActivityCard live/> })
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

#[component]
fn WindowCard(live: Live) -> impl IntoView {
    let rows = live.shows(call_window);
    let open = live.shows(|snapshot, _| snapshot.call_window.value().is_some_and(|w| w.open));
    let note = live.shows(|snapshot, _| {
        snapshot
            .call_window
            .value()
            .and_then(|w| w.note.as_deref().map(str::to_owned))
    });
    let badge = move || {
        if open.get() {
            view! { <Badge tone=Tone::Ok glyph=Glyph::CircleCheck label="Open"/> }
        } else {
            view! { <Badge tone=Tone::Mute glyph=Glyph::Moon label="Closed"/> }
        }
    };
    view! {
        <Card title="Call windows" badge=move || badge>
            <div class="card-body stack">
                {move || list(rows.get())}
                {move || note.get().map(|note| view! { <p class="secondary">{note}</p> })}
            </div>
        </Card>
    }
}

#[component]
fn ActivityCard(live: Live) -> impl IntoView {
    let entries = live.shows(|snapshot, formats| {
        let rows = snapshot
            .activity
            .value()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let entry = |row: &crate::domain::snapshot::Activity| {
            let severity = severity_of(row.severity.as_deref());
            let by = row.by.as_deref().map(str::to_owned);
            let at = formats.time_in_column(&row.at);
            (at, severity.tone(), severity.glyph(), row.text.clone(), by)
        };
        good_rows(rows).take(SHOWN).map(entry).collect::<Vec<_>>()
    });
    let zone = live.shows(|_, formats| formats.locale.local(formats.now, formats.zone).zone_label);
    view! {
        <Card title="Activity" sub=zone>
            <div class="card-body">
                {move || {
                    let entries = entries.get().into_iter().map(|(at, tone, glyph, text, by)| view! {
                        <li data-tone=tone.name()>
                            <time>{at}</time>
                            <span class="events-mark"><GlyphIcon glyph/></span>
                            <p>{text} " " <small>{by}</small></p>
                        </li>
                    });
                    view! { <ol class="events">{entries.collect::<Vec<_>>()}</ol> }
                }}
            </div>
        </Card>
    }
}
