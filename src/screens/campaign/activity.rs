//! Who did what when.

use crate::domain::activity::{ActivityRow, activity};
use crate::state::live::use_live;
use crate::ui::{Card, GlyphIcon};
use leptos::prelude::*;

/// Entries on the page until all are asked for.
const SHOWN: usize = 8;

/// The log, only if the API reports one.
#[component]
pub fn ActivityLog() -> impl IntoView {
    let live = use_live();
    let log = live.shows(|snapshot, formats| activity(snapshot, SHOWN, formats));
    let there = Memo::new(move |_| log.with(Option::is_some));
    let zone = live.shows(|_, formats| formats.zone_label());
    let opened = RwSignal::new(false);
    let all = Memo::new(move |_| {
        log.with(|log| log.as_ref().map(|log| log.all.clone()))
            .unwrap_or_default()
    });
    let more = move || {
        view! {
            <button
                type="button"
                class="text-button"
                hidden=move || all.with(String::is_empty)
                aria-expanded=move || opened.get().to_string()
                on:click=move |_| opened.update(|opened| *opened = !*opened)
            >
                {move || if opened.get() { "Latest only".to_owned() } else { all.get() }}
            </button>
        }
    };
    let rows = move || {
        let rows = log.get().map(|log| log.rows).unwrap_or_default();
        let most = if opened.get() { rows.len() } else { SHOWN };
        rows.into_iter().take(most).map(entry).collect::<Vec<_>>()
    };
    let unreadable = Memo::new(move |_| {
        log.with(|log| log.as_ref().map(|log| log.unreadable.clone()))
            .unwrap_or_default()
    });
    move || {
        there.get().then(|| {
            view! {
                <Card title="Activity" sub=zone actions=move || more part="activity">
                    <div class="card-body">
                        <ol class="events">{rows}</ol>
                        <p class="secondary" hidden=move || unreadable.with(String::is_empty)>{unreadable}</p>
                    </div>
                </Card>
            }
        })
    }
}

fn entry(row: ActivityRow) -> impl IntoView {
    view! {
        <li data-tone=row.tone.name()>
            <time>{row.time}</time>
            <span class="events-mark"><GlyphIcon glyph=row.glyph/></span>
            <p>{row.text} " " <small>{row.by}</small></p>
        </li>
    }
}
