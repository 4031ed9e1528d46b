//! The task's history in its drawer.

use super::drawer::concluded;
use crate::domain::attempt_state::AttemptState;
use crate::domain::block::good_rows;
use crate::domain::glyph::Glyph;
use crate::domain::json_text::indented;
use crate::domain::task::{TaskDebug, TaskEvent, TaskSnapshot};
use crate::domain::tone::Tone;
use crate::state::live::Live;
use crate::ui::{GlyphIcon, JsonView};
use leptos::prelude::*;
use std::sync::Arc;

/// What happened to the task, newest first, the deciding event marked.
#[component]
pub fn Events(
    /// The page.
    live: Live,
    /// The task on screen.
    shown: RwSignal<Arc<TaskDebug>>,
) -> impl IntoView {
    let events = concluded(live, shown, |debug, formats| {
        let rows = debug.events.value().map(Vec::as_slice).unwrap_or_default();
        let entry = |event: &TaskEvent| {
            let state = event.state.as_deref().map(AttemptState::from_wire);
            let mark = state.map_or((Tone::Mute, Glyph::DashedCircle), |s| (s.tone(), s.glyph()));
            let deciding = event.deciding.copied().unwrap_or(false);
            let detail = event.detail.as_deref().map(str::to_owned);
            (
                formats.time_in_column(&event.at),
                mark,
                event.text.clone(),
                detail,
                deciding,
            )
        };
        good_rows(rows).map(entry).collect::<Vec<_>>()
    });
    let reported = concluded(live, shown, |debug, _| !debug.events.is_absent());
    let count = Memo::new(move |_| events.with(Vec::len));
    move || {
        if !reported.get() {
            view! { <p class="secondary">"Events are not reported by this API."</p> }.into_any()
        } else {
            view! {
            <section class="part" aria-label="Events">
                <h3 class="part-head">"Events " {count} <span class="part-end">"Newest first"</span></h3>
                <ol class="events">
                    {move || events.get().into_iter().map(|(at, (tone, glyph), text, detail, deciding)| view! {
                        <li data-tone=tone.name() data-deciding=deciding.then_some("")>
                            <time>{at}</time>
                            <span class="events-mark"><GlyphIcon glyph/></span>
                            <p>
                                {text}
                                {deciding.then(|| view! { <span class="visually-hidden">" (decided the state)"</span> })}
                                {detail.map(|detail| view! { <br/> <small>{detail}</small> })}
                            </p>
                        </li>
                    }).collect::<Vec<_>>()}
                </ol>
            </section>
        }
        .into_any()
        }
    }
}

/// The dispatcher's view of the task at its decisions.
#[component]
pub fn Snapshots(
    /// The page.
    live: Live,
    /// The task on screen.
    shown: RwSignal<Arc<TaskDebug>>,
) -> impl IntoView {
    let snapshots = concluded(live, shown, |debug, formats| {
        let rows = debug
            .snapshots
            .value()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let one = |row: &TaskSnapshot| {
            let data = row
                .data
                .value()
                .map(|json| indented(&json.0))
                .unwrap_or_default();
            (
                format!("Dispatch snapshot at {}", formats.clock_seconds(&row.at)),
                data,
            )
        };
        good_rows(rows).map(one).collect::<Vec<_>>()
    });
    move || {
        snapshots
            .get()
            .into_iter()
            .map(|(label, data)| {
                view! {
                    <JsonView label value=data/>
                }
            })
            .collect::<Vec<_>>()
    }
}
