//! The task's history in its drawer: events, the dispatcher's snapshots, and
//! the answer as it was sent.

use super::drawer::{ShownTask, concluded};
use crate::domain::block::good_rows;
use crate::domain::json_text::indented;
use crate::domain::task::{TaskDebug, TaskSnapshot};
use crate::domain::task_event::{EventRow, events};
use crate::screens::most::{MOST, cut};
use crate::state::live::Live;
use crate::ui::{Badge, GlyphIcon, JsonView, SegmentOption, Segmented};
use leptos::prelude::*;

const EVENTS: &str = "events";
const SNAPSHOTS: &str = "snapshots";
const RAW: &str = "raw";

/// Three views of the same answer, the events first.
#[component]
pub fn History(
    /// The page.
    live: Live,
    /// The task on screen.
    shown: ShownTask,
) -> impl IntoView {
    let view = RwSignal::new(EVENTS.to_owned());
    let failures_only = RwSignal::new(false);
    let counts = concluded(live, shown, |debug, formats| {
        let count = |count: usize| formats.count(i64::try_from(count).unwrap_or(i64::MAX));
        let rows = debug
            .events
            .value()
            .map(|_| count(events(debug, formats).rows.len()));
        let snapshots = debug.snapshots.value().map(|all| count(all.len()));
        (rows.unwrap_or_default(), snapshots.unwrap_or_default())
    });
    let options = Memo::new(move |_| {
        let (events, snapshots) = counts.get();
        let option = |value: &str, label: String| SegmentOption {
            value: value.to_owned(),
            label,
        };
        vec![
            option(EVENTS, ["Events ", &*events].concat().trim_end().to_owned()),
            option(
                SNAPSHOTS,
                ["Snapshots ", &*snapshots].concat().trim_end().to_owned(),
            ),
            option(RAW, "Raw JSON".to_owned()),
        ]
    });
    let zone = live.shows(|_, formats| formats.zone_label());
    let which = Memo::new(move |_| view.get());
    view! {
        <div class="history-tools">
            <Segmented label="What is shown of the task" options value=view on_change=move |value| view.set(value)/>
            <span class="history-side" hidden=move || which.with(|which| which != EVENTS)>
                <button
                    type="button"
                    class="filter-chip"
                    aria-pressed=move || failures_only.get().to_string()
                    on:click=move |_| failures_only.update(|on| *on = !*on)
                >"Failures only"</button>
                <span class="secondary">"Newest first, " {zone}</span>
            </span>
        </div>
        {move || match which.get().as_str() {
            SNAPSHOTS => view! { <Snapshots live shown/> }.into_any(),
            RAW => view! { <Raw shown/> }.into_any(),
            _ => view! { <EventList live shown failures_only/> }.into_any(),
        }}
    }
}

#[component]
fn EventList(live: Live, shown: ShownTask, failures_only: RwSignal<bool>) -> impl IntoView {
    let found = concluded(live, shown, events);
    let reported = concluded(live, shown, |debug, _| !debug.events.is_absent());
    let drawn = Memo::new(move |_| found.with(|found| found.drawn(failures_only.get(), MOST)));
    let rows = move || {
        let (drawn, _) = drawn.get();
        found.with(|found| {
            let row = |at: usize| {
                let row = found.rows.get(at)?.clone();
                Some(event(row, found.open_at == Some(at)))
            };
            drawn.into_iter().filter_map(row).collect::<Vec<_>>()
        })
    };
    let none_failed = Memo::new(move |_| {
        failures_only.get() && found.with(|found| found.rows.iter().all(|row| row.class.is_none()))
    });
    // Not "the first": the deciding one may come from farther down.
    let only = concluded(live, shown, move |_, formats| {
        let (rows, all) = drawn.with(|(rows, all)| (rows.len(), *all));
        let shown = formats.of(rows as i64, all as i64);
        let shown = || ["Only ", &*shown, " are shown; the raw JSON has all events."].concat();
        (rows < all).then(shown).unwrap_or_default()
    });
    let unreadable = Memo::new(move |_| found.with(|found| found.unreadable));
    let odd = move || match unreadable.get() {
        1 => "1 event could not be read; the raw JSON has it.".to_owned(),
        count => [
            &*count.to_string(),
            " events could not be read; the raw JSON has them.",
        ]
        .concat(),
    };
    move || {
        if !reported.get() {
            return view! { <p class="secondary">"Events are not reported by this API."</p> }
                .into_any();
        }
        view! {
            <section aria-label="Events">
                <ol class="events">{rows}</ol>
                <p class="secondary" hidden=move || only.with(String::is_empty)>{only}</p>
                <p class="secondary" hidden=move || !none_failed.get()>"No event of this task is a failure with a known class."</p>
                <p class="secondary" hidden=move || unreadable.get() == 0>{odd}</p>
            </section>
        }
        .into_any()
    }
}

fn event(row: EventRow, opens: bool) -> impl IntoView {
    let element = NodeRef::<leptos::html::Li>::new();
    if opens {
        element.on_load(|element| {
            let way = web_sys::ScrollIntoViewOptions::new();
            way.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&way);
        });
    }
    let class = row.class.map(|class| {
        let meaning = class.meaning();
        view! {
            <span class="event-class" title=meaning>
                <Badge tone=class.tone() glyph=class.glyph() label=class.label().to_string()/>
            </span>
        }
    });
    let facts = row.facts.join(", ");
    view! {
        <li node_ref=element data-tone=row.tone.name() data-deciding=row.deciding.then_some("")>
            <time>{row.time}</time>
            <span class="events-mark"><GlyphIcon glyph=row.glyph/></span>
            <div>
                <p>
                    {row.text}
                    {row.deciding.then(|| view! { <span class="visually-hidden">" (decided the state)"</span> })}
                    " " {class}
                </p>
                {row.detail.map(|detail| view! { <p><small>{detail}</small></p> })}
                {(!facts.is_empty()).then(|| view! { <p><small>{facts}</small></p> })}
            </div>
        </li>
    }
}

/// The dispatcher's view of the task at its decisions.
#[component]
fn Snapshots(live: Live, shown: ShownTask) -> impl IntoView {
    let snapshots = concluded(live, shown, |debug: &TaskDebug, formats| {
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
                ["Dispatch snapshot at ", &*formats.clock_seconds(&row.at)].concat(),
                data,
            )
        };
        let drawn = good_rows(rows).take(MOST).map(one).collect::<Vec<_>>();
        (drawn, good_rows(rows).count())
    });
    let all = Memo::new(move |_| snapshots.with(|(_, all)| *all));
    let shown = move || {
        let one = |(label, data): (String, String)| view! { <JsonView label value=data start_open=true/> };
        snapshots.get().0.into_iter().map(one).collect::<Vec<_>>()
    };
    view! {
        <section class="stack" aria-label="Snapshots">
            {shown}
            {move || cut(all.get())}
            <p class="secondary" hidden=move || all.get() != 0>"No dispatch snapshot is reported for this task."</p>
        </section>
    }
}

#[component]
fn Raw(shown: ShownTask) -> impl IntoView {
    let value = Memo::new(move |_| shown.with(|task| indented(&task.source.0)));
    view! { <JsonView label="Answer as it was sent" value start_open=true/> }
}
